"""A large make-believe ledger, for timing what pages ask of it: one seed, one ledger.

The records are drawn and written as they would have been derived; no text is read for it, so that a hundred thousand
incidents take minutes and not days. What they say is made up and says nothing about any place or group.
"""

import hashlib
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import msgspec
from sqlalchemy import insert

from annals.model import (
    Account,
    Actor,
    ActorValue,
    Claim,
    Corroboration,
    CountValue,
    DateValue,
    Figure,
    Incident,
    IncidentReport,
    IncidentWeapon,
    Judgement,
    Link,
    Mention,
    PlaceValue,
    Quote,
    RuledClaim,
    Speaker,
    Tally,
    WeaponValue,
)
from annals.model.cluster import Evidence, PairEvidence
from annals.model.derived import Derived, Home
from annals.model.ids import content_id
from annals.model.incident import Scope
from annals.model.values import EVENT_TYPE_OF, DatePrecision, PlacePrecision
from annals.reference.countries import countries
from annals.store import records
from annals.store.engines import writing
from annals.store.store import Store
from annals.store.tables import judgements, readings, reports, runs, sightings
from bench.made_reports import table

INCIDENTS, REPORTS = 100_000, 400_000
LARGEST = 200
"""Reports of the most told incident."""

FIRST_DAY, DAYS = date(2001, 1, 1), 9000
PLACES, ACTORS, DESCRIPTIONS = 3000, 400, 3000
_READER = "made 1"
_BATCH = 1000
_SYLLABLES = "ba da fa ga ka la ma na ra sa ta va za bel dor fin gul kar lun mor nis pol rah sem tor vel zan".split()
_TYPES = tuple(EVENT_TYPE_OF)
_KINDS = "rocket missile drone air_strike mortar car_bomb roadside_bomb suicide_bomb firearm grenade knife".split()
_STATUSES = ("named", "suspected", "blamed", "claimed", "denied")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One made-up report and where in it the words stand."""

    row: dict[str, Any]
    mention_id: str
    lead: Quote


def make(path: Path, incidents: int = INCIDENTS, told: int = REPORTS, seed: int = 1) -> float:
    """Write a ledger of so many incidents, told by so many reports, to `path`; returns the seconds it took."""
    started = time.monotonic()
    drawn = random.Random(seed)
    world = _World(drawn)
    with Store.open(path) as store, writing(store._engine) as connection:  # noqa: SLF001 - written in bulk, not as adding would
        made: list[Incident] = []
        homes: list[Home] = []
        sizes = _sizes(incidents, told, drawn)
        remaining = iter(sizes)
        while some := list(islice(remaining, _BATCH)):
            rows: list[Told] = []
            accounts: list[Account] = []
            for size in some:
                tellings, incident = world.incident(size, made)
                rows += tellings
                accounts += [_account(t, incident) for t in tellings]
                made.append(incident)
                homes += [
                    Home(mention_id=t.mention_id, own_id=f"i{t.mention_id[1:]}", incident_id=incident.incident_id)
                    for t in tellings
                ]
            connection.execute(insert(reports), [t.row for t in rows])
            connection.execute(
                insert(sightings),
                [{"report_id": t.row["report_id"], "origin": "made", "raw_sha256": "0" * 64} for t in rows],
            )
            connection.execute(
                insert(readings),
                [{"report_id": a.report_id, "reader": _READER, "account": msgspec.json.encode(a)} for a in accounts],
            )
        connection.execute(insert(judgements), [msgspec.structs.asdict(j) for j in _judgements(homes, drawn)])
        connection.execute(insert(runs), [_run(told, incidents)])
        derived = Derived(
            incidents=tuple(made),
            doubts=tuple(_doubts(homes, drawn)),
            homes=tuple(sorted(homes, key=lambda home: home.mention_id)),
        )
        records.replace_incidents(connection, derived, records.fingerprint(connection), None)
    return time.monotonic() - started


def _sizes(incidents: int, told: int, drawn: random.Random) -> list[int]:
    """How many reports each incident has: most have few, one has the most, all together exactly `told`."""
    most = min(LARGEST, max(1, (told - incidents) // 2))
    weights = [min(drawn.paretovariate(1.3), most) for _ in range(incidents)]
    scale = (told - incidents - most) / sum(weights)
    sizes = [1 + min(most - 1, int(weight * scale)) for weight in weights]
    sizes[incidents // 2] = most
    while (lacking := told - sum(sizes)) > 0:
        for n in drawn.sample(range(incidents), min(lacking, incidents)):
            sizes[n] += 1
    return sizes


class _World:
    """Places, parties and words that incidents are drawn from."""

    def __init__(self, drawn: random.Random) -> None:
        self._drawn = drawn
        codes = [a + b for a in ascii_uppercase for b in ascii_uppercase if countries().name(a + b)]
        self._places = [self._place(drawn.choice(codes[: 20 + n % (len(codes) - 20)])) for n in range(PLACES)]
        self._actors = [(f"made-{n}", self._name(3)) for n in range(ACTORS)]
        self._described = [f"{drawn.choice(table('officials'))[2:]} of {self._name(2)}" for _ in range(DESCRIPTIONS)]
        self._reports = 0

    def _name(self, syllables: int) -> str:
        return "".join(self._drawn.choice(_SYLLABLES) for _ in range(syllables)).title()

    def _place(self, country: str) -> PlaceValue:
        precision: PlacePrecision = self._drawn.choices(
            ("site", "town", "near_town", "adm1", "country"), (20, 50, 10, 10, 10)
        )[0]
        exact = precision in {"site", "town", "near_town"}
        middle = random.Random(country)
        lat, lon = middle.uniform(-40, 60), middle.uniform(-120, 140)
        return PlaceValue(
            name=self._name(3),
            kind="town" if exact else "region",
            country=country,
            lat=round(lat + self._drawn.gauss(0, 3), 4) if exact else None,
            lon=round(lon + self._drawn.gauss(0, 4), 4) if exact else None,
            radius_m={"site": 500, "town": 5000, "near_town": 20_000}.get(precision),
            precision=precision,
        )

    def _date(self) -> DateValue:
        drawn = self._drawn
        start = FIRST_DAY + timedelta(days=int(drawn.triangular(0, DAYS, DAYS)))
        lengths: list[tuple[DatePrecision, int]] = [
            ("day", 1),
            ("few_days", 3),
            ("week", 7),
            ("month", 30),
            ("year", 365),
        ]
        precision, length = drawn.choices([*lengths, ("unknown", 0)], (82, 5, 3, 5, 1, 4))[0]
        if not length:
            return DateValue()
        end = start + timedelta(days=length - 1)
        edtf = start.isoformat() if length == 1 else f"{start}/{end}"
        return DateValue(edtf=edtf, start=str(start), end=str(end), precision=precision, basis="stated")

    def _actor(self) -> Actor | None:
        drawn = self._drawn
        if drawn.random() < 0.3:
            return None
        status: Any = drawn.choice(_STATUSES)
        if drawn.random() < 0.2:
            return Actor(name=drawn.choice(self._described), role="perpetrator", status=status)
        actor_id, name = self._actors[min(ACTORS - 1, int(drawn.paretovariate(0.6)) - 1)]
        return Actor(actor_id=actor_id, name=name, role="perpetrator", status=status)

    def incident(self, size: int, before: Sequence[Incident]) -> tuple[list[Told], Incident]:
        """The reports of an incident, and its record."""
        drawn = self._drawn
        place, when = drawn.choice(self._places), self._date()
        actors = [actor for _ in range(drawn.choice((1, 1, 1, 2))) if (actor := self._actor())]
        sub_type, kind = drawn.choice(_TYPES), drawn.choice(_KINDS)
        killed, wounded = int(drawn.paretovariate(0.9)) - 1, int(drawn.paretovariate(0.8)) - 1
        spread = drawn.choice((0, 0, 0, 1, 2, 5)) if size > 1 else 0
        tellings = [
            self._telling(place, when, kind, actors, killed + drawn.randint(0, spread), wounded) for _ in range(size)
        ]
        claims = [
            RuledClaim(
                claim_id=claim.claim_id,
                field=claim.field,
                value=claim.value,
                words=claim.words,
                report_id=claim.report_id,
                quote=claim.quote,
                speaker=claim.speaker,
                hedge=claim.hedge,
                stance=claim.stance,
                state="supports",
                reason="It agrees with the record.",
            )
            for told in tellings
            for claim in _claims(told, place, when, kind, actors, killed)
        ]
        ids = [f"i{told.mention_id[1:]}" for told in tellings]
        origins = max(1, size - drawn.randint(0, size // 2))
        grades = ("single source", "two independent origins", "corroborated")
        links: tuple[Link, ...] = ()
        if before and drawn.random() < 0.05:
            links = (
                Link(
                    relation=drawn.choice(("retaliation_for", "response_to", "same_campaign")),
                    to=before[drawn.randrange(len(before))].incident_id,
                    asserted_by=tellings[0].row["report_id"],
                    quote=tellings[0].lead,
                ),
            )
        tallies: tuple[Tally, ...] = ()
        if before and drawn.random() < 0.01:
            counted = drawn.sample(range(len(before)), min(len(before), 9))
            tallies = (
                Tally(
                    report_id=tellings[0].row["report_id"],
                    quote=tellings[0].lead,
                    words="the tenth in a year",
                    count={"low": 10, "high": 10},
                    scope=Scope(what="attacks"),
                    counted=len(counted) + 1,
                    incidents=tuple(before[n].incident_id for n in counted),
                    verdict="agrees",
                    reason="The ledger has as many.",
                ),
            )
        low = drawn.choice((killed, max(0, killed - 1)))
        return tellings, Incident(
            incident_id=ids[0],
            aliases=tuple(sorted(ids[1:])),
            title=f"{sub_type} in {place.name}, {when.start or 'date unknown'}",
            event_type=EVENT_TYPE_OF[sub_type],
            sub_event_type=sub_type,
            date=when,
            place=place,
            actors=tuple(actors),
            weapons=(IncidentWeapon(kind=kind),),
            killed=Figure(low=low, best=killed, high=killed + spread or None, state="reported", rule="representative"),
            wounded=Figure(low=wounded, best=wounded, high=wounded, state="reported", rule="representative")
            if drawn.random() < 0.7
            else Figure(),
            missing=Figure(),
            abducted=Figure(),
            corroboration=Corroboration(
                reports=size, origins=origins, grade=grades[min(origins, 3) - 1], grade_reason="So many origins."
            ),
            disagreements=("killed",) if spread else (),
            claims=tuple(claims),
            links=links,
            tallies=tallies,
            reports=tuple(
                IncidentReport(
                    report_id=told.row["report_id"],
                    title=told.row["title"],
                    publisher=told.row["publisher"],
                    url=told.row["url"],
                    published=told.row["published"],
                    copy_of=None,
                )
                for told in tellings
            ),
        )

    def _telling(
        self, place: PlaceValue, when: DateValue, kind: str, actors: Sequence[Actor], killed: int, wounded: int
    ) -> Told:
        drawn = self._drawn
        self._reports += 1
        slots = {
            "town": place.name,
            "region": f"{place.name} province",
            "country": place.country,
            "weekday": "Monday",
            "date": when.start or "a day",
            "weapon": kind.replace("_", " "),
            "group": actors[0].name if actors else "gunmen",
            "killed": str(killed),
            "wounded": str(wounded),
            "fired": str(drawn.randint(2, 30)),
            "number": str(drawn.randint(3, 90)),
            "other_town": drawn.choice(self._places).name,
            "earlier": "3 May 1999",
            "official": drawn.choice(table("officials")),
        }
        lead = drawn.choice(table("lead")).format(**slots)
        told = [*drawn.sample(table("event"), 5), *drawn.sample(table("around"), 2)]
        text = "\n\n".join([lead, *(template.format(**slots) for template in told)])
        title = f"{drawn.choice(table('title')).format(**slots)} ({self._reports})"
        digest = hashlib.sha256(text.encode()).hexdigest()
        report_id = content_id("r", self._reports)
        published = date.fromisoformat(when.start) if when.start else FIRST_DAY
        row = {
            "report_id": report_id,
            "text": text,
            "title": title,
            "publisher": drawn.choice(table("publishers")),
            "url": f"https://news.example/{self._reports}",
            "published": str(published + timedelta(days=drawn.randrange(4))),
            "language": "en",
            "text_sha256": digest,
            "regions": "[]",
        }
        return Told(row=row, mention_id=content_id("m", report_id, 0), lead=Quote(start=0, end=len(lead), exact=lead))


def _claims(
    told: Told, place: PlaceValue, when: DateValue, kind: str, actors: Sequence[Actor], killed: int
) -> Iterator[Claim]:
    values: list[tuple[Any, Any, str, Any]] = [
        ("date", when, when.start or "then", "states"),
        ("place", place, place.name or "there", "states"),
        ("weapon", WeaponValue(kind=kind), kind, "states"),
        ("killed", CountValue(low=killed, high=killed), str(killed), "states"),
        *(("perpetrator", ActorValue(actor_id=a.actor_id, name=a.name), a.name or "they", "blames") for a in actors),
    ]
    for number, (field, value, words, stance) in enumerate(values):
        yield Claim(
            claim_id=f"c{told.mention_id[1:]}{number}",
            field=field,
            value=value,
            words=words,
            report_id=told.row["report_id"],
            quote=told.lead,
            speaker=Speaker(name="a police spokesman", anonymous=True),
            stance=stance,
        )


def _account(told: Told, incident: Incident) -> Account:
    killed = incident.killed.best or 0
    kind = incident.weapons[0].kind or ""
    mention = Mention(
        mention_id=told.mention_id,
        report_id=told.row["report_id"],
        trigger=told.lead,
        sentence=told.lead,
        sub_event_type=incident.sub_event_type or "Other",
        claims=tuple(_claims(told, incident.place, incident.date, kind, incident.actors, killed)),
    )
    return Account(report_id=told.row["report_id"], reader=_READER, mentions=(mention,))


def _doubts(homes: Sequence[Home], drawn: random.Random, share: float = 0.2) -> Iterator[PairEvidence]:
    pairs = {
        (left.mention_id, right.mention_id)
        if left.mention_id < right.mention_id
        else (right.mention_id, left.mention_id)
        for left, right in (drawn.sample(homes, 2) for _ in range(int(len(homes) * share / 4)))
    }
    for left, right in sorted(pairs):
        yield PairEvidence(
            left=left,
            right=right,
            probability=round(drawn.uniform(0.1, 0.9), 4),
            verdict="unsure",
            evidence=tuple(
                Evidence(name=name, score=round(drawn.gauss(0, 1), 2), reason=f"what they say of the {name}")
                for name in ("date", "place", "toll", "weapon", "who", "words")
            ),
        )


def _judgements(homes: Sequence[Home], drawn: random.Random, count: int = 500) -> list[Judgement]:
    made = []
    for number in range(min(count, len(homes) // 2)):
        left, right = sorted(home.mention_id for home in drawn.sample(homes, 2))
        at = f"2025-01-01T00:{number // 60:02}:{number % 60:02}+00:00"
        made.append(
            Judgement(
                judgement_id=content_id("j", left, right, number),
                kind="unsure",
                subject=left,
                other=right,
                by="made",
                at=at,
                reason="made up",
            )
        )
    return made


def _run(told: int, incidents: int) -> dict[str, Any]:
    counts = {"read": told, "already_there": 0, "read_again": 0, "refused": 0, "incidents": incidents}
    times = {"started": "2025-01-01T00:00:00+00:00", "ended": "2025-01-01T01:00:00+00:00"}
    return {**times, "annals": "made", "reader": _READER, **counts}


if __name__ == "__main__":
    path, *numbers = sys.argv[1:]
    print(f"{make(Path(path), *map(int, numbers)):.0f} s")
