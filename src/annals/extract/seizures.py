"""Ships, aircraft and buses that are seized with those aboard: the verb alone may take a town, a cargo or a chance."""

import re
from collections.abc import Iterator

from annals.english.phrases import Match, Word
from annals.extract.lexicon import Trigger

_VESSEL = (
    r"(?:(?:super)?tankers?|(?:container ?)?ships?|vessels?|freighters?|trawlers?|dhows?|yachts?|catamarans?|barges?|"
    r"(?:(?:bulk|car|gas|chemical|livestock|container)[ -])?carriers?|ferr(?:y|ies)|tugs?|tugboats?|speedboats?|"
    r"fishing boats?|ro-ros?|vlccs?|airliners?|planes?|aircraft|helicopters?|(?:school |mini)?bus(?:es)?|coach(?:es)?)"
)
_TAKEN = r"(?:seized|captured|commandeered|overpowered|boarded|stormed)"
_WORDS = (
    r"(?:(?!(?:and|but|after|before|when|while|which|that|who|with|from|of|on|in|at|to|near|off|aboard|by)\b)"
    r"[\w\u2019'-]+\s+){0,7}?"
)
_NAMED = r"(?:the\s+)?(?:[A-Z][\w\u2019'-]+\s+){0,3}[A-Z][\w\u2019'-]+,\s+"
_SEIZES = re.compile(
    rf"\b(?P<verb>{_TAKEN}|(?:took|taken|taking)\s+over|(?:seiz|captur|commandeer|board)(?:es|s|ing|e|ed)?)\s+"
    rf"(?:{_WORDS}|{_NAMED}{_WORDS})(?-i:(?!{_VESSEL}\s+(?:company|crew|fuel|station|stop|owner)))(?i:{_VESSEL})\b"
)
_IS_SEIZED = re.compile(
    rf"\b{_VESSEL}\b(?:,\s[^,.;!?\n]{{0,80}},)?(?:\s+(?!(?:and|but|after|when|who)\b)[\w\u2019'-]+){{0,4}}?"
    rf"\s+(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?(?P<verb>{_TAKEN}|taken over)\b",
    re.IGNORECASE,
)
_LAWFUL = re.compile(
    r"\b(?:drugs?|cocaine|heroin|cannabis|hashish|methamphetamine|narcotics?|smuggl\w*|contraband|customs|illegal(?:ly)?|"
    r"poach\w*|court order|warrant|sanctions?|bailiffs?|creditors?|unpaid|passengers? boarded|counterfeit)\b",
    re.IGNORECASE,
)
"""Seizures by the law, which harm nobody."""
_BOARDED = re.compile(r"\bboard(?:ed|s|ing)?\b", re.IGNORECASE)
_BY_FORCE = re.compile(
    r"\b(?:pirates?|gunmen|armed|hijackers?|militants?|attackers?|commandos?|raiders?|rebels?|guards?|marines|forces?)\b",
    re.IGNORECASE,
)
"""Anybody may board a ship or a bus; these take it."""


_PAST = Trigger("Abduction/forced disappearance", sure=True, form="past", noun=False)
_IS_PAST = _PAST._replace(form="participle")


def seizures(words: list[Word], text: str) -> Iterator[Match[Trigger]]:
    """The verbs of a sentence that tell of a vessel seized.

    Args:
        words: the words of the sentence.
        text: the report's text.
    """
    if not words:
        return
    start, end = words[0].start, words[-1].end
    if _LAWFUL.search(text, start, end):
        return
    at = {word.start: index for index, word in enumerate(words)}
    ends = {word.end: index + 1 for index, word in enumerate(words)}
    for pattern in (_SEIZES, _IS_SEIZED):
        for found in pattern.finditer(text, start, end):
            place = found.span("verb")
            first, last = at.get(place[0]), ends.get(place[1])
            if first is None or last is None:
                continue
            if _BOARDED.match(found.group("verb")) and not _BY_FORCE.search(text, start, end):
                continue
            yield Match(*place, first, last, _IS_PAST if pattern is _IS_SEIZED else _PAST)
