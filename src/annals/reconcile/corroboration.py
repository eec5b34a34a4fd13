"""How well an incident is attested."""

from collections.abc import Sequence

from annals.model.incident import Corroboration
from annals.reconcile.case import Case, Rule

RULE = Rule(
    name="origins_and_contest",
    sentences=(
        "single source: all reports go back to one origin; a reprint is no second one.",
        "two independent origins: two, neither a reprint of the other.",
        "corroborated: three or more.",
        "contested: two or more origins, and it is contested who did it (a denial by the accused, or rival claims).",
        "That no text is a reprint of another does not prove that their sources differ.",
    ),
)
_CORROBORATED = 3


def grade(case: Case, origins: Sequence[str], contested: str | None) -> Corroboration:
    """Grade an incident; `origins` names each report's origin, `contested` says why it is contested, else None."""
    reports = len({mention.report_id for mention in case.mentions})
    count = len(set(origins))
    copies = reports - count
    told = f"{reports} report{'' if reports == 1 else 's'}"
    reprints = f", {copies} of them a reprint" if copies == 1 else f", {copies} of them reprints" if copies else ""
    if count == 1:
        return Corroboration(
            reports=reports, origins=1, grade="single source", grade_reason=f"One origin in {told}{reprints}."
        )
    if contested:
        reason = f"{count} origins in {told}{reprints}, but {contested}."
        return Corroboration(reports=reports, origins=count, grade="contested", grade_reason=reason)
    name = "corroborated" if count >= _CORROBORATED else "two independent origins"
    reason = f"{count} origins in {told}{reprints}, none a reprint of another."
    return Corroboration(reports=reports, origins=count, grade=name, grade_reason=reason)
