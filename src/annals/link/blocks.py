"""Which mentions are worth comparing: neighbours in a block, found by an index and not by trying all pairs.

A block is a rough where and when, or a telling detail: a cell of the map, a place and day, a figure, a rare word. Its
members stand in the order of their days, and each is compared with the next `REACH` of them: all with all in a small
block, neighbours in a large one, so that the number of pairs grows with the number of mentions and not with its square.

Keys and order are functions of one mention, so that a new report changes the pairs of its own neighbourhood only: it
adds those of its mentions, and drops those that its mentions push further apart than `REACH`.
"""

from collections.abc import Iterator
from hashlib import blake2b
from math import floor
from zlib import crc32

from annals.english.rarity import rarity
from annals.link.compare.when import FAR_DAYS
from annals.link.profile import Profile
from annals.model.days import gap, length
from annals.model.geo import km_between
from annals.model.ids import number_of
from annals.model.traces import Rank

REACH = 8
"""Neighbours after a mention, in the order of its block, with which it is compared."""
_Key = tuple[str | int | float, ...]
_CELL_DEGREES = 1.0
_BUCKET_DAYS = 4
_EXACT_DAYS = 7
"""An interval up to so long has a place in the order of days by its ends."""
NEAR_KM = 100.0
ONE, SEVERAL, MANY = 20, 30, 48
"""Half bits of rarity that one rare word has, and that only several or many have together."""
WEEKS = 30
"""Days within which an event, or the reports of it, are told of together."""
_UNDATED = 0


def block_keys(profile: Profile) -> frozenset[int]:
    """The blocks of one mention, as numbers of 63 bits."""
    return frozenset(_number(key) for key in _keys(profile))


def rank(profile: Profile) -> Rank:
    """The place of a mention in the order of its blocks: by day, then so that mentions of one event stand together.

    Sixteen bytes: the day, and digests of place, type and tolls, since all that matters of these is that like stands
    beside like.
    """
    tolls = tuple(
        -1 if toll.low is None else toll.low
        for name in ("killed", "wounded")
        for toll in profile.tolls.get(name, ())[:1]
    )
    place = next((str(place.name) for place in profile.places), "")
    like = (place, profile.sub_event_type, str(tolls))
    placed = b"".join(
        (_day(profile).to_bytes(4), *(crc32(part.encode("utf-8", "replace")).to_bytes(4) for part in like))
    )
    return placed, number_of(profile.mention_id.encode())


def comparable(first: Profile, second: Profile) -> bool:
    """Whether two mentions are worth comparing: not of one report, nor of days that exclude each other.

    They must be of one origin, or share many rare words. Else their days must lie within `WEEKS`, and they must share
    several rare words; or one, and the days or the places be near; or else both must be, and the places be known or any
    mark be shared. The days between their reports stand in for those between their own where they are fewer: where two
    reports come out together, one may have a day wrong.
    """
    if first.report_id == second.report_id or gap(first.firm_days, second.firm_days) >= FAR_DAYS:
        return False
    if first.origin == second.origin:
        return True
    shared = first.marks & second.marks
    bits = sum(map(rarity, shared)) if shared else 0
    if bits >= MANY:
        return True
    apart = _days_apart(first, second)
    if apart > WEEKS:
        return False
    if bits >= ONE:
        return bits >= SEVERAL or apart < FAR_DAYS or _may_be_near(first, second)
    known = bits > 0 or bool(first.places and second.places)
    return known and apart < FAR_DAYS and _may_be_near(first, second)


def _days_apart(first: Profile, second: Profile) -> int:
    apart = gap(first.days, second.days)
    if first.published is None or second.published is None:
        return apart
    return min(apart, abs(first.published - second.published))


def _may_be_near(first: Profile, second: Profile) -> bool:
    if not first.places or not second.places:
        return True
    for one in first.places:
        for other in second.places:
            if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
                if not one.country or not other.country or one.country == other.country:
                    return True
            elif abs(one.lat - other.lat) <= 1 and km_between(one.lat, one.lon, other.lat, other.lon) <= NEAR_KM:
                return True
    return False


def _keys(profile: Profile) -> Iterator[_Key]:
    wheres = list(_wheres(profile))
    whens = list(_whens(profile))
    details = list(_details(profile))
    for where in wheres:
        yield where
        for when in whens:
            yield (*where, *when)
        for detail in details:
            yield (*where, *detail)
    for when in whens:
        for detail in details:
            yield (*when, *detail)
    yield ("origin", profile.origin, profile.sub_event_type)
    for word in profile.marks:
        yield ("word", word)


def _wheres(profile: Profile) -> Iterator[_Key]:
    """Cells of a degree, two staggered so that near places mostly share one; else region, country or name."""
    for place in profile.places:
        if place.lat is not None and place.lon is not None:
            for shift in (0.0, 0.5):
                yield "cell", shift, floor(place.lat / _CELL_DEGREES + shift), floor(place.lon / _CELL_DEGREES + shift)
        elif place.name and place.precision != "country":
            yield "name", place.name.casefold()
        if place.country:
            yield "country", place.country


def _whens(profile: Profile) -> Iterator[_Key]:
    """Buckets of days, two staggered so that days up to two apart share one."""
    low, high = profile.days
    size = length(profile.days)
    if low is None or high is None or size is None or size > _EXACT_DAYS:
        return
    for day in {low, high}:
        yield "days", 0, day // _BUCKET_DAYS
        yield "days", 1, (day + _BUCKET_DAYS // 2) // _BUCKET_DAYS


def _details(profile: Profile) -> Iterator[_Key]:
    """Figures, calibres, the day of the month and the weekday: what two tellings of one event tend to share."""
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


def _day(profile: Profile) -> int:
    """The day by which a mention stands in order: its last possible one, else that of publication."""
    low, high = profile.days
    known = high if high is not None else low
    if known is None:
        known = profile.published
    return _UNDATED if known is None else known


def _number(key: _Key) -> int:
    """A number for a key. Two keys with one number would only give a block more members than it needs."""
    return int.from_bytes(blake2b(repr(key).encode(), digest_size=8).digest()) >> 1
