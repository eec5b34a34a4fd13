"""The words of a place phrase taken apart: which name is the place, which hold it, how it lies to them."""

import re
import tomllib
from collections.abc import Callable
from importlib.resources import files
from typing import Literal

import msgspec

from annals.reference.countries import Countries
from annals.reference.folding import fold

Relation = Literal["in", "near", "offset", "off", "between"]
"""How what stands before lies to the part: in it, close to it, at a distance or bearing, at sea off it, on the way."""

NAUTICAL_KM = 1.852
LONGEST = 300
"""Characters of a phrase that are looked at."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One name of a phrase with what the words around it say."""

    words: str
    """The words that may name a place, determiners and descriptions taken off; "" where no name is told."""
    relation: Relation = "in"
    """How the parts before it lie to this one."""
    kinds: frozenset[str] = frozenset()
    """Groups of kinds that the words tell (`data/place_words.toml`), and "suburb"."""
    nations: tuple[str, ...] = ()
    """ISO codes of the demonyms that describe it ("the Syrian town of")."""
    capital: bool = False
    """True where the words speak of a capital."""
    heading: str | None = None
    """Part of the place that is meant ("northern"), None where it is the whole."""
    distance_km: float | None = None
    bearing: float | None = None
    """Degrees from north, clockwise; None where no direction is told."""
    at_sea: bool = False
    """True for a distance in nautical miles."""
    border: bool = False
    """True where the words speak of a border, so that the place is a line and no point."""


_TABLE = tomllib.loads((files("annals.harmonise") / "data" / "place_words.toml").read_text(encoding="utf-8"))
KIND_OF: dict[str, str] = {word: group for group, words in _TABLE["kinds"].items() for word in words}
"""Type noun -> group of kinds."""

_COMPASS = {"north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0, "southwest": 225.0,
            "west": 270.0, "northwest": 315.0}  # fmt: skip
_DIRECTION = r"(?:north|south)[ -]?(?:east|west)|north|south|east|west"
_NUMBER_WORDS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
                 "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
                 "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}  # fmt: skip

_CONNECTOR = re.compile(
    r"(?P<offset>(?<![\w.])(?P<number>\d{1,4}(?:[.,]\d{1,3})?|" + "|".join(_NUMBER_WORDS) + r")[ -]?"
    r"(?P<unit>km|kms|kilomet(?:er|re)s?|nautical miles?|nmi?|miles?|mi|met(?:er|re)s|m|yards|feet)\b"
    r"(?: ?\([^()]{1,30}\))?"
    r"(?: (?:away|further|farther|inland))?(?: (?:to the|due))? ?(?P<toward>" + _DIRECTION + r")?(?:ern)?"
    r" ?(?:(?:of|from|outside|away from|inside|off|into)\b)?)"
    r"|(?P<bearing>\b(?:just |due |to the |far |lying |located |situated )*(?P<way>" + _DIRECTION + r") (?:of|from)\b)"
    r"|(?P<off>\b(?:off (?:the )?(?:coasts? of|shores? of)|off(?: of)? the|off|(?:the )?coasts? of|the waters off)\b)"
    r"|(?P<near>\b(?:(?:on|at|in) the (?:\w{1,12} )?(?:outskirts|edges?|fringes?|vicinity|environs) of|outskirts of"
    r"|(?:just |right )?outside(?: of)?|(?:very |so )?close to|not far from|near to|near|nearby|next to|adjacent to"
    r"|(?:in the area |area )?around|surrounding|beside|bordering|overlooking|opposite|beyond|facing)(?!\w))"
    r"|(?P<between>\b(?:(?:on|along) )?(?:the )?(?:main |desert |coastal )?(?:road|highway|route|motorway)"
    r" (?:between|from|linking|connecting)\b|\bbetween\b)"
    r"|(?P<within>\b(?:in|within|inside|at|on|across|throughout|along|from|to|into|through|over|under)\b)"
    r"|(?P<comma>[,;()\[\]]|\s[-\u2013\u2014]\s)",
    re.IGNORECASE,
)  # fmt: skip
_OF = re.compile(r"\s+of\s+(?=(?:the\s+)?[^\W\d_])", re.IGNORECASE)
_POSSESSIVE = re.compile(r"^(?P<owner>.{2,60}?)(?:['\u2019]s|(?<=s)['\u2019])\s+(?P<rest>.{2,})$")
_LEADING = re.compile(
    r"^(?:(?!(?-i:New|Old) )(?:" + "|".join(re.escape(word) for word in _TABLE["descriptions"]["words"]) + r")\s+)+",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^(?P<heading>(?:(?:far|extreme|deep|the)[ -])?(?:(?:north|south)[ -]?(?:east|west)(?:ern)?|north|south|east|west"
    r"|northern|southern|eastern|western|central|downtown|greater|inner|outer|mid|upper|lower"
    r"|north-central|south-central))\s+",
    re.IGNORECASE,
)
_WATER = re.compile(r"\b(?:Ocean|Sea|Gulf|Bay|Strait|Channel)\Z")
"""At the end of a name that a land's people may stand in: "northern Indian Ocean"."""
_BORDER = re.compile(
    r"\b(?:border|frontier|borders|boundary)\b(?!\s+(?:town|city|village|crossing|post|guard"
    r"|police|region of|area of))",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*(?:-|\u2013|\u2014|/)\s*|\s+and\s+|\s+with\s+")
_EDGES = " \t\n.,;:!?\"'“”\u2018\u2019()[]-\u2013\u2014"


def _bearing(words: str | None) -> float | None:
    return _COMPASS.get(words.lower().replace("-", "").replace(" ", "")) if words else None


def _kilometres(number: str, unit: str) -> float | None:
    told = number.lower()
    if told in _NUMBER_WORDS:
        value = float(_NUMBER_WORDS[told])
    else:
        value = float(told.replace(",", "") if re.fullmatch(r"\d+,\d{3}", told) else told.replace(",", "."))
    unit = unit.lower()
    if unit.startswith("k"):
        return value
    if unit.startswith("n"):
        return value * NAUTICAL_KM
    if unit.startswith("mi"):
        return value * 1.609
    if unit.startswith("m"):
        return value / 1000
    return value * (0.0009144 if unit.startswith("y") else 0.0003048)


def _clean(text: str) -> str:
    return text.strip(_EDGES)


def describe(text: str, countries: Countries, known: Callable[[str], bool]) -> Part:
    """Return one part for a piece of a phrase that holds a single name: descriptions become hints.

    A name that is itself a country, or one that `known` says a gazetteer has just so, keeps its words; "Iraqi" before a
    name becomes a nation hint.
    """
    words = _clean(text)
    kinds: set[str] = set()
    nations: list[str] = []
    heading: str | None = None
    capital = False
    border = bool(_BORDER.search(words))
    for _ in range(8):
        before = words
        if countries.named(words):
            break
        words = _LEADING.sub("", words + " ").strip() if words else words
        found = _HEADING.match(words + " ")
        if found and not countries.named(words) and not _has_side(words, known):
            heading = heading or found["heading"].lower()
            words = words[found.end() :].strip()
        if _WATER.search(words) and known(words):
            break
        first, _, rest = words.partition(" ")
        two, _, after = (" ".join(words.split(" ")[:2]), "", " ".join(words.split(" ")[2:]))
        code = countries.of_people(two) if after else None
        if code:
            nations.append(code)
            words = after
        elif rest:
            code = countries.of_people(first) or (countries.named(first) if first in _SHORT_NAMES else None)
            if code:
                nations.append(code)
                words = rest
        elif countries.of_people(first) and not countries.named(first):
            nations.append(countries.of_people(first) or "")
            words = ""
        group, words = _leading_kind(words)
        if group:
            kinds.add(group)
            capital = capital or "capital" in before.lower().split()
        if words == before:
            break
    bare = words.lower()
    if bare in KIND_OF or not any(ch.isupper() or ch.isdigit() for ch in words):
        tail = bare.split(" ")
        for size in (3, 2, 1):
            group = KIND_OF.get(" ".join(tail[-size:]))
            if group:
                kinds.add(group)
        capital = capital or "capital" in tail
        words = ""
    return Part(words=words, kinds=frozenset(kinds), nations=tuple(dict.fromkeys(nations)), capital=capital,
                heading=heading, border=border)  # fmt: skip


def _has_side(words: str, known: Callable[[str], bool]) -> bool:
    """True for a name that begins with a direction of its own ("North Kivu", "West Bengal state")."""
    return words[:1].isupper() and (known(words) or known(trailing_kind(words)[1]))


_SHORT_NAMES = frozenset({"US", "U.S.", "UK", "U.K.", "UAE", "U.A.E."})


def _leading_kind(words: str) -> tuple[str | None, str]:
    """Split off a lower-case type noun in front of a name: "town Qaim" -> town."""
    tokens = words.split(" ")
    for size in (3, 2, 1):
        lead = " ".join(tokens[:size])
        if len(tokens) > size and lead in KIND_OF:
            return KIND_OF[lead], " ".join(tokens[size:])
    return None, words


def trailing_kind(words: str) -> tuple[str | None, str]:
    """Split off a type noun behind a name, in any case: "Anbar Province" -> region, Anbar.

    >>> trailing_kind("Taji air base")
    ('base', 'Taji')
    """
    tokens = words.split(" ")
    for size in (3, 2, 1):
        tail = " ".join(tokens[-size:]).lower()
        if len(tokens) > size and tail in KIND_OF:
            return KIND_OF[tail], " ".join(tokens[:-size])
    return None, words


def take_apart(words: str, countries: Countries, known: Callable[[str], bool]) -> list[Part]:
    """Return the parts of a place phrase, smallest first. Never raises; [] for words without any.

    Args:
        words: the phrase.
        countries: the table of country names.
        known: says whether a gazetteer has a name just so; such names are not taken apart ("Gulf of Aden").

    >>> from annals.reference.countries import countries
    >>> parts = take_apart("Taji air base, north of Baghdad", countries(), lambda name: False)
    >>> [(part.relation, part.words) for part in parts]
    [('in', 'Taji air base'), ('offset', 'Baghdad')]
    """
    text = " ".join(words[:LONGEST].split())
    pieces: list[tuple[Part, str]] = []
    pending = Part(words="")
    position = 0
    for found in _CONNECTOR.finditer(text):
        pieces.append((pending, text[position : found.start()]))
        told = _connector(found)
        # Of several connectors in a row ("," and "north of") the one that says most stands.
        if (
            text[position : found.start()].strip(_EDGES) == ""
            and pieces[-1][0].relation != "in"
            and told.relation == "in"
        ):
            told = pieces[-1][0]
        pending = told
        position = found.end()
    pieces.append((pending, text[position:]))
    parts: list[Part] = []
    for link, piece in pieces:
        for number, part in enumerate(_single(piece, countries, known)):
            joined = part if number else msgspec.structs.replace(
                part, relation=link.relation, distance_km=link.distance_km, bearing=link.bearing, at_sea=link.at_sea
            )  # fmt: skip
            parts.append(joined)
    return _appositions(parts)


def _connector(found: re.Match[str]) -> Part:
    if found["offset"]:
        return Part(words="", relation="offset", distance_km=_kilometres(found["number"], found["unit"]),
                    bearing=_bearing(found["toward"]), at_sea=found["unit"].lower().startswith("n"))  # fmt: skip
    if found["bearing"]:
        return Part(words="", relation="offset", bearing=_bearing(found["way"]))
    for relation in ("off", "near", "between"):
        if found[relation]:
            return Part(words="", relation=relation)
    return Part(words="")


def _single(piece: str, countries: Countries, known: Callable[[str], bool]) -> list[Part]:
    """Return the parts of a piece without connectors: "the Syrian town of X", "Baghdad's Green Zone", "X"."""
    piece = _clean(piece)
    if not piece:
        return []
    bare = re.sub(r"^(?:the|a|an) ", "", piece, flags=re.IGNORECASE)
    named = _HEADING.match(bare + " ") is not None and _has_side(bare, known)
    if any(ch.isupper() for ch in bare) and (countries.named(bare) or known(bare) or named):
        return [Part(words=bare, border=bool(_BORDER.search(bare)))]
    owned = _POSSESSIVE.match(piece)
    if owned and len(fold(owned["owner"])) > len("us"):
        part, code = describe(owned["rest"], countries, known), countries.named(owned["owner"])
        if code and part.capital and not part.words:
            return [msgspec.structs.replace(part, nations=(code,))]
        return [part, describe(owned["owner"], countries, known)]
    cut = _OF.split(piece, maxsplit=1)
    if len(cut) > 1:
        head = describe(cut[0], countries, known)
        if not head.words and (head.kinds or head.capital):
            rest = _single(cut[1], countries, known)
            if rest:
                first = rest[0]
                code = countries.named(first.words)
                if code and head.capital:
                    return [msgspec.structs.replace(head, nations=(code,)), *rest[1:]]
                joined = Part(
                    words=first.words, kinds=head.kinds | first.kinds, nations=head.nations + first.nations,
                    capital=head.capital, heading=first.heading, border=head.border or first.border,
                )  # fmt: skip
                return [joined, *rest[1:]]
        group = trailing_kind(cut[0])[0]
        suburb = cut[0].lower().endswith(("suburb", "suburbs"))
        if head.words and (group == "town" or suburb):
            # "the Red Sea port city of Hodeidah", "the Paris suburb of Saint-Denis": what comes last is the place.
            rest = _single(cut[1], countries, known)
            if rest:
                kinds = rest[0].kinds | {"suburb" if suburb else "town"}
                nations = head.nations + rest[0].nations
                return [msgspec.structs.replace(rest[0], kinds=kinds, nations=nations), *rest[1:],
                        *([msgspec.structs.replace(head, relation="near")] if suburb else [])]  # fmt: skip
        if not head.words or cut[0][:1].isdigit() or group:
            return [head, *_single(cut[1], countries, known)] if head.words else _single(cut[1], countries, known)
    return [describe(piece, countries, known)]


def _appositions(parts: list[Part]) -> list[Part]:
    """Join "the capital" with the name that follows it: "the capital, Baghdad"."""
    joined: list[Part] = []
    skip = False
    for number, part in enumerate(parts):
        if skip:
            skip = False
            continue
        after = parts[number + 1] if number + 1 < len(parts) else None
        if part.capital and not part.words and after and after.words and after.relation == "in" and not part.nations:
            joined.append(msgspec.structs.replace(after, capital=True, relation=part.relation))
            skip = True
        else:
            joined.append(part)
    return joined


_ENDS = re.compile(
    r"(?:the )?(?P<one>[A-Z][\w\u2019']+(?: [A-Z][\w\u2019']+)?)(?:[-\u2013\u2014]| to )"
    r"(?P<other>[A-Z][\w\u2019']+(?: [A-Z][\w\u2019']+)?) (?:highway|road|expressway|motorway|railway|route|line)"
    r"|(?:(?:the|main) )*(?:highway|road|expressway|motorway|railway|route) (?:from|between|linking|connecting) "
    r"(?P<start>[A-Z].{1,40}?) (?:to|and|with) (?P<end>[A-Z].{1,40})"
)


def between_ends(words: str) -> str:
    """Tell a road by its ends as what lies between them; other words are returned as they are.

    >>> between_ends("the Kaduna-Abuja highway"), between_ends("road from Kunduz to Baghlan"), between_ends("Kaduna")
    ('between Kaduna and Abuja', 'between Kunduz and Baghlan', 'Kaduna')
    """
    found = _ENDS.fullmatch(words)
    if found is None:
        return words
    return f"between {found['one'] or found['start']} and {found['other'] or found['end']}"


def both_sides(words: str, countries: Countries) -> tuple[str, ...]:
    """Return the ISO codes of the countries that a border phrase names, in order.

    >>> from annals.reference.countries import countries
    >>> both_sides("the Iraqi-Syrian border", countries())
    ('IQ', 'SY')
    """
    bare = re.sub(r"['\u2019]s\b", " and ", words[:LONGEST])
    found: list[str] = []
    for piece in _APART.split(bare):
        tokens = [token.strip(_EDGES) for token in piece.split(" ")]
        for size in (3, 2, 1):
            for start in range(len(tokens) - size + 1):
                code = countries.find(" ".join(tokens[start : start + size]))
                if code and code not in found:
                    found.append(code)
    return tuple(found)
