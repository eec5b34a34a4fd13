"""What the words of one part of a place phrase may name, before anything around them decides."""

from annals.harmonise.place_words import KIND_OF, Part, trailing_kind
from annals.reference.candidate import Candidate
from annals.reference.gazetteer import Gazetteer

FITTING: dict[str, frozenset[str]] = {
    "region": frozenset({"region", "area", "district"}),
    "town": frozenset({"city", "town", "island", "neighbourhood"}),
    "base": frozenset({"base", "air_base", "airport", "camp"}),
    "airport": frozenset({"airport", "air_base"}),
    "camp": frozenset({"camp", "base", "town", "neighbourhood"}),
    "quarter": frozenset({"neighbourhood", "city", "town", "facility", "area"}),
    "district": frozenset({"district", "area", "valley", "neighbourhood", "city", "town", "region"}),
    "facility": frozenset({"facility", "border", "base"}),
    "sea": frozenset({"sea"}),
}
"""Kinds of candidates that a type noun allows. Where none fits, the town of the name is taken, less exactly."""

SITE_GROUPS = frozenset({"base", "airport", "camp", "facility"})
_SUFFIXES = {
    "base": ("air base", "base", "airfield"),
    "airport": ("airport", "international airport"),
    "camp": ("camp", "refugee camp"),
}
_PARTS = frozenset({"district", "neighbourhood", "area"})
"""Kinds whose whole name with its noun ("Smith County", "Eastleigh district") goes before the town of the bare name."""
_TRIES = 24
_INITIALS = 4
_GOES_ON = frozenset({"de", "du", "des", "da", "do", "dos", "di", "del", "della", "la", "le", "el"})
"""Words in the midst of Romance names: what stands before one is not the whole name."""


def candidates_of(part: Part, gazetteer: Gazetteer) -> tuple[list[Candidate], str | None]:
    """Look the words of a part up: whole, then without their type noun, then name by name.

    Returns what they may name, [] where that is nothing, and the kind that their type noun tells, if any.
    """
    if not part.words:
        return [], None
    told = next(iter(sorted(part.kinds)), None) if len(part.kinds) == 1 else None
    group, stem = trailing_kind(part.words)
    whole = list(gazetteer.lookup(part.words))
    if group == "street":
        return whole, told  # streets are named after places elsewhere
    if group is None:
        if not whole:
            whole = _inner(part.words, gazetteer)
        return whole, told
    found = {place.place_id: place for place in whole}
    for suffix in _SUFFIXES.get(group, ()):
        for place in gazetteer.lookup(f"{stem} {suffix}"):
            found.setdefault(place.place_id, place)
    if group == "base":
        for place in gazetteer.lookup(f"Camp {stem}"):
            found.setdefault(place.place_id, place)
    exact = [place for place in found.values() if place.kind in FITTING[group]]
    if exact and group in SITE_GROUPS:
        return exact, group
    areas = [place for place in whole if place.kind in _PARTS and place.match != "variant"]
    if areas:
        return areas, group
    for place in gazetteer.lookup(stem):
        if place.kind == "facility" and not _same_sort(place.name, part.words):
            continue
        if place.kind != "country" or group == "region":
            found.setdefault(place.place_id, place)
    if not found:
        return _inner(stem, gazetteer), group
    return list(found.values()), group


def _inner(words: str, gazetteer: Gazetteer) -> list[Candidate]:
    """Find a known name within words that are not one, longest first: "a Mosul hospital"."""
    tokens = words.split(" ")[:12]
    tries = 0
    for size in range(min(5, len(tokens) - 1), 0, -1):
        for start in range(len(tokens) - size + 1):
            run = tokens[start : start + size]
            if not run[0][:1].isupper() or (
                start + size < len(tokens)
                and tokens[start + size][:1].isupper()
                and trailing_kind(f"x {tokens[start + size]}")[0] in {None, "street"}
            ):
                continue
            if start and tokens[start - 1][:1].isupper():
                continue
            if tokens[start + size : start + size + 1] and tokens[start + size].lower() in _GOES_ON:
                continue  # "Gare de Vaise" is no place of the name "Gare"
            tries += 1
            if tries > _TRIES:
                return []
            name = " ".join(run).strip("'\u2019\"“”")
            if name.isupper() and len(name) <= _INITIALS:
                continue
            found = [place for place in gazetteer.lookup(name) if place.kind != "country" and place.match != "variant"]
            if found:
                return found
    return []


def _same_sort(name: str, words: str) -> bool:
    """False where a facility's name says that it is one of another sort than the words ("X Mosque", "X hospital")."""
    said = {word for word in name.lower().split(" ") if KIND_OF.get(word) == "facility"}
    return not said or bool(said & set(words.lower().split(" ")))
