"""Small records made by hand, for tests of what pages lay out."""

from annals.model import (
    Corroboration,
    CountValue,
    DateValue,
    Figure,
    Incident,
    IncidentReport,
    PlaceValue,
    Quote,
    RuledClaim,
    Speaker,
)
from annals.model.incident import ClaimState


def told(
    name: str,
    *,
    published: str | None = "2019-12-10",
    copy_of: str | None = None,
    superseded_by: str | None = None,
) -> IncidentReport:
    """A report of the record."""
    return IncidentReport(
        report_id=name,
        title=None,
        publisher=f"Outlet {name}",
        url=None,
        published=published,
        copy_of=copy_of,
        superseded_by=superseded_by,
    )


def wounded(
    name: str,
    report: str,
    low: int | None,
    high: int | None,
    *,
    state: ClaimState = "supports",
    words: str = "five",
    part: bool = False,
) -> RuledClaim:
    """A claim on the wounded."""
    return RuledClaim(
        claim_id=name,
        field="wounded",
        value=CountValue(low=low, high=high, part=part),
        words=words,
        report_id=report,
        quote=Quote(start=0, end=len(words), exact=words),
        speaker=Speaker(),
        hedge=None,
        stance="states",
        state=state,
        reason="For the test.",
    )


def record(reports: tuple[IncidentReport, ...], claims: tuple[RuledClaim, ...]) -> Incident:
    """An incident that they tell."""
    return Incident(
        incident_id="i0123456789abcdef",
        title="Rocket attack in Taji, 9 December 2019",
        event_type=None,
        sub_event_type=None,
        date=DateValue(),
        place=PlaceValue(),
        killed=Figure(),
        wounded=Figure(low=4, best=5, high=6, state="reported", rule="representative"),
        missing=Figure(),
        abducted=Figure(),
        corroboration=Corroboration(
            reports=len(reports), origins=2, grade="single source", grade_reason="For the test."
        ),
        disagreements=("wounded",),
        claims=claims,
        reports=reports,
    )
