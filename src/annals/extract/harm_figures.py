"""Figures of harm of one event, looked at together: what a figure counts depends on what else is told.

Those shot are not the wounded where some of them died: "four people were shot" and "one died" leave three. An attacker
who was killed is beside the toll of the victims, but is the toll where nobody else was harmed.
"""

import re
from collections.abc import Sequence

import msgspec

from annals.english.numbers import read_number
from annals.extract.harm_words import LIMB
from annals.model import Field, Finding, Reading, Telling

_SHOT = re.compile(
    r"\s*(?:[\w-]+\s+){0,3}?(?:(?:was|were|been|being|are|got)\s+)?(?:shot|hit by gunfire|struck by gunfire)\b"
    r"(?!\s+(?:and|but)\s+(?:\w+ly\s+)?(?:wounded|injured|hurt|survived))"
    rf"(?!\s+in\s+(?:the|his|her|their|both|an?)\s+(?:\w+\s+)?{LIMB}\b)",
    re.IGNORECASE,
)
_NONE = re.compile(r"(?:no|none|nobody|no one|zero|0|without|not|neither)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"s?he", re.IGNORECASE)
_ONE = re.compile(r"(?:an?|one)\b", re.IGNORECASE)
_STOP = re.compile(r"\.\s|\n")
_DIED_OF_IT = re.compile(
    r"\b(?:wounded|injured|hurt|shot|stabbed|burned)\s+(?:in|by|during|on|at|when|last)\b.*\b(?:died|dies|dead|succumb\w*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_FATAL = re.compile(r"\b(?:fatally|dead|killed|died)\Z", re.IGNORECASE)
_OFFENDER = re.compile(
    r"\b(?:attackers?|assailants?|gunm[ae]n|bombers?|shooters?|suspects?|perpetrators?|hijackers?|kidnappers?|"
    r"terrorists?|robbers?|burglars?|intruders?|carjackers?)\b",
    re.IGNORECASE,
)
_REACH = 60
_TOLLS: tuple[Field, ...] = ("killed", "wounded")


def together(reading: Reading, text: str) -> Reading:
    """Return the reading with each event's figures of harm as they stand beside each other."""
    return msgspec.structs.replace(
        reading,
        tellings=tuple(
            msgspec.structs.replace(telling, findings=_whole(_counted_on(_survivors(telling, text))))
            for telling in reading.tellings
        ),
    )


def _counted_on(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, with "a sixth" a part where five are told to have come to the same harm: it is one of six.

    So are the five, where there is a figure for all: "five were admitted, while a sixth was treated on the spot".
    """
    figures = [(f, read_number(f.words)) for f in findings if f.field in _TOLLS]
    whole = [(f.field, n.low) for f, n in figures if n is not None and n.kind == "cardinal" and not f.part]
    onward = {
        f.quote.start: (f.field, (n.low or 0) - 1)
        for f, n in figures
        if n is not None and n.kind == "ordinal" and (n.low or 0) > 1
    }
    before = set(onward.values())

    def of_more(finding: Finding) -> bool:
        after = onward.get(finding.quote.start)
        if after is not None:
            return finding.field == after[0] and any(
                field == finding.field and (low or 0) >= after[1] for field, low in whole
            )
        number = read_number(finding.words)
        return (
            number is not None
            and (finding.field, number.low) in before
            and (finding.field, (number.low or 0) + 1) in whole
        )

    return [msgspec.structs.replace(f, part=True) if f.field in _TOLLS and of_more(f) else f for f in findings]


def _survivors(telling: Telling, text: str) -> Sequence[Finding]:
    """The findings without those shot as the wounded, where some of them died, and without a death told twice."""
    findings = telling.findings
    if any(f.field == "killed" and not _PRONOUN.fullmatch(f.words) and not _NONE.match(f.words) for f in findings):
        # "He died at the scene": one of those counted elsewhere.
        telling = msgspec.structs.replace(
            telling, findings=tuple(f for f in findings if not _PRONOUN.fullmatch(f.words) or f.field != "killed")
        )
    if not any(f.field == "killed" and not _NONE.match(f.words) for f in telling.findings):
        return telling.findings
    telling = msgspec.structs.replace(telling, findings=tuple(_since(f, telling) for f in telling.findings))
    dead = [f for f in telling.findings if f.field == "killed"]
    return [
        f
        for f in telling.findings
        if f.field != "wounded" or not _all_shot(f, text) or any(_beside(f, other, text) for other in dead)
    ]


def _since(finding: Finding, telling: Telling) -> Finding:
    """A figure of who died of the event afterwards as a part of its toll, where others are told to be dead."""
    if finding.field != "killed" or finding.part or not _DIED_OF_IT.search(finding.quote.exact):
        return finding
    others = [
        f for f in telling.findings if f.field == "killed" and f.words != finding.words and not _NONE.match(f.words)
    ]
    return msgspec.structs.replace(finding, part=True) if any(not f.part for f in others) else finding


def _beside(shot: Finding, dead: Finding, text: str) -> bool:
    """Whether one person was shot and another killed in one sentence, told one after the other."""
    first, second = sorted((shot, dead), key=lambda f: f.quote.start)
    between = text[first.quote.end : second.quote.start]
    return bool(_ONE.match(shot.words)) and 0 < len(between) < _REACH and not _STOP.search(between)


def _all_shot(finding: Finding, text: str) -> bool:
    """Whether the words count those who were shot, without saying that they lived."""
    at = text.find(finding.words, finding.quote.start, finding.quote.end)
    if at < 0 or _FATAL.search(finding.words):
        return False
    end = at + len(finding.words)
    return _SHOT.match(text, end, end + _REACH) is not None


def _whole(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, where the attackers are all that came to harm as the toll itself."""
    harmed = [f for f in findings if f.field in _TOLLS and not _NONE.match(f.words)]
    if not harmed or not all(f.part and _OFFENDER.search(f"{f.words} {f.group or ''}") for f in harmed):
        return tuple(findings)
    return tuple(msgspec.structs.replace(f, part=False) if f in harmed else f for f in findings)
