"""`annals review`: what awaits a person's decision, gone through by key on a terminal, listed in a pipe."""

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

import click
import msgspec
from rich.text import Text

from annals.cli.console import show, show_json, width
from annals.cli.judge import by_option, user
from annals.cli.messages import examples, note
from annals.cli.options import json_option, ledger_option
from annals.cli.values import value_of
from annals.errors import UsageError
from annals.ledger import Decided, Ledger
from annals.model import Incident, Mention, Report
from annals.model.incident import SCHEMA_VERSION
from annals.reconcile.overrides import OVERRIDABLE
from annals.show.clean import printable
from annals.show.judged import queue_lines
from annals.show.page import text
from annals.show.reviewing import Side, decision_page, disputed_page, name_page, pair_page
from annals.show.table import counted
from annals.store.browse.review_shapes import Entry, Queue, QueueItem

PLAIN = "decided in the terminal, without more words"
"""The reason where a person gave none: one key must do for the plain cases."""
AT_ONCE = 3.0
"""Seconds: where deriving took longer the last time, it is done once, at the end."""

_PAIR = {"a": "same", "d": "different", "w": "unsure"}
_SKIP = {"s": "skip"}
_REST = {"u": "undo the last", "q": "quit"}
_END = "That was the end of the queue."


@click.command(epilog=examples("annals review", "annals review --kind disagreement --limit 20 | less"))
@click.option(
    "--kind",
    type=click.Choice(("decision", "pair", "disagreement", "name")),
    help="Only decisions in question, doubtful pairs, big disagreements, or names that the actor table lacks.",
)
@click.option(
    "--limit", metavar="N", type=click.IntRange(1, 1000), default=5, help="In a list at most so many.  [default: 5]"
)
@by_option
@ledger_option
@json_option
def review(kind: Any, limit: int, by: str | None, ledger: str, as_json: bool) -> None:
    """Go through what awaits a person's decision, the most valuable first.

    On a terminal one thing at a time is shown with all that speaks for and against it, and a key decides. In a pipe
    the first of them are listed, each with the commands that decide it.
    """
    with Ledger.open(ledger, create=False) as opened:
        if sys.stdin.isatty() and sys.stdout.isatty() and not as_json:
            go_through(opened, kind, by or user(), Keys())
            return
        found = opened.browse.queue(kind, size=limit)
    if as_json:
        show_json({"schema_version": SCHEMA_VERSION, **msgspec.structs.asdict(found)})
        return
    show(queue_lines(found.items, width()))
    waiting = (counted(total, name) for name, total in found.totals.items() if kind in (None, name))
    note(f"{'; '.join(waiting)} in all." if _any(found, kind) else "Nothing awaits review.")


class Asking(Protocol):
    """How a person is shown something and asked."""

    def say(self, lines: Iterable[Text]) -> None:
        """Show lines."""

    def key(self, choices: dict[str, str]) -> str:
        """Ask for one of these keys; the values say what each does."""

    def words(self, prompt: str, default: str | None = None) -> str:
        """Ask for words; `default` stands for an empty answer, None asks until there is one."""


class Keys:
    """Asks on the terminal: one key for a choice, a line for words."""

    def say(self, lines: Iterable[Text]) -> None:
        """Show lines."""
        show(lines)

    def key(self, choices: dict[str, str]) -> str:
        """Ask for one of these keys, until it is one."""
        show([text(), text("  ".join(f"[{key}] {what}" for key, what in choices.items()))])
        while (pressed := click.getchar().lower()) not in choices:
            if pressed in {"\x03", "\x04", "\x1b"}:
                return "q"
        return pressed

    def words(self, prompt: str, default: str | None = None) -> str:
        """Ask for a line."""
        return str(click.prompt(prompt, default=default, show_default=False))


def go_through(ledger: Ledger, kind: Any, by: str, asking: Asking) -> None:
    """Show one item after the other and record what is decided, until there is none or the person goes."""
    session = _Session(ledger, kind, by, asking)
    try:
        while session.next_item():
            pass
    finally:
        session.end()


class _Session:
    """Where a person is in the queue, and what was decided."""

    def __init__(self, ledger: Ledger, kind: Any, by: str, asking: Asking) -> None:
        self._ledger = ledger
        self._kind = kind
        self._by = by
        self._asking = asking
        self._cursor: str | None = None
        self._done: list[tuple[str, str | None]] = []
        self._at_once = (ledger.browse.summary().derive_seconds or 0.0) <= AT_ONCE

    def next_item(self) -> bool:
        """Ask about one item; False at the end."""
        found = self._ledger.browse.queue(self._kind, size=1, cursor=self._cursor)
        if not found.items:
            return self._at_end("Nothing awaits review." if not _any(found, self._kind) else _END)
        (item,) = found.items
        self._asking.say([text(), *_page(self._ledger, item)])
        actions = self._actions(item)
        pressed = self._asking.key({key: what for key, (what, _) in actions.items()} | _SKIP | _REST)
        if pressed == "s":
            self._cursor = found.next
            return found.next is not None or self._at_end(_END)
        if pressed in actions:
            self._decide(actions[pressed][1])
        elif pressed == "u":
            self._undo()
        return pressed != "q"

    def _at_end(self, words: str) -> bool:
        """Say that there is no more; whether to go on all the same, since the last decision was undone."""
        self._asking.say([text(), text(words)])
        if self._done and self._asking.key(_REST) == "u":
            self._undo()
            return True
        return False

    def end(self) -> None:
        """Bring the incidents up to date where that waited, and say how much was decided."""
        if self._done and not self._at_once:
            self._asking.say([text("Deriving the incidents anew.")])
            self._ledger.refresh()
        self._asking.say([text(f"{counted(len(self._done), 'decision')} recorded; `annals log` lists them.")])

    def _decide(self, decision: Callable[[], Decided]) -> None:
        """Record a decision, or say why it cannot be; the item then comes again."""
        try:
            made = decision()
        except UsageError as error:
            self._asking.say([text((printable(str(error)), "red"))])
            return
        self._done.append((made.judgement.judgement_id, self._cursor))
        self._asking.say([text(("Recorded ", "green"), (made.judgement.judgement_id, "cyan"))])

    def _undo(self) -> None:
        if not self._done:
            self._asking.say([text("Nothing was decided yet that could be undone.")])
            return
        name, self._cursor = self._done.pop()
        self._ledger.undo(name, by=self._by, reason="undone right after", derive=self._at_once)
        self._asking.say([text(("Undone ", "green"), (name, "cyan"))])

    def _said(self, *, plain: bool = True) -> dict[str, Any]:
        reason = self._asking.words("Why, if not plain" if plain else "Why", PLAIN if plain else None)
        return {"by": self._by, "reason": reason, "derive": self._at_once}

    def _actions(self, item: QueueItem) -> dict[str, tuple[str, Callable[[], Decided]]]:
        """Key -> what it does, and how."""
        ledger = self._ledger
        if item.pair is not None:
            both = item.pair.left_mention, item.pair.right_mention
            say = {"same": ledger.same, "different": ledger.different, "unsure": ledger.unsure}
            return {
                key: (kind, lambda kind=kind: say[kind](*both, **self._said()))  # type: ignore[misc]
                for key, kind in _PAIR.items()
            }
        if item.disagreement is not None:
            name, field = item.disagreement.incident.incident_id, item.disagreement.field
            settable = "sub_event_type" if field == "event_type" else field
            if settable not in OVERRIDABLE:
                return {}
            return {"v": ("set a value", lambda: self._set(name, settable))}
        if item.decision is not None:
            return self._on_decision(item.decision)
        return {}

    def _on_decision(self, entry: Entry) -> dict[str, tuple[str, Callable[[], Decided]]]:
        ledger, name = self._ledger, entry.judgement.judgement_id
        if entry.overruled_by:
            later = entry.overruled_by[-1]
            return {
                "k": ("keep the later one", lambda: ledger.undo(name, **self._said())),
                "e": ("the earlier one was right", lambda: ledger.undo(later, **self._said())),
            }
        return {
            "k": ("it still holds", lambda: ledger.confirm(name, **self._said())),
            "t": ("take it back", lambda: ledger.undo(name, **self._said())),
        }

    def _set(self, incident_id: str, field: str) -> Decided:
        value = value_of(self._asking.words(f"{field.replace('_', ' ')}: a value, or JSON in the record's shape"))
        return self._ledger.override(incident_id, field, value, **self._said(plain=False))


def _any(found: Queue, kind: str | None) -> bool:
    return any(total for name, total in found.totals.items() if kind in (None, name))


def _page(ledger: Ledger, item: QueueItem) -> Iterable[Text]:
    """The item with what speaks for and against it."""
    columns = width()
    if item.pair is not None:
        left = _side(ledger, item.pair.left.incident_id, item.pair.left_mention)
        right = _side(ledger, item.pair.right.incident_id, item.pair.right_mention)
        return pair_page(item.pair, left, right, columns)
    if item.disagreement is not None:
        incident = ledger.incident(item.disagreement.incident.incident_id)
        return disputed_page(item.disagreement, incident, _texts(ledger, [incident]), columns)
    if item.decision is not None:
        entry = item.decision
        incidents = [ledger.incident(name) for name in dict.fromkeys(n for n in (entry.subject, entry.other) if n)]
        others = ledger.browse.decisions(entry.overruled_by)
        return decision_page(entry, others, incidents, _texts(ledger, incidents), columns)
    return name_page(item.name, columns) if item.name is not None else ()


def _side(ledger: Ledger, incident_id: str, mention_id: str) -> Side:
    incident = ledger.incident(incident_id)
    return Side(incident=incident, mention=_mention(ledger, incident, mention_id), texts=_texts(ledger, [incident]))


def _mention(ledger: Ledger, incident: Incident, mention_id: str) -> Mention | None:
    accounts = (ledger.account(report.report_id) for report in incident.reports)
    return next((m for account in accounts for m in account.mentions if m.mention_id == mention_id), None)


def _texts(ledger: Ledger, incidents: Sequence[Incident]) -> dict[str, Report]:
    names = (report.report_id for incident in incidents for report in incident.reports)
    return {report.report_id: report for report in ledger.browse.texts(names)}
