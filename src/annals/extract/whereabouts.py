"""The words that say where an event took place."""

import re
from dataclasses import dataclass

from annals.extract.clauses import Clause
from annals.extract.page import Sentence
from annals.model import Quote
from annals.reference.candidate import PlaceMatch

_HEADS = re.compile(r"\b(airport|airbase|base|camp|embassy|consulate|prison|hospital|mosque|church|market|university|school|hotel|port|crossing|village|town|city|district|province|island|refinery|compound|barracks)\b", re.IGNORECASE)
_DEFINITE = re.compile(
    r"\b(?:near|at|in|on|outside|inside|towards?|against|hit|struck|attacked|targeted|targeting)\s+(?P<all>(?:the|that|this)\s+(?:\w+\s+)?(?P<head>airport|airbase|base|camp|embassy|consulate|prison|hospital|mosque|church|"
    r"market|university|school|hotel|port|crossing|village|town|city|district|province|island|refinery|compound|barracks))\b",
    re.IGNORECASE,
)
# "From Beirut to Basra" spans a region; it places nothing.
_SCOPE = re.compile(r"\bfrom\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s+to\s+$")
_SCOPE_AHEAD = re.compile(r"(?<=[a-z])\s+to\s+[A-Z]")
_NOUN = re.compile(r"[ -](?!(?:and|or|in|on|at|by|to|for|from|with|as|after|before|when|while|since|said|has|have|is|was|were|will)\b)\w")
_LOCATIVE = re.compile(
    r"(?:\b(?:in|at|near|on|outside|inside|around|into|toward|towards|against|over|off|across|within|throughout|close to|next to|south|north|east|west|"
    r"south[- ]?east|south[- ]?west|north[- ]?east|north[- ]?west)(?: of)?|\b(?:hit|hits|hitting|struck|strikes|strike|striking|attacked|attacks|attacking|bombed|bombing|shelled|"
    r"shelling|targeted|targets|targeting|pounded|pounding|rocked|rocks|stormed|storming|raided|of|from|outskirts of|crossing))\s+(?:\w+\s+){0,1}$",
    re.IGNORECASE,
)
_CONNECT = re.compile(
    r"(?:\s*,\s*|\s+|-)(?:(?:the|a|an|in|near|of|at|outside|inside|on|off|just|about|some|north|south|east|west|north-?east|north-?west|south-?east|south-?west|northern|southern|eastern|western|central|"
    r"north-?eastern|north-?western|south-?eastern|south-?western|province|district|region|state|governorate|governate|county|area|city|town|village|neighbourhood|neighborhood|suburb|capital|coast|border|"
    r"border town|desert|outskirts|and|miles?|km|kilometres?|kilometers?|\d+)(?:\s+|\s*,\s*|-))*",
    re.IGNORECASE,
)
_FACILITY = re.compile(
    r"(?:\s+(?:military|air|army|naval|training|international|border|refugee|detention|power|nuclear|oil|gas|railway|train|bus|police|army|marine|joint)){0,2}\s+"
    r"(?:base|airbase|camp|airport|airfield|barracks|district|province|governorate|governate|region|area|county|city|town|village|neighbou?rhood|suburb|prison|station|hospital|university|market|"
    r"crossing|border|coast|highway|road|bridge|port|harbou?r|complex|compound|garrison|state|valley|forest|desert|island|peninsula|refinery|oilfield|strait|gulf|sea|mosque|church|school|military base|parish|municipality|department|township|locality)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:\b(?:the|a|an|its|their)\s+)?(?:\b(?:northern|southern|eastern|western|central|north-?eastern|north-?western|south-?eastern|south-?western|north|south|east|west|downtown|greater|upper|lower|coastal|border|nearby|besieged|occupied|disputed|rebel-held|"
    r"government-held|port|capital|restive|strategic|Syrian|Iraqi|rural|city|town|village|district|province|base|camp|suburb|island|neighbou?rhood|military|training|site|facility|section|airport|air|of|near|outside|in|at|north of|south of|east of|west of|"
    r"\d+\s*(?:km|kilomet(?:er|re)s?|miles?)|coast|off|outskirts|border|crossing|the|a|an|just|about|some)[\s-]+){1,8}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Where:
    """A stretch that names a place: its quote and the gazetteer matches in it."""

    quote: Quote
    matches: tuple[PlaceMatch, ...]
    located: bool
    """A word of place stands before it ("in", "near", "struck")."""
    stands_for: str | None = None
    """The fuller name, told before, of a place that is only called "the airport" here."""


def places_of(sentence: Sentence, text: str) -> list[Where]:
    """The place phrases of a sentence, in order; neighbours that belong together ("Taji, north of Baghdad") are one."""
    found: list[Where] = []
    matches = [m for m in sentence.places if not _names_someone(sentence, m, text)]
    at = 0
    while at < len(matches):
        last = at
        end = _facility_end(text, matches[at].end, sentence.end)
        while last + 1 < len(matches) and _CONNECT.fullmatch(text, end, matches[last + 1].start):
            last += 1
            end = max(end, _facility_end(text, matches[last].end, sentence.end))
        start = _lead_start(text, sentence.start, matches[at].start)
        before = text[max(sentence.start, start - 30) : start]
        inner = text[start : matches[at].start]
        located = bool(_LOCATIVE.search(before)) or bool(
            re.match(r"(?:near|outside|in|at|north|south|east|west|off)\b", inner, re.IGNORECASE)
        )
        found.append(Where(quote=Quote.of(text, start, end), matches=tuple(matches[at : last + 1]), located=located))
        at = last + 1
    return found


def _facility_end(text: str, end: int, stop: int) -> int:
    found = _FACILITY.match(text, end, stop)
    return found.end() if found else end


def _lead_start(text: str, floor: int, start: int) -> int:
    window = text[max(floor, start - 80) : start]
    found = _LEAD.search(window)
    if found is None:
        return start
    lead = found.group()
    # A lead that is only prepositions and articles says nothing about the place.
    content = re.sub(
        r"^(?:(?:of|in|at|near|the|a|an|on|off|about|some|just|outside)\s+)+", "", lead, flags=re.IGNORECASE
    )
    keep = content if content.strip() else ""
    if re.match(r"(?:near|outside|off)\s", lead, re.IGNORECASE):
        keep = lead
    return start - len(keep)


def _names_someone(sentence: Sentence, match: PlaceMatch, text: str) -> bool:
    """Whether the place name is part of an actor's name, or stands for the adjective it lacks ("US troops")."""
    if match.kind == "country" and match.words.replace(".", "").isupper() and _NOUN.match(text, match.end, sentence.end):
        return True
    if _SCOPE.search(text[max(sentence.start, match.start - 40) : match.start]) or (
        text[max(sentence.start, match.start - 5) : match.start].lower() == "from " and _SCOPE_AHEAD.match(text, match.end)
    ):
        return True
    return any(
        a.start <= match.start and match.end <= a.end and a.entry.kind in ("media", "monitor", "ngo")
        for a in sentence.actors
    )


def stand_ins(sentence: Sentence, text: str, told: dict[str, Where], places: list[Where]) -> list[Where]:
    """Places that are only called "the airport" or "the base" here and were named before; `told` maps head nouns to them."""
    found = []
    for match in _DEFINITE.finditer(text, sentence.start, sentence.end):
        full = told.get(match.group("head").lower())
        start = match.start("all")
        inside = any(w.quote.start <= start < w.quote.end or w.quote.start < match.end() <= w.quote.end for w in places)
        if full is not None and not inside:
            quote = Quote.of(text, start, match.end())
            found.append(Where(quote=quote, matches=full.matches, located=True, stands_for=full.quote.exact))
    return found


def remember(told: dict[str, Where], places: list[Where]) -> None:
    """Learn the head nouns of the places named ("Baghdad airport" is an airport)."""
    for where in places:
        heads = _HEADS.findall(where.quote.exact)
        if heads and where.matches and where.stands_for is None:
            told[heads[-1].lower()] = where


def _specific(where: Where) -> bool:
    """Whether the phrase names a spot even without a word of place before it: more than a bare name."""
    return any(m.kind == "place" for m in where.matches) and len(where.quote.exact) > len(where.matches[0].words)


def place_of(clause: Clause, places: list[Where], at: int) -> Where | None:
    """The place phrase of a clause that fits an event named at offset `at` best: located, specific, close behind."""
    inside = [w for w in places if clause.holds(w.quote.start, w.quote.end) and (w.located or _specific(w))]
    ranked = sorted(inside, key=lambda w: (not w.located, w.quote.start < at, abs(w.quote.start - at)))
    return ranked[0] if ranked else None
