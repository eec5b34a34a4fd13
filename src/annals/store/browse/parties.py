"""The register of parties and the words for them, kept in step with the incidents by counting."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, select, text

from annals.model import Actor, ActorValue, Incident
from annals.model.days import iso, ordinal
from annals.store.browse.change import IN, Step, batches, clear, fill
from annals.store.browse.party_shapes import ActorRow
from annals.store.browse.rows import actor_key, key_of
from annals.store.browse.state import UNDATED
from annals.store.tables import actor_aliases, actor_incidents, actor_names, listed, register

_rows = msgspec.json.Decoder(ActorRow)
Words = tuple[str, str]
"""A party's key and words for it."""


def follow_standings(connection: Connection, steps: Sequence[Step]) -> None:
    """Bring up to date who stands how in which incident."""
    clear(connection, actor_incidents.c.number, (step.number for step in steps if step.old))
    fill(
        connection,
        actor_incidents,
        (
            {"actor": key, "number": step.number, "standing": standing}
            for step in steps
            if step.new
            for key, standing in sorted({(key, _standing(actor)) for key, actor in _parties(step.new)})
        ),
    )


def follow_register(connection: Connection, steps: Sequence[Step]) -> None:
    """Bring the register up to date; `listed` and the standings are by now, for all steps of the change."""
    counts = _Counts()
    for step in steps:
        counts.add(step.old, -1)
        counts.add(step.new, 1)
    for keys in batches(sorted(counts.touched), IN):
        _follow_register(connection, keys, counts)


def follow_aliases(connection: Connection, steps: Iterable[Step], numbers: Mapping[str, int]) -> None:
    """Bring the words for parties up to date.

    Args:
        connection: to the ledger.
        steps: what becomes of which number.
        numbers: report_id -> number of the report.
    """
    told: Counter[Words] = Counter()
    by_report: Counter[tuple[Words, int]] = Counter()
    for step in steps:
        for incident, sign in ((step.old, -1), (step.new, 1)):
            for words, report_id in _wordings(incident):
                told[words] += sign
                if report_id in numbers:
                    by_report[words, numbers[report_id]] += sign
    ids = _alias_ids(
        connection, [words for words, more in told.items() if more] + [w for (w, _), m in by_report.items() if m], told
    )
    _count_reports(connection, {(ids[words], report): more for (words, report), more in by_report.items() if more})


def looks_like_a_name(words: str) -> bool:
    """Whether words that the table lacks are a name and no description: a capital that begins no sentence."""
    first, *others = words.split() or [""]
    return any(word[:1].isupper() for word in others) or (len(first) > 1 and first.isupper())


class _Counts:
    """How much more, or less, there is of each party."""

    def __init__(self) -> None:
        self.incidents: Counter[str] = Counter()
        self.standings: dict[str, Counter[str]] = defaultdict(Counter)
        self.names: dict[str, Counter[str]] = defaultdict(Counter)
        self.days: dict[str, Counter[int]] = defaultdict(Counter)

    def add(self, incident: Incident | None, sign: int) -> None:
        """Count an incident in, or with -1 out."""
        if incident is None:
            return
        parties = list(_parties(incident))
        for key, actor in parties:
            self.names[key][actor.name or key] += sign
        for key, standing in {(key, _standing(actor)) for key, actor in parties}:
            self.standings[key][standing] += sign
        day = ordinal(incident.date.start)
        for key in {key for key, _ in parties}:
            self.incidents[key] += sign
            if day:
                self.days[key][day] += sign

    @property
    def touched(self) -> set[str]:
        """The parties of which anything changed."""
        return {
            key
            for key in self.incidents
            if self.incidents[key]
            or any(self.standings[key].values())
            or any(self.names[key].values())
            or any(self.days[key].values())
        }


def _follow_register(connection: Connection, keys: Sequence[str], counts: _Counts) -> None:
    before = {
        row.key: row
        for row in map(
            _rows.decode, connection.execute(select(register.c.row).where(register.c.actor.in_(keys))).scalars()
        )
    }
    names = _names(connection, keys, counts)
    rows = []
    for key in keys:
        old = before.get(key)
        count = (old.incidents if old else 0) + counts.incidents[key]
        if not count:
            continue
        name = min(names[key].items(), key=lambda item: (-item[1], item[0]))[0]
        standings = Counter(old.standings if old else {})
        standings.update(counts.standings[key])
        first, last = _days(connection, key, old, counts.days[key])
        row = ActorRow(
            key=key,
            actor_id=None if key.startswith("~") else key,
            name=name,
            incidents=count,
            standings={standing: number for standing, number in sorted(standings.items()) if number},
            first=first,
            last=last,
        )
        rows.append(
            {
                "actor": key,
                "name": name,
                "incidents": count,
                "is_new": int(row.actor_id is None and looks_like_a_name(name)),
                "row": msgspec.json.encode(row),
            }
        )
    clear(connection, register.c.actor, before)
    fill(connection, register, rows)


def _names(connection: Connection, keys: Sequence[str], counts: _Counts) -> dict[str, Counter[str]]:
    """How often each name is used for each party now; stored anew where that changed."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    query = select(actor_names.c.actor, actor_names.c.name, actor_names.c.uses).where(actor_names.c.actor.in_(keys))
    for actor, name, uses in connection.execute(query):
        found[actor][name] = uses
    moved = [(key, name) for key in keys for name, more in counts.names[key].items() if more]
    there = [{"of": key, "called": name} for key, name in moved if found[key][name]]
    if there:
        connection.execute(_DELETE_NAME, there)
    for key, name in moved:
        found[key][name] += counts.names[key][name]
    fill(
        connection,
        actor_names,
        ({"actor": key, "name": name, "uses": found[key][name]} for key, name in moved if found[key][name]),
    )
    return {key: +uses for key, uses in found.items()}


def _days(connection: Connection, key: str, old: ActorRow | None, moved: Counter[int]) -> tuple[str | None, str | None]:
    """First and last of the first possible days: by those that came, unless the first or the last went."""
    known = [day for day in (ordinal(old.first), ordinal(old.last)) if day] if old else []
    if any(moved[day] < 0 for day in known):
        first, last = connection.execute(_DAYS, {"of": key, "undated": UNDATED}).one()
        days = [day for day in (first, last) if day]
    else:
        days = [*known, *(day for day, more in moved.items() if more > 0)]
    return (iso(min(days)), iso(max(days))) if days else (None, None)


def _alias_ids(connection: Connection, wanted: Iterable[Words], told: Counter[Words]) -> dict[Words, int]:
    """The ids of words, after their claims were counted; words that nobody uses any more are left out of the table."""
    found: dict[Words, int] = {}
    last = connection.execute(select(func.max(actor_aliases.c.alias_id))).scalar() or 0
    for some in batches(sorted(set(wanted)), IN):
        named = actor_aliases.c.actor.in_({key for key, _ in some}), actor_aliases.c.words.in_({w for _, w in some})
        stored = connection.execute(select(actor_aliases).where(*named))
        before = {(row.actor, row.words): (row.alias_id, row.claims) for row in stored}
        rows = []
        for key in some:
            alias_id, claims = before.get(key, (0, 0))
            if not alias_id:
                alias_id = last = last + 1
            found[key] = alias_id
            if claims + told[key]:
                rows.append({"alias_id": alias_id, "actor": key[0], "words": key[1], "claims": claims + told[key]})
        clear(connection, actor_aliases.c.alias_id, (before[key][0] for key in some if key in before))
        fill(connection, actor_aliases, rows)
    return found


def _count_reports(connection: Connection, moved: Mapping[tuple[int, int], int]) -> None:
    """Count claims with an alias in a report in or out, by the ids of both."""
    counts = [{"alias": alias, "told": report, "more": more} for (alias, report), more in sorted(moved.items())]
    fewer = [{"alias": each["alias"], "told": each["told"]} for each in counts if each["more"] < 0]
    if counts:
        connection.execute(_COUNT_REPORT, counts)
    if fewer:
        connection.execute(_DELETE_REPORT, fewer)


def _parties(incident: Incident) -> Iterator[tuple[str, Actor]]:
    for actor in incident.actors:
        key = actor_key(actor)
        if key is not None:
            yield key, actor


def _standing(actor: Actor) -> str:
    return f"{actor.role}/{actor.status}"


def _wordings(incident: Incident | None) -> Iterator[tuple[Words, str]]:
    """Every use of words for a party in a claim, and the report that has it."""
    for claim in incident.claims if incident else ():
        named: list[tuple[str | None, str]] = []
        if isinstance(claim.value, ActorValue):
            named.append((key_of(claim.value.actor_id, claim.value.name), claim.words))
        if claim.speaker.actor_id and claim.speaker.name:
            named.append((claim.speaker.actor_id, claim.speaker.name))
        for key, words in named:
            if key and not words.islower():
                yield (key, words), claim.report_id


_DAYS = (
    select(func.min(listed.c.day), func.max(listed.c.day))
    .select_from(actor_incidents.join(listed, listed.c.number == actor_incidents.c.number))
    .where(actor_incidents.c.actor == bindparam("of"), listed.c.day < bindparam("undated"))
)
_DELETE_NAME = delete(actor_names).where(
    actor_names.c.actor == bindparam("of"), actor_names.c.name == bindparam("called")
)
_COUNT_REPORT = text(
    "INSERT INTO alias_reports (alias_id, report, claims) VALUES (:alias, :told, :more) "
    "ON CONFLICT (alias_id, report) DO UPDATE SET claims = alias_reports.claims + excluded.claims"
)
_DELETE_REPORT = text("DELETE FROM alias_reports WHERE alias_id = :alias AND report = :told AND claims = 0")
