"""Who only answered the attack: "police shot dead the gunman", "a guard overpowered him", "28 assailants were killed".

Whoever kills the attackers did not do what they did; he is no doer of the incident that is theirs.
"""

import re
from collections.abc import Iterable, Iterator

from annals.english.phrases import Match
from annals.extract.doers import deed_subject
from annals.extract.lexicon import Trigger
from annals.extract.page import Page, Sentence
from annals.extract.subjects import subject_of
from annals.model import Finding
from annals.reference.descriptions import describe

_ATTACKERS = (
    r"(?:attackers?|assailants?|gunm[ae]n|shooters?|(?:suicide )?bombers?|perpetrators?|knifem[ae]n|hijackers?|"
    r"hostage[- ]takers?|assassins?|stabbers?|raiders?)"
)
_DEFINITE = r"(?:(?:\w+ of )?(?:the|these|those|his|her|their|its)|both|all(?: of)?(?: the)?)"
_VERB_TAIL = r"(?:\s+(?:dead|down|and|then|killed|wounded|shot|later|also|back|at|on))*\s+"
_OF_ATTACKERS = re.compile(
    rf"{_VERB_TAIL}(?:(?P<definite>{_DEFINITE})\s+)?(?:[\w-]+\s+){{0,3}}?{_ATTACKERS}\b", re.IGNORECASE
)
_OF_HIM = re.compile(rf"{_VERB_TAIL}{_DEFINITE}\s+(?P<noun>[\w-]+)\b", re.IGNORECASE)
# "Had fired them": arms, and nobody.
_FIRES = re.compile(r"(?:fired|launched|planted|detonated|dropped)\b")
_HIM = re.compile(rf"{_VERB_TAIL}(?:him|her|them)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:(?:the|a|an|one|two|three|several|some)\s+)*\Z", re.IGNORECASE)
_STATE = frozenset({"police", "military", "security", "government", "intelligence"})
_PLACED = re.compile(r"\s+(?:of|in|on|from)\s", re.IGNORECASE)
_WIDTH = 12


def without_responders(findings: Iterable[Finding], page: Page) -> list[Finding]:
    """The findings without the doers who in the report only struck those that had attacked."""
    return [f for f in findings if f.field != "perpetrator" or not f.words or not _responds(f, page)]


def _responds(finding: Finding, page: Page) -> bool:
    if finding.stance not in ("states", "blames", "claims"):
        return False
    start = finding.quote.start + max(0, finding.quote.exact.find(finding.words))
    end = start + len(finding.words)
    sentence = next((s for s in page.sentences if s.start <= start < s.end), None)
    if sentence is None:
        return False
    deeds = list(_deeds_of(sentence, start, end, page.text))
    return bool(deeds) and all(_on_attackers(sentence, deed, start, end, page) for deed in deeds)


def _deeds_of(sentence: Sentence, start: int, end: int, text: str) -> Iterator[Match[Trigger]]:
    """The verbs of violence whose subject, or whose agent behind "by", the words in [start, end) are."""
    for trigger in sentence.triggers:
        if trigger.payload.noun:
            continue
        if trigger.end <= start:
            if start - trigger.end < _WIDTH * 4 and _BY.search(text, trigger.end, start):
                yield trigger
            continue
        subject = deed_subject(sentence, trigger, text)
        if subject is not None and subject.start < end and start < subject.end:
            yield trigger


def _on_attackers(sentence: Sentence, deed: Match[Trigger], start: int, end: int, page: Page) -> bool:
    """Whether the deed was done to those who had attacked: by their name as such, or as who did the deed before."""
    text = page.text
    if deed.end <= start:
        subject = subject_of(sentence, deed.first, text)
        if subject is None or not subject.passive:
            return False
        words = " " + text[subject.start : subject.end]
    elif _HIM.match(text, deed.end, sentence.end) and not _FIRES.match(text, deed.start):
        state = describe(text[start:end]).kind in _STATE
        return state and any(not (s < end and start < e) for s, e in _attacked(sentence, deed.start, page))
    else:
        words = text[deed.end : sentence.end]
    attackers = _OF_ATTACKERS.match(words)
    if attackers is not None:
        return bool(attackers["definite"]) or _told_before(sentence, deed, page)
    told = _OF_HIM.match(words)
    if told is None or _PLACED.match(words, told.end()):
        return False
    noun = told["noun"].lower().rstrip("s")
    return any(noun in text[s:e].lower() for s, e in _attacked(sentence, deed.start, page))


def _told_before(sentence: Sentence, deed: Match[Trigger], page: Page) -> bool:
    return any(s.triggers for s in page.sentences[: sentence.index]) or any(
        t.end <= deed.start for t in sentence.triggers
    )


def _attacked(sentence: Sentence, before: int, page: Page) -> Iterator[tuple[int, int]]:
    """The subjects of the deeds told before offset `before`, from the nearest sentence up."""
    for home in reversed(page.sentences[: sentence.index + 1]):
        for trigger in home.triggers:
            if trigger.start < before and not trigger.payload.noun:
                subject = deed_subject(home, trigger, page.text)
                if subject is not None:
                    yield subject.start, subject.end
