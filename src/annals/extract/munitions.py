"""Weapons told of an event, and how many were fired, hit or were intercepted."""

import re

from annals.english.numbers import Number
from annals.extract.clauses import Clause
from annals.extract.volleys import after_phrase, before_phrase, fired_first, of_the_volley
from annals.model import Field, Finding, Quote
from annals.reference.weapons import WeaponMatch

_COUNTABLE = frozenset(
    (
        "rocket missile ballistic_missile cruise_missile anti_tank_missile surface_to_air_missile mortar "
        "artillery_shell "
        "drone sea_drone suicide_drone bomb guided_bomb barrel_bomb grenade rpg projectile munition limpet_mine"
    ).split()
)
_EFFECTS = frozenset({"explosive"})
"""Kinds whose words tell the effect ("blast"), which any weapon that explodes has."""
_BLASTS = frozenset({"air_strike", "car_bomb", "roadside_bomb", "suicide_bomb", "landmine"})
_STRIKES = frozenset({"strike"})
_REACH = 60
_BETWEEN = re.compile(r"(?:[\s-]+(?>[\w’'.]+(?:-[\w’'.]+)*)){0,5}[\s-]+")
_NOT_BETWEEN = re.compile(
    r"[,;:()]|\.\s|\b(?:in|on|at|with|by|from|to|after|and|when|as|hit|struck|were|was|killed|wounded|hurt|"
    r"injured|dead|died|"
    r"people|others|more|civilians|children|men|women|soldiers|reported|says?|said|who|that|which|if|while)\b",
    re.IGNORECASE,
)
_NO_MUNITION = re.compile(
    r"\s+(?:(?:and|or)\s+\w+\s+)?(?:strikes?|attacks?|raids?|assaults?|barrages?|volleys?|salvos?|launch(?:es)?|"
    r"tests?|launchers?|"
    r"crews?|sites?|factor(?:y|ies)|alerts?|units?|operators?|bases?|batter(?:y|ies)|systems?|blasts?|explosions?|"
    r"threats?)\b",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"\b(?:strikes?|attacks?|raids?|fire|barrages?|salvos?|shelling|explosions?|launchers?)\Z", re.IGNORECASE
)
_AIR_DEFENCE = re.compile(r"\b(?:air|anti-?aircraft|missile)[\s-](?:defen[cs]e|fire)s?\b", re.IGNORECASE)
_DOWN = re.compile(r"(?:\s+[\w’'-]+){0,5}?\s+down\b")


def munitions_of(clause: Clause, text: str) -> list[Finding]:
    """Weapon findings of a clause, each kind once, and munition counts where a number stands before the weapon."""
    found: list[Finding] = []
    kinds: set[tuple[str, str | None]] = set()
    last: tuple[int, Field] | None = None
    for weapon in clause.sentence.weapons:
        if not clause.holds(weapon.start, weapon.end):
            continue
        if (weapon.kind, weapon.name) not in kinds and _is_means(clause, weapon, text):
            kinds.add((weapon.kind, weapon.name))
            quote = Quote.of(text, weapon.start, weapon.end)
            found.append(Finding(field="weapon", words=quote.exact, quote=quote))
        number = _number_of(clause, weapon, text)
        field = _sense(clause, number, weapon, text, last) if number is not None else None
        if number is not None and field is not None:
            last = (weapon.end, field)
            found.append(_count(field, number, number.start, weapon.end, text, weapon.start))
            if field != "fired" and number.kind != "indefinite" and fired_first(text[weapon.end : clause.sentence.end]):
                found.append(_count("fired", number, number.start, weapon.end, text, weapon.start))
    seen = {f.quote.start for f in found if f.field != "weapon"}
    for number, field, end in of_the_volley(clause, text):
        if number.start not in seen:
            found.append(_count(field, number, number.start, end, text, None))
    return found


def counts_acts(text: str, weapon: WeaponMatch) -> bool:
    """Whether a number before the weapon counts attacks or launchers rather than munitions ("six missile strikes")."""
    acts = _ACT.search(text, weapon.start, weapon.end)
    return bool(acts or _NO_MUNITION.match(text, weapon.end, weapon.end + _REACH))


def _is_means(clause: Clause, weapon: WeaponMatch, text: str) -> bool:
    """Whether the word names the means of harm here: not a mere blast beside a weapon, nor air defences' fire."""
    others = [w for w in clause.sentence.weapons if w.kind in _COUNTABLE | _BLASTS]
    if weapon.kind in _EFFECTS | _STRIKES and others:
        return False
    if weapon.kind == "firearm":
        words = text[weapon.start : weapon.end].lower()
        aimed = words.startswith("sho") and bool(_DOWN.match(text, weapon.end, min(clause.end, weapon.end + _REACH)))
        return not aimed and not _AIR_DEFENCE.search(text, max(clause.start, weapon.start - 40), weapon.start)
    return True


def _count(field: Field, number: Number, start: int, end: int, text: str, unit: int | None) -> Finding:
    return Finding(
        field=field,
        words=text[number.start : number.end],
        quote=Quote.of(text, start, end),
        group=text[unit:end] if unit is not None else None,
    )


def _number_of(clause: Clause, weapon: WeaponMatch, text: str) -> Number | None:
    """The number right before a weapon that comes in pieces ("four Katyusha rockets")."""
    if weapon.kind not in _COUNTABLE or counts_acts(text, weapon):
        return None
    plural = text[weapon.end - 1 : weapon.end] == "s"
    for number in reversed(clause.sentence.numbers):
        if number.end > weapon.start or number.start < clause.start or number.kind == "ordinal":
            continue
        between = text[number.end : weapon.start]
        if len(between) > _REACH or not _BETWEEN.fullmatch(between) or _NOT_BETWEEN.search(between):
            return None
        if number.kind == "indefinite" and (plural or " of " in between):
            return None
        if number.low is None and number.high is None:
            return None
        return number
    return None


def _sense(
    clause: Clause, number: Number, weapon: WeaponMatch, text: str, last: tuple[int, Field] | None
) -> Field | None:
    """Whether the munitions were fired, hit or were intercepted, by the verb that governs them.

    That is the one whose object they are, else the one whose subject they are; of a list the first member decides.
    """
    ahead = after_phrase(text[weapon.end : min(clause.sentence.end, weapon.end + 2 * _REACH)])
    behind = before_phrase(text[max(clause.sentence.start, number.start - _REACH) : number.start])
    joined = last is not None and re.fullmatch(r"\s*(?:,|and|, and|as well as|plus)\s*", text[last[0] : number.start])
    field = behind if behind is not None and ahead != "intercepted" else ahead
    if field is None and joined and last is not None:
        field = last[1]
    # An article introduces a weapon rather than counts a volley, but "downed a missile" tells of one.
    if number.kind == "indefinite" and field != "intercepted" and "single" not in text[number.end : weapon.start]:
        return None
    return field
