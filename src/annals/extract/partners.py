"""Who did it with whom: "carried out together with the Ninth Star", "blamed bandits and, in court, the Ninth Star"."""

import re
from collections.abc import Sequence

import msgspec

from annals.extract.attributed import StanceFinding, made
from annals.extract.page import Sentence
from annals.extract.parties import Party, listed
from annals.model import Quote

_WITH = re.compile(
    r"\b(?:(?:together|jointly|in "
    r"(?:cooperation|co-operation|coordination|concert|collaboration|alliance|league|partnership))"
    r"\s+with|alongside|with\s+the\s+(?:\w+\s+)?(?:help|support|assistance|aid)\s+of|(?:helped|aided|assisted)\s+by)\s+(?:the\s+)?"
)
_AND_ASIDE = re.compile(r",?\s+and,\s+[^,.;:]{2,40},\s+(?:the\s+)?")
_REACH = 240
_NEXT = 4


def with_partners(found: Sequence[StanceFinding], sentence: Sentence, text: str) -> list[StanceFinding]:
    """The stances, and a claim's words for those with whom its party says that it did the deed."""
    more = []
    for claim in [f for f in found if f.finding.stance == "claims"]:
        end = claim.finding.quote.end
        for beside in _WITH.finditer(text, end, min(sentence.end, end + _REACH)):
            parties = listed(sentence, beside.end(), sentence.end, text)[:1]
            for party in parties:
                words = text[party.start : party.end]
                if (
                    party.start - beside.end() > _NEXT
                    or not (party.named or words[0].isupper())
                    or words == claim.finding.words
                ):
                    continue
                told = msgspec.structs.replace(
                    claim.finding,
                    words=words,
                    quote=Quote.of(text, claim.finding.quote.start, party.end),
                    speaker=claim.finding.speaker,
                    anchor=party.anchor,
                )
                more.append(made(told, claim.at, sentence, text))
    return [*found, *more[:1]]


def joined_aside(sentence: Sentence, at: int, text: str) -> list[Party]:
    """The party that an aside parts from those before offset `at`: "bandits and, before the court, the Ninth Star"."""
    beside = _AND_ASIDE.match(text, at, sentence.end)
    if beside is None:
        return []
    return [p for p in listed(sentence, beside.end(), sentence.end, text)[:1] if p.start - beside.end() <= _NEXT]
