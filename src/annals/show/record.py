"""One record in full: every field with its value, and under it every claim."""

from collections.abc import Mapping
from typing import get_args

from rich.text import Text

from annals.model import CountValue, Figure, Incident, Quote, Report
from annals.model.values import Field
from annals.reconcile.course import course_of
from annals.show.claims import Sources, by_field, claim_lines
from annals.show.clean import printable
from annals.show.context import quote_in_sentence
from annals.show.course import stood_words
from annals.show.page import labelled, paragraph, text
from annals.show.tallies import VERDICTS, stated_words
from annals.show.values import (
    NOT_REPORTED,
    date_note,
    figure_words,
    place_note,
    place_words,
    published_words,
    span_words,
    value_words,
    weapon_words,
    when_words,
)

_COLUMN = 14
_TOLLS = ("killed", "wounded", "missing", "abducted")


def record_page(incident: Incident, texts: Mapping[str, Report], width: int | None) -> list[Text]:
    """Return the record claim by claim.

    `texts` are the stored reports by id; a quote whose report is not among them stands without its sentence.
    """
    sources = Sources(listed=incident.reports, texts=texts)
    lines = header(incident, width)
    claims = by_field(incident.claims)
    silent = [name for name in _TOLLS if name not in claims and getattr(incident, name).state == "not_reported"]
    for field in get_args(Field):
        if field in claims or (field in _TOLLS and field not in silent):
            lines += [text(), *_headed(field, field_value(incident, field), width)]
            lines += claim_lines(claims.get(field, ()), sources, width)
            if stood := stood_words(course_of(incident, field).stood):
                lines += paragraph(text((stood, "dim")), width, indent=_COLUMN)
    if silent:
        lines += [text(), *_headed("not reported", text(", ".join(silent)), width)]
    lines += _responses(incident, sources, width)
    lines += _links(incident, sources, width)
    lines += _tallies(incident, sources, width)
    return lines + _reports(incident, sources, width)


def header(incident: Incident, width: int | None) -> list[Text]:
    """Return what the record is, in a few lines."""
    kind = incident.sub_event_type or incident.event_type or "type unknown"
    facts = f"{when_words(incident)} · {place_words(incident.place)} · {printable(kind)}"
    worth = incident.corroboration
    lines = [
        text((printable(incident.incident_id), "cyan")),
        *paragraph(text((printable(incident.title), "bold")), width),
        *paragraph(text(facts), width),
        *paragraph(
            text(f"Corroboration: {printable(worth.grade)}. {printable(worth.grade_reason)}"),
            width,
        ),
    ]
    if incident.disagreements:
        fields = ", ".join(field.replace("_", " ") for field in incident.disagreements)
        lines += paragraph(text((f"The reports differ on: {fields}.", "yellow")), width)
    if incident.aliases:
        aliases = ", ".join(printable(alias) for alias in incident.aliases)
        lines += paragraph(text((f"Also known as {aliases}", "dim")), width)
    if incident.review.status != "unreviewed":
        lines += paragraph(text(f"Review: {printable(incident.review.status)}"), width)
    return lines


def field_words(incident: Incident, field: str) -> tuple[str, str]:
    """Return the record's value for a claim field in words, and a note on it ("" where there is none)."""
    match field:
        case "event_type":
            kind = incident.sub_event_type or incident.event_type or "type unknown"
            return printable(kind), printable(incident.event_type or "") if incident.sub_event_type else ""
        case "date":
            return when_words(incident), date_note(incident.date)
        case "place":
            return place_words(incident.place), place_note(incident.place)
        case "perpetrator":
            parties = [a for a in incident.actors if a.role == "perpetrator"]
            said = (f"{printable(a.name or a.actor_id or 'not named')} ({a.status})" for a in parties)
            return ", ".join(said) or "nobody is named", ""
        case "weapon":
            said = (weapon_words(w.kind, w.name, w.calibre_mm) for w in incident.weapons)
            return ", ".join(said) or NOT_REPORTED, ""
        case "fired" | "hit":
            spans = [(w, w.fired if field == "fired" else w.hit) for w in incident.weapons]
            said = (f"{span_words(s)} {weapon_words(w.kind, w.name, None)}" for w, s in spans if s != type(s)())
            return ", ".join(said) or "no number in the record", ""
        case "killed" | "wounded" | "missing" | "abducted":
            return _toll(getattr(incident, field))
        case "target" | "damage":
            things = incident.targets if field == "target" else incident.damage
            return ", ".join(printable(t.name or t.kind or "?") for t in things) or NOT_REPORTED, ""
        case "corroboration":
            return printable(incident.corroboration.grade), printable(incident.corroboration.grade_reason)
        case _:
            return "no value in the record", ""


def _toll(figure: Figure) -> tuple[str, str]:
    if figure.state == "not_reported":
        return f"{NOT_REPORTED} not reported", ""
    if figure.state == "unknown":
        return f"{figure_words(figure)} told of, no number", ""
    said = figure_words(figure)
    if figure.best is not None and figure.low != figure.high:
        said += f", best {figure.best}"
    notes = [f"rule: {figure.rule.replace('_', ' ')}"] if figure.rule else []
    parts = [
        value_words(CountValue(low=g.low, high=g.high, group=g.group, population=g.population)) for g in figure.groups
    ]
    notes += [f"of whom {', '.join(parts)}"] if parts else []
    return said, "; ".join(notes)


def field_value(incident: Incident, field: str) -> Text:
    """Return the record's value for a claim field, with the note on it in brackets."""
    said, note = field_words(incident, field)
    return text((said, "bold"), f"  ({note})" if note else "")


def _headed(name: str, body: Text, width: int | None) -> list[Text]:
    lines = labelled((name.replace("_", " ").upper(), "bold"), body, width, indent=0, column=_COLUMN)
    lines[0].rstrip()
    return lines


def _responses(incident: Incident, sources: Sources, width: int | None) -> list[Text]:
    lines: list[Text] = []
    for response in incident.responses:
        who = printable(response.actor or "somebody not named")
        whom = f" to {printable(response.recipient)}" if response.recipient else ""
        when = f", {printable(response.date)}" if response.date else ""
        real = "" if response.realis == "actual" else f" ({response.realis})"
        body = text((printable(response.category), "bold"), f"{real}  {who}{whom}{when}")
        lines += paragraph(body, width, indent=2, hang=_COLUMN)
        lines += _receipt(response.report_id, response.quote, sources, width)
    return _section("responses", lines, width)


def _links(incident: Incident, sources: Sources, width: int | None) -> list[Text]:
    lines: list[Text] = []
    for link in incident.links:
        body = text((link.relation.replace("_", " "), "bold"), f"  {printable(link.to)}")
        lines += paragraph(body, width, indent=2, hang=_COLUMN)
        lines += _receipt(link.asserted_by, link.quote, sources, width)
    return _section("links", lines, width)


def _tallies(incident: Incident, sources: Sources, width: int | None) -> list[Text]:
    lines: list[Text] = []
    for tally in incident.tallies:
        body = text((stated_words(tally), "bold"), f"  {VERDICTS[tally.verdict]} ({tally.counted} counted)")
        lines += paragraph(body, width, indent=2, hang=_COLUMN)
        lines += paragraph(text(printable(tally.reason)), width, indent=_COLUMN)
        lines += _receipt(tally.report_id, tally.quote, sources, width)
    return _section("tallies", lines, width)


def _receipt(report_id: str, quote: Quote, sources: Sources, width: int | None) -> list[Text]:
    said = quote_in_sentence(sources.texts.get(report_id), quote)
    return [
        *paragraph(text((f"in {sources.name(report_id)}", "cyan")), width, indent=_COLUMN),
        *paragraph(said, width, indent=_COLUMN),
    ]


def _section(name: str, lines: list[Text], width: int | None) -> list[Text]:
    return [text(), *_headed(name, text(), width), *lines] if lines else []


def _reports(incident: Incident, sources: Sources, width: int | None) -> list[Text]:
    lines: list[Text] = []
    for report in incident.reports:
        outlet = sources.outlet(report)
        remarks = [f"reprints {sources.number(report.copy_of)}"] if report.copy_of else []
        remarks += [f"superseded by {sources.number(report.superseded_by)}"] if report.superseded_by else []
        remark = f" ({', '.join(remarks)})" if remarks else ""
        body = text(f"{outlet}, {published_words(report.published)}{remark}")
        body.append(f": {printable(report.title)}" if report.title else "")
        body.append(f"  {printable(report.url)}" if report.url else "", style="dim")
        lines += labelled(sources.number(report.report_id), body, width, indent=2, column=7)
        lines += paragraph(text((printable(report.report_id), "dim")), width, indent=7)
    return _section("reports", lines, width)
