"""Whom a denial clears: the one who denies, or the accused for whom he speaks ("her lawyer called that a lie").

A report tells the charge first and the answer after it, and the answer comes from whoever has a voice: an office, a
lawyer, a capital. Where the one who answers is himself nobody's accused, the accused is the party.
"""

import re
from collections.abc import Sequence

import msgspec

from annals.extract.antecedents import stands_for
from annals.extract.group_names import group_names
from annals.extract.parties import kin, land_ids
from annals.model import Finding
from annals.reference.descriptions import describe, trimmed
from annals.reference.phrases import words_of

_CHARGE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w+|disput\w+|wav(?:ed?|es|ing)\s+(?:aside|away)|call\w*|"
    r"term(?:s|ed)|describ\w+|scoff\w*\s+at|ridicul\w+|laugh\w*\s+(?:at|off))\s+(?:\w+ly\s+)?"
    r"(?:(?:that|this|it|them|everything)(?=\s*(?:[.,;:”\"]|$)|\s+(?:and|but|as|in|on|at|outright|flatly|too|with|when|while)\b)|all\s+of\s+(?:it|this)|(?:the|these|those|any|all|such|both)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:accusations?|charges?|allegations?|claims?|suggestions?|suspicions?|insinuations?|reports?|idea|notion|version|"
    r"account|theory|story|rumou?rs?|talk))\b",
    re.IGNORECASE,
)
# Of their own part somebody speaks who answers for himself.
_OWN_PART = re.compile(
    r"\b(?:involvement|involved|responsibility|responsible|role|part|hand|behind|complicity|its|their|his|her|our)\b",
    re.IGNORECASE,
)
_CHIEF = re.compile(
    r"\b(?:chief|chieftain|elder|leader|sheikh|headman|commander|imam|king|emir|warlord|boss|president|chairman)\b",
    re.IGNORECASE,
)
_HIS_PEOPLE = re.compile(
    r"\b(?:his|her|its|their)\s+(?:own\s+)?(?:people|men|youths|fighters|forces|followers|community|clan|tribe|village|"
    r"herders|hunters|group|movement|members|boys|side)\b"
)
# "The opposition APC".
_NAMED = re.compile(r"(?:[a-z-]+\s+){0,3}(?:[A-Z][\w’'-]*\s?)+")
_STATE = frozenset({"military", "police", "security", "intelligence"})
_ARMED = frozenset({"militants", "rebels", "militia", "gang", "communal", "pirates"})
_RULING = frozenset(
    {"government", "authorities", "authority", "regime", "junta", "ministry", "state", "administration"}
)
_AHEAD = 70
_A_NAME = re.compile(
    r"(?:[A-Z][\w’'.-]*|al|el|bin|de|da|van|of|the)(?:[\s-]+(?:[A-Z][\w’'.-]*|al|el|bin|de|da|van|of|the))*"
)
_LONG = 4
"""A word of so many letters tells one name from another."""


def cleared(findings: Sequence[Finding], names: dict[str, str], text: str) -> list[Finding]:
    """The findings with each denial as that of the accused party; `names` are the known actors' ids by their words.

    A denial by one who could not have done it, and who speaks for nobody accused, is left out.
    """
    accused = [f for f in findings if f.field == "perpetrator" and f.words and f.stance in ("blames", "suspects")]
    told = [f for f in findings if f.field == "perpetrator" and f.words and f.stance in ("states", "claims")]
    kept = []
    for finding in findings:
        if finding.field != "perpetrator" or finding.stance != "denies" or not finding.words:
            kept.append(finding)
            continue
        meant = _meant(finding, accused, told, names, text)
        if meant is not None:
            kept.append(msgspec.structs.replace(finding, anchor=meant.anchor or meant.words))
        elif could_deny(finding, names) or _for_his_own(finding, text):
            kept.append(finding)
    return kept


def could_deny(finding: Finding, names: dict[str, str]) -> bool:
    """Whether the words of a denial name or describe one who could have done it, or a person by his name."""
    words = finding.anchor or finding.words
    if _ids(words, names) or _A_NAME.fullmatch(trimmed(words)) or stands_for(words) is not None:
        return True
    if _NAMED.fullmatch(trimmed(words)):
        return True
    known = describe(words)
    ruling = known.kind == "government" and known.head in _RULING
    return (
        known.kind in _STATE | _ARMED
        or ruling
        or bool(land_ids(trimmed(words)))
        or bool(list(group_names(words, 0, len(words))))
    )


def _for_his_own(finding: Finding, text: str) -> bool:
    """Whether a chief denies a deed of his own people: "the chief denied that his youths had done it"."""
    behind = text[finding.quote.start : min(len(text), finding.quote.end + _AHEAD)]
    return _CHIEF.search(finding.anchor or finding.words) is not None and _HIS_PEOPLE.search(behind) is not None


def _meant(
    finding: Finding, accused: list[Finding], told: list[Finding], names: dict[str, str], text: str
) -> Finding | None:
    """The accusation that a denial by another answers; None where the denier is accused himself, or none is."""
    own = finding.anchor or finding.words
    if any(_one(own, a.anchor or a.words, names) for a in [*accused, *told]):
        return None
    before = [a for a in [*accused, *told] if a.quote.start < finding.quote.start]
    whole = f"{own} {finding.speaker or ''}"
    for other in reversed(before):
        if _names(other, whole):
            return other
    kind = describe(own).kind
    alike = [
        a for a in before if kind in _STATE and describe(a.anchor or a.words).kind == kind and not _ids(own, names)
    ]
    if alike:
        return alike[-1]
    charge = _CHARGE.search(text, finding.quote.start, min(len(text), finding.quote.end + _AHEAD))
    if charge is None or _OWN_PART.search(charge.group()) or _armed(own, names):
        return None
    others = [a for a in accused if a.quote.start < finding.quote.start and a.speaker != finding.speaker]
    return others[-1] if others else None


def _armed(words: str, names: dict[str, str]) -> bool:
    """Whether an armed group speaks: it answers for itself."""
    ids = _ids(words, names)
    return describe(words).kind in _ARMED or any(not i.startswith("state:") for i in ids)


def _ids(words: str, names: dict[str, str]) -> set[str]:
    return {kin(actor) for name, actor in names.items() if name in words}


def _one(one: str, other: str, names: dict[str, str]) -> bool:
    a, b = trimmed(one).casefold(), trimmed(other).casefold()
    return a in b or b in a or bool(_ids(one, names) & _ids(other, names))


def _names(accused: Finding, words: str) -> bool:
    """Whether the accused is named among the words of the denier: "Kamah" in "the lawyer of Kamah"."""
    name = accused.anchor or accused.words
    split = words_of(name)
    tell = [name[a:b] for a, b in zip(split.starts, split.ends, strict=True) if name[a].isupper() and b - a >= _LONG]
    return bool(tell) and all(re.search(rf"\b{re.escape(one)}\b", words) for one in tell)
