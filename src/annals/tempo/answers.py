"""The time from strike to answer, over the ties that reports assert: never from the order of dates alone."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from annals.model import Incident, Link
from annals.tempo.moments import Moment
from annals.tempo.shapes import Answer, Answers, Range

RELATIONS = ("retaliation_for", "response_to")
FEWEST = 5
"""Dated answers, below which there is no median."""


def answers_of(
    dated: Iterable[tuple[Moment, Incident]],
    every: Mapping[str, tuple[Moment, Incident]],
    picked: Collection[str],
) -> Answers:
    """Return the answers among which the answer, or what it answers, is picked.

    Args:
        dated: Every incident of the ledger, in order.
        every: The same by id and by alias.
        picked: Ids of the incidents that the question picks.
    """
    found = []
    for moment, incident in dated:
        for target, links in _targets(incident, every).items():
            struck, answered = every[target]
            if incident.incident_id in picked or answered.incident_id in picked:
                found.append(_answer(incident, moment, answered, struck, links))
    known = [answer.days for answer in found if answer.days is not None]
    if len(known) < FEWEST:
        reason = f"Too few: {len(known)} dated, and fewer than {FEWEST} tell nothing of a usual delay."
        return Answers(answers=tuple(found), median=None, reason=reason)
    median = Range(low=_median([days.low for days in known]), high=_median([days.high for days in known], up=True))
    return Answers(answers=tuple(found), median=median, reason=None)


def days_between(struck: Moment, answered: Moment) -> Range | None:
    """Return the fewest and most days from one to the other; None where an end is open or the order is impossible.

    >>> days_between(Moment(start=10, end=12), Moment(start=11, end=15))
    Range(low=0, high=5)
    """
    if struck.start is None or struck.end is None or answered.start is None or answered.end is None:
        return None
    most = answered.end - struck.start
    return Range(low=max(0, answered.start - struck.end), high=most) if most >= 0 else None


def _targets(incident: Incident, every: Mapping[str, tuple[Moment, Incident]]) -> dict[str, list[Link]]:
    """Return what the incident answers, by its present id; ties that lead nowhere or to itself are left out."""
    found: dict[str, list[Link]] = {}
    for link in incident.links:
        if link.relation in RELATIONS and link.to in every:
            name = every[link.to][1].incident_id
            if name != incident.incident_id:
                found.setdefault(name, []).append(link)
    return found


def _answer(incident: Incident, moment: Moment, to: Incident, struck: Moment, links: Sequence[Link]) -> Answer:
    days = days_between(struck, moment)
    reason = None
    if days is None:
        known = moment.whole and struck.whole
        reason = "The dates of the records contradict the order." if known else "A date is not known at both ends."
    first = min(links, key=lambda link: (link.asserted_by, link.quote.start, link.quote.end, link.relation))
    return Answer(
        incident_id=incident.incident_id,
        title=incident.title,
        to=to.incident_id,
        to_title=to.title,
        relations=tuple(sorted({link.relation for link in links}, reverse=True)),
        report_id=first.asserted_by,
        quote=first.quote.exact,
        days=days,
        reason=reason,
    )


def _median(numbers: Sequence[int], *, up: bool = False) -> int:
    """Return the middle number, of an even count the lower or the upper of the two in the middle."""
    ordered = sorted(numbers)
    return ordered[len(ordered) // 2 if up else (len(ordered) - 1) // 2]
