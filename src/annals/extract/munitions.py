"""Weapons told of an event, and how many were fired, hit or were intercepted."""

import re

from annals.extract.clauses import Clause
from annals.model import Field, Finding, Quote
from annals.reference.weapons import WeaponMatch

_COUNTABLE = frozenset(
    "rocket missile ballistic_missile cruise_missile anti_tank_missile mortar artillery_shell drone sea_drone bomb grenade "
    "rpg projectile suicide_drone limpet_mine barrel_bomb guided_bomb".split()
)
_INTERCEPTED = re.compile(
    r"\b(?:intercept\w*|shot down|shoot(?:ing)? down|down(?:ed|ing)|brought down|destroyed in the air|knocked down|neutrali[sz]ed|(?:was|were|been) jammed|repelled)\b",
    re.IGNORECASE,
)
_HIT = re.compile(
    r"\b(?:hit|hits|hitting|struck|strikes?|striking|land(?:s|ed|ing)?|slam(?:s|med|ming)?|fell|falls?|falling|crash(?:es|ed|ing)?|"
    r"impact(?:ed|ing)?|explod(?:es?|ed|ing)|reached|smash(?:es|ed|ing)?|plough(?:ed|ing)|detonat(?:es?|ed|ing))\b",
    re.IGNORECASE,
)
_FIRED = re.compile(
    r"\b(?:fir(?:es?|ed|ing)|launch(?:es|ed|ing)?|volley|salvo|barrage|lob(?:s|bed)|shot|rain(?:s|ed)|sent|us(?:ed|ing)|hurl(?:s|ed)|loos(?:ed|ing)|dropp?(?:s|ed|ing))\b",
    re.IGNORECASE,
)
_REACH = 60


def munitions_of(clause: Clause, text: str) -> list[Finding]:
    """Weapon findings of a clause, each kind once, and munition counts where a number stands before the weapon."""
    found: list[Finding] = []
    kinds: set[tuple[str, str | None]] = set()
    for weapon in clause.sentence.weapons:
        if not clause.holds(weapon.start, weapon.end):
            continue
        if (weapon.kind, weapon.name) not in kinds:
            kinds.add((weapon.kind, weapon.name))
            quote = Quote.of(text, weapon.start, weapon.end)
            found.append(Finding(field="weapon", words=quote.exact, quote=quote))
        counted = _counted(clause, weapon, text)
        if counted is not None:
            found.append(counted)
    found.extend(_of_the_volley(clause, text))
    return found


def _counted(clause: Clause, weapon: WeaponMatch, text: str) -> Finding | None:
    """The number right before a weapon that comes in pieces ("four Katyusha rockets")."""
    if weapon.kind not in _COUNTABLE:
        return None
    for number in reversed(clause.sentence.numbers):
        if number.end > weapon.start or number.kind not in ("cardinal", "vague", "indefinite", "none"):
            continue
        between = text[number.end : weapon.start]
        if len(between) > _REACH or re.search(
            r"[,;:.()]|\b(?:in|on|at|with|by|from|to|after|and|hit|struck)\b", between
        ):
            return None
        if number.kind == "indefinite" and (
            " of " in between or re.match(r"\s+(?:strike|attack|raid|assault)", text[weapon.end : weapon.end + 10])
        ):
            return None
        if number.kind == "indefinite" and re.search(r"s$", text[weapon.start : weapon.end]):
            return None
        field = _sense(clause, number.start, weapon.end, text)
        if field is None:
            return None
        return Finding(
            field=field,
            words=text[number.start : number.end],
            quote=Quote.of(text, number.start, weapon.end),
            group=text[weapon.start : weapon.end],
        )
    return None


def _sense(clause: Clause, start: int, end: int, text: str) -> Field | None:
    """Whether the munitions were fired, hit or were intercepted, by the verb that follows, else the one before."""
    after, before = text[end : min(clause.end, end + _REACH)], text[max(clause.start, start - _REACH) : start]
    for stretch, last in ((after, False), (before, True)):
        senses: list[tuple[int, Field]] = []
        for field, pattern in (("intercepted", _INTERCEPTED), ("hit", _HIT), ("fired", _FIRED)):
            senses += [(found.start(), field) for found in pattern.finditer(stretch)]  # type: ignore[misc]
        if senses:
            senses.sort()
            return senses[-1][1] if last else senses[0][1]
    return None


_PROJECTILES = re.compile(
    r"\b(?P<number>\w+(?:-\w+)?)\s+of (?:the|these|those|its|their) (?:\w+ )?(?:projectiles|rockets|missiles|shells|rounds|drones|munitions|mortars)\b",
    re.IGNORECASE,
)


def _of_the_volley(clause: Clause, text: str) -> list[Finding]:
    """ "Fourteen of the projectiles hit": a part of the volley told before."""
    found = []
    for match in _PROJECTILES.finditer(text, clause.start, clause.end):
        number = next(
            (n for n in clause.sentence.numbers if n.start <= match.start() < n.end or n.start == match.start()), None
        )
        if number is None or number.kind not in ("cardinal", "vague"):
            continue
        field = _sense(clause, match.start(), match.end(), text)
        if field is not None:
            found.append(
                Finding(
                    field=field,
                    words=text[number.start : number.end],
                    quote=Quote.of(text, number.start, match.end()),
                    group=text[match.end() - len(match.group().rsplit(maxsplit=1)[-1]) : match.end()],
                )
            )
    return found
