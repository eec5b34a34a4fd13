"""Mentions of one report that turn out, once their words are values, to tell one event.

A reader sees words: "the strike on the port" and, three paragraphs on, "Monday's raid on Hodeidah". Only values show
that day and place are the same.
"""

from collections.abc import Collection

from annals.english.weekdays import stated_weekday
from annals.model import Claim, CountValue, DateValue, Mention, PlaceValue
from annals.model.geo import km_between
from annals.reference.event_families import compatible_types

_NEAR_M = 30_000
_SPOTS = frozenset({"site", "town", "near_town"})


def merge(
    mentions: tuple[Mention, ...], apart: Collection[frozenset[str]] = ()
) -> tuple[tuple[Mention, ...], dict[str, str]]:
    """Merge the mentions of a report that tell one event, the earlier taking the claims of the later.

    `apart` are pairs of ids of which the report says that they are two events: they are not merged where each has a
    place of its own.

    Returns the mentions that remain, in order, and for every mention's id the id that it has now.
    """
    kept: list[Mention] = []
    now: dict[str, str] = {}
    for mention in mentions:
        home = next(
            (
                n
                for n, other in enumerate(kept)
                if _same(other, mention)
                and not (frozenset((other.mention_id, mention.mention_id)) in apart and _placed_apart(other, mention))
            ),
            None,
        )
        if home is None:
            kept.append(mention)
            now[mention.mention_id] = mention.mention_id
        else:
            kept[home] = _together(kept[home], mention)
            now[mention.mention_id] = kept[home].mention_id
    return tuple(kept), now


def _same(a: Mention, b: Mention) -> bool:
    if a.realis != "actual" or b.realis != "actual" or a.aggregate or b.aggregate:
        return False
    if not compatible_types({a.sub_event_type}, {b.sub_event_type}) or _tolls_differ(a, b):
        return False
    day, place = _same_day(a, b), _same_spot(a, b)
    if day is False or place is False:
        return False
    return bool(day) or (bool(place) and (not _dates(a) or not _dates(b)))


def _dates(mention: Mention) -> list[Claim]:
    """Claims of the event's date in words of its own, not those that only its publication gives."""
    return [c for c in mention.claims if isinstance(c.value, DateValue) and c.value.basis != "publication"]


def _same_day(a: Mention, b: Mention) -> bool | None:
    """True where both name one day, False where their days differ or cannot be compared, None where one names none."""
    first, second = _dates(a), _dates(b)
    if not first or not second:
        return None
    days = [
        {(c.value.start, c.value.end) for c in claims if isinstance(c.value, DateValue)} for claims in (first, second)
    ]
    known = [{d for d in some if d[0] is not None and d[0] == d[1]} for some in days]
    if known[0] and known[1]:
        return bool(known[0] & known[1])
    weekdays = [{w for c in claims if (w := stated_weekday(c.words)) is not None} for claims in (first, second)]
    return bool(weekdays[0] and weekdays[0] == weekdays[1])


def _same_spot(a: Mention, b: Mention) -> bool | None:
    """True where a spot of one is near a spot of the other, False where none is, None where one has no spot."""
    first, second = _spots(a), _spots(b)
    if not first or not second:
        countries = [
            {c.value.country for c in m.claims if isinstance(c.value, PlaceValue) and c.value.country} for m in (a, b)
        ]
        return False if countries[0] and countries[1] and not countries[0] & countries[1] else None
    return any(_near(one, other) for one in first for other in second)


def _placed_apart(a: Mention, b: Mention) -> bool:
    """Whether both are placed, by other words each."""
    told = [{c.quote.start for c in m.claims if isinstance(c.value, PlaceValue)} for m in (a, b)]
    return bool(told[0] and told[1]) and not told[0] & told[1]


def _spots(mention: Mention) -> list[PlaceValue]:
    return [
        c.value
        for c in mention.claims
        if isinstance(c.value, PlaceValue) and c.value.precision in _SPOTS and c.value.lat is not None
    ]


def _near(a: PlaceValue, b: PlaceValue) -> bool:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    reach = max(_NEAR_M, a.radius_m or 0, b.radius_m or 0)
    return km_between(a.lat, a.lon, b.lat, b.lon) * 1000 <= reach


def _tolls_differ(a: Mention, b: Mention) -> bool:
    """Whether both tell a whole toll of dead and the two cannot be one."""
    tolls = [
        [c.value for c in m.claims if c.field == "killed" and isinstance(c.value, CountValue) and not c.value.part]
        for m in (a, b)
    ]
    return bool(tolls[0] and tolls[1]) and not any(_overlap(x, y) for x in tolls[0] for y in tolls[1])


def _overlap(a: CountValue, b: CountValue) -> bool:
    low = max(a.low or 0, b.low or 0)
    highs = [v.high for v in (a, b) if v.high is not None]
    return not highs or low <= min(highs)


def _together(first: Mention, second: Mention) -> Mention:
    claims = {c.claim_id: c for c in (*first.claims, *second.claims)}
    prominence = "reported" if "reported" in (first.prominence, second.prominence) else first.prominence
    vague = first.sub_event_type in ("Attack", "Armed clash") and second.sub_event_type != first.sub_event_type
    return Mention(
        mention_id=first.mention_id,
        report_id=first.report_id,
        trigger=first.trigger,
        sentence=first.sentence,
        sub_event_type=second.sub_event_type if vague else first.sub_event_type,
        realis=first.realis,
        prominence=prominence,
        aggregate=False,
        claims=tuple(claims.values()),
    )
