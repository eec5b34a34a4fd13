"""Make-believe accounts of crimes for timing linking: one seed, one set of accounts, as alike as real ones.

An incident has a town, a day, a toll and words of its own; its reports tell with some of these words and with others,
get the day or the town wrong as often as readers do, and come out days later. Reports from near each other share more:
names of towns and streets, and what an outlet says of itself. How often is set so that what linking sees is like the
reports of gva_incidents; `shape` measures the same of both, and docs/speed.md shows them side by side.
"""

import random
import sqlite3
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from importlib.resources import files
from itertools import accumulate, combinations
from statistics import mean, median
from typing import TYPE_CHECKING
from zlib import crc32

from annals.english.folding import name_key
from annals.english.rarity import rarity
from annals.link.blocks import ONE
from annals.link.compare import findings
from annals.link.compare.story import likeness_step
from annals.link.profile import Profile
from annals.model import Account, Claim, CountValue, DateValue, Mention, PlaceValue, Quote, ThingValue, WeaponValue
from annals.reference.place_kinds import KINDS

if TYPE_CHECKING:
    from annals.model.values import DateBasis, Field, Value

FIRST_DAY = date(2000, 1, 1)
DAYS = 7300
"""Over which the incidents are spread, whatever their number."""
REPORTS = (0.626, 0.24, 0.084, 0.033, 0.01, 0.005, 0.002)
"""Share of incidents with one report, two, ..., seven."""
NAMES = 100_000
"""Surnames and streets that no table knows; a few stand for many, as surnames do."""
STREETS, OUTLETS = 25, 6
"""Of a square of the map, a degree wide: each report names a street, and some name their outlet and its newsroom."""
_KEEPING = (0.2, 0.6, 0.9, 1.0)
"""Of an incident's words, in reports of four kinds."""
_NAMES_TOWN, _NAMES_REGION, _NAMES_OUTLET = 0.9, 0.5, 0.3
_EVENT_WORDS, _EVENT_NAMES = 37, 3
_REPORT_WORDS = 48
_COMMONEST = 5
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PAIRS = 20_000


Town = tuple[str, str, str, int, int]
"""Name, region, country, and degrees as the gazetteer writes them: times ten thousand."""


class World:
    """What the accounts are drawn from."""

    def __init__(self, seed: int = 1) -> None:
        """Read the towns of the bundled gazetteer and the words of the bundled table of rarity."""
        self.random = random.Random(seed)
        path = files("annals.reference") / "data" / "gazetteer.sqlite"
        towns = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        query = (
            "select place.name, coalesce(admin1.name, ''), place.country, lat, lon, population from place "
            "left join admin1 on admin1.country = place.country and code = admin1 "
            "where kind in (?, ?) and population > 5000 order by id"
        )
        rows = towns.execute(query, (KINDS.index("city"), KINDS.index("town"))).fetchall()
        towns.close()
        self._towns = [row[:5] for row in rows]
        self._town_ends = list(accumulate(row[5] ** 0.7 for row in rows))
        table = (files("annals.english") / "rarity.txt").read_text(encoding="utf-8").splitlines()
        told = [line.split() for line in table if not line.startswith("#")]
        pairs = [(word, int(level)) for level, *words in told for word in words if int(level) >= _COMMONEST]
        self._words = [word for word, _ in pairs]
        self._word_ends = list(accumulate(2.0 ** (-level / 2) for _, level in pairs))

    def town(self) -> Town:
        """A town, the larger the likelier."""
        at = self.random.random() * self._town_ends[-1]
        return self._towns[bisect(self._town_ends, at)]  # type: ignore[no-any-return]

    def word(self) -> str:
        """A word of news, the commoner the likelier."""
        return self._words[bisect(self._word_ends, self.random.random() * self._word_ends[-1])]

    def name(self) -> str:
        """A name that no table knows; the commonest stands for one in three hundred, one in a hundred for a tenth."""
        return _named(int(NAMES * self.random.random() ** 2))

    def local(self, town: Town) -> list[str]:
        """What a report from a town says because it is from there: names of a street, the region, the outlet."""
        name, region, _, *point = town
        square = [degrees // 10_000 for degrees in point]
        street = f"{square} street {self.random.randrange(STREETS)}"
        outlet = f"{square} outlet {self.random.randrange(OUTLETS)}"
        told = [_named(crc32(street.encode()))]
        if self.random.random() < _NAMES_TOWN:
            told += name_key(name)
        if self.random.random() < _NAMES_REGION:
            told += name_key(region)
        if self.random.random() < _NAMES_OUTLET:
            told += (_named(crc32(part.encode())) for part in (outlet, f"newsroom of {outlet}"))
        return told


def accounts(size: int, seed: int = 1) -> Iterator[tuple[Account, str, str]]:
    """About `size` accounts of one mention each, with the day of publication and the incident's name."""
    world = World(seed)
    made = incident = 0
    while made < size:
        incident += 1
        for account, published in _incident(world, incident):
            made += 1
            yield account, published, f"i{incident}"


def _named(number: int) -> str:
    """A made-up name; where it stands among real words in the order of the alphabet says nothing."""
    return f"{_LETTERS[number % len(_LETTERS)]}qx{number}"


def _incident(world: World, number: int) -> Iterator[tuple[Account, str]]:
    draw = world.random
    day = FIRST_DAY + timedelta(days=draw.randrange(DAYS))
    town = world.town()
    words = [world.word() for _ in range(_EVENT_WORDS)] + [world.name() for _ in range(_EVENT_NAMES)]
    tolls = {"killed": draw.choice((0, 1, 1, 1, 2)), "wounded": draw.choice((1, 1, 1, 2, 3, 4))}
    reports = draw.choices(range(1, len(REPORTS) + 1), REPORTS)[0]
    for n in range(reports):
        yield _report(world, f"{number}.{n}", day, town, words, tolls)


def _report(
    world: World,
    name: str,
    day: date,
    town: Town,
    words: Sequence[str],
    tolls: Mapping[str, int],
) -> tuple[Account, str]:
    draw = world.random
    published = day + timedelta(days=draw.choices((0, 1, 2, 4, 9, 40), (34, 30, 16, 10, 6, 4))[0])
    keeping = draw.choice(_KEEPING)
    kept = [word for word in words if draw.random() < keeping]
    own = [world.word() for _ in range(_REPORT_WORDS - len(kept))] + [world.name() for _ in range(3)]
    told = Counter({word: draw.choice((1, 1, 2, 3)) for word in (*kept, *own, *world.local(town))})
    passage = " ".join(draw.sample(kept, min(6, len(kept))) + own[:7])
    claims: list[tuple[Field, Value]] = [("date", _date(draw, day, published)), ("weapon", WeaponValue(kind="firearm"))]
    place = _place(world, town)
    if place is not None:
        claims.append(("place", place))
    if draw.random() < 0.5 and tolls["killed"]:
        claims.append(("killed", CountValue(low=tolls["killed"], high=tolls["killed"])))
    if draw.random() < 0.65:
        claims.append(("wounded", CountValue(low=tolls["wounded"], high=tolls["wounded"])))
    claims.append(("target", ThingValue(name=draw.choice(kept or own))))
    report_id, mention_id = f"r{name}", f"m{name}"
    quote = Quote(start=0, end=len(passage), exact=passage)
    mention = Mention(
        mention_id=mention_id,
        report_id=report_id,
        trigger=quote,
        sentence=quote,
        sub_event_type="Attack",
        claims=tuple(
            Claim(claim_id=f"c{name}.{n}", field=field, value=value, words="-", report_id=report_id, quote=quote)
            for n, (field, value) in enumerate(claims)
        ),
    )
    return Account(report_id=report_id, reader="made", mentions=(mention,), story=told), published.isoformat()


def _date(draw: random.Random, day: date, published: date) -> DateValue:
    """The day as a reader reads it: mostly right, one in nine a day off, one in nine that of something later."""
    kind = draw.random()
    basis: DateBasis = "relative"
    first = last = day
    if kind < 0.08:
        basis, first, last = "publication", published - timedelta(days=6), published
    elif kind < 0.16:
        first = last = day + timedelta(days=draw.choice((-1, 1)))
    elif kind < 0.28:
        first = last = published + timedelta(days=draw.choice((0, -9, -200)))
    return DateValue(start=first.isoformat(), end=last.isoformat(), precision="day", basis=basis)


def _place(world: World, town: Town) -> PlaceValue | None:
    """The town as a reader reads it: mostly right; else another, or no more than the country, or nothing."""
    kind = world.random.random()
    if kind < 0.03:
        return None
    name, region, country, lat, lon = town if kind > 0.09 else world.town()
    if kind > 0.95:
        return PlaceValue(name=country, country=country, precision="country", kind="country")
    return PlaceValue(
        name=name,
        admin1=region or None,
        country=country,
        lat=lat / 1e4,
        lon=lon / 1e4,
        radius_m=8000,
        precision="town",
        kind="town",
    )


def shape(profiles: Iterable[Profile], event: Mapping[str, str], seed: int = 1) -> dict[str, float]:
    """What linking sees of mentions whose event (by mention id) is known, as shares and means."""
    known = {p.mention_id: p for p in profiles if p.mention_id in event}
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(known):
        groups[event[name]].append(name)
    same = [(a, b) for members in groups.values() for n, a in enumerate(members) for b in members[:n]]
    draw = random.Random(seed)
    names = sorted(known)
    drawn = (draw.sample(names, 2) for _ in range(_PAIRS))
    other = [(known[a], known[b]) for a, b in drawn if event[a] != event[b]]
    alike = [likeness_step(known[a].story, known[b].story) for a, b in same]
    unlike = [likeness_step(a.story, b.story) for a, b in other]
    levels = Counter((f, found.level) for a, b in same for f, found in findings(known[a], known[b]))
    weights = [word for p in known.values() for word in p.story.weights]
    times = Counter(weights)
    return {
        "reports an incident": len(known) / len(groups),
        "incidents with one report": mean(len(members) == 1 for members in groups.values()),
        "words of a report's story, median": median(len(p.story.weights) for p in known.values()),
        "words that one report alone uses": mean(n == 1 for n in times.values()),
        "pairs of one incident: same day": levels["date", "same_day"] / len(same),
        "pairs of one incident: days far apart": (levels["date", "far_apart"] + levels["date", "after_report"])
        / len(same),
        "pairs of one incident: same town or site": (levels["place", "same_town"] + levels["place", "same_site"])
        / len(same),
        "pairs of one incident: places far apart": (levels["place", "far_away"] + levels["place", "other_country"])
        / len(same),
        "pairs of one incident: stories alike to 4 % or less": mean(step <= 4 for step in alike),
        "pairs of one incident: stories alike to 30 % or more": mean(step >= 30 for step in alike),
        "pairs of two incidents: stories alike to 4 % or more": mean(step >= 4 for step in unlike),
        "pairs of two incidents: stories alike to 11 % or more": mean(step >= 11 for step in unlike),
        "pairs of two incidents: a rare word in common": _with_rare_word(other),
        "of these within one degree: a rare word in common": _with_rare_word(_neighbours(known.values(), event, draw)),
    }


def _with_rare_word(pairs: Sequence[tuple[Profile, Profile]]) -> float:
    return mean(sum(map(rarity, a.marks & b.marks)) >= ONE for a, b in pairs) if pairs else 0.0


def _neighbours(
    profiles: Iterable[Profile], event: Mapping[str, str], draw: random.Random
) -> list[tuple[Profile, Profile]]:
    """Pairs of two incidents in one square of the map."""
    squares: dict[tuple[int, int], list[Profile]] = defaultdict(list)
    for profile in profiles:
        for place in profile.places[:1]:
            if place.lat is not None and place.lon is not None:
                squares[round(place.lat), round(place.lon)].append(profile)
    pairs = [pair for members in squares.values() for pair in combinations(members, 2)]
    pairs = [(a, b) for a, b in pairs if event[a.mention_id] != event[b.mention_id]]
    return draw.sample(pairs, min(_PAIRS, len(pairs)))
