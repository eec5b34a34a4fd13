"""One thing to review on a terminal, with all that speaks for and against it, as a person decides on it by key."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from rich.text import Text

from annals.model import Incident, Mention, Report
from annals.show.claims import Sources, by_field, claim_lines
from annals.show.clean import printable
from annals.show.context import quote_in_sentence
from annals.show.judged import log_lines, questioned_words
from annals.show.page import paragraph, text
from annals.show.record import field_words, header
from annals.show.table import counted
from annals.store.browse.review_shapes import Disputed, Doubt, Entry, NewName

_FACTS = ("date", "place", "event_type", "perpetrator", "weapon", "killed", "wounded", "target")


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a doubtful pair."""

    incident: Incident
    mention: Mention | None
    """The telling that is doubted; None where its account is not at hand."""
    texts: Mapping[str, Report]
    """The stored reports of the incident by id."""


def pair_page(doubt: Doubt, left: Side, right: Side, width: int | None) -> Iterator[Text]:
    """Return a doubtful pair: both tellings in their words, the facts side by side, the evidence."""
    likely = f"{100 * doubt.probability:.0f} % likely one"
    what = "Are these two tellings rightly one event?" if doubt.joined else "Do these two tell one event?"
    yield from paragraph(text((f"{what} {likely}", "bold")), width)
    for name, side in (("left", left), ("right", right)):
        yield text()
        yield from _side(name, side, width)
    if not doubt.joined:
        yield text()
        yield from _facts(left.incident, right.incident, width)
    yield text()
    yield text(("Evidence", "bold"), ("  log-odds, for above 0 and against below", "dim"))
    for evidence in doubt.evidence:
        score = "rules it out" if evidence.impossible else f"{evidence.score:+.1f}"
        values = f" ({evidence.left or '–'} | {evidence.right or '–'})" if evidence.left or evidence.right else ""
        told = f"{score:>12}  {evidence.name.replace('_', ' ')}: {evidence.reason}{values}"
        yield from paragraph(text(printable(told)), width, indent=0, hang=14)


def disputed_page(disputed: Disputed, incident: Incident, texts: Mapping[str, Report], width: int | None) -> list[Text]:
    """Return a disagreement: the record's value and every claim of the field with its words."""
    value, note = field_words(incident, disputed.field)
    sources = Sources(listed=incident.reports, texts=texts)
    name = disputed.field.replace("_", " ")
    return [
        *paragraph(text((f"The reports differ on {name}", "bold")), width),
        *header(incident, width)[:3],
        *paragraph(text(f"The record has: {value}{f' ({note})' if note else ''}"), width),
        text(),
        *claim_lines(by_field(incident.claims).get(disputed.field, ()), sources, width),
    ]


def decision_page(
    entry: Entry, others: Sequence[Entry], incidents: Sequence[Incident], texts: Mapping[str, Report], width: int | None
) -> Iterator[Text]:
    """Return a decision in question, those that contradict it, the records, and the claims that are new to it."""
    yield from paragraph(text((questioned_words(entry), "bold")), width)
    for incident in incidents:
        yield text()
        yield from header(incident, width)[:3]
    yield text()
    yield from log_lines([entry, *others], width)
    new = {claim.claim_id for claim in entry.new}
    for incident in incidents:
        claims = [claim for claim in incident.claims if claim.claim_id in new]
        if claims:
            yield text()
            yield text((f"New in {incident.incident_id}", "bold"))
            yield from claim_lines(claims, Sources(listed=incident.reports, texts=texts), width)


def name_page(name: NewName, width: int | None) -> Iterator[Text]:
    """Return a name that the actor table lacks, and the known ones like it."""
    yield from paragraph(text((f"A name that the actor table lacks: {printable(name.name)}", "bold")), width)
    yield text(f"in {counted(name.incidents, 'incident')}")
    if name.near:
        like = ", ".join(f"{row.name} ({row.actor_id})" for row in name.near)
        yield from paragraph(text(printable(f"like it: {like}")), width)


def _side(name: str, side: Side, width: int | None) -> Iterator[Text]:
    first, *rest = header(side.incident, width)[:3]
    yield text((f"{name}  ", "bold"), first)
    for line in rest:
        yield text("  ", line)
    if side.mention is None:
        return
    told = Sources(listed=side.incident.reports, texts=side.texts).name(side.mention.report_id)
    yield text("  ", (told, "cyan"))
    yield from paragraph(
        quote_in_sentence(side.texts.get(side.mention.report_id), side.mention.trigger), width, indent=4
    )


def _facts(left: Incident, right: Incident, width: int | None) -> Iterator[Text]:
    """Return the values of both, field by field; where neither has any the field is left out."""
    for field in _FACTS:
        one, other = (field_words(incident, field)[0] for incident in (left, right))
        if one == other and not (by_field(left.claims).get(field) or by_field(right.claims).get(field)):
            continue
        told = text(f"{field.replace('_', ' '):<13}", one, ("  =  " if one == other else "  |  ", "dim"), other)
        yield from paragraph(told, width, indent=2, hang=15)
