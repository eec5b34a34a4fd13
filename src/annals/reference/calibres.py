"""Calibres beside a weapon's words: "122 mm rockets", "a .38-calibre revolver", "a mortar of 60 millimetres"."""

import re
from typing import NamedTuple

_MM_AN_INCH = 25.4
_REACH = 60
_LEAST, _MOST = 4.0, 460.0

_NUMBER = r"(?<![\d.,])(?P<mm>\d{1,3}(?:[.,]\d{1,2})?)[\s-]{0,2}(?:mm|millimet(?:er|re)s?)\b"
_INCHES = r"(?<![\d\w])\.(?P<inch>\d{2,3})(?!\d)(?:[\s-]{0,2}cal(?:ib(?:er|re))?\b\.?)?"
_CALIBRE = r"(?:[\s-]{1,2}calib(?:er|re))?"
_ADJECTIVES = r"[\s-]{1,2}(?:[A-Za-z][A-Za-z-]{0,24}\s){0,2}"
_BEFORE = re.compile(rf"(?:{_NUMBER}|{_INCHES}){_CALIBRE}(?:{_ADJECTIVES})?$")
_LINKS = (
    r"(?:\s?[(\u2013-]|\s|,\s(?=of\s)){1,2}"
    r"(?:(?:of|with|in|the|a|an|is|was|were|calib(?:er|re)|variant|size|type)\s){0,4}"
)
_AFTER = re.compile(rf"{_LINKS}(?:{_NUMBER}|{_INCHES}){_CALIBRE}(?:\s(?:variant|type|model|version))?")


class Calibre(NamedTuple):
    """A calibre and where its words begin and end."""

    start: int
    end: int
    millimetres: float


def calibre_before(text: str, floor: int, start: int) -> Calibre | None:
    """Return the calibre that stands right before `start`, not reaching back beyond `floor`."""
    low = max(floor, start - _REACH)
    found = _BEFORE.search(text[low:start])
    size = _millimetres(found) if found else None
    return Calibre(low + found.start(), low + found.end(), size) if found and size else None


def calibre_after(text: str, end: int, following: int | None) -> Calibre | None:
    """Return the calibre that stands right after `end`, unless it belongs to the weapon that begins at `following`."""
    high = end + _REACH if following is None else min(following, end + _REACH)
    found = _AFTER.match(text[end:high])
    size = _millimetres(found) if found else None
    if not found or not size:
        return None
    if high == following and _BEFORE.search(text[end:high]):
        return None
    after = end + found.end()
    if "(" in found[0] and text[after : after + 1] == ")":
        after += 1
    return Calibre(end + found.start(), after, size)


def lone_calibre(words: str) -> float | None:
    """Return the calibre, in millimetres, that the words tell, None for none. Reads the first 400 characters.

    >>> lone_calibre("of the 107mm variant"), lone_calibre(".50 calibre")
    (107.0, 12.7)
    """
    found = re.search(rf"{_NUMBER}|{_INCHES}", words[:400])
    return _millimetres(found) if found else None


def _millimetres(found: re.Match[str]) -> float | None:
    told = found["mm"]
    size = float(told.replace(",", ".")) if told else round(float(f"0.{found['inch']}") * _MM_AN_INCH, 2)
    return size if _LEAST <= size <= _MOST else None
