"""Names set behind a description: "blamed two little-known groups, the Ninth Star and the Sons of the River"."""

import re
from collections.abc import Sequence

from annals.extract.page import Sentence
from annals.extract.parties import Party
from annals.reference.descriptions import describe

_WORD = r"(?:[A-Z][\w’'.-]*\w|[A-Z]{2,7})"
_NAME = rf"(?:the\s+)?{_WORD}(?:\s+(?:(?:of|for|the|and|al|el|bin|de|del|la)\s+){{0,2}}{_WORD}){{0,5}}?"
_BEHIND = re.compile(
    rf",\s+(?:\d+[- ]year[- ]old\s+)?(?P<a>{_NAME})(?:(?:,\s+|\s+and\s+)(?P<b>{_NAME}))?"
    r"(?=\s*(?:[,.;”\"]|$)|\s+(?:which|who|with)\b|\s+(?:for|of|over)\b(?!\s+(?:the\s+)?[A-Z]))"
)
_OF_GROUP = re.compile(
    r"(?:[\w-]+\s+(?:of|from|in)\s+)?(?:an?|another|one)?\s*(?:[\w-]+\s+){0,4}?"
    r"(?:groups?|factions?|militias?|gangs?|cells?|outfits?|movements?|organi[sz]ations?|brigades?|cults?|networks?|sects?|"
    r"cartels?|parties|party|bands?|squads?)(?=,)",
    re.IGNORECASE,
)
_APART = re.compile(r",\s+(?:the\s+)?")
# Before a description that is no head: "members of a", "a cell of the".
_LEAD = re.compile(r"(?<![\w-])[\w-]+\s+(?:of|from|in)\s+(?:an?|the|another|one)\s+(?:[\w-]+\s+){0,2}\Z")
_ARTICLE = re.compile(r"the\s+")
_TIME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|\w+ember|October"
)


def by_name(parties: Sequence[Party], sentence: Sentence, stop: int, text: str) -> list[Party]:
    """The parties, one that is told by a description alone as those whose names stand right behind it.

    `stop` is the offset at which the words on the parties end.
    """
    inner = _of_group(parties, sentence, stop, text)
    if inner:
        return inner
    if len(parties) > 1 and _described(parties[0], text) and _APART.fullmatch(text, parties[0].end, parties[1].start):
        # "A group, the Ninth Star" is no list.
        return [p for p in parties[1:] if p.named or text[p.start].isupper()] or list(parties)
    if len(parties) != 1 or parties[0].named or text[parties[0].start].isupper():
        return list(parties)
    party = parties[0]
    if not _described(party, text):
        return list(parties)
    return _named_behind(party.end, sentence, stop, text) or list(parties)


def _of_group(parties: Sequence[Party], sentence: Sentence, stop: int, text: str) -> list[Party]:
    """The name behind "members of a vigilante group"; nothing where a name stands before it."""
    if not parties or not _described(parties[0], text):
        return []
    lead = _LEAD.search(text, sentence.start, parties[0].start)
    group = _OF_GROUP.match(text, lead.start() if lead is not None else parties[0].start, stop)
    return (
        _named_behind(group.end(), sentence, stop, text) if group is not None and group.end() > parties[0].start else []
    )


def _named_behind(at: int, sentence: Sentence, stop: int, text: str) -> list[Party]:
    found = _BEHIND.match(text, at, stop)
    if found is None or _TIME.match(found["a"]):
        return []
    named = []
    for key in ("a", "b"):
        if found[key] is None:
            continue
        lead = _ARTICLE.match(found[key])
        start = found.start(key) + (lead.end() if lead is not None else 0)
        placed = any(p.start <= start and found.end(key) <= p.end for p in sentence.places)
        actor = next((a for a in sentence.actors if start <= a.start and a.end <= found.end(key)), None)
        if placed and actor is None:
            return []
        named.append(
            Party(
                start=start,
                end=found.end(key),
                actor_id=actor.entry.actor_id if actor is not None else None,
                named=True,
            )
        )
    return named


def _described(party: Party, text: str) -> bool:
    """Whether a party is told by a description, and by no name."""
    words = text[party.start : party.end]
    return not party.named and not words[0].isupper() and describe(words).kind is not None
