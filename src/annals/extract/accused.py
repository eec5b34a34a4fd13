"""Whom news English accuses in other ways: "named the gunman as X", "blamed each other", "in the name of X"."""

import re
from collections.abc import Iterator

from annals.extract.page import Sentence
from annals.extract.parties import Party, land_ids, land_party, listed, parties_in
from annals.extract.subjects import Subject, subject_of
from annals.reference.descriptions import describe

_DOERS = (
    r"(?:attackers?|gunm[ae]n|shooters?|bombers?|suspects?|killers?|drivers?|assailants?|perpetrators?|culprits?|"
    r"masterminds?|ringleaders?|hijackers?|arsonists?|knifem[ae]n|snipers?|kidnappers?|assassins?)"
)
_PARTICLE = r"(?:al|el|bin|ibn|de|da|del|van|von|abu)\b"
_NAME = rf"(?:[A-Z][\w’'.-]*|{_PARTICLE}[ -]?)(?:\s+(?:[A-Z][\w’'.-]*|{_PARTICLE}))*"
NAMED_AS = re.compile(
    rf"\b(?:identified|named|names|identifies|naming|identifying)\s+(?:(?:the|one|its|a)\s+)?(?:[\w-]+\s+){{0,2}}?{_DOERS}\s+"
    rf"(?:only\s+)?as\s+(?:an?\s+[^,.;]{{0,40}}?,\s+)?(?P<who>{_NAME})"
    rf"|\b(?P<what>(?:the|one)\s+(?:[\w-]+\s+){{0,2}}?{_DOERS})\s+(?:was|has been|were|"
    rf"have been)\s+(?:identified|named)\s+"
    rf"(?:\w+\s+){{0,3}}?as\s+(?P<whom>{_NAME})"
    rf"|\b{_DOERS},?\s+(?:whom\s+(?P<by>[^,.;:]{{2,40}}?)\s+(?:have\s+|has\s+|had\s+)?(?:later\s+)?|who\s+(?:was|were)\s+(?:later\s+)?)"
    rf"(?:identified|named|described)\s+(?:by\s+(?:the\s+)?\w+\s+)?as\s+"
    rf"(?:(?:members|fighters|gunmen|militants|part|soldiers)\s+(?:of|from)\s+)?(?:the\s+)?(?P<whose>{_NAME})"
    rf"|\b(?:identified|named|names|identifies|naming|identifying)\s+(?:(?:the|one|its|an?)\s+(?:[\w-]+,?\s+){{1,4}}?)?"
    rf"(?P<called>{_NAME})(?:,\s+\d+)?,?\s+as\s+(?:the|an?|its|their|one of the)\s+(?:[\w-]+\s+){{0,2}}?{_DOERS}\b"
)
"""Who is named as the doer: `who` and `called`, or `whom` and `whose` in the passive; `by` whom behind "whom"."""
EACH_OTHER = re.compile(
    r"\b(?:blam(?:ed?|es|ing)|accus(?:ed?|es|ing))\s+(?:each other|one another)\b(?![’'])"
    r"|\beach\s+(?:blam(?:ed?|es)|accus(?:ed?|es))\s+the\s+other\b"
    r"|\b(?:each\s+)?(?:hold|held|holds)\s+(?:each other|one another|the other)\s+responsible\b"
    r"|\beach\s+(?:says?|said|insists?|insisted|claims?|claimed|maintains?|maintained)\s+(?:that\s+)?the\s+other\s+"
    r"(?:did|had|was|fired|started|shot|attacked|struck|opened)\b",
    re.IGNORECASE,
)
SPEAKS_FOR = re.compile(
    r"\b(?:(?:caller|man|woman|person|message|statement|e-?mail|letter|banner|video|voice|post|note|leaflets?|recording|"
    r"communiqu[ée]|graffiti)\b[^.;:]{0,60}?\b(?:spoke|speaking|speak|acting|acted|signed|was signed|calling)\s+"
    r"(?:for|by|on behalf of|in the name of)|in the name of"
    r"|(?:message|statement|e-?mail|letter|banner|video|voice|post|note|notice|leaflets?|recording|communiqu[ée])\b[^.;:]{0,60}?\b"
    r"(?:bearing|carrying|under)\s+the\s+(?:logo|name|seal|signature|flag|emblem|letterhead)\s+of"
    r"|(?:message|statement|e-?mail|letter|banner|video|voice|post|note|notice|leaflets?|recording|communiqu[ée])\b[^.;:]{0,60}?\b"
    r"purport(?:ing|ed|edly)\s+(?:to\s+)?(?:come|be|speak|have come)?\s*(?:from|for|by))\s+(?:the\s+|"
    r"a group called\s+)?(?!(?:our|my|your|his|her|their|all|god|allah|peace|justice|freedom|revenge)\b)(?=[A-Z])",
    re.IGNORECASE,
)
CHANNEL_OF = re.compile(
    r"\b(?P<voice>(?:(?:an?|the)\s+)?(?:[\w-]+\s+){0,2}?(?:channel|website|web site|site|page|account|outlet|"
    r"broadcaster|news agency|radio|television|TV|newspaper|magazine|forum|press agency|arm))\s+"
    r"(?:(?:that|which)\s+(?:is|are)\s+)?(?:used|run|linked|close|affiliated|associated|loyal|controlled|operated|tied|"
    r"sympathetic|belonging)\s+(?:by|to|with)\s+(?:the\s+)?"
    r"(?P<who>[^,.;:]{2,60}?)\s+(?:has\s+|had\s+|later\s+)?(?:carried|published|posted|issued|aired|put out|ran|shared|"
    r"released|broadcast|circulated|printed)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:claims?\b(?! that)|claiming|admitting|taking responsibility)",
    re.IGNORECASE,
)
"""A group's own channel that carries its claim: `voice`, and `who` claims."""
_THE_HAND_OF = re.compile(
    r"\s+(?:(?:the|a|some|possible|direct|likely)\s+){0,2}(?:involvement|hand|role|complicity|participation|work)\s+(?:of|by)(?=\s)",
    re.IGNORECASE,
)
SAID_BY = re.compile(
    r"\s+by\s+(?P<who>(?:the\s+|an?\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,4}?)(?=\s*[,.;]|$|\s+(?:and|but|who|on|in|after|as)\b)"
)
"""Behind the accused, who accuses: "blamed on the rebels by the governor"."""
_END = re.compile(
    r"[,.;:!?“”\"()]|\b(?:between|within|that|for|of|over|after|with|in|on|at|who|which|whom|and|but|as|when|while|saying)\b"
)
_THING = re.compile(
    r"\b(?:fault|failure|weather|error|leak|accident|spark|negligence|attack|strike|bombing|blast|fire|violence|unrest|crisis|"
    r"delays?|shortages?|fog|rain|sanctions|drought|explosion|feud|dispute|collapse|war)\b",
    re.IGNORECASE,
)
_OF_NAME = re.compile(
    r"(?:of|(?:led|headed|commanded|run)\s+by|loyal\s+to)\s+(?:the\s+)?[A-Z][\w’'-]+(?:[\s-]+[A-Z][\w’'-]+)*"
    r"(?:(?:\s+[a-z]+)?\s+(?:coalition|alliance|army|forces|militias?|group|movement|government|military|regime))?"
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disown\w*|disavow\w*|not (?:behind|responsible|involved))\b", re.IGNORECASE
)
_LONGEST = 70
_TWO = 2


def object_of_blame(sentence: Sentence, start: int, stop: int, text: str) -> list[Party]:
    """The noun phrase right behind a verb of blaming as the accused, where it names or describes people.

    It needs a name in capitals that is no place, or a noun for people ("a former guard"); "bad weather" is none.
    """
    lead = re.compile(r"\s*[“\"]?(?:the\s+|an?\s+|some\s+|all\s+)?(?:[“\"])?", re.IGNORECASE).match(text, start, stop)
    at = lead.end() if lead is not None else start
    cut = _END.search(text, at, min(stop, at + _LONGEST))
    end = cut.start() if cut is not None else min(stop, at + _LONGEST)
    # "The student wing of the party", "dissidents of the front".
    of = _OF_NAME.match(text, end, stop)
    words = text[at : of.end() if of is not None else end].rstrip()
    if (
        not words
        or words.lower().startswith(("each other", "one another"))
        or _THING.search(words)
        or words[0].isdigit()
    ):
        return []
    end = at + len(words)
    inner = parties_in(sentence, at, stop, text)
    if any(at <= party.start < end < party.end for party in inner):
        # "Planes of the Saudi-led coalition": the phrase goes on to the end of the name.
        return [party for party in inner if at <= party.start < end < party.end][:1]
    named = any(w[0].isupper() for w in re.findall(r"[\w’'-]+", words))
    placed = any(p.start <= at and end <= p.end for p in sentence.places)
    # "The order came from Kobani": a town is nobody; a land or a capital may be its government.
    town = placed and not land_ids(words) and land_party(text, at, end) is None
    timed = any(t.start <= at < t.end for t in sentence.times)
    if timed or (placed and not named) or town or not (named or describe(words).kind):
        return []
    return [Party(start=at, end=end, named=named)]


def behind_hand_of(text: str, start: int, stop: int) -> int:
    """Where the accused begins behind "the involvement of"; `start` where no such words open the stretch.

    >>> behind_hand_of("suspect the hand of Tigers", 7, 26)
    19
    """
    hand = _THE_HAND_OF.match(text, start, stop)
    return hand.end() if hand is not None else start


def each_other(sentence: Sentence, text: str) -> Iterator[tuple[re.Match[str], Party, Party]]:
    """Pairs of (the words, who blames, who is blamed) where two parties accuse each other."""
    for match in EACH_OTHER.finditer(text, sentence.start, sentence.end):
        subject = subject_of(sentence, sentence.word_at(match.start()), text)
        if subject is None:
            continue
        both = _pair(sentence, subject, text)
        if len(both) == _TWO:
            yield match, both[0], both[1]
            yield match, both[1], both[0]


def _pair(sentence: Sentence, subject: Subject, text: str) -> list[Party]:
    parties = parties_in(sentence, subject.start, subject.end, text, countries=True)
    if len(parties) == _TWO:
        return parties
    joined = re.compile(rf"(?:the\s+)?(?P<a>{_NAME})\s+and\s+(?:the\s+)?(?P<b>{_NAME})", re.IGNORECASE | re.DOTALL)
    found = joined.fullmatch(text, subject.start, subject.end)
    if found is None:
        return []
    return [Party(start=found.start(key), end=found.end(key), named=True) for key in ("a", "b")]


def named_as(sentence: Sentence, text: str) -> Iterator[tuple[re.Match[str], Party]]:
    """Whoever is named as the one who did it."""
    for match in NAMED_AS.finditer(text, sentence.start, sentence.end):
        key = next(key for key in ("who", "whom", "whose", "called") if match[key])
        end = match.start(key) + len(match[key].rstrip(".’'-"))
        yield match, Party(start=match.start(key), end=end, named=True)


def channel_of(sentence: Sentence, text: str) -> Iterator[tuple[re.Match[str], Party]]:
    """Whoever's own channel carries a claim."""
    for match in CHANNEL_OF.finditer(text, sentence.start, sentence.end):
        parties = listed(sentence, *match.span("who"), text)[:1] or object_of_blame(sentence, *match.span("who"), text)
        if parties:
            yield match, parties[0]


def spoken_for(sentence: Sentence, text: str) -> Iterator[tuple[re.Match[str], Party]]:
    """Whoever a caller, a letter or a banner says that it speaks for."""
    for match in SPEAKS_FOR.finditer(text, sentence.start, sentence.end):
        if _DENIES.search(text, match.end(), sentence.end):
            # "A caller who spoke for the front denied it".
            continue
        parties = listed(sentence, match.end(), min(sentence.end, match.end() + _LONGEST), text)[:1]
        parties = parties or object_of_blame(sentence, match.end(), sentence.end, text)
        if parties and parties[0].start - match.end() <= len("the group "):
            yield match, parties[0]
