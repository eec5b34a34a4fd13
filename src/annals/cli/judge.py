"""`annals same`, `different`, `override`, `withdraw`, `alias`, `undo` and `log`: what people decide."""

import getpass
import os
from collections.abc import Callable
from typing import Any, TypeVar

import click
import msgspec

from annals.cli.console import show, show_json, width
from annals.cli.messages import examples, note
from annals.cli.options import json_option, ledger_option
from annals.cli.values import value_of
from annals.ledger import Decided, Ledger
from annals.model.incident import SCHEMA_VERSION
from annals.show.judged import decided_words, log_lines
from annals.show.table import counted

F = TypeVar("F", bound=Callable[..., Any])

LONG = 5.0
"""Seconds of deriving from which a person is told beforehand how long it took the last time."""

_reason_option = click.option(
    "--reason", "-r", required=True, metavar="WORDS", help="Why. It is kept for ever, beside the decision."
)
by_option = click.option("--by", metavar="NAME", help="Who decides.  [ANNALS_BY; default: your user name here]")
later_option = click.option(
    "--later",
    is_flag=True,
    help="Only record it; the next build, or a decision without --later, derives the incidents.",
)


def deciding(command: F) -> F:
    """Add the options that all decisions share."""
    for option in (json_option, ledger_option, later_option, by_option, _reason_option):
        command = option(command)
    return command


@click.command(epilog=examples("annals same i3f2a i9c41 --reason 'one salvo, told twice'"))
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@deciding
def same(one: str, other: str, ledger: str, **given: Any) -> None:
    """Decide that incidents A and B are one.

    Ids may be shortened to their first digits. Reports that come in later cannot part them again; `annals undo` can.
    """
    _decide(ledger, given, lambda opened, **said: opened.same(one, other, **said))


@click.command(epilog=examples("annals different i3f2a i9c41 --reason 'two days apart'"))
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@deciding
def different(one: str, other: str, ledger: str, **given: Any) -> None:
    """Decide that A and B are two incidents.

    To part what is one incident now, give its id and one of its aliases, which `annals show` lists under "also known
    as": each alias is one telling of it.
    """
    _decide(ledger, given, lambda opened, **said: opened.different(one, other, **said))


@click.command(
    epilog=examples(
        "annals override i3f2a killed 7 --reason 'hospital list'",
        'annals override i3f2a wounded \'{"low": 5, "best": 6, "high": 6}\' --reason \'two lists differ\'',
    )
)
@click.argument("incident_id", metavar="ID")
@click.argument("field", metavar="FIELD")
@click.argument("value", metavar="VALUE")
@deciding
def override(incident_id: str, field: str, value: str, ledger: str, **given: Any) -> None:
    """Set FIELD of incident ID to VALUE. What the reports say stays beside it.

    FIELD is killed, wounded, missing, abducted, date, place, sub_event_type or title. VALUE is a number, plain words,
    or JSON in the shape of the record; for a toll {"low", "best", "high"}.
    """
    name = field.lower().replace("-", "_")
    _decide(ledger, given, lambda opened, **said: opened.override(incident_id, name, value_of(value), **said))


@click.command(epilog=examples("annals withdraw i3f2a --reason 'it was a drill'"))
@click.argument("incident_id", metavar="ID")
@deciding
def withdraw(incident_id: str, ledger: str, **given: Any) -> None:
    """Mark incident ID as none: a drill, a hoax, a report that was taken back.

    The record stays, with all that reports say, and is marked as withdrawn; `annals undo` takes that back.
    """
    _decide(ledger, given, lambda opened, **said: opened.withdraw(incident_id, **said))


@click.command(
    epilog=examples(
        "annals alias 'Brigade of the Ninth Star' kataib-hezbollah --reason 'its own statement of 4 May'",
        "annals alias 'Ninth Star Brigade' 'Brigade of the Ninth Star' --reason 'one group, two translations'",
    )
)
@click.argument("words", metavar="NAME")
@click.argument("actor", metavar="ACTOR")
@deciding
def alias(words: str, actor: str, ledger: str, **given: Any) -> None:
    """Decide that NAME means ACTOR, in the reports that are here and in those that will come.

    ACTOR is an id or a name of the actor table, or the name of another party of this ledger. No report is read again,
    and what the reports say stays; `annals undo` takes it back.
    """
    _decide(ledger, given, lambda opened, **said: opened.alias(words, actor, **said))


@click.command(epilog=examples("annals undo j3f2a --reason 'wrong button'"))
@click.argument("judgement", metavar="JUDGEMENT")
@deciding
def undo(judgement: str, ledger: str, **given: Any) -> None:
    """Take decision JUDGEMENT back, by its id in `annals log`. Nothing is erased; an undo can be undone."""
    _decide(ledger, given, lambda opened, **said: opened.undo(judgement, **said))


@click.command(epilog=examples("annals log", "annals log i3f2a"))
@click.argument("incident_id", metavar="ID", required=False)
@click.option("--limit", metavar="N", type=click.IntRange(1, 1000), default=50, help="At most so many.  [default: 50]")
@ledger_option
@json_option
def log(incident_id: str | None, limit: int, ledger: str, as_json: bool) -> None:
    """List the decisions, the latest first: who, when, why. With ID those on one incident.

    Two decisions that contradict each other both stand in the list; the later one holds. Where new reports tell more
    of what was decided on, the decision says so, with what is new.
    """
    with Ledger.open(ledger, create=False) as opened:
        name = opened.incident(incident_id).incident_id if incident_id else None
        found = opened.browse.log(name, size=limit)
    if as_json:
        show_json({"schema_version": SCHEMA_VERSION, **msgspec.structs.asdict(found)})
        return
    show(log_lines(found.entries, width()))
    more = f"; the latest {len(found.entries)} are shown" if found.next else ""
    note(f"{counted(found.total, 'decision')}{more}.")


def _decide(path: str, given: dict[str, Any], decision: Callable[..., Decided]) -> None:
    with Ledger.open(path, create=False) as opened:
        before = opened.browse.summary()
        if not given["later"] and (before.derive_seconds or 0) > LONG:
            note(f"Deriving all incidents anew; the last time it took {before.derive_seconds:.0f} s.")
        made = decision(opened, by=given["by"] or user(), reason=given["reason"], derive=not given["later"])
        after = opened.browse.summary()
    if given["as_json"]:
        told = {**msgspec.structs.asdict(made), "incidents_before": before.incidents, "incidents": after.incidents}
        show_json({"schema_version": SCHEMA_VERSION, **told})
        return
    show(decided_words(made, before.incidents, after.incidents))


def user() -> str:
    """Return who decides where nobody said so."""
    try:
        return os.environ.get("ANNALS_BY") or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
