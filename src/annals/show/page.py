"""Lines of styled text, wrapped to a width: what every view is made of."""

from functools import cache

from rich.console import Console
from rich.text import Text

Part = str | tuple[str, str] | Text
"""Plain text, text with a style, or text that is styled already."""


def text(*parts: Part) -> Text:
    """Put parts together into one text. The words are taken as they are: no markup is read in them."""
    return Text.assemble(*parts)


def paragraph(body: Text, width: int | None, *, indent: int = 0, hang: int | None = None) -> list[Text]:
    """Wrap `body` to `width` columns, the first line indented by `indent`, the others by `hang` (default `indent`).

    None as the width is no wrapping at all. A width too narrow for the indent still gives 20 columns of text.
    """
    margin = indent if hang is None else hang
    if width is None:
        return [text(" " * indent, body)]
    room = max(width - margin, 20)
    padded = text(" " * (indent - margin), body) if indent > margin else body
    lines = list(padded.wrap(_measuring(), room, tab_size=1))
    for line in lines:
        line.rstrip()
    start = min(indent, margin)
    return [text(" " * (start if number == 0 else margin), line) for number, line in enumerate(lines)]


def labelled(label: Part, body: Text, width: int | None, *, indent: int, column: int) -> list[Text]:
    """Set `label` at `indent` and `body` from `column` on; a label that is too long has a line of its own."""
    head = text(" " * indent, label)
    lines = paragraph(body, width, indent=column)
    if head.cell_len >= column:
        return [head, *lines]
    head.append(" " * (column - head.cell_len))
    return [text(head, lines[0][column:]), *lines[1:]]


@cache
def _measuring() -> Console:
    return Console(width=80, color_system=None, force_terminal=False)
