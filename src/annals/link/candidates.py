"""Which mentions are worth comparing: those that share a block, found by an index and not by trying all pairs.

A block is a rough when and where, or a telling detail: a place and day, a place and a figure, a region and a
weekday, a rare word. In a coarse block (a whole country, a month, no date) only pairs are formed of which one mention
is itself no more exact, since two exact ones that belong together share a finer block. In a block that is too large to
compare all with all, each mention is compared with its neighbours in an order that puts like beside like, so that the
number of pairs grows with the number of mentions and not with its square.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import floor

from annals.link.profile import Profile
from annals.link.telling import Rarity
from annals.link.weights import Weights
from annals.model.days import gap, length, weekday_of

Block = tuple[str | int | float, ...]
_CELL_DEGREES = 1.0
_BUCKET_DAYS = 4
_MONTH_DAYS = 31
_LONGEST_DAYS = 7
_MOST_MONTHS = 24
_SHARED = 2
"""Reports that must have a word for it to find anything."""
_COARSE_WHERE = "country"
_COARSE_WHEN = ("month", "undated")


def candidates(
    profiles: Sequence[Profile], rarity: Rarity, weights: Weights, names: Rarity | None = None
) -> list[tuple[str, str]]:
    """Pairs of mention ids, the smaller first, sorted, each once; never two of one report.

    `rarity` is that of the mentions' words, `names` that of the reports' names, which find nothing where it is None.
    """
    blocks: dict[Block, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for block in _blocks(profile, rarity, weights):
            blocks[block].append(profile)
        if names is not None:
            rarest = _rarest(profile.names, names, weights.blocks["story_reports"])
            for name in rarest[: weights.blocks["story_names"]]:
                blocks["story", name].append(profile)
    pairs: set[tuple[str, str]] = set()
    for block, members in blocks.items():
        if len(members) > 1:
            pairs.update(_pairs(block, members, weights))
    return sorted(pairs)


def _pairs(block: Block, members: list[Profile], weights: Weights) -> Iterator[tuple[str, str]]:
    reach = len(members)
    if reach > weights.blocks["largest"]:
        members = sorted(members, key=_likeness)
        reach = weights.blocks["window"]
    vague = [_is_vague(profile, block) for profile in members]
    if not any(vague):
        return
    impossible = int(weights.date["impossible_gap"])
    for n, first in enumerate(members):
        for k in range(n + 1, min(len(members), n + 1 + reach)):
            second = members[k]
            if not (vague[n] or vague[k]) or first.report_id == second.report_id:
                continue
            if gap(first.firm_days, second.firm_days) >= impossible:
                continue
            a, b = first.mention_id, second.mention_id
            yield (a, b) if a < b else (b, a)


def _is_vague(profile: Profile, block: Block) -> bool:
    """Whether the mention is no more exact than the block; always true of a block that is not coarse."""
    if _COARSE_WHERE in block and not any(place.lat is None for place in profile.places):
        return False
    if any(name in block for name in _COARSE_WHEN):
        size = length(profile.days)
        return size is None or size > _LONGEST_DAYS
    return True


def _likeness(profile: Profile) -> tuple[object, ...]:
    """Sort key under which mentions of one event tend to stand together."""
    tolls = tuple(
        -1 if toll.low is None else toll.low
        for name in ("killed", "wounded")
        for toll in profile.tolls.get(name, ())[:1]
    )
    fired = tuple(r[0] if r[0] is not None else -1 for r in profile.munitions.get("fired", ())[:1])
    low = profile.days[0]
    return (
        low if low is not None else 0,
        profile.weekday if profile.weekday is not None else -1,
        tuple(str(p.name) for p in profile.places[:1]),
        profile.sub_event_type,
        tolls,
        fired,
        profile.mention_id,
    )


def _blocks(profile: Profile, rarity: Rarity, weights: Weights) -> set[Block]:
    """The blocks of one mention."""
    wheres: set[Block] = set(_wheres(profile))
    whens = list(_whens(profile))
    details = list(_details(profile))
    blocks: set[Block] = {(*where, *when) for where in wheres for when in whens}
    blocks |= {(*where, *detail) for where in wheres for detail in details}
    blocks |= {(*when, *detail) for when in whens for detail in details if when[0] != "undated"}
    blocks |= {("copy", profile.origin, profile.sub_event_type)}
    rare = _rarest(profile.words | profile.targets, rarity, weights.blocks["rare_reports"])
    return blocks | {("word", word) for word in rare[: weights.blocks["rare_words"]]}


def _rarest(words: frozenset[str], rarity: Rarity, most: int) -> list[str]:
    """Those of the words that at least one other report has, and at most `most` have, the rarest first."""
    counted = ((rarity.reports(word), word) for word in words)
    return [word for count, word in sorted(counted) if _SHARED <= count <= most]


def _wheres(profile: Profile) -> Iterator[Block]:
    """Cells of a degree, overlapping so that near places share one; else region, country or name."""
    for place in profile.places:
        if place.lat is not None and place.lon is not None:
            for shift_lat in (0.0, 0.5):
                for shift_lon in (0.0, 0.5):
                    row = floor(place.lat / _CELL_DEGREES + shift_lat)
                    column = floor(place.lon / _CELL_DEGREES + shift_lon)
                    yield "cell", row, column, shift_lat, shift_lon
        elif place.name and place.precision != "country":
            yield "name", place.name.casefold()
        if place.country:
            yield "country", place.country


def _whens(profile: Profile) -> Iterator[Block]:
    """Buckets of days, overlapping so that days up to two apart share one; months for what is vaguer."""
    low, high = profile.days
    size = length(profile.days)
    if low is None or high is None or size is None:
        known = low if low is not None else high
        yield ("undated", -1 if profile.weekday is None else profile.weekday)
        yield ("undated", -1)
        if known is not None:
            yield "month", known // _MONTH_DAYS
        return
    if size <= _LONGEST_DAYS:
        for day in {low, high}:
            yield "days", day // _BUCKET_DAYS, 0
            yield "days", (day + _BUCKET_DAYS // 2) // _BUCKET_DAYS, 1
        weekday = weekday_of(profile.days)
        if weekday is not None:
            yield "undated", weekday
    else:
        for month in range(low // _MONTH_DAYS, min(high // _MONTH_DAYS, low // _MONTH_DAYS + _MOST_MONTHS) + 1):
            yield "month", month
    if size <= _LONGEST_DAYS:
        yield "month", low // _MONTH_DAYS


def _details(profile: Profile) -> Iterator[Block]:
    """Figures, calibres and the day of the month: what two tellings of one event tend to share."""
    for name, tolls in sorted(profile.tolls.items()):
        for toll in tolls:
            if toll.low:
                yield name, toll.low
    for name, ranges in sorted(profile.munitions.items()):
        for low, _ in ranges:
            if low:
                yield name, low
    for calibre in sorted(profile.calibres):
        yield "calibre", calibre
    if profile.month_day:
        yield "yearless", profile.month_day[0]
    if profile.weekday is not None:
        yield "weekday", profile.weekday
