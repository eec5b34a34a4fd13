"""Results on stdout: as wide as the terminal, safe for it, or plain in a pipe."""

import os
import shutil
import sys
from collections.abc import Iterable
from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

from annals.show.clean import escaped_json

_WIDEST = 110
"""Columns; longer lines are hard to read."""


def width() -> int | None:
    """Return the columns to wrap prose to: the terminal's, else those that COLUMNS asks for, else no wrapping."""
    columns = table_width()
    return None if columns is None else min(columns, _WIDEST)


def table_width() -> int | None:
    """Return the columns that a table may take: the terminal's, else those of COLUMNS, else as many as it needs."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdecimal():
        return shutil.get_terminal_size().columns
    return None


def show(lines: Iterable[Text]) -> None:
    """Print lines to stdout, with styles on a terminal that wants them; NO_COLOR asks for plain text."""
    _never_fail_on_signs()
    if sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
        for line in lines:
            console.print(line, soft_wrap=True)
        return
    for line in lines:
        sys.stdout.write(line.plain + "\n")


def show_json(value: Any) -> None:
    """Print a value as indented JSON to stdout.

    On a terminal, characters that could steer it are written as escapes, which read back as the same text.
    """
    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode("utf-8")
    _utf8()
    sys.stdout.write((escaped_json(text) if sys.stdout.isatty() else text) + "\n")


def _utf8() -> None:
    """JSON is UTF-8 whatever the locale says."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", newline="\n")


def _never_fail_on_signs() -> None:
    """Where the terminal's encoding lacks a sign, print its code rather than fail."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
