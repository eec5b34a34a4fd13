"""Reports as sets of word runs, for telling whether one repeats the other's sentences."""

import hashlib
import re
import zlib
from array import array
from functools import lru_cache
from typing import NamedTuple

from annals.model import Report

RUN = 5
"""Words of a run: long enough that two writers hardly ever share one by chance."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_QUOTED = re.compile('"[^"\n]{40,2000}"|\u201c[^\u201c\u201d\n]{40,2000}(?:\u201d|$)', re.MULTILINE)
_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november")
_MONTHS = {form: name[:3] for name in (*_NAMES, "december") for form in (name, name[:3])} | {"sept": "sep"}
_DAY_NUMBERS = {f"{day}{ending}": day for day in range(1, 32) for ending in ("", "st", "nd", "rd", "th")}


class Body(NamedTuple):
    """What a report's own text consists of, without headline, captions and furniture."""

    words: int
    """Number of words."""
    runs: "array[int]"
    """Checksums of its runs of five words, each once, in rising order."""
    own: "array[int]"
    """Those of its runs that stand outside long quotations."""
    days: frozenset[str]
    """Days that it names ("jan 3"), without datelines."""
    exact: bytes
    """SHA-256 of all its words in order."""


def body_of(report: Report) -> Body:
    """Cut a report's own text into runs; a report that is all headline and furniture is taken whole."""
    text = _own_text(report)
    words = _words(text)
    if not words:
        text = report.text
        words = _words(text)
    codes = [_code(word) for word in words]
    unquoted = _QUOTED.sub(" \n ", text)
    own = _runs([_code(word) for word in _words(unquoted)]) if len(unquoted) < len(text) else None
    runs = _runs(codes)
    exact = hashlib.sha256(array("I", codes).tobytes()).digest()
    return Body(len(codes), runs, runs if own is None else own, _days(words), exact)


def _own_text(report: Report) -> str:
    parts, at = [], 0
    for region in report.regions:
        parts.append(report.text[at : region.start])
        at = region.end
    parts.append(report.text[at:])
    return " ".join(parts)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("\u2019", "'"))


@lru_cache(maxsize=1 << 17)
def _code(word: str) -> int:
    # A checksum, not Python's hash, which differs from process to process.
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def _runs(codes: list[int]) -> "array[int]":
    """Checksums of all runs. 32 bits will do: two reports of 400 words share one by chance in 25,000 cases."""
    packed = memoryview(array("I", codes).tobytes())
    width = packed.nbytes // len(codes) if codes else 0
    last = packed.nbytes - RUN * width
    return array(
        "I", sorted({zlib.crc32(packed[at : at + RUN * width]) for at in range(0, last + 1, width)}) if width else ()
    )


def _days(words: list[str]) -> frozenset[str]:
    """The days that a number beside a month names."""
    found = set()
    for index, word in enumerate(words):
        if word in _DAY_NUMBERS:
            for beside in (*words[max(0, index - 1) : index], *words[index + 1 : index + 2]):
                if beside in _MONTHS:
                    found.add(f"{_MONTHS[beside]} {_DAY_NUMBERS[word]}")
    return frozenset(found)
