"""The town of a dateline, where a report was written, is no event's place beside places told of it elsewhere."""

from collections.abc import Callable, Sequence

import msgspec

from annals.harmonise.place_choice import apart_km
from annals.model import Finding, PlaceValue, Report, Telling

_FAR_KM = 100.0


def without_desks(
    tellings: Sequence[Telling], report: Report, place: Callable[[str], PlaceValue]
) -> tuple[Telling, ...]:
    """The tellings without the places that stand in a dateline only and lie in another region than all others told.

    "NEW DELHI, Feb 26 - Jets struck a camp in Khyber Pakhtunkhwa": what is told of the event outweighs where the
    report was written. Where nothing else is told, or but the country, the dateline stays.
    """
    datelines = [(r.start, r.end) for r in report.regions if r.kind == "dateline"]
    if not datelines:
        return tuple(tellings)

    def written_at(finding: Finding) -> bool:
        return finding.field == "place" and any(a <= finding.quote.start < b for a, b in datelines)

    found = []
    for telling in tellings:
        told = [place(f.anchor or f.words) for f in telling.findings if f.field == "place" and not written_at(f)]
        kept = tuple(
            f for f in telling.findings if not (written_at(f) and _elsewhere(place(f.anchor or f.words), told))
        )
        found.append(msgspec.structs.replace(telling, findings=kept))
    return tuple(found)


def _elsewhere(desk: PlaceValue, told: Sequence[PlaceValue]) -> bool:
    """Whether places are told, and all of them lie in another region or country than `desk`, or far from it."""
    known = [p for p in told if p.country is not None and p.admin1 is not None]
    if desk.country is None or desk.admin1 is None or not known:
        return False
    return not any(_may_be_near(desk, p) for p in known)


def _may_be_near(desk: PlaceValue, told: PlaceValue) -> bool:
    if (desk.country, desk.admin1) == (told.country, told.admin1):
        return True
    if desk.lat is None or desk.lon is None or told.lat is None or told.lon is None:
        return False
    return apart_km(desk.lat, desk.lon, told.lat, told.lon) < _FAR_KM
