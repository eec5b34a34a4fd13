"""Decisions, and what awaits them, in words."""

import shlex
from collections.abc import Iterator, Sequence

from rich.text import Text

from annals.judgement_file import Imported
from annals.judging import Decided, meant
from annals.show.clean import printable
from annals.show.page import paragraph, text
from annals.show.table import counted
from annals.show.values import value_words
from annals.store.browse.review_shapes import Disputed, Doubt, Entry, NewName, QueueItem
from annals.store.browse.shapes import Row

_SOME = 5
_KINDS = {
    "same": "same",
    "different": "different",
    "unsure": "unsure",
    "override": "override",
    "withdraw": "withdrawn",
    "alias": "name of an actor",
    "undo": "undo of",
}


def decided_words(made: Decided, before: int, after: int) -> list[Text]:
    """Return what was recorded and what came of it."""
    judgement = made.judgement
    lines = [text("Recorded ", (judgement.judgement_id, "cyan"), f": {_KINDS[judgement.kind]}, by {judgement.by}.")]
    if not made.derived:
        return [*lines, text("The incidents do not show it yet; the next build derives them anew.")]
    if made.incident_id:
        lines.append(text("Incident: ", (printable(made.incident_id), "cyan")))
    change = f"{before:,} incidents before, {after:,} now" if before != after else f"{after:,} incidents, as before"
    return [*lines, text(f"Derived anew in {made.seconds:.1f} s: {change}.")]


def imported_words(told: Imported, *, dry_run: bool) -> list[Text]:
    """Return what came of a file of decisions; the refused lines are left to the caller."""
    total = len(told.added) + told.already_there + len(told.refused)
    parts = (
        (len(told.added), "would be new" if dry_run else "new"),
        (told.already_there, "there already"),
        (len(told.refused), "refused"),
    )
    lines = [text(f"{counted(total, 'decision')} read: {', '.join(f'{count} {what}' for count, what in parts)}.")]
    if told.waiting:
        some = ", ".join(map(printable, told.waiting[:_SOME]))
        more = f" and {len(told.waiting) - _SOME} more" if len(told.waiting) > _SOME else ""
        name = "name" if len(told.waiting) > 1 else "names"
        which = "They take" if len(told.waiting) > 1 else "It takes"
        lines.append(
            text(
                f"{len(told.waiting)} of the new ones {name} what no report of this ledger tells: {some}{more}. "
                f"{which} effect when the reports come in."
            )
        )
    if told.added and not told.derived and not dry_run:
        lines.append(text("The incidents do not show them yet; the next build derives them anew."))
    return lines


def log_lines(entries: Sequence[Entry], width: int | None) -> Iterator[Text]:
    """Return two lines or more for each decision: what, on what, who, when, why, and whether it stands and holds."""
    for entry in entries:
        j = entry.judgement
        named = " ".join(name for name in (entry.subject or j.subject, entry.other or j.other) if name)
        if j.other and entry.subject == entry.other:
            named = f"{j.subject} {j.other} (now in {entry.subject})"
        value = f" {j.field} = {j.value}" if j.field else f" = {meant(j)}" if j.kind == "alias" else ""
        standing = "" if entry.stands else f"  undone by {entry.undone_by}" if entry.undone_by else "  undone"
        waiting = "" if entry.applied else "  (the incidents do not show it yet)"
        head = text((j.judgement_id, "cyan"), f"  {_KINDS[j.kind]} {printable(named + value)}{standing}{waiting}")
        yield from paragraph(head, width, hang=2)
        yield from paragraph(text(printable(f"{j.by}, {j.at[:16]}: {j.reason}")), width, indent=2, hang=4)
        for remark in _remarks(entry):
            yield from paragraph(text((remark, "yellow")), width, indent=2, hang=4)


def _remarks(entry: Entry) -> Iterator[str]:
    """Return what is to be said of a decision that stands."""
    if entry.overruled_by:
        yield f"contradicted later by {', '.join(entry.overruled_by)}, which holds"
    if entry.overrules:
        yield f"contradicts {', '.join(entry.overrules)}; the later one holds"
    if entry.changed:
        said = "; ".join(f"{new.field.replace('_', ' ')} {value_words(new.value)}" for new in entry.new)
        more = f" and {entry.changed - len(entry.new)} more" if entry.changed > len(entry.new) else ""
        yield f"changed since: {counted(entry.changed, 'claim')} came in since ({said}{more})"


def queue_lines(items: Sequence[QueueItem], width: int | None) -> Iterator[Text]:
    """Return what awaits a decision, each with the commands that decide it."""
    for item in items:
        if item.decision is not None:
            yield from _questioned(item.decision, width)
        elif item.pair is not None:
            yield from _doubt(item.pair, width)
        elif item.disagreement is not None:
            yield from _disputed(item.disagreement, width)
        elif item.name is not None:
            yield from _name(item.name, width)
        yield text()


def _questioned(entry: Entry, width: int | None) -> Iterator[Text]:
    yield from paragraph(text((questioned_words(entry), "bold")), width)
    yield from log_lines([entry], width)
    for name in dict.fromkeys(name for name in (entry.subject, entry.other) if name):
        yield text((f"  annals show {printable(name)}", "dim"))
    for name in (entry.judgement.judgement_id, *entry.overruled_by):
        yield text((f"  annals undo {printable(name)} --reason WHY", "dim"))


def questioned_words(entry: Entry) -> str:
    """Return why a decision is to be looked at again."""
    if entry.overruled_by:
        return "Two decisions contradict each other; the later one holds"
    return f"Changed since it was decided: {counted(entry.changed, 'new claim')}"


def _doubt(doubt: Doubt, width: int | None) -> Iterator[Text]:
    likely = f"{100 * doubt.probability:.0f} % likely"
    if doubt.joined:
        yield from paragraph(text((f"One incident, or two? {likely} one", "bold")), width)
        yield _line(doubt.left)
        yield text(f"  the tellings {doubt.left_mention} and {doubt.right_mention}")
    else:
        yield from paragraph(text((f"Two incidents, or one? {likely} one", "bold")), width)
        yield _line(doubt.left)
        yield _line(doubt.right)
    for evidence in doubt.evidence:
        sign = "against" if evidence.impossible or evidence.score < 0 else "for"
        yield from paragraph(text(printable(f"{sign:<8}{evidence.name}: {evidence.reason}")), width, indent=4, hang=12)
    both = f"{doubt.left_mention} {doubt.right_mention}"
    yield text(("  annals same ", "dim"), (both, "dim"), (" --reason WHY", "dim"))
    yield text(("  annals different ", "dim"), (both, "dim"), (" --reason WHY", "dim"))


def _disputed(disputed: Disputed, width: int | None) -> Iterator[Text]:
    name = disputed.field.replace("_", " ")
    yield from paragraph(text((f"The reports differ on: {name}", "bold")), width)
    yield _line(disputed.incident)
    yield text((f"  annals why {disputed.incident.incident_id} {disputed.field}", "dim"))


def _name(name: NewName, width: int | None) -> Iterator[Text]:
    shown = printable(name.name)
    yield from paragraph(text((f"A name that the actor table lacks: {shown}", "bold")), width)
    near = ", ".join(printable(row.name) for row in name.near)
    yield text(f"  in {name.incidents} incidents" if name.incidents != 1 else "  in 1 incident")
    if near:
        yield text(f"  like it: {near}")
    yield text((f"  annals list --actor {shlex.quote(shown)}", "dim"))
    yield text((f"  annals alias {shlex.quote(shown)} ACTOR --reason WHY", "dim"))


def _line(row: Row) -> Text:
    return text("  ", (printable(row.incident_id), "cyan"), f"  {printable(row.title)}")
