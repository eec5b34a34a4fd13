"""`annals list`, `show`, `why` and `status`: looking at a ledger."""

from typing import Any

import click
import msgspec

from annals.cli.console import show, show_json, table_width, width
from annals.cli.messages import examples, note
from annals.cli.options import (
    FILTERS,
    filter_options,
    json_option,
    ledger_option,
    option_name,
    read_filter,
    rules_option,
)
from annals.errors import NotFoundError
from annals.ledger import Ledger
from annals.model import Incident, Report
from annals.model.incident import SCHEMA_VERSION
from annals.model.rules import RuleSet
from annals.reconcile import explain
from annals.show.page import labelled, text
from annals.show.published import published_page
from annals.show.record import record_page
from annals.show.table import counted, incident_table, legend
from annals.show.why import why_page
from annals.write.columns import row


@click.command("list", epilog=examples("annals list --country Iraq --since 2019-10 --disagreement any"))
@filter_options
@rules_option
@ledger_option
@json_option
def list_(rules: RuleSet | None, ledger: str, as_json: bool, **asked: Any) -> None:
    """List the incidents: when, where, what, how many, by how many reports.

    By date, the undated last. In a pipe every incident is one line and nothing is cut; with --json each has the
    columns of `annals write --format csv`.
    """
    where = read_filter(asked)
    with Ledger.open(ledger, create=False) as opened:
        incidents = opened.incidents(where, rules=rules)
        if as_json:
            show_json(
                {"schema_version": SCHEMA_VERSION, "count": len(incidents), "incidents": [row(i) for i in incidents]}
            )
            return
        if not incidents:
            note(_nothing(opened, asked, ledger))
            return
        show(incident_table(incidents, table_width()))
        note(f"{counted(len(incidents), 'incident')}.\n{legend(incidents)}")
        note_stale(opened)


@click.command("show", epilog=examples("annals show i3f2a"))
@click.argument("incident_id", metavar="ID")
@rules_option
@ledger_option
@json_option
def show_(incident_id: str, rules: RuleSet | None, ledger: str, as_json: bool) -> None:
    """Show one record in full: who says what, in which words.

    ID is an incident's id or its beginning, at least four digits. Under each value stands every claim: whether it
    supports the value, what it says, who says it where, and the sentence with the quote between « and ».
    """
    with Ledger.open(ledger, create=False) as opened:
        incident = opened.incident(incident_id, rules=rules)
        if as_json:
            show_json(incident)
            return
        show(record_page(incident, texts_of(opened, incident), width()))


@click.command(epilog=examples("annals why i3f2a wounded", "annals why reports/undated.txt published"))
@click.argument("incident_id", metavar="ID")
@click.argument("field", metavar="FIELD")
@rules_option
@ledger_option
@json_option
def why(incident_id: str, field: str, rules: RuleSet | None, ledger: str, as_json: bool) -> None:
    """Say how one value came about: the rule, support, dissent, and what was set aside and why.

    FIELD is one of event_type, date, place, perpetrator, weapon, fired, hit, intercepted, killed, wounded, missing,
    abducted, target, damage, corroboration. With the field `published` ID is a report's id, URL or file, and the answer
    says on which days it can have been published where no date was given, step by step.
    """
    with Ledger.open(ledger, create=False) as opened:
        if field.lower() == "published":
            report, dating = opened.report(incident_id), opened.dating(incident_id)
            if as_json:
                show_json(
                    {"schema_version": SCHEMA_VERSION, "published": report.published, **msgspec.to_builtins(dating)}
                )
                return
            named = {step.other: opened.report(step.other) for step in dating.steps if step.other}
            show(published_page(report, dating, named, width()))
            return
        incident = opened.incident(incident_id, rules=rules)
        found = explain(incident, field.lower().replace("-", "_"), rules or opened.rules)
        if as_json:
            told = {"incident_id": incident.incident_id, **msgspec.structs.asdict(found)}
            show_json({"schema_version": SCHEMA_VERSION, **told})
            return
        others = opened.under_every_set(incident.incident_id)
        rule = (f"Rule: {found.rule.replace('_', ' ')}", *found.sentences[1:])
        show(why_page(incident, found.field, rule, texts_of(opened, incident), width(), found.course, others))


@click.command()
@ledger_option
@json_option
def status(ledger: str, as_json: bool) -> None:
    """Say what the ledger holds and whether it is up to date."""
    with Ledger.open(ledger, create=False) as opened:
        found = opened.status()
    if as_json:
        show_json({"schema_version": SCHEMA_VERSION, **msgspec.structs.asdict(found)})
        return
    facts = (
        ("ledger", found.location + ("" if found.writable else " (read-only here)")),
        ("reports", f"{found.reports:,}"),
        ("incidents", f"{found.incidents:,}"),
        ("judgements", f"{found.judgements:,}"),
        ("rules", found.rules),
        ("last refused", f"{len(found.refusals):,}"),
        ("up to date", "no: run `annals build` again" if found.stale else "yes"),
    )
    show(line for name, value in facts for line in labelled(name, text(value), None, indent=0, column=14))


def note_stale(ledger: Ledger) -> None:
    """Say so where the incidents are not those of the ledger's reports."""
    if ledger.status().stale:
        note("Not up to date: a build was cut off or annals was upgraded. Run `annals build` again, on any report.")


def texts_of(ledger: Ledger, incident: Incident) -> dict[str, Report]:
    """Return the stored reports of a record by id; one that the ledger lacks is left out."""
    texts = {}
    for told in incident.reports:
        try:
            texts[told.report_id] = ledger.report(told.report_id)
        except NotFoundError:
            continue
    return texts


def _nothing(ledger: Ledger, asked: dict[str, Any], path: str) -> str:
    """Say why a list is empty and what to try."""
    total = len(ledger.incidents())
    where = "" if path == "annals.db" else f" --ledger {path}"
    if total == 0:
        return f"No incidents yet: run `annals build reports/{where}`."
    given = [name for name in FILTERS if asked.get(name) is not None]
    lines = [f"None of the {counted(total, 'incident')} is all that was asked for."]
    if len(given) > 1:
        for name in given:
            found = len(ledger.incidents(read_filter({**asked, name: None})))
            lines.append(f"  without {option_name(name)} {asked[name]}: {counted(found, 'incident')}")
    else:
        lines.append(f"Drop {option_name(given[0])} to see them." if given else "")
    return "\n".join(lines)
