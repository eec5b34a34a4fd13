"""The grammar of place phrases, as regular expressions made from `lexicons/places.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_NUMBER = r"(?:\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)"
_DISTANCE = _NUMBER + r"\s*(?:km|kilomet(?:er|re)s?|(?:nautical\s+)?miles?|nmi?)(?:\s+(?:away\s+)?from)?"
_DEMONYM = r"[A-Z][a-z]+(?:i|an|ese|ish|sh|ch|ic|ite)(?:-[A-Z][a-z]+(?:i|an|ese|ish))?"


class PlaceGrammar(NamedTuple):
    """Patterns that look around a name; each is linear in the stretch that it is given."""

    located: re.Pattern[str]
    """Ends where a name begins that words of place stand before."""
    locating: re.Pattern[str]
    """A word of place at the beginning of a phrase."""
    connects: re.Pattern[str]
    """What joins two names into one phrase ("Taji, north of Baghdad")."""
    facility: re.Pattern[str]
    """What follows a name and belongs to it ("Taji [military camp]")."""
    lead: re.Pattern[str]
    """What precedes a name and belongs to it ("[the border town of] Albu Kamal")."""
    empty: re.Pattern[str]
    """Prepositions and articles at the beginning of a lead, which say nothing about the place."""
    stand_in: re.Pattern[str]
    """ "in the airport" with groups `all` ("the airport") and `head`."""
    head: re.Pattern[str]
    """The noun of a facility within a phrase."""


@cache
def place_grammar() -> PlaceGrammar:
    """The grammar; made on first use."""
    words: dict[str, list[str]] = tomllib.loads(
        files("annals.extract").joinpath("lexicons", "places.toml").read_text("utf-8")
    )

    def any_of(*groups: str) -> str:
        listed = sorted((w for g in groups for w in words[g]), key=len, reverse=True)
        return "|".join(listed).replace("-?", "[- ]?")

    small = "the|a|an|in|near|of|at|outside|inside|on|off|just|about|some|and"
    compiled = {
        "located": rf"(?:\b(?:{any_of('prepositions', 'directions')})(?: of)?|\b(?:{any_of('striking')}))\s+"
        r"(?:\w+\s+)?$",
        "locating": rf"(?:near|outside|in|at|off|{any_of('directions')})\b",
        "connects": r"(?:['\u2019]s)?(?:\s*,\s*|\s+|-)"
        rf"(?:(?:{small}|{_DISTANCE}|{any_of('directions', 'parts', 'settlements')})"
        r"(?:\s+|\s*,\s*|-))*",
        "facility": rf"(?:\s+(?:{any_of('of_facilities')})){{0,2}}\s+(?:{any_of('facilities', 'settlements')})\b",
        "lead": rf"(?:(?<![\w-])(?:{small}|its|their|{_DISTANCE}|(?-i:{_DEMONYM})|"
        rf"{any_of('directions', 'parts', 'settlements', 'facilities', 'within_facilities')})[\s-]+){{1,9}}$",
        "empty": r"(?:(?:of|in|at|near|the|a|an|on|off|about|some|just|outside|and|inside)\s+)+",
        "stand_in": rf"\b(?:near|at|in|on|outside|inside|towards?|against|{any_of('striking')})\s+"
        rf"(?P<all>(?:the|that|this)\s+(?:\w+\s+)?(?P<head>{any_of('stand_ins')}))\b",
        "head": rf"\b({any_of('stand_ins')})\b",
    }
    return PlaceGrammar(**{name: re.compile(pattern, re.IGNORECASE) for name, pattern in compiled.items()})
