"""Reports in JSON: JSON Lines (one object a line), one object, or a list of objects."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from annals.collect import refusals
from annals.collect.decoding import byte_order, decode
from annals.collect.refusals import shown
from annals.collect.report import has_words, report_of
from annals.errors import InputError
from annals.model import Refusal, Report

_OPTIONAL = ("id", "title", "url", "publisher", "published", "language")
_CHUNK = 1 << 16
_NAMES = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


def read_lines(stream: BinaryIO, origin: str, limit: int) -> Iterator[Report | Refusal]:
    """Read JSON Lines, a line at a time; blank lines are passed over.

    Args:
        stream: Bytes, read once from where it stands.
        origin: File name, to which each line's number is added.
        limit: Bytes of the longest line that is read; longer ones are refused without being held in memory.
    """
    number = 0
    told = False
    while raw := stream.readline(limit + 1):
        number += 1
        here = f"{origin}:{number}"
        if number == 1 and byte_order(raw) in ("utf-16", "utf-32"):
            yield Refusal(origin=origin, reason="It is not UTF-8 but UTF-16 or UTF-32; save it as UTF-8.")
            return
        if len(raw) > limit and not raw.endswith(b"\n"):
            _skip_line(stream)
            told = True
            advice = "shorten this line or raise the limit; the other lines are read."
            yield refusals.too_large(here, None, limit, advice=advice)
            continue
        line = raw.removeprefix(b"\xef\xbb\xbf").strip(b" \t\r\n") if number == 1 else raw.strip(b" \t\r\n")
        if line:
            told = True
            yield _read_line(line, here)
    if not told:
        yield refusals.empty(origin)


def read_json(raw: bytes, origin: str) -> Iterator[Report | Refusal]:
    """Read a .json file: one object, a list of objects ("a.json#3" is the third), or in fact JSON Lines."""
    text = decode(raw, origin)
    if isinstance(text, Refusal):
        yield text
        return
    text = text.removeprefix("\ufeff")
    if not text.strip():
        yield refusals.empty(origin)
        return
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) > 1 and _is_object(lines[0][1]):
            for number, line in lines:
                yield _read_line(line.strip().encode("utf-8", "surrogatepass"), f"{origin}:{number}")
        else:
            yield _broken(origin, error)
        return
    if not isinstance(value, list):
        yield _read_value(value, raw, origin)
    elif not value:
        yield Refusal(origin=origin, reason="The list in it is empty; give it at least one report or leave it out.")
    else:
        for position, item in enumerate(value, 1):
            yield _read_value(item, raw, f"{origin}#{position}")


def _skip_line(stream: BinaryIO) -> None:
    while (piece := stream.readline(_CHUNK)) and not piece.endswith(b"\n"):
        pass


def _read_line(line: bytes, origin: str) -> Report | Refusal:
    try:
        text = line.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        where = f"byte {error.start + 1} of the line ({line[error.start]:#04x})"
        return Refusal(origin=origin, reason=f"It is not UTF-8: {where} is wrong; save the file as UTF-8.")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        return _broken(origin, error)
    return _read_value(value, line, origin)


def _read_value(value: Any, raw: bytes, origin: str) -> Report | Refusal:
    """One report from one JSON value."""
    if not isinstance(value, dict):
        return Refusal(
            origin=origin,
            reason=f'{shown(value)} is not an object; write a report as {{"text": "...", "title": "...", ...}}.',
        )
    text = value.get("text")
    if text is None:
        known = ", ".join(shown(key) for key in list(value)[:6]) or "none"
        return Refusal(origin=origin, field="text", reason=f"It is missing, and is required (fields here: {known}).")
    if not isinstance(text, str):
        return _not_a_string(origin, "text", text)
    if not has_words(text):
        return Refusal(
            origin=origin, field="text", reason=f"{shown(text)} holds no words; give the report's whole text."
        )
    fields: dict[str, str | None] = {}
    for name in _OPTIONAL:
        given = value.get(name)
        if name == "id" and isinstance(given, int) and not isinstance(given, bool):
            given = str(given)  # many databases number their rows
        if given is not None and not isinstance(given, str):
            return _not_a_string(origin, name, given)
        fields[name] = given
    given_id = fields.pop("id")
    try:
        return report_of(text=text, raw=raw, given_id=given_id, origin=origin, **fields)
    except InputError as error:
        return Refusal(origin=origin, field=error.field, reason=error.reason)


def _not_a_string(origin: str, field: str, value: object) -> Refusal:
    kind = _NAMES.get(type(value), type(value).__name__)
    return Refusal(
        origin=origin,
        field=field,
        reason=f"{shown(value)} is {kind}, not a string; put it in quotation marks or leave it out.",
    )


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _broken(origin: str, error: Exception) -> Refusal:
    """JSON that cannot be read: where and why."""
    if isinstance(error, json.JSONDecodeError):
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        return Refusal(origin=origin, reason=f"It is not JSON ({error.msg}, {where}); correct it there.")
    why = "it is nested too deeply" if isinstance(error, RecursionError) else "a number in it is too long"
    return Refusal(origin=origin, reason=f"It is not JSON that can be read ({why}); write a report as a flat object.")
