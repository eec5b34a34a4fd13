"""Ships, aircraft and buses that are seized with those aboard: the verb alone may take a town, a cargo or a chance."""

import re
from collections.abc import Iterator

from annals.english.phrases import Match, Word
from annals.extract.lexicon import Trigger

_VESSEL = (
    r"(?:(?:super)?tankers?|(?:container ?)?ships?|vessels?|freighters?|trawlers?|dhows?|yachts?|catamarans?|barges?|"
    r"(?:bulk|car|vehicle|crude|oil|gas|lng|chemical|livestock|container)[ -]carriers?|ferr(?:y|ies)|tugs?|tugboats?|"
    r"speedboats?|fishing boats?|ro-ros?|vlccs?|airliners?|planes?|aircraft|helicopters?|(?:school |mini)?bus(?:es)?|"
    r"coach(?:es)?)"
)
_TAKEN = r"(?:seized|captured|commandeered|overpowered|boarded|stormed)"
_WORDS = (
    r"(?:(?!(?:and|but|after|before|when|while|which|that|who|with|from|of|on|in|at|to|near|off|aboard|by)\b)"
    r"[\w\u2019'-]+\s+){0,7}?"
)
_NAMED = r"(?:the\s+)?(?:[A-Z][\w\u2019'-]+\s+){0,3}[A-Z][\w\u2019'-]+,\s+"
_SEIZES = re.compile(
    rf"\b(?P<verb>{_TAKEN}|(?:took|taken|taking)\s+over|(?:seiz|captur|commandeer|board)(?:es|s|ing|e|ed)?)\s+"
    rf"(?:{_WORDS}|{_NAMED}{_WORDS})(?-i:(?!{_VESSEL}\s+(?:company|crew|fuel|station|stop|owner|terminal|depot|park|crash)))(?i:{_VESSEL})\b"
)
_IS_SEIZED = re.compile(
    rf"\b{_VESSEL}\b(?:,\s[^,.;!?\n]{{0,80}},)?(?:\s+(?!(?:and|but|after|when|who)\b)[\w\u2019'-]+){{0,4}}?"
    rf"\s+(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?(?P<verb>{_TAKEN}|taken over)\b",
    re.IGNORECASE,
)
_LAWFUL = re.compile(
    r"\b(?:drugs?|cocaine|heroin|cannabis|hashish|methamphetamine|narcotics?|smuggl\w*|contraband|customs|illegal(?:ly)?|"
    r"poach\w*|court order|warrant|sanctions?|bailiffs?|creditors?|unpaid|counterfeit|oligarchs?(?:['\u2019]s?)?|"
    r"impound\w*|migrants|(?:carrying|loaded with|laden with|full of|shipments? of)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:arms|weapons|explosives|ammunition|rifles|missiles))\b",
    re.IGNORECASE,
)
"""Seizures by the law, which harm nobody."""
_CRAFT = re.compile(r"\b(?:planes?|aircraft|helicopters?|airliners?)\Z", re.IGNORECASE)
_FILMED = re.compile(r"\b(?:videos?|footage|cameras?|photo\w*|images?|pictures?|film\w*|on tape)\b", re.IGNORECASE)
"""Aircraft that are captured are booty, and what a camera captures stays where it is."""
_FORCE = (
    r"(?:pirates?|gunmen|armed|hijackers?|militants?|attackers?|commandos?|raiders?|rebels?|revolutionary guards"
    r"|marines|special forces)"
)
_BOARDING = re.compile(
    rf"\b{_FORCE}\b(?:(?!\b(?:as|when|while|before|after|where|which|whom|that|had|has|have)\b)[^.;]){{0,70}}\Z",
    re.IGNORECASE,
)
_BOARDED_BY = re.compile(rf"\s+by\s+(?:(?!(?:as|when|while)\b)[\w-]+\s+){{0,3}}?{_FORCE}\b", re.IGNORECASE)
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
            if _harmless(found, text, start, end):
                continue
            yield Match(*place, first, last, _IS_PAST if pattern is _IS_SEIZED else _PAST)


def _harmless(found: re.Match[str], text: str, start: int, end: int) -> bool:
    """Whether a vessel is only boarded by its passengers, filmed, or booty."""
    verb = found.group("verb").lower()
    if verb.startswith("board"):
        at, to = found.span("verb")
        return not (_BOARDING.search(text, start, at) or _BOARDED_BY.match(text, to, end))
    return verb.startswith("captur") and bool(_CRAFT.search(found.group()) or _FILMED.search(text, start, end))
