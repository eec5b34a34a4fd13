"""Which of the figures told for a toll are live figures for the whole of it, and why the others are not.

Each step takes figures out and says why; none is dropped, and what is a part is kept among the groups.
"""

from collections.abc import Callable, Sequence

from annals.english.number_hedges import is_approximate
from annals.english.numbers import find_numbers
from annals.model.values import CountValue
from annals.reconcile.case import Heard, Ruling, Rulings
from annals.reconcile.populations import (
    different_people,
    is_part_of_all,
    may_be_part,
    names_a_group,
    no_others,
    speaks_for_all,
)
from annals.reconcile.ranges import Told, contradict, show
from annals.reconcile.versions import LATER_VERSION, when
from annals.reconcile.voices import same_voice

Counted = tuple[Heard, CountValue]
TAKEN_BACK = "Its report says that this figure was taken back."
TOLD_AS_FORMER = "Its report tells it as a former figure"
_MONTH = len("2020-01")


def live_figures(counted: Sequence[Counted], rulings: Rulings) -> list[Counted]:
    """The live figures for the whole toll; the rulings of all others are added to `rulings`.

    The steps come in this order, so that a figure is judged by those that passed the steps before: no number; a part;
    a none that speaks for one group; taken back; a headline against its text; replaced by its own report, by a later
    report of its outlet, or by a later word of its speaker; one group beside all.
    """
    positive = any((v.low or 0) > 0 or (v.high or 0) > 0 for _, v in counted)
    live = _keep(counted, rulings, lambda h, v, _: _not_whole(h, v, positive=positive))
    for step in (_withdrawn, _headline, _replaced, _told_later, _one_group):
        live = _keep(live, rulings, step)
    return live


def _keep(
    figures: Sequence[Counted],
    rulings: Rulings,
    step: Callable[[Heard, CountValue, Sequence[Counted]], Ruling | None],
) -> list[Counted]:
    kept = []
    for h, value in figures:
        ruling = step(h, value, figures)
        if ruling is None:
            kept.append((h, value))
        else:
            rulings[h.position] = ruling
    return kept


def told_of(h: Heard, value: CountValue) -> Told:
    """The figure, ready for comparing."""
    return Told(
        position=h.position,
        low=value.low,
        high=value.high,
        origin=h.origin,
        day=h.day,
        speaker=h.claim.speaker,
        rough=is_approximate(h.claim.hedge),
        vague=value.high is None and not any(n.kind == "cardinal" for n in find_numbers(h.claim.words)),
        people=value,
    )


def clash(a: Counted, b: Counted) -> bool:
    """Whether no toll fits both, and they are not known to count different people."""
    (h, x), (other, y) = a, b
    if not contradict(told_of(h, x), told_of(other, y)):
        return False
    return not (different_people(x, y) or may_be_part(x, y) or may_be_part(y, x))


def _not_whole(h: Heard, value: CountValue, *, positive: bool) -> Ruling | None:
    """Why a figure is no whole toll; None where it is one."""
    if value.low is None and value.high is None:
        return Ruling(state="set_aside", reason="The words give no number that can be read.")
    who = value.group or value.population
    if value.part:
        reason = f"It counts a part of the toll{f' ({who})' if who else ''}; kept among the groups."
        return Ruling(state="set_aside", reason=reason)
    if value.low == value.high == 0 and no_others(h.claim.words):
        return Ruling(state="set_aside", reason="It says that there were no others than those told.")
    if value.low == value.high == 0 and names_a_group(value) and not speaks_for_all(h.claim.words):
        others = "others are told to be among the victims" if positive else "it does not speak for anybody else"
        reason = f"It says none for one group only ({who}), and {others}; kept among the groups."
        return Ruling(state="set_aside", reason=reason)
    return None


def _withdrawn(h: Heard, _: CountValue, __: Sequence[Counted]) -> Ruling | None:
    if h.claim.currency != "withdrawn":
        return None
    return Ruling(state="superseded", reason=TAKEN_BACK)


def _headline(h: Heard, value: CountValue, figures: Sequence[Counted]) -> Ruling | None:
    """A headline is cut short and often older than its text."""
    if not h.headline:
        return None
    text = [
        v
        for other, v in figures
        if other.claim.report_id == h.claim.report_id and not other.headline and clash((h, value), (other, v))
    ]
    agrees = any(
        other.claim.report_id == h.claim.report_id and not other.headline and not clash((h, value), (other, v))
        for other, v in figures
    )
    if not text or agrees:
        return None
    return Ruling(
        state="set_aside",
        reason=f"It stands in the headline, and the text below gives {show(text[0].low, text[0].high)}.",
    )


def _replaced(h: Heard, value: CountValue, figures: Sequence[Counted]) -> Ruling | None:
    """Told as a former figure; where no other that stands is told, it is still the one there is."""
    if h.claim.currency != "former":
        return None
    newer = [(o, v) for o, v in figures if o.claim.currency == "current" and clash((h, value), (o, v))]
    own = [(o, v) for o, v in newer if o.claim.report_id == h.claim.report_id]
    if not newer:
        return None
    _, v = (own or newer)[-1]
    by = f", and gives {show(v.low, v.high)}." if own else f"; another report gives {show(v.low, v.high)}."
    return Ruling(state="superseded", reason=TOLD_AS_FORMER + by)


def _told_later(h: Heard, value: CountValue, figures: Sequence[Counted]) -> Ruling | None:
    """A later version of its report, a later report of the outlet, or a later word of the speaker excludes it."""
    version, outlet, voice = replacing((h, value), figures)
    speaker = f"The same speaker ({h.claim.speaker.name}) later gave"
    for found, who in (
        (version, f"{LATER_VERSION} gives"),
        (outlet, "The same outlet later gave"),
        (voice, speaker),
    ):
        if found:
            newest, v = max(found, key=lambda f: (f[0].published or "", f[0].position))
            return Ruling(state="superseded", reason=f"{who} {show(v.low, v.high)} ({when(newest)}).")
    return None


def replacing(old: Counted, figures: Sequence[Counted]) -> tuple[list[Counted], list[Counted], list[Counted]]:
    """The figures that take its place: of later versions of its report, later ones of its outlet and of its speaker."""
    h = old[0]
    excluding = [(o, v) for o, v in figures if clash(old, (o, v))]
    later = [(o, v) for o, v in excluding if after(o, h) and h.claim.report_id not in o.later]
    return (
        [(o, v) for o, v in excluding if o.claim.report_id in h.later],
        [(o, v) for o, v in later if h.outlet and o.outlet == h.outlet],
        [(o, v) for o, v in later if same_voice(o.claim.speaker, h.claim.speaker)],
    )


def after(later: Heard, earlier: Heard) -> bool:
    """Whether it was surely published later, as far as both dates go: a month alone is later than earlier months."""
    if not later.published or not earlier.published:
        return False
    if later.day is None or earlier.day is None:
        size = min(len(later.published), len(earlier.published), _MONTH)
        return later.published[:size] > earlier.published[:size]
    return (later.day, later.published) > (earlier.day, earlier.published)


def _one_group(h: Heard, value: CountValue, figures: Sequence[Counted]) -> Ruling | None:
    """A figure for some people beside a higher one for everybody counts a part, though it is not told as one."""
    for other, v in figures:
        together = other.claim.report_id == h.claim.report_id and other.claim.speaker == h.claim.speaker
        if together and is_part_of_all(value, v):
            who = value.group or value.population
            reason = (
                f"It counts one group only ({who}), and {show(v.low, v.high)} are told in all; kept among the groups."
            )
            return Ruling(state="set_aside", reason=reason)
    return None
