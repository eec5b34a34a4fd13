"""Denial and blame that other words imply: "as did the front", "rejected the army's charge", "killed nobody".

Who rejects another's charge tells that he is charged. "And so has Iran" denies what the clause before it denies.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from annals.extract.accused import object_of_blame
from annals.extract.apposed import by_name
from annals.extract.attributed import StanceFinding
from annals.extract.page import Sentence
from annals.extract.parties import land_party, listed
from annals.extract.silence import is_nobody
from annals.model import Finding, Quote

_SO_DO = re.compile(
    r"(?:,\s+|\s+)(?:and\s+so|as|and\s+neither|and\s+nor|nor|so)\s+(?:has|have|had|did|does|do)\s+(?:the\s+|its\s+ally\s+)?(?=[\w“\"])"
)
_CHARGES = r"(?:accusations?|allegations?|charges?|insinuations?|blame)"
_CHARGE_OF = re.compile(
    rf"\b(?:the\s+)?(?P<who>[A-Z][\w’'-]*?(?:\s+(?:of\s+)?[A-Z][\w’'-]*?){{0,3}}(?:\s+[a-z]+)?|the\s+[a-z-]+(?:\s+[a-z-]+)?)(?:[’']s|s[’'])\s+(?:[\w-]+\s+){{0,2}}?{_CHARGES}\b"
    rf"|\b{_CHARGES}\s+(?:made\s+|levelled\s+|leveled\s+)?(?:by|from)\s+(?P<by>(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){{0,3}}?)(?=\s*(?:[,.;]|$)|\s+(?:that|of|and|as)\b)"
    rf"|\b{_CHARGES}\s*,?\s+(?:that|which)\s+(?P<whom>(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){{0,3}}?)\s+(?:has\s+|have\s+|had\s+|is\s+|are\s+|was\s+)?"
    r"(?:made|makes|making|spread|spreads|spreading|levelled|levels|levelling|circulated|put\s+about|repeated|repeats)\b"
)
# Whose charge it is that he himself answers is told by a pronoun.
_OWN = re.compile(
    r"(?:its|their|his|her|our|my|any|all|some|these|those|such|media|press|earlier|last|tonight|yesterday|"
    r"\w+day|(?:the\s+)?(?:week|month|year|day|night|report|film|video|article|document|letter)s?)\b",
    re.IGNORECASE,
)
_REACH = 70
_OFFICE = len(" and the")


def implied(found: Sequence[StanceFinding], sentence: Sentence, text: str) -> Iterator[StanceFinding]:
    """What the stances `found` in a sentence imply besides."""
    for told in found:
        if told.finding.stance in ("denies", "claims", "blames"):
            yield from _as_did(told, sentence, text)
        if told.finding.stance == "denies" and told.finding.words:
            yield from _charged(told, sentence, text)


def _as_did(told: StanceFinding, sentence: Sentence, text: str) -> Iterator[StanceFinding]:
    """Others who do as the party does: "Hezbollah has denied any part, and so has Iran"."""
    low = max(told.finding.quote.end, told.at)
    stop = min(sentence.end, low + _REACH)
    match = _SO_DO.search(text, low, stop)
    if match is None or re.search(r"[;.!?]", text[low : match.start()]):
        return
    own = told.finding.stance != "blames"
    parties = listed(sentence, match.end(), min(sentence.end, match.end() + _REACH), text)[:2]
    near = [p for p in parties if p.start - match.end() <= _OFFICE]
    land = land_party(text, match.end(), sentence.end)
    others = near or ([land] if land is not None else object_of_blame(sentence, match.end(), sentence.end, text))
    for party in by_name(others, sentence, sentence.end, text):
        words = text[party.start : party.end]
        quote = Quote.of(text, min(told.at, party.start), party.end)
        again = msgspec.structs.replace(
            told.finding,
            words=words if own else told.finding.words,
            anchor=None if own else told.finding.anchor,
            speaker=words,
            quote=quote if own else told.finding.quote,
        )
        yield replace(told, finding=again, at=match.start())


def _charged(told: StanceFinding, sentence: Sentence, text: str) -> Iterator[StanceFinding]:
    """Whoever makes the charge that is denied blames the one who denies it."""
    start, stop = told.at, min(sentence.end, told.at + _REACH + _REACH)
    for match in _CHARGE_OF.finditer(text, start, stop):
        key = next(k for k in ("who", "by", "whom") if match[k])
        who = match[key].strip()
        if _OWN.match(who) or is_nobody(who) or who.lower() in told.finding.words.lower():
            continue
        finding = Finding(
            field="perpetrator",
            words=told.finding.words,
            quote=Quote.of(text, min(told.finding.quote.start, match.start()), match.end()),
            stance="blames",
            speaker=who,
            anchor=told.finding.anchor,
        )
        yield replace(told, finding=finding, doubtful=False)
        return
