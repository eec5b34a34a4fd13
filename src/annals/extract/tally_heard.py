"""Numbers that another reader takes for counts of events, and in which the words show no such count."""

import re

from annals.english.numbers import Number
from annals.extract import tally_words as words
from annals.extract.page import Sentence

_OF_OTHERS = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,3}?(?:m[ae]n|wom[ae]n|persons?|people|suspects?|witness(?:es)?|victims?|generals?|defeats?|"
    r"victor(?:y|ies)|wins?|goals?|meetings?|visits?|rounds?|sessions?|talks|trials?|hearings?|arrests?|convictions?|"
    r"inquir(?:y|ies)|anniversar(?:y|ies)|statements?|resolutions?|votes?|terms?|protests?|truces?|ceasefires?|phases?|"
    r"admissions?|messages?|warnings?|calls?|times?|days?|weeks?|months?|years?|per ?cent|dead|killed|wounded|injured|"
    r"hurt|missing|bodies|children|civilians|soldiers|troops|miles|kilomet\w+|met(?:re|er)s)\b"
    r"|\s*(?:%|-year)",
    re.IGNORECASE,
)
"""Behind a number: it counts people, time, or what is no deed of violence."""
_CHANGE = re.compile(r"\b(?:increase|rise|drop|fall|decrease|decline|rows?) of\s+\Z", re.IGNORECASE)
_TIME = re.compile(r"\s+time\b", re.IGNORECASE)
_REACH = 80
"""Characters."""
_OTHER_SUBJECTS = frozenset({"sport", "culture", "labour", "business", "court", "memory", "training"})


def heard_end(sentence: Sentence, number: Number, text: str) -> int | None:
    """Where the phrase of a number ends that another reader takes for a count; None where the words tell otherwise.

    What happened "for the third time" is left to the grammar, which looks for the verb; "it was the third time that
    men had come for him" may have any.
    """
    if number.kind in ("none", "indefinite") or number.year or (number.low is None and number.high is None):
        return None
    said = words.COPULA.search(text[max(sentence.start, number.start - _REACH) : number.start])
    if said is not None and (time := _TIME.match(text, number.end, sentence.end)):
        return None if _OTHER_SUBJECTS.intersection(sentence.noise) else time.end()
    if not (sentence.triggers or sentence.harm or sentence.weapons) or _OTHER_SUBJECTS.intersection(sentence.noise):
        return None
    if _OF_OTHERS.match(text, number.end, sentence.end) or _CHANGE.search(text, sentence.start, number.start):
        return None
    tail = words.COUNT_TAIL if number.kind in ("cardinal", "vague") else words.ORDINAL_TAIL
    found = tail.match(text, number.end, sentence.end)
    return found.end() if found is not None else number.end
