"""Tolls: killed, wounded, missing and abducted."""

from collections.abc import Sequence

import msgspec

from annals.model.incident import Figure, Group, Span
from annals.model.rules import DEFAULT_RULES, RuleSet
from annals.model.values import CountValue
from annals.reconcile.case import Heard, Rule, Ruling, Rulings, origins_said
from annals.reconcile.live import Counted, clash, live_figures, told_of
from annals.reconcile.outcomes import died_since, ruling
from annals.reconcile.populations import names_a_group
from annals.reconcile.ranges import Told, settle, show, supporters

_LIVE = (
    (
        "low and high are the range over all live figures for the whole toll; vague words (dozens, several) count as"
        " numbers only where they fit none that is told."
    ),
    (
        "Not live is a figure that its report takes back or tells as a former one, that a later version of its report,"
        " a later report of the same outlet or a later word of the same speaker replaced, that the text below its"
        " headline contradicts, or that counts as wounded one who is told to have died."
    ),
    (
        "A part of the toll, a zero that counts one group only, and a figure for one group beside a higher one for"
        " everybody are kept among the groups."
    ),
)
COUNT_RULES: dict[RuleSet, Rule] = {
    "conservative": Rule(
        name="conservative",
        sentences=(
            _LIVE[0],
            'best is the lowest live figure: of "at least 12" that is 12, of "dozens" 12, of "10 to 12" 10.',
            *_LIVE[1:],
        ),
    ),
    "representative": Rule(
        name="representative",
        sentences=(
            _LIVE[0],
            (
                "best is the figure that most independent origins support; reprints count once, and a lower figure of"
                " an earlier day supports one told later that is up to twice as high, as tolls grow."
            ),
            (
                "Between equals the figure told last is taken; then that of the better voice (a report's own,"
                " officials, hospitals and monitors before named others, these before witnesses and armed groups, all"
                " before sources not named or not first-hand); then an exact one; then the highest, as first counts are"
                " low."
            ),
            *_LIVE[1:],
        ),
    ),
    "informative": Rule(
        name="informative",
        sentences=(_LIVE[0], "best is the highest figure that a live claim names.", *_LIVE[1:]),
    ),
}


class CountRuling(msgspec.Struct, frozen=True, kw_only=True):
    """A toll, how each claim stands to it, and whether live claims exclude each other."""

    figure: Figure
    rulings: Rulings
    disagrees: bool


def rule_count(heard: Sequence[Heard], rules: RuleSet = DEFAULT_RULES, *, killed: Sequence[Heard] = ()) -> CountRuling:
    """Rule one toll; `heard` holds all claims of its field and may be empty.

    For the wounded, `killed` holds the claims of the dead: who died since is wounded no more.
    """
    counted = counted_of(heard)
    died = died_since(counted, counted_of(killed))
    rulings: Rulings = {position: ruling(outcome) for position, outcome in died.items()}
    live = live_figures([(h, v) for h, v in counted if h.position not in died], rulings)
    told = [told_of(h, value) for h, value in live]
    span = settle(told, rules)
    for (_, value), figure in zip(live, told, strict=True):
        rulings[figure.position] = _rule_live(figure, value, span, told)
    return CountRuling(
        figure=Figure(
            low=span.low,
            best=span.best,
            high=span.high,
            state="reported" if live else "unknown" if counted else "not_reported",
            rule=rules if live else None,
            groups=_groups([(h, v) for h, v in counted if (v.low, v.high) != (None, None)]),
        ),
        rulings=rulings,
        disagrees=any(clash(a, b) for n, a in enumerate(live) for b in live[n + 1 :]),
    )


def counted_of(heard: Sequence[Heard]) -> list[Counted]:
    """The claims that are figures of people, each with its figure."""
    return [(h, h.claim.value) for h in heard if isinstance(h.claim.value, CountValue)]


def _rule_live(told: Told, value: CountValue, span: Span, all_told: Sequence[Told]) -> Ruling:
    number = show(told.low, told.high)
    if span.best is None:
        return Ruling(state="supports", reason=f"It gives {number}; no claim gives a lowest number.")
    backing = origins_said(len(supporters(span.best, all_told)))
    if told.holds(span.best):
        if told.low == told.high:
            return Ruling(state="supports", reason=f"It gives {number}, the best figure, supported by {backing}.")
        return Ruling(state="supports", reason=f"It gives {number}, which the best figure, {span.best}, fits.")
    who = f" for {value.group}" if value.group else ""
    return Ruling(
        state="dissents",
        reason=f"It gives {number}{who}; the best figure is {span.best}, supported by {backing}.",
    )


def _groups(counted: Sequence[Counted]) -> tuple[Group, ...]:
    """The figures that say whom they count, equal ones together, in the order of the record."""
    found: dict[tuple[str | None, str | None, int | None, int | None], list[str]] = {}
    for h, value in counted:
        if value.part or names_a_group(value):
            key = (value.group, value.population, value.low, value.high)
            found.setdefault(key, []).append(h.claim.claim_id)
    return tuple(
        Group(group=group, population=population, low=low, high=high, claims=tuple(ids))
        for (group, population, low, high), ids in found.items()
    )
