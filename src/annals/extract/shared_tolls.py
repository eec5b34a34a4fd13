"""Figures that a report tells of several of its events at once, and that are the toll of none of them.

"Three attacks killed 19 people", where those of 11, five and three dead are told one by one; "two separate shootings
left one dead and three hurt".
"""

import re
from itertools import combinations

import msgspec

from annals.english.numbers import read_number
from annals.model import Field, Finding, Reading, Telling

_EVENTS = (
    r"(?:attacks|operations|shootings|stabbings|bombings|raids|incidents|blasts|strikes|clashes|ambushes|explosions|killings|"
    r"assaults|battles|firefights)"
)
_SEPARATE = re.compile(rf"\b(?:separate|unrelated|different)\s+(?:\w+\s+)?{_EVENTS}\b", re.IGNORECASE)
_ONE_BY_ONE = re.compile(r"\W*(?:in|during)\s+[^,]{0,30}?\b(?:separate|unrelated|different)\b", re.IGNORECASE)
"""At the head of a sentence that goes on to tell each with its own toll."""
_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|several|series of|string of|wave of|spate of|\d+)\s+(?:[\w-]+\s+){0,2}?"
    rf"{_EVENTS}\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\n|[.!?]\s")
_TOLLS: tuple[Field, ...] = ("killed", "wounded", "missing", "abducted")
_MOST = 6
"""Other events whose tolls are added up in every way."""


def own_tolls(reading: Reading, text: str) -> Reading:
    """The reading without figures that are told of several of its events together."""
    single = [n for n, t in enumerate(reading.tellings) if t.realis == "actual" and not t.aggregate]
    counted = [n for n in single if any(f.field in _TOLLS for f in reading.tellings[n].findings)]
    if len(counted) <= 1:
        return reading
    tellings = list(reading.tellings)
    for n in counted:
        telling = tellings[n]
        shared = [
            f for f in telling.findings if _shared(f, telling, [reading.tellings[o] for o in counted if o != n], text)
        ]
        if shared:
            kept = tuple(f for f in telling.findings if f not in shared)
            tellings[n] = msgspec.structs.replace(telling, findings=kept)
    return msgspec.structs.replace(reading, tellings=tuple(tellings))


def _shared(finding: Finding, telling: Telling, others: list[Telling], text: str) -> bool:
    if finding.field not in _TOLLS or finding.part:
        return False
    sentence = _sentence(finding, text)
    if _SEPARATE.search(sentence) and not _ONE_BY_ONE.match(sentence):
        return True
    whole = _least(finding)
    if whole is None or not _SEVERAL.search(sentence):
        return False
    own = {_least(f) for f in telling.findings if f.field == finding.field and f is not finding} - {None, whole}
    beside = [max(told) for o in others[:_MOST] if (told := _told(o, finding.field))]
    sums = {sum(some) for size in range(1, len(beside) + 1) for some in combinations(beside, size)}
    return any(number is not None and whole - number in sums for number in own)


def _told(telling: Telling, field: Field) -> list[int]:
    found = [_least(f) for f in telling.findings if f.field == field and not f.part]
    return [number for number in found if number is not None]


def _least(finding: Finding) -> int | None:
    number = read_number(finding.words)
    return number.low if number is not None else None


def _sentence(finding: Finding, text: str) -> str:
    start = max(
        (m.end() for m in _ENDS.finditer(text, max(0, finding.quote.start - 400), finding.quote.start)), default=0
    )
    after = _ENDS.search(text, finding.quote.end, finding.quote.end + 400)
    return text[max(start, finding.quote.start - 400) : after.start() if after is not None else finding.quote.end + 400]
