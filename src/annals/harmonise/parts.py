"""Figures of one event that can only be parts of another one which the same report tells.

"Twenty people were killed" and, further on, "two girls were killed": the girls are among the twenty, whether the
report says so or not. Soldiers beside a larger number of people are too; a larger or equal figure is another count.
So are those whom a report singles out beside any larger figure that it tells: "his wife", "a 63-year-old".
"""

import re
from collections.abc import Sequence

import msgspec

from annals.model import CountValue, Finding
from annals.model.values import Value

_TOLLS = ("killed", "wounded", "missing", "abducted")
_ANYBODY = frozenset({None, "civilians"})
_NAME = re.compile(r"[A-Z][\w’'.-]+(?:\s+(?:(?:al|el|de|da|bin|ibn|von|van|abu)[ -])?[A-Z][\w’'.-]+)+", re.IGNORECASE)
_KIN = re.compile(r"(?:his|her|their|my|our)\s", re.IGNORECASE)
_AGED = re.compile(r"\bold\b", re.IGNORECASE)
_FEWEST = 2
_MOST_SHARE = 2
"""A figure of more than half of the whole may as well be another count of all."""

Told = tuple[Finding, Value | None]


def with_parts(found: Sequence[Told]) -> list[Told]:
    """Return what was found of one event, its figures of some people marked as parts of a larger figure of all."""
    return [(finding, _as_part(finding, value, found)) for finding, value in found]


def _as_part(finding: Finding, value: Value | None, found: Sequence[Told]) -> Value | None:
    if finding.field not in _TOLLS or not isinstance(value, CountValue) or value.part or not value.low:
        return value
    if _told_singly(finding, value):
        return msgspec.structs.replace(value, part=True) if _has_whole(finding, value, found) else value
    if value.population in _ANYBODY and not _names(finding.words):
        return value
    most = value.high or value.low
    wholes = [
        v.low
        for f, v in found
        if f.field == finding.field
        and isinstance(v, CountValue)
        and not v.part
        and v.population in _ANYBODY
        and v.low is not None
        and v.low >= _FEWEST
        and f.quote.start < finding.quote.start
        and (f.speaker is None or finding.speaker is None or f.speaker == finding.speaker)
    ]
    return msgspec.structs.replace(value, part=True) if wholes and most * _MOST_SHARE <= max(wholes) else value


def _told_singly(finding: Finding, value: CountValue) -> bool:
    """Whether the words single somebody out, by kin, age or name, rather than count: "his wife", "a 63-year-old"."""
    if _KIN.match(finding.words):
        return True
    return value.high == 1 and (bool(_AGED.search(finding.words)) or _names(finding.words))


def _has_whole(finding: Finding, value: CountValue, found: Sequence[Told]) -> bool:
    """Whether anything the report tells, in any place and whoever says it, is a larger figure of all."""
    return any(
        f.field == finding.field
        and isinstance(v, CountValue)
        and not v.part
        and (v.population in _ANYBODY or v.population == "relatives")
        and v.low is not None
        and v.low >= _MOST_SHARE * (value.high or value.low or 1)
        and not _told_singly(f, v)
        for f, v in found
    )


def _names(words: str) -> bool:
    """Whether the words are the names of persons rather than a count of people."""
    return words[:1].isupper() and all(word[:1].isupper() for word in words.split()[:2]) and bool(_NAME.match(words))
