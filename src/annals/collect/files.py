"""Files, folders and standard input, in a stable order."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from annals.collect import refusals
from annals.collect.html import read_html
from annals.collect.jsonlines import read_json, read_lines
from annals.collect.plain import read_text
from annals.errors import UsageError
from annals.model import Refusal, Report

DEFAULT_LIMIT = 50_000_000
"""Bytes of the largest file, and of the longest line of JSON Lines, that is read."""

STDIN = "-"
"""The source that stands for JSON Lines on standard input; its origins read "stdin:3"."""

_TEXT = frozenset((".txt", ".text"))
_PAGES = frozenset((".html", ".htm", ".xhtml"))
_LINES = frozenset((".jsonl", ".ndjson"))
_JSON = frozenset((".json",))
_PACKED = frozenset((".gz", ".zip", ".bz2", ".xz", ".zst", ".7z", ".rar", ".tar", ".tgz"))


def collect(
    sources: Sequence[str | Path], *, stdin: BinaryIO | None = None, limit_bytes: int = DEFAULT_LIMIT
) -> Iterator[Report | Refusal]:
    """Read reports from files, folders and standard input.

    Folders are read with all that is in them, by name, hidden files and folders aside; a file that is reached twice is
    read once. What cannot be read becomes a Refusal, and the rest goes on.

    Args:
        sources: Paths, and "-" for JSON Lines on standard input, in the order in which they are read.
        stdin: Bytes to read for "-"; None is the process's standard input.
        limit_bytes: Bytes of the largest file (for JSON Lines: of the longest line) that is read.

    Returns:
        An iterator that reads as it goes: a file is opened when its turn comes.

    Raises:
        UsageError: a path does not exist, or a source is given that is none. Raised before anything is read.
    """
    if isinstance(sources, str | Path):
        sources = (sources,)
    for source in sources:
        if not str(source):
            raise UsageError('A source is empty; give a file, a folder, or "-" for standard input.')
        if str(source) != STDIN and not os.path.lexists(source):
            raise UsageError(f"{_name(source)} does not exist; check the path.")
    return _collect(tuple(sources), stdin, limit_bytes)


def _collect(sources: Sequence[str | Path], stdin: BinaryIO | None, limit: int) -> Iterator[Report | Refusal]:
    read: set[str] = set()
    heard = False
    for source in sources:
        if str(source) == STDIN:
            if not heard:
                yield from read_lines(stdin or sys.stdin.buffer, "stdin", limit)
            heard = True
        elif Path(source).is_dir():
            yield from _read_folder(Path(source), read, limit)
        else:
            yield from _read_once(Path(source), read, limit)


def _read_folder(folder: Path, read: set[str], limit: int) -> Iterator[Report | Refusal]:
    found = False
    for item in _walk(folder, frozenset()):
        found = True
        if isinstance(item, Refusal):
            yield item
        else:
            yield from _read_once(item, read, limit)
    if not found:
        yield Refusal(origin=_name(folder), reason=f"The folder holds no files; put {refusals.TYPES} files in it.")


def _walk(folder: Path, above: frozenset[str]) -> Iterator[Path | Refusal]:
    """Yield the files below a folder by name; a link back to a folder above is not followed."""
    here = os.path.realpath(folder)
    if here in above:
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield refusals.unreadable(_name(folder), error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        try:
            folder_below = entry.is_dir()
        except OSError as error:
            yield refusals.unreadable(_name(entry.path), error)
            continue
        if folder_below:
            yield from _walk(Path(entry.path), above | {here})
        else:
            yield Path(entry.path)


def _read_once(path: Path, read: set[str], limit: int) -> Iterator[Report | Refusal]:
    real = os.path.realpath(path)
    if real not in read:
        read.add(real)
        try:
            yield from _read_file(path, limit)
        except OSError as error:
            yield refusals.unreadable(_name(path), error)


def _read_file(path: Path, limit: int) -> Iterator[Report | Refusal]:
    origin, kind = _name(path), path.suffix.lower()
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        yield Refusal(origin=origin, reason='It is no regular file; pipe JSON Lines to "-" instead.')
    elif kind in _LINES:
        with path.open("rb") as stream:
            yield from read_lines(stream, origin, limit)
    elif kind not in _TEXT | _PAGES | _JSON:
        yield _unknown(origin, kind)
    elif status.st_size > limit:
        advice = "split it into one file a report, or into JSON Lines (.jsonl)."
        yield refusals.too_large(origin, status.st_size, limit, advice=advice)
    else:
        raw = path.read_bytes()
        if kind in _JSON:
            yield from read_json(raw, origin)
        else:
            yield read_html(raw, origin) if kind in _PAGES else read_text(raw, origin)


def _unknown(origin: str, kind: str) -> Refusal:
    advice = "unpack it first" if kind in _PACKED else "rename or convert it"
    what = f"Files of type {kind} are not read" if kind else "A file without an extension is not read"
    return Refusal(origin=origin, reason=f"{what}; {advice} (annals reads {refusals.TYPES}).")


def _name(path: str | Path | os.DirEntry[str]) -> str:
    """A path as text that can be stored and shown, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")
