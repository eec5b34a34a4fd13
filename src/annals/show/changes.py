"""The changes feed in words."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from annals.model.change import Change
from annals.show.clean import printable
from annals.show.page import paragraph, text


def change_lines(changes: Iterable[Change], width: int | None) -> Iterator[Text]:
    """Return a paragraph for each entry: its number, when, what happened to which incident, and what of it differs."""
    for change in changes:
        title = printable(f"{change.title}{'' if change.date else ' (undated)'}")
        head = text(
            (f"{change.number:>6}", "dim"),
            f"  {change.at[:16].replace('T', ' ')}  {change.kind:<9}  ",
            (printable(change.incident_id), "cyan"),
            f"  {title}{printable(aftermath(change))}",
        )
        yield from paragraph(head, width, hang=8)


def aftermath(change: Change) -> str:
    """Return what the kind alone does not say, as the end of a sentence; empty where it says all.

    >>> aftermath(Change(number=1, at="", kind="merged", incident_id="i1", became=("i2",), title="", date=None))
    '; part of i2 now'
    """
    differ = f"; differs in {', '.join(name.replace('_', ' ') for name in change.fields)}" if change.fields else ""
    match change.kind:
        case "created":
            return f"; made of {' and '.join(change.of)}" if change.of else ""
        case "merged":
            return f"; part of {change.became[0]} now"
        case "renamed":
            return f"; {change.became[0]} now"
        case "split":
            return f"; in {', '.join(change.became[:-1])} and {change.became[-1]} now"
        case "withdrawn":
            return "" if change.fields else "; no report tells it any more"
        case _:
            return differ
