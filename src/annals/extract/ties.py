"""Ties between two events that one sentence asserts."""

import re

from annals.extract.candidates import Candidate
from annals.model import Quote, Tie

_RETALIATION = re.compile(r"\b(?:retaliat\w*|revenge|reprisals?|aveng\w+|tit-for-tat)\b", re.IGNORECASE)
_RESPONSE = re.compile(
    r"\b(?:in (?:response|reply|answer|reaction) to|respond(?:ed|ing) to|answer(?:ed|ing) (?:to|for))\b", re.IGNORECASE
)
_FOLLOWS = re.compile(
    r"\b(?:hours|days|weeks|a day|a week|minutes)\s+(?:after|later)\b|\bwithin (?:\w+ )?hours of\b", re.IGNORECASE
)


def ties_of(members: list[tuple[Candidate, int]], text: str) -> list[Tie]:
    """Ties among the events of one sentence; `members` are its candidates with the index of their telling, in order."""
    found = []
    for (earlier, first), (later, second) in zip(members, members[1:], strict=False):
        if first == second:
            continue
        sentence = earlier.clause.sentence
        between = text[earlier.trigger.end : later.trigger.start]
        quote = Quote.of(text, sentence.start, sentence.end)
        if _RETALIATION.search(between):
            found.append(Tie(relation="retaliation_for", source=first, target=second, quote=quote))
        elif _RESPONSE.search(between):
            found.append(Tie(relation="response_to", source=first, target=second, quote=quote))
        elif _FOLLOWS.search(between):
            found.append(Tie(relation="follows", source=first, target=second, quote=quote))
    return found
