"""Tolls: killed, wounded, missing and abducted."""

from collections.abc import Sequence

import msgspec

from annals.model.days import iso
from annals.model.incident import Figure, Group, Span
from annals.model.values import CountValue
from annals.reconcile.case import Heard, Rule, Ruling, Rulings, origins_said
from annals.reconcile.populations import different_people, names_a_group
from annals.reconcile.ranges import Told, contradict, settle, show, supporters

RULE = Rule(
    name="representative",
    sentences=(
        "low and high are the range over all live figures for the whole toll.",
        (
            "best is the figure that most independent origins support; reprints count once, and a lower figure of an"
            " earlier day supports a higher one told later, as tolls grow."
        ),
        "Between equals the figure told last is taken, then an exact one, then the highest, as first counts are low.",
        "A later figure of the same outlet supersedes its earlier one where they exclude each other.",
        "A part of the toll, and a zero that counts one group only, are kept among the groups.",
    ),
)


class CountRuling(msgspec.Struct, frozen=True, kw_only=True):
    """A toll, how each claim stands to it, and whether live claims exclude each other."""

    figure: Figure
    rulings: Rulings
    disagrees: bool


def rule_count(heard: Sequence[Heard]) -> CountRuling:
    """Rule one toll; `heard` holds all claims of its field and may be empty."""
    counted = [(h, h.claim.value) for h in heard if isinstance(h.claim.value, CountValue)]
    rulings: Rulings = {}
    whole: list[tuple[Heard, CountValue]] = []
    positive = any((v.low or 0) > 0 or (v.high or 0) > 0 for _, v in counted)
    for h, value in counted:
        reason = _not_whole(value, positive=positive)
        if reason:
            rulings[h.position] = Ruling(state="set_aside", reason=reason)
        else:
            whole.append((h, value))
    live = _supersede(whole, rulings)
    told = [_told(h, value) for h, value in live]
    span = settle(told)
    for h, value in live:
        rulings[h.position] = _rule_live(_told(h, value), value, span, told)
    return CountRuling(
        figure=Figure(
            low=span.low,
            best=span.best,
            high=span.high,
            state="reported" if live else "unknown" if counted else "not_reported",
            rule=RULE.name if live else None,
            groups=_groups([(h, v) for h, v in counted if (v.low, v.high) != (None, None)]),
        ),
        rulings=rulings,
        disagrees=any(
            contradict(_told(a, x), _told(b, y)) and not different_people(x, y)
            for n, (a, x) in enumerate(live)
            for b, y in live[n + 1 :]
        ),
    )


def _not_whole(value: CountValue, *, positive: bool) -> str | None:
    """Why a figure is no whole toll; None where it is one."""
    if value.low is None and value.high is None:
        return "The words give no number that can be read."
    who = value.group or value.population
    if value.part:
        return f"It counts a part of the toll{f' ({who})' if who else ''}; kept among the groups."
    if value.low == value.high == 0 and names_a_group(value):
        others = "others are told to be among the victims" if positive else "it does not speak for anybody else"
        return f"It says none for one group only ({who}), and {others}; kept among the groups."
    return None


def _supersede(whole: Sequence[tuple[Heard, CountValue]], rulings: Rulings) -> list[tuple[Heard, CountValue]]:
    """Set aside what the same outlet corrected later; returns the rest."""
    live = []
    for h, value in whole:
        later = [
            other
            for other, newer in whole
            if h.outlet
            and other.outlet == h.outlet
            and h.published
            and other.published
            and (other.day or 0, other.published) > (h.day or 0, h.published)
            and contradict(_told(h, value), _told(other, newer))
            and not different_people(value, newer)
        ]
        if later:
            newest = max(later, key=lambda o: (o.published or "", o.position))
            told = newest.claim.value
            number = show(told.low, told.high) if isinstance(told, CountValue) else ""
            on = iso(newest.day) if newest.day else newest.published
            reason = f"The same outlet later gave {number} (published {on})."
            rulings[h.position] = Ruling(state="superseded", reason=reason)
        else:
            live.append((h, value))
    return live


def _told(h: Heard, value: CountValue) -> Told:
    return Told(position=h.position, low=value.low, high=value.high, origin=h.origin, day=h.day)


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


def _groups(counted: Sequence[tuple[Heard, CountValue]]) -> tuple[Group, ...]:
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
