"""Two reports' counts checked against each other: what counts more days, or more kinds, cannot count fewer.

"Nine by the 9th, ten by the 12th" is consistent; "twelve by the 5th" and then "ten by the 9th" of the same is not.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from annals.english.folding import name_key
from annals.model.checked import Against
from annals.model.claim import AccountTally
from annals.model.days import ordinal
from annals.model.incident import Window
from annals.reconcile.tallies import Counting
from annals.reference.things import things
from annals.reference.weapons import WeaponTable

_Relation = Literal["same", "wider", "narrower", "alike", "apart"]
"""How one part of a scope stands to another's. alike: worded otherwise, with something in common."""
_PART = 10
_DAYS = 3
"""Windows that are rounded begin on one day where they are no more than these days, or a tenth of them, apart."""


class _Span(NamedTuple):
    first: int
    last: int


def scope_key(tally: AccountTally) -> str | None:
    """Counts of one key may be compared, and with those whose key is the country alone, which count any weapon.

    None for one that can be compared with none.
    """
    if tally.form == "most" or (tally.low is None and tally.high is None) or tally.country is None:
        return None
    return f"{tally.country} {' '.join(sorted(_families(tally.weapons)))}".strip()


def compare(one: Counting, other: Counting) -> Against | None:
    """How the count `other` stands to `one`; None where neither's scope and window hold the other's.

    Numbers are compared by their ends: "at least nine" and "ten" contradict nothing. The verdict is `cannot_tell` where
    the wider count is the smaller but a scope is partly implied or worded otherwise.
    """
    if one.report_id == other.report_id or scope_key(one.stated) is None or scope_key(other.stated) is None:
        return None
    for narrow, wide in ((one, other), (other, one)):
        relations = _relations(narrow.stated, wide.stated)
        if "apart" in relations or "narrower" in relations or not _nested(narrow.stated, wide.stated):
            continue
        firm = "alike" not in relations and not {"kind"} & {*narrow.stated.implied, *wide.stated.implied}
        # What is the first of its kind is mostly finer than words for a scope tell: a calibre, a design.
        firm = firm and "first" not in (narrow.stated.form, wide.stated.form)
        return _against(narrow, wide, other, firm=firm)
    return None


def _against(narrow: Counting, wide: Counting, other: Counting, *, firm: bool) -> Against:
    few, many = narrow.stated, wide.stated
    low = max(0, many.low - few.high) if many.low is not None and few.high is not None else None
    high = many.high - few.low if many.high is not None and few.low is not None else None
    known = (wide.sure | {*wide.included}) - narrow.sure - {*narrow.included}
    said = f"{few.words} by {few.end} and {many.words} by {many.end}"
    if few.start != many.start:
        said = f"{few.words} from {few.start} to {few.end} and {many.words} from {many.start} to {many.end}"
    verdict: Literal["consistent", "contradicts", "cannot_tell"] = "consistent"
    if high is not None and high < 0:
        verdict = "contradicts" if firm else "cannot_tell"
        why = "of the same scope" if firm else "unless they count different things"
        return _made(other, verdict, {"low": 0, "high": 0}, 0, f"{said}: the count falls, {why}.")
    beyond = _range(low, high)
    has = f"; the ledger has {len(known)} of these" if high != 0 else ""
    return _made(other, verdict, {"low": low, "high": high}, len(known), f"{said}: {beyond} beyond{has}.")


def _made(
    other: Counting,
    verdict: Literal["consistent", "contradicts", "cannot_tell"],
    between: dict[str, int | None],
    counted: int,
    reason: str,
) -> Against:
    told = other.stated
    return Against(
        report_id=other.report_id,
        number=other.number,
        quote=told.quote,
        words=told.words,
        count={"low": told.low, "high": told.high},
        window=Window(start=told.start, end=told.end),
        verdict=verdict,
        between=between,
        counted_between=counted,
        reason=reason[0].upper() + reason[1:],
    )


def _range(low: int | None, high: int | None) -> str:
    if low == high:
        return f"{low}" if low is not None else "an unknown number"
    if high is None:
        return f"at least {low}"
    return f"{low} to {high}" if low else f"at most {high}"


def _nested(narrow: AccountTally, wide: AccountTally) -> bool:
    """Whether the window of one lies within the other's, where those ends that are about the same count as one."""
    inner, outer = _span(narrow), _span(wide)
    if inner is None or outer is None:
        return False
    leeway = max(_DAYS, (inner.last - inner.first) // _PART)
    return outer.first <= inner.first + leeway and inner.last <= outer.last


def _span(tally: AccountTally) -> _Span | None:
    first, last = ordinal(tally.start), ordinal(tally.end)
    return None if first is None or last is None else _Span(first, last)


def _relations(narrow: AccountTally, wide: AccountTally) -> set[_Relation]:
    """How the parts of the wide scope stand to those of the narrow one."""
    return {
        "same" if narrow.country == wide.country else "apart",
        _part(frozenset(name_key(narrow.place or "")), frozenset(name_key(wide.place or "")), words=False),
        _part(_families(narrow.weapons), _families(wide.weapons), words=False),
        _part(frozenset(narrow.events), frozenset(wide.events), words=False),
        "same" if narrow.deadly == wide.deadly else "wider" if narrow.deadly else "narrower",
        _part(_words(narrow.actors), _words(wide.actors), words=True),
        _part(_kinds(narrow.targets), _kinds(wide.targets), words=True),
    }


def _part(narrow: frozenset[str], wide: frozenset[str], *, words: bool) -> _Relation:
    """`words`: what is told in words of its own, where no more than something in common can be asked for."""
    if narrow == wide:
        return "same"
    if not wide:
        return "wider"
    if not narrow:
        return "alike" if words else "narrower"
    return "alike" if words and narrow & wide else "apart"


def _families(kinds: Iterable[str]) -> frozenset[str]:
    table = WeaponTable.load()
    return frozenset(table.family(kind) or kind for kind in kinds)


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name_key(name))


def _kinds(targets: Iterable[str]) -> frozenset[str]:
    """Kinds of targets, and for those of no known kind their words."""
    return frozenset(kind for target in targets for kind in (things().kind(target),) if kind) or _words(targets)
