"""Days on which a report says outright that its event happened, where no word of the event stands by them.

"It happened around 9 p.m. Friday", "medics were called on Friday": of the event told last before them.
"""

from collections.abc import Sequence

from annals.english.times import TimeExpression, names_hour
from annals.harmonise.timeline import Timeline
from annals.model import DateValue, Finding, Telling

Told = tuple[TimeExpression, DateValue]


def outright_days(timeline: Timeline, tellings: Sequence[Telling], taken: frozenset[int]) -> dict[int, Told]:
    """The time that says it and its day, by the number of the telling, at most one each; one with its hour goes first.

    `taken` are the offsets of times that date events already. Only events that happened, told one by one, get a day.
    One that has a time of its own, in words that stand by a word for it, gets only a day that is told by the clock:
    other such days are mostly those of other events.
    """
    homes = [
        (at, number)
        for number, telling in enumerate(tellings)
        if telling.realis == "actual" and not telling.aggregate
        for at in {telling.trigger.start, *(finding.quote.start for finding in telling.findings)}
    ]
    found: dict[int, Told] = {}
    if not homes:
        return found
    for time, value in timeline.outright_days(taken):
        before = [home for home in homes if home[0] < time.start]
        number = max(before)[1] if before else min(homes)[1]
        clock = any(part.kind == "clock" for part in time.parts)
        if not clock and any(timeline.by_event(f.quote.start, f.quote.end) for f in _dates_of(tellings[number])):
            continue
        if number not in found or (names_hour(time.words) and not names_hour(found[number][0].words)):
            found[number] = time, value
    return found


def _dates_of(telling: Telling) -> list[Finding]:
    """What tells its date."""
    return [finding for finding in telling.findings if finding.field == "date"]
