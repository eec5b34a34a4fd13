"""What a mention brings to the comparison: its claims, gathered once and in comparable form."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from annals.english.content import AGED
from annals.english.folding import name_key, words_of
from annals.english.rarity import rarity
from annals.english.times import names_hour
from annals.english.weekdays import stated_weekday
from annals.link.telling import telling_words
from annals.model.claim import Account, Claim, Mention
from annals.model.days import Days, days_of, gap, iso, length, month_day, ordinal
from annals.model.values import (
    EVENT_TYPE_OF,
    ActorValue,
    CountValue,
    DateBasis,
    DateValue,
    MunitionValue,
    PlaceValue,
    ThingValue,
    WeaponValue,
)

TOLLS = ("killed", "wounded", "missing", "abducted")
MUNITIONS = ("fired", "hit", "intercepted")
_FINE = ("site", "town", "near_town")
_MIDDLE = ("adm2", "adm1")
_AT_WAR = frozenset(
    "army armies troops soldier soldiers rebel rebels rebellion militant militants militia militias insurgent "
    "insurgents guerrilla guerrillas fighters jihadist jihadists separatist separatists battalion brigade paramilitary "
    "paramilitaries frontline".split()
)
"""Words that tell a clash of war from a gun battle with the police."""
_NOT_BLAMED = ("denies", "unclaimed", "praises", "declines", "retracts")
_LONGEST_QUOTE = 1000
_TOLD_OFTEN = 5
_FEWEST = 5
_MENTION_WORDS, _MARKS = 3, 8
MOST_MARKS = _MENTION_WORDS + _MARKS
_TELLING = 10
"""Half bits of rarity from which a word finds others."""
_NEWS = 3
"""Events from which on a report is a round-up, whose words say little of any one of them."""

Range = tuple[int | None, int | None]
"""Lowest and highest number, inclusive; None is an open end."""


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """One whole-toll figure."""

    low: int | None
    high: int | None
    population: str | None
    group: str | None


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The telling words of a report as a vector: mentions of one report share it."""

    weights: Mapping[str, int]
    norm: int
    """The sum of the squared weights."""
    short: bool
    """Whether the words are too few to know a story by."""
    ages: frozenset[str]
    """Those of the words that are people's ages."""


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """One mention as the comparison sees it."""

    mention_id: str
    report_id: str
    origin: str
    """report_id of the original where the report is a reprint, else its own."""
    published: int | None
    """Publication day as an ordinal; None where unknown."""
    sub_event_type: str
    days: Days
    """Narrowest interval that the report tells; (None, None) where none."""
    basis: DateBasis
    firm_days: Days
    """`days` where they are stated in full; else up to the day after publication, if that is known."""
    date_words: str | None
    shown_days: str
    """`days` as shown to people, in EDTF; "" where nothing is known."""
    month_day: tuple[int, int | None] | None
    weekday: int | None
    """Named weekday, Monday is 0, where the date itself is unknown."""
    places: tuple[PlaceValue, ...]
    """Of the finest level that the report tells; a region that holds a told town is left out."""
    weapons: frozenset[str]
    calibres: frozenset[float]
    munitions: Mapping[str, tuple[Range, ...]]
    tolls: Mapping[str, tuple[Toll, ...]]
    perpetrators: frozenset[str]
    targets: frozenset[str]
    """Words of the targets' names, without those of its places."""
    words: frozenset[str]
    """Telling words of its sentence and quotes, without those of its perpetrators."""
    located: frozenset[str]
    """Words of the names of its places."""
    story: Story
    """The telling words of the whole report."""
    news: bool
    """Whether the report is about it: of at most `_NEWS` events that it tells as its news, the one it says most of."""
    campaign: bool
    """Whether it is of a kind, or by a known party, that strikes the like again: a strike, a clash, not a crime."""
    marks: frozenset[str]
    """The rarest of its words, and of the report's where that is about it: those by which it finds others. Names of
    its places are left out, by which it would find all that ever happened there."""
    trigger: str
    """The folded word for the event."""
    sentence: str
    """The folded words of its sentence, joined by spaces."""
    weight: int
    """Number of claims."""


def story(told: Mapping[str, int]) -> Story:
    """The vector of a report's words; `told` as in `Account.story`."""
    weights = {
        word: (times + 1 if times < _TOLD_OFTEN else _TOLD_OFTEN) * rarity(word) ** 2 for word, times in told.items()
    }
    return Story(
        weights=weights,
        norm=sum(w * w for w in weights.values()),
        short=len(weights) < _FEWEST,
        ages=frozenset(w for w in weights if w.endswith(AGED)),
    )


NO_STORY = story({})


def profiles_of(account: Account, *, origin: str, published: str | None) -> list[Profile]:
    """The profiles of the mentions of one report that can be an incident: single events that happened.

    Args:
        account: what the report says.
        origin: report_id of its original where it is a reprint, else its own.
        published: publication date, ISO 8601; None where unknown.
    """
    told = [mention for mention in account.mentions if mention.realis == "actual" and not mention.aggregate]
    words = story(account.story) if told else NO_STORY
    reported = [mention for mention in told if mention.prominence == "reported"]
    main = max(reported, key=lambda m: (len(m.claims), -m.trigger.start), default=None)
    news = main.mention_id if main and len(reported) <= _NEWS else None
    unique = {mention.mention_id: mention for mention in reversed(told)}
    return [
        profile_of(mention, origin=origin, published=published, words=words, news=mention.mention_id == news)
        for mention in reversed(unique.values())
    ]


def profile_of(
    mention: Mention, *, origin: str, published: str | None, words: Story = NO_STORY, news: bool = False
) -> Profile:
    """Gather the claims of one mention; `words` and `news` are `story` and `news` of `Profile`."""
    by_field: dict[str, list[Claim]] = {}
    for claim in sorted(mention.claims, key=lambda c: c.claim_id):
        by_field.setdefault(claim.field, []).append(claim)
    dates = by_field.get("date", [])
    days, basis, date_words = _narrowest(dates)
    places = _places(by_field.get("place", []))
    weapons = [c.value for c in by_field.get("weapon", []) if isinstance(c.value, WeaponValue)]
    munitions = {name: _ranges(by_field.get(name, [])) for name in MUNITIONS if name in by_field}
    kinds = {w.kind for w in weapons if w.kind}
    kinds |= {
        c.value.weapon
        for name in MUNITIONS
        for c in by_field.get(name, [])
        if isinstance(c.value, MunitionValue) and c.value.weapon
    }
    perpetrators = [
        c.value
        for c in by_field.get("perpetrator", [])
        if isinstance(c.value, ActorValue) and c.stance not in _NOT_BLAMED
    ]
    things = [c.value for c in by_field.get("target", []) if isinstance(c.value, ThingValue)]
    located = {word for p in places for part in (p.name, p.admin1) if part for word in name_key(part)}
    spoken_of = {word for a in perpetrators if a.name for word in name_key(a.name)}
    texts = {mention.sentence.exact, *(claim.quote.exact for claim in mention.claims)}
    passages = frozenset(w for text in texts for w in telling_words(text[:_LONGEST_QUOTE])) - spoken_of
    aimed_at = frozenset(w for t in things if t.name for w in telling_words(t.name)) - located
    return Profile(
        mention_id=mention.mention_id,
        report_id=mention.report_id,
        origin=origin,
        published=ordinal(published),
        sub_event_type=mention.sub_event_type,
        days=days,
        basis=basis,
        firm_days=_firm(days, basis, ordinal(published)),
        date_words=date_words,
        shown_days=_show(days),
        month_day=next((m for c in dates if isinstance(c.value, DateValue) if (m := month_day(c.value))), None),
        weekday=_weekday(dates) if days == (None, None) else None,
        places=places,
        weapons=frozenset(kinds),
        calibres=frozenset(w.calibre_mm for w in weapons if w.calibre_mm is not None),
        munitions={name: ranges for name, ranges in munitions.items() if ranges},
        tolls={name: found for name in TOLLS if (found := _tolls(by_field.get(name, [])))},
        perpetrators=frozenset(_actor_key(actor) for actor in perpetrators if actor.actor_id or actor.name),
        targets=aimed_at,
        words=passages,
        located=frozenset(located),
        story=words,
        news=news,
        marks=frozenset(
            (
                *_rarest((passages | aimed_at) - located, _MENTION_WORDS),
                *_rarest(words.weights.keys() - located if news else (), _MARKS),
            )
        ),
        campaign=_is_campaign(mention, perpetrators, words),
        trigger=" ".join(name_key(mention.trigger.exact)),
        sentence=" ".join(name_key(mention.sentence.exact[:_LONGEST_QUOTE])),
        weight=len(mention.claims),
    )


def _rarest(words: Iterable[str], most: int) -> list[str]:
    """The rarest of the words, of those that are rare at all."""
    rare = [(-bits, word) for word in words if (bits := rarity(word)) >= _TELLING]
    return [word for _, word in sorted(rare)[:most]]


def _is_campaign(mention: Mention, perpetrators: Sequence[ActorValue], words: Story) -> bool:
    kind = EVENT_TYPE_OF.get(mention.sub_event_type)
    if kind == "Explosions/Remote violence" or any(actor.actor_id for actor in perpetrators):
        return True
    told = words_of(mention.sentence.exact[:_LONGEST_QUOTE])
    return kind == "Battles" and not _AT_WAR.isdisjoint((*words.weights, *told))


def _narrowest(dates: Sequence[Claim]) -> tuple[Days, DateBasis, str | None]:
    """The narrowest interval told, better than publication where there is a choice; cut by others that overlap it.

    Between equals the one told with its hour, then the one told most often, then first: as the record's date is chosen.
    """
    known = [
        (length(days) or 10_000, claim.value.basis == "publication", days, claim)
        for claim in dates
        if isinstance(claim.value, DateValue) and (days := days_of(claim.value)) != (None, None)
    ]
    if not known:
        return (None, None), "unknown", dates[0].words if dates else None
    often = Counter(days for *_, days, _ in known)
    known.sort(key=lambda k: (k[1], k[0], not names_hour(k[3].words), -often[k[2]], k[3].quote.start, k[3].claim_id))
    days, first = known[0][2], known[0][3]
    for _, publication, other, _ in known[1:]:
        if not publication and gap(days, other) == 0:
            days = _shared(days, other)
    basis = first.value.basis if isinstance(first.value, DateValue) else "unknown"
    return days, basis, first.words or None


def _firm(days: Days, basis: DateBasis, published: int | None) -> Days:
    """What is sure: no report tells what is still to come, save for a day's difference of time zones."""
    if basis == "stated" and days != (None, None):
        return days
    return None, None if published is None else published + 1


def _shared(left: Days, right: Days) -> Days:
    """The days that two overlapping intervals share."""
    lows = [n for n in (left[0], right[0]) if n is not None]
    highs = [n for n in (left[1], right[1]) if n is not None]
    return max(lows, default=None), min(highs, default=None)


def _show(days: Days) -> str:
    if days == (None, None):
        return ""
    low, high = (iso(n) if n is not None else ".." for n in days)
    return low if low == high else f"{low}/{high}"


def _weekday(dates: Sequence[Claim]) -> int | None:
    named = {day for claim in dates if (day := stated_weekday(claim.words)) is not None}
    return named.pop() if len(named) == 1 else None


def _places(claims: Sequence[Claim]) -> tuple[PlaceValue, ...]:
    told = [c.value for c in claims if isinstance(c.value, PlaceValue) and (c.value.name or c.value.country)]
    for tier in (_FINE, _MIDDLE):
        found = [p for p in told if p.precision in tier]
        if found:
            told = found
            break
    unique = {(p.name, p.country, p.admin1, p.lat, p.lon, p.precision): p for p in told}
    return tuple(unique[key] for key in sorted(unique, key=lambda k: tuple(map(str, k))))


def _ranges(claims: Sequence[Claim]) -> tuple[Range, ...]:
    found = {(c.value.low, c.value.high) for c in claims if isinstance(c.value, MunitionValue)}
    return tuple(sorted(found - {(None, None)}, key=lambda r: (r[0] or 0, r[1] or 0, str(r))))


def _tolls(claims: Sequence[Claim]) -> tuple[Toll, ...]:
    found = {
        Toll(low=v.low, high=v.high, population=v.population, group=v.group)
        for c in claims
        if isinstance(v := c.value, CountValue) and not v.part and (v.low, v.high) != (None, None)
    }
    return tuple(sorted(found, key=lambda t: (t.low or 0, t.high or 0, t.population or "", t.group or "", str(t))))


def _actor_key(actor: ActorValue) -> str:
    return actor.actor_id or " ".join(name_key(actor.name or ""))
