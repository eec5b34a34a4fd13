"""Our own reports: marks in the text, `[words](id)`, that the label lines below name in place of quotes."""

import re

from training.notation.spans import NotationError

_CLOSE = re.compile(r"\]\(([a-z]+\d+(?:,[a-z]+\d+)*)\)")


def unmark(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text without its marks, and the span of each mark. Marks may nest. Raises NotationError where they break."""
    out: list[str] = []
    length = 0
    open_at: list[int] = []
    spans: dict[str, tuple[int, int]] = {}
    at = 0
    while at < len(marked):
        letter = marked[at]
        close = _CLOSE.match(marked, at) if letter == "]" else None
        if letter == "[":
            open_at.append(length)
        elif close is not None:
            if not open_at:
                raise NotationError(f"a mark closes that was never opened: …{marked[max(0, at - 30) : at + 12]!r}")
            start = open_at.pop()
            for name in close.group(1).split(","):
                if name in spans:
                    raise NotationError(f"mark {name} is used twice")
                spans[name] = (start, length)
            at = close.end()
            continue
        elif letter == "]":
            raise NotationError(f"a bracket closes without (id): …{marked[max(0, at - 30) : at + 12]!r}")
        else:
            out.append(letter)
            length += 1
        at += 1
    if open_at:
        raise NotationError("a mark is opened and never closed")
    return "".join(out), spans
