"""With what, and how many were fired and hit."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from annals.english.number_hedges import is_approximate
from annals.model.incident import IncidentWeapon, Span
from annals.model.rules import DEFAULT_RULES, RuleSet
from annals.model.values import MunitionValue, WeaponValue
from annals.reconcile.case import Heard, Rule, Ruling, Rulings, origins_of, origins_said
from annals.reconcile.ranges import Told, contradict, settle, show, supporters

_KINDS = "Weapons are grouped by kind; a general word (projectile, missile) joins the one kind told that it stands for."
_APART = "Numbers fired and numbers that hit are kept apart, each as a range over all claims with its best number"
_HOMES = (
    "A number whose weapon is not told goes to the one kind that is told; where there are several it is set aside.",
    "Numbers of one report that add up to a higher one of the same report are parts of it, and set aside.",
)
WEAPON_RULES: dict[RuleSet, Rule] = {
    "conservative": Rule(name="by_kind_lowest", sentences=(_KINDS, f"{_APART}: the lowest.", *_HOMES)),
    "representative": Rule(
        name="by_kind",
        sentences=(
            _KINDS,
            f"{_APART}: the one that most independent origins support.",
            "Between equals that of the better voice is taken, then an exact one, then the highest.",
            *_HOMES,
        ),
    ),
    "informative": Rule(name="by_kind_highest", sentences=(_KINDS, f"{_APART}: the highest.", *_HOMES)),
}
T = TypeVar("T", str, float)


class WeaponRuling(msgspec.Struct, frozen=True, kw_only=True):
    """The weapons, the one told most first, how each claim stands, and the fields in which claims disagree."""

    weapons: tuple[IncidentWeapon, ...]
    rulings: Rulings
    disagreements: tuple[str, ...]


def rule_weapons(weapons: Sequence[Heard], munitions: Sequence[Heard], rules: RuleSet = DEFAULT_RULES) -> WeaponRuling:
    """Rule weapons and their numbers; both may be empty."""
    told = [(h, h.claim.value) for h in weapons if isinstance(h.claim.value, WeaponValue)]
    counted = [(h, h.claim.value) for h in munitions if isinstance(h.claim.value, MunitionValue)]
    kinds = {value.kind for _, value in told if value.kind}
    groups: dict[str | None, list[tuple[Heard, WeaponValue]]] = {}
    rulings: Rulings = {}
    for h, value in told:
        kind = _refined(value.kind, kinds)
        if kind != value.kind and kind is not None:
            reason = f"It tells it generally; others say {_plain(kind)}."
        else:
            reason = f"It names {_plain(kind)}." if kind else f"It names {value.name or 'a weapon'}."
        groups.setdefault(kind, []).append((h, value))
        rulings[h.position] = Ruling(state="supports", reason=reason)
    disagreements = {"weapon"} if _kinds_exclude(told) or any(_calibres_differ(g) for g in groups.values()) else set()
    numbers: dict[tuple[str | None, str], list[tuple[Heard, MunitionValue]]] = {}
    for h, counts in counted:
        measure = h.claim.field
        kind = _home(counts.weapon, groups)
        if (counts.low, counts.high) == (None, None):
            rulings[h.position] = Ruling(state="set_aside", reason="The words give no number that can be read.")
        elif not groups:
            reason = "No report names the weapon that it counts."
            rulings[h.position] = Ruling(state="set_aside", reason=reason)
        elif kind is None and None not in groups:
            reason = "Several kinds of weapon are told, and it does not say which it counts."
            rulings[h.position] = Ruling(state="set_aside", reason=reason)
        else:
            groups.setdefault(kind, [])
            numbers.setdefault((kind, measure), []).append((h, counts))
    spans: dict[tuple[str | None, str], Span] = {}
    for key, every_number in numbers.items():
        entries = _without_parts(every_number, rulings)
        spans[key] = _rule_numbers(key[1], entries, rulings, rules)
        every = [told_of(h, value) for h, value in entries]
        if any(contradict(a, b) for n, a in enumerate(every) for b in every[n + 1 :]):
            disagreements.add(key[1])
    order = sorted(
        groups, key=lambda k: (-origins_of([h for h, _ in groups[k]]), k is None, k in stands_for(), k or "")
    )
    return WeaponRuling(
        weapons=tuple(
            _weapon(
                kind,
                groups[kind],
                fired=spans.get((kind, "fired"), Span()),
                hit=spans.get((kind, "hit"), Span()),
            )
            for kind in order
        ),
        rulings=rulings,
        disagreements=tuple(sorted(disagreements)),
    )


@cache
def stands_for() -> dict[str, frozenset[str]]:
    """General kind -> the kinds that it may stand for, from `weapon_kinds.toml`."""
    raw = files("annals.reconcile").joinpath("weapon_kinds.toml").read_bytes()
    table = msgspec.toml.decode(raw, type=dict[str, dict[str, frozenset[str]]])
    return table["stands_for"]


def _refined(kind: str | None, told: Collection[str | None]) -> str | None:
    """The kind to which a claim of `kind` belongs: the one of those told that it may stand for, else itself."""
    specific = {k for k in told if k and (kind is None or k in stands_for().get(kind, ()))}
    # Of a chain (strike, air strike, drone) the last says most.
    specific = {k for k in specific if not specific & stands_for().get(k, frozenset())}
    return specific.pop() if len(specific) == 1 else kind


def _home(kind: str | None, groups: Mapping[str | None, object]) -> str | None:
    """The group that a number of `kind` belongs to; None where its kind is not told and several may be meant."""
    kind = _refined(kind, groups)
    general = [g for g in groups if g and kind in stands_for().get(g, ())]
    return general[0] if kind not in groups and len(general) == 1 else kind


def _agree(a: str, b: str) -> bool:
    """Whether both words may tell one weapon."""
    return a == b or b in stands_for().get(a, ()) or a in stands_for().get(b, ())


def _weapon(kind: str | None, told: Sequence[tuple[Heard, WeaponValue]], *, fired: Span, hit: Span) -> IncidentWeapon:
    return IncidentWeapon(
        kind=kind,
        name=_most([(h, value.name) for h, value in told if value.name]),
        calibre_mm=_most([(h, value.calibre_mm) for h, value in told if value.calibre_mm is not None]),
        fired=fired,
        hit=hit,
    )


def _most(told: Sequence[tuple[Heard, T]]) -> T | None:
    """What most origins tell; the first in the record between equals."""
    if not told:
        return None
    return max(told, key=lambda t: (len({h.origin for h, value in told if value == t[1]}), -t[0].position))[1]


def _without_parts(
    entries: Sequence[tuple[Heard, MunitionValue]], rulings: Rulings
) -> list[tuple[Heard, MunitionValue]]:
    """The numbers that are no parts: "three drones: one shot down, two jammed" tells three, of one and two."""
    kept = []
    for h, value in entries:
        own = [(o, v) for o, v in entries if o.claim.report_id == h.claim.report_id and v.low == v.high is not None]
        lower = {o.position: v.low or 0 for o, v in own}
        whole = max(lower.values(), default=0)
        parts = [number for number in lower.values() if number < whole]
        if h.position in lower and 0 < lower[h.position] < whole and len(parts) > 1 and sum(parts) == whole:
            reason = f"Its report tells {whole} in all, of which it counts some."
            rulings[h.position] = Ruling(state="set_aside", reason=reason)
        else:
            kept.append((h, value))
    return kept


def _rule_numbers(
    measure: str, entries: Sequence[tuple[Heard, MunitionValue]], rulings: Rulings, rules: RuleSet
) -> Span:
    every = [told_of(h, value) for h, value in entries]
    span = settle(every, rules)
    backing = origins_said(len(supporters(span.best, every))) if span.best is not None else ""
    for told in every:
        number = show(told.low, told.high)
        if span.best is None or told.holds(span.best):
            reason = f"It gives {number} {measure}; the record's best number is {span.best or number}."
            rulings[told.position] = Ruling(state="supports", reason=reason)
        else:
            reason = f"It gives {number} {measure}; the best number is {span.best}, supported by {backing}."
            rulings[told.position] = Ruling(state="dissents", reason=reason)
    return span


def told_of(h: Heard, value: MunitionValue) -> Told:
    """The number, ready for comparing."""
    # Numbers of munitions do not grow as tolls do, so that the day gives no support to a higher one.
    rough = is_approximate(h.claim.hedge)
    return Told(
        position=h.position,
        low=value.low,
        high=value.high,
        origin=h.origin,
        day=None,
        rough=rough,
        speaker=h.claim.speaker,
    )


def _kinds_exclude(told: Sequence[tuple[Heard, WeaponValue]]) -> bool:
    """Whether two origins each name kinds, and no kind of the one may be a kind of the other."""
    by_origin: dict[str, set[str]] = {}
    for h, value in told:
        if value.kind:
            by_origin.setdefault(h.origin, set()).add(value.kind)
    sets = list(by_origin.values())
    return any(not any(_agree(x, y) for x in a for y in b) for n, a in enumerate(sets) for b in sets[n + 1 :])


def _calibres_differ(told: Sequence[tuple[Heard, WeaponValue]]) -> bool:
    by_origin: dict[str, set[float]] = {}
    for h, value in told:
        if value.calibre_mm is not None:
            by_origin.setdefault(h.origin, set()).add(value.calibre_mm)
    sets = list(by_origin.values())
    return any(a.isdisjoint(b) for n, a in enumerate(sets) for b in sets[n + 1 :])


def _plain(kind: str) -> str:
    return kind.replace("_", " ")
