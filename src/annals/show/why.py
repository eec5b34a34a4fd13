"""How one value of a record came about: the rule, and every claim by how it stands to the value."""

from collections.abc import Mapping, Sequence
from typing import get_args

from rich.text import Text

from annals.model import Incident, Report
from annals.model.incident import ClaimState
from annals.model.rules import RuleSet
from annals.model.values import Field
from annals.reconcile.course import Course
from annals.show.claims import Sources, claim_lines
from annals.show.clean import printable
from annals.show.course import course_lines
from annals.show.page import paragraph, text
from annals.show.record import field_value, field_words
from annals.show.table import counted

_TITLES = {
    "supports": "Supports the value",
    "dissents": "Dissents from it, and is kept",
    "superseded": "Superseded or taken back",
    "set_aside": "Set aside",
}


def why_page(
    incident: Incident,
    field: str,
    rule: Sequence[str],
    texts: Mapping[str, Report],
    width: int | None,
    course: Course | None = None,
    others: Mapping[RuleSet, Incident] | None = None,
) -> list[Text]:
    """Return the value of `field`, the `rule` behind it as sentences, then support, dissent and what is set aside.

    `texts` are the stored reports by id; `course` is that of a toll, and comes last; `others` are the same record under
    each set of rules.
    """
    sources = Sources(listed=incident.reports, texts=texts)
    claims = [claim for claim in incident.claims if claim.field == field]
    name = field.replace("_", " ")
    lines = [
        text((printable(incident.incident_id), "cyan")),
        *paragraph(text((printable(incident.title), "bold")), width),
        text(),
        *paragraph(text((f"{name}: ".capitalize(), "bold"), field_value(incident, field)), width, hang=2),
        *(line for sentence in rule for line in paragraph(text(printable(sentence)), width, indent=2, hang=4)),
    ]
    if compared := compared_words(others or {}, field):
        lines += paragraph(text(compared), width, indent=2, hang=4)
    if not claims:
        return [*lines, text(), text(f"No report says anything of it; silence is no claim. {with_claims(incident)}")]
    for state in get_args(ClaimState):
        held = [claim for claim in claims if claim.state == state]
        if held:
            title = f"{_TITLES[state]} ({counted(len(held), 'claim')})"
            lines += [text(), text((title, "bold")), *claim_lines(held, sources, width, reasons=True)]
    over_time = course_lines(course, sources, width) if course is not None else []
    return [*lines, text(), text(("Told over time", "bold")), *over_time] if over_time else lines


def compared_words(others: Mapping[RuleSet, Incident], field: str) -> str:
    """Return what each set of rules makes of a field, "" where all make the same of it."""
    values = {rules: field_words(record, field)[0] for rules, record in others.items()}
    if len(set(values.values())) < 2:  # noqa: PLR2004 - one value is nothing to compare
        return ""
    return f"By set of rules: {'; '.join(f'{rules} {value}' for rules, value in values.items())}."


def with_claims(incident: Incident) -> str:
    """Return a sentence that names the fields of the record that have claims."""
    told = {claim.field for claim in incident.claims}
    return f"Fields with claims: {', '.join(field for field in get_args(Field) if field in told)}."
