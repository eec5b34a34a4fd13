"""The incident page: one incident, all its sources, every disagreement, every quote; and why a value is as it is."""

from collections.abc import Mapping
from typing import Any

import msgspec

from annals.model import Incident, IncidentReport, Report
from annals.model.incident import SCHEMA_VERSION
from annals.model.rules import RULE_SETS
from annals.reconcile import explain, rules_of
from annals.reconcile.course import Course
from annals.reconcile.overrides import OVERRIDABLE
from annals.show.course import fate_words, step_words, stood_words
from annals.show.record import field_words
from annals.show.values import when_words
from annals.store.browse.review_shapes import Around
from annals.store.browse.shapes import Chain
from annals.web.charts.chain import chain_chart
from annals.web.charts.locator import locator
from annals.web.charts.toll import toll_chart
from annals.web.matrix import TOLLS, Matrix, cell, field_name, matrix
from annals.web.origins import Source, origins, sources
from annals.web.page import Ask, Moved, Page
from annals.web.problems import Refused
from annals.web.receipts import receipt
from annals.web.texts import ReportText, report_text

COLUMNS = 12
"""Origins beside each other on one page of the matrix."""
INLINE_REPORTS = 24
INLINE_TEXT = 200_000
"""Up to so many reports with so many code points stand in the page itself; others come when a quote is chosen."""


class IncidentData(msgspec.Struct, frozen=True, kw_only=True):
    """The JSON of the page: the record, and what stands around it."""

    schema_version: str = SCHEMA_VERSION
    incident: Incident
    around: Around
    chain: Chain | None
    """The chain of answers in which it stands, None where in none."""


class WhyData(msgspec.Struct, frozen=True, kw_only=True):
    """The JSON of `why`: how one value came about."""

    schema_version: str = SCHEMA_VERSION
    incident_id: str
    field: str
    value: str
    rule: str
    sentences: tuple[str, ...]
    claims: tuple[Any, ...]
    course: Course
    """Of a toll: its figures in the order told, what replaced which, and how the record stood when."""
    by_set: dict[str, str]
    """Set of rules -> the value in words that it makes; empty where all make the same."""


def incident(ask: Ask) -> Page | Moved:
    """Show one incident."""
    record = _found(ask)
    if isinstance(record, Moved):
        return record
    around = ask.site.ledger.browse.around(record.incident_id)
    chain = ask.site.ledger.browse.chain(record.incident_id)
    texts = texts_of(ask, record)
    known = sources(record, texts)
    found = origins(known)
    size = COLUMNS if ask.links.served else max(len(found), 1)  # a file cannot be asked for its second page
    table = matrix(record, known, found, page=ask.parameters.number("origins", 1, 1, 10_000), size=size)
    small = len(texts) <= INLINE_REPORTS and sum(len(r.text) for r in texts.values()) <= INLINE_TEXT
    inline = ask.site.texts and small
    chosen = ask.parameters.one("claim")
    return Page(
        template="incident.html",
        title=record.title,
        data=IncidentData(incident=record, around=around, chain=chain),
        view={
            "record": record,
            "around": around,
            "chain": chain,
            "drawn": chain_chart(chain, record.incident_id) if chain is not None else None,
            "when": when_words(record),
            "known": known,
            "origins": found,
            "table": table,
            "listed": _listed(record, table),
            "texts": _texts(record, texts, known, inline=inline, chosen=chosen),
            "inline": inline,
            "missing": [r for r in record.reports if r.report_id not in texts],
            "chosen": chosen,
            "tolls": [chart for field in TOLLS if (chart := toll_chart(record, field, known)) is not None],
            "locator": locator(record),
            "receipts": _receipts(record, around, texts),
            "shared": _same_story(around, record.incident_id),
            "done": ask.parameters.one("done"),
        },
    )


def why(ask: Ask) -> Page | Moved:
    """Show how one value came about, with every claim and its reason, and where a person may set another."""
    record = _found(ask)
    if isinstance(record, Moved):
        return record
    explained = explain(record, ask.names["field"], ask.site.ledger.rules)
    texts = texts_of(ask, record)
    known = sources(record, texts)
    value, note = field_words(record, explained.field)
    claims = [c for c in record.claims if c.field == explained.field]
    by_origin = []
    for origin in origins(known):
        members = {source.report.report_id for source in origin.members}
        told = cell([c for c in claims if c.report_id in members], origin, known)
        by_origin += [*told.live, *told.rest]
    order = {"supports": 0, "dissents": 1, "superseded": 2, "set_aside": 3}
    by_origin.sort(key=lambda t: order[t.claim.state])
    by_set = _by_set(ask, record, explained.field)
    return Page(
        template="why.html",
        title=f"Why {field_name(explained.field)}: {value}",
        data=WhyData(
            incident_id=record.incident_id,
            field=explained.field,
            value=value,
            rule=explained.rule,
            sentences=explained.sentences,
            claims=tuple(claims),
            course=explained.course,
            by_set=by_set,
        ),
        view={
            "record": record,
            "field": explained.field,
            "value": value,
            "note": note,
            "explained": explained,
            "told": by_origin,
            "by_set": by_set,
            "steps": _steps(explained.course, known),
            "stood": stood_words(explained.course.stood),
            "receipts": {t.claim.claim_id: receipt(texts.get(t.claim.report_id), t.claim.quote) for t in by_origin},
            "overridable": explained.field in OVERRIDABLE or explained.field == "event_type",
        },
    )


def _by_set(ask: Ask, record: Incident, field: str) -> dict[str, str]:
    """What each set of rules makes of the field, where they make different things of it."""
    if len({rules_of(rules)[field].name for rules in RULE_SETS}) == 1:
        return {}
    others = ask.site.ledger.under_every_set(record.incident_id)
    found: dict[str, str] = {rules: field_words(other, field)[0] for rules, other in others.items()}
    return found if len(set(found.values())) > 1 else {}


def _steps(course: Course, known: Mapping[str, Source]) -> list[tuple[Source, str, str, str]]:
    """The figures in the order told: source, state, figure and what became of it, in words; none where there is one."""
    by_id = {step.claim_id: step for step in course.steps}
    if len(by_id) < 2:  # noqa: PLR2004 - one figure is no course
        return []
    return [(known[s.report_id], s.state, step_words(s), fate_words(s, by_id)) for s in course.steps]


def texts_of(ask: Ask, record: Incident) -> dict[str, Report]:
    """Return the stored reports of a record by id; one that the ledger lacks is left out."""
    found = ask.site.ledger.browse.texts(report.report_id for report in record.reports)
    return {report.report_id: report for report in found}


def _found(ask: Ask) -> Incident | Moved:
    found = ask.site.ledger.browse.find(ask.names["id"])
    if found.incident is not None:
        return found.incident
    if found.moved_to is not None:
        return Moved(to="/".join(("incidents", found.moved_to, *ask.path.split("/")[2:])))
    raise Refused(410, str(found.gone))


def _texts(
    record: Incident, texts: Mapping[str, Report], known: Mapping[str, Any], *, inline: bool, chosen: str | None
) -> list[ReportText]:
    """Return the archived texts that stand in the page: all of them, or that of the chosen claim."""
    wanted = {c.report_id for c in record.claims if c.claim_id == chosen}
    return [
        report_text(texts[report_id], record, known[report_id], chosen=chosen)
        for report_id in known
        if report_id in texts and (inline or report_id in wanted)
    ]


def _listed(record: Incident, table: Matrix) -> list[IncidentReport]:
    """Return the reports that the page lists: all, or where the matrix has pages, those of its columns."""
    if table.pages == 1:
        return list(record.reports)
    shown = {source.report.report_id for origin in table.columns for source in origin.members}
    return [report for report in record.reports if report.report_id in shown]


def _receipts(record: Incident, around: Around, texts: Mapping[str, Report]) -> dict[str, Any]:
    """Return the sentences behind responses, ties and tallies of this record, by what they belong to."""
    found = {}
    for number, response in enumerate(record.responses):
        found[f"response{number}"] = receipt(texts.get(response.report_id), response.quote)
    for number, tie in enumerate((*around.answers, *around.answered_by)):
        found[f"tie{number}"] = receipt(texts.get(tie.link.asserted_by), tie.link.quote)
    for number, tally in enumerate(record.tallies):
        found[f"tally{number}"] = receipt(texts.get(tally.report_id), tally.quote)
    return found


def _same_story(around: Around, own: str) -> list[tuple[Any, Any]]:
    """Return the other incidents that may be this one, each with the doubt, the likeliest first."""
    found = [(d, d.right if d.left.incident_id == own else d.left) for d in around.doubts]
    return sorted(found, key=lambda pair: -pair[0].probability)
