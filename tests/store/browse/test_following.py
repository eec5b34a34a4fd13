"""A ledger that follows change after change answers as one that was derived at once."""

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert

from annals.model import (
    Account,
    Actor,
    ActorValue,
    Corroboration,
    CountValue,
    DateValue,
    Figure,
    Incident,
    IncidentReport,
    IncidentWeapon,
    Judgement,
    Link,
    PlaceValue,
    Quote,
    Review,
    RuledClaim,
    Speaker,
    Tally,
)
from annals.model.cluster import PairEvidence
from annals.model.derived import Changed, Derived, Home
from annals.model.ids import content_id
from annals.model.incident import Scope
from annals.store import records
from annals.store.browse import Browse, Query, Sort, Step, columns, facets, following, index, sets, telling_columns
from annals.store.engines import writing
from annals.store.store import Store
from annals.store.tables import incidents as incidents_table
from tests.cases import cases
from tests.small_world import report

if TYPE_CHECKING:
    from annals.model.values import Value

REPORTS = [
    report(f"Report {n}: a rocket hit {'the market' if n % 3 else 'a bridge'} of Town {n % 4}.") for n in range(14)
]
MENTIONS = [f"m{n:016x}" for n in range(len(REPORTS))]
ALL_SORTS = get_args(Sort)
QUERIES = (
    Query(),
    Query(country=("IQ", "none")),
    Query(actor=("a1",)),
    Query(actor=("a2", "~gunmen"), standing=("blamed",)),
    Query(since="2020-02", until="2020-04"),
    Query(text="market"),
    Query(text="bridge", mapped=True),
    Query(bounds=(-5.0, -5.0, 5.0, 5.0)),
    Query(min_reports=2, disagreement=("any",)),
    Query(min_reports=11),
    Query(mapped=False),
)


def drawn_state(seed: int, judgements: tuple[Judgement, ...]) -> Derived:
    """Incidents as a derivation might give them: a partition of some mentions, with values that are drawn."""
    dice = random.Random(seed)
    told = dice.sample(range(len(MENTIONS)), dice.randint(0, len(MENTIONS)))
    groups: list[list[int]] = []
    for n in sorted(told):
        if groups and dice.random() < 0.45:
            dice.choice(groups).append(n)
        else:
            groups.append([n])
    ids = [f"i{MENTIONS[group[0]][1:]}" for group in groups]
    # A record is a function of its mentions and of few draws, so that many stay as they are from one state to the next.
    made = [incident(group, ids, random.Random(f"{group}{dice.randint(0, 1)}"), judgements) for group in groups]
    homes = [
        Home(mention_id=MENTIONS[n], own_id=f"i{MENTIONS[n][1:]}", incident_id=name)
        for group, name in zip(groups, ids, strict=True)
        for n in group
    ]
    pairs = {tuple(sorted(dice.sample(told, 2))) for _ in range(dice.randint(0, 4)) if len(told) > 1}
    doubts = tuple(
        PairEvidence(left=MENTIONS[a], right=MENTIONS[b], probability=(a + b) / 40, verdict="unsure")
        for a, b in sorted(pairs)
    )
    copies = {REPORTS[b].report_id: REPORTS[a].report_id for a, b in sorted(pairs) if dice.random() < 0.5}
    return Derived(
        incidents=tuple(made), homes=tuple(sorted(homes, key=lambda h: h.mention_id)), doubts=doubts, copies=copies
    )


def incident(group: list[int], ids: list[str], dice: random.Random, judgements: tuple[Judgement, ...]) -> Incident:
    name = f"i{MENTIONS[group[0]][1:]}"
    start = dice.choice([None, "2020-01-31", "2020-02-01", "2020-03-15", "2020-03-15", "0001-01-02", "9999-12-31"])
    long = dice.choice([0, 0, 0, 6, 40]) if start and start[0] == "2" else 0
    end = str(date.fromisoformat(start) + timedelta(days=long)) if start else None
    if dice.random() < 0.1:
        end = None
    point = dice.choice([(None, None), (1.5, 2.5), (1.5, 2.6), (-40.0, 170.0)])
    parties = dice.sample(
        [("a1", "First"), ("a1", "The First"), ("a2", "Second"), (None, "The Gunmen")], dice.randint(0, 3)
    )
    own = tuple(j.judgement_id for j in judgements if j.subject in {MENTIONS[n] for n in group})
    quote = Quote(start=0, end=6, exact="Report")
    claims = []
    for n in group:
        values: list[tuple[str, Value]] = [("killed", CountValue(low=n, high=n))]
        values += [("perpetrator", ActorValue(actor_id=key, name=called)) for key, called in parties]
        claims += [
            RuledClaim(
                claim_id=f"c{n}{field}{at}",
                field=field,  # type: ignore[arg-type]
                value=value,
                words=getattr(value, "name", None) or str(n),
                report_id=REPORTS[n].report_id,
                quote=quote,
                speaker=Speaker(name="The Second's man", actor_id="a2") if n % 5 == 0 else Speaker(),
                hedge=None,
                stance="states",
                state="supports",
                reason="It fits.",
            )
            for at, (field, value) in enumerate(values)
        ]
    killed = dice.choice([None, 0, 3, 12])
    others = [other for other in ids if other != name]
    return Incident(
        incident_id=name,
        aliases=tuple(f"i{MENTIONS[n][1:]}" for n in group[1:]),
        title=f"Attack {name}",
        event_type=dice.choice([None, "Battles", "Riots"]),
        sub_event_type=None,
        date=DateValue(edtf=start, start=start, end=end, precision="day" if start else "unknown", basis="stated"),
        place=PlaceValue(name="Town", country=dice.choice([None, "IQ", "ML"]), lat=point[0], lon=point[1]),
        actors=tuple(
            Actor(actor_id=key, name=called, role="perpetrator", status=dice.choice(["blamed", "denied"]))
            for key, called in parties
        ),
        weapons=(IncidentWeapon(kind="rocket"),) if dice.random() < 0.5 else (),
        killed=Figure(low=killed, best=killed, high=dice.choice([killed, None]), state="reported")
        if killed is not None
        else Figure(),
        wounded=Figure(low=1, best=None, high=None, state="reported") if dice.random() < 0.3 else Figure(),
        missing=Figure(),
        abducted=Figure(),
        corroboration=Corroboration(
            reports=len(group),
            origins=1,
            grade=dice.choice(["single source", "corroborated"]),
            grade_reason="So it is.",
        ),
        disagreements=("killed",) if dice.random() < 0.4 else (),
        claims=tuple(claims),
        links=tuple(
            Link(relation="response_to", to=other, asserted_by=REPORTS[group[0]].report_id, quote=quote)
            for other in others[:2]
            if dice.random() < 0.4
        ),
        tallies=(
            Tally(
                report_id=REPORTS[group[0]].report_id,
                quote=quote,
                words="the third",
                count={"low": 3, "high": 3},
                scope=Scope(what="attacks"),
                counted=2,
                incidents=tuple(others[-2:]),
                verdict="agrees",
                reason="As many.",
            ),
        )
        if dice.random() < 0.3
        else (),
        reports=tuple(
            IncidentReport(
                report_id=REPORTS[n].report_id, title=None, publisher=None, url=None, published=None, copy_of=None
            )
            for n in group
        ),
        review=Review(status="reviewed", judgements=own) if own else Review(),
    )


def difference(before: Derived, after: Derived) -> Changed:
    """What changed, as who derives anew in part tells it."""
    old, new = ({i.incident_id: i for i in state.incidents} for state in (before, after))
    old_homes, new_homes = ({h.mention_id: h for h in state.homes} for state in (before, after))
    old_doubts, new_doubts = ({(d.left, d.right): d for d in state.doubts} for state in (before, after))
    return Changed(
        removed=tuple(old.keys() - new.keys()),
        put=tuple(i for name, i in new.items() if old.get(name) != i),
        homes_removed=tuple(old_homes.keys() - new_homes.keys()),
        homes=tuple(h for name, h in new_homes.items() if old_homes.get(name) != h),
        doubts_removed=tuple(old_doubts.keys() - new_doubts.keys()),
        doubts=tuple(d for pair, d in new_doubts.items() if old_doubts.get(pair) != d),
        copies_removed=tuple(before.copies.keys() - after.copies.keys()),
        copies={c: o for c, o in after.copies.items() if before.copies.get(c) != o},
    )


def follow(store: Store, changed: Changed) -> None:
    """Store a change as who derives in part does."""
    with writing(store._engine) as connection:
        following.follow(connection, changed)
        names = [*changed.removed, *(i.incident_id for i in changed.put)]
        connection.execute(delete(incidents_table).where(incidents_table.c.incident_id.in_(names)))
        rows = [records._row(incident, msgspec.json.encode(incident)) for incident in changed.put]
        if rows:
            connection.execute(insert(incidents_table), rows)


def answers(browse: Browse, told: Derived) -> Iterator[tuple[object, Any]]:
    """Everything that can be asked, with the answer."""
    for query in QUERIES:
        for sort in ALL_SORTS:
            page = browse.page(query, sort=sort, size=3)
            yield (query, sort), page
            while page.next:
                page = browse.page(query, sort=sort, size=3, cursor=page.next)
                yield (query, sort, page.before), page
        yield ("each", query), [i.incident_id for i in browse.each(query)]
        yield ("facets", query), browse.facets(query)
        for zoom in (0, 9):
            yield ("map", query, zoom), (browse.map(query, zoom=zoom, most_areas=0), browse.map(query, zoom=zoom))
        for step in get_args(Step):
            yield ("series", query, step), browse.series(query, step=step)
        yield ("ties", query), (browse.ties(query), browse.ties(query, most=1))
    register = browse.actors(size=100)
    yield "register", register
    for row in register.rows:
        yield row.key, browse.actor(row.key)
    yield "searched", browse.actors(text="second")
    for each in REPORTS:
        yield each.report_id, browse.report(each.report_id)
    for name in (record.incident_id for record in told.incidents):
        yield name, (browse.find(name).incident, browse.around(name))
    yield "queue", browse.queue(size=200)
    yield "log", browse.log(size=200)
    for pair in told.doubts:
        name = content_id("d", pair.left, pair.right)
        yield name, browse.doubt(name)
    yield "count", (browse.summary().incidents, browse.count())


@contextmanager
def small_parts() -> Iterator[None]:
    """Parts, chunks and limits so small that a few incidents fill several."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "CHUNK", 3)
        patch.setattr(telling_columns, "CHUNK", 4)
        for module in (sets, index):
            patch.setattr(module, "PART", 4)
        patch.setattr(sets, "COMMON_ACTORS", 2)
        patch.setattr(facets, "FEW", 2)
        patch.setattr(following, "_TOGETHER", 2)
        patch.setattr(index, "_FEW_DAYS", 2)
        yield


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("following") / "empty.db"
    with Store.open(path) as store:
        for each in REPORTS:
            store.add_report(each, Account(report_id=each.report_id, reader="test"), "test")
    return path


def judged(number: int, dice: random.Random) -> Judgement:
    first, second = sorted(dice.sample(MENTIONS, 2))
    kind = dice.choice(["same", "different", "override", "withdraw"])
    return Judgement(
        judgement_id=f"j{number}",
        kind=kind,  # type: ignore[arg-type]
        subject=first,
        other=second if kind in ("same", "different") else None,
        field="killed" if kind == "override" else None,
        value="4" if kind == "override" else None,
        by=dice.choice(["ana", "bo"]),
        at=f"2024-01-01T00:00:{number:02}+00:00",
        reason="so it is",
        seen=dice.choice([None, (), ("c1killed0", "c3killed0", "c5killed0")]),
    )


@given(st.lists(st.integers(0, 2**32), min_size=2, max_size=4, unique=True), st.booleans())
@settings(cases(10), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_answers_after_changes_are_those_after_deriving_at_once(empty: Path, seeds: list[int], small: bool) -> None:
    folder = empty.parent
    grown, whole = folder / "grown.db", folder / "whole.db"
    grown.write_bytes(empty.read_bytes())
    with small_parts() if small else pytest.MonkeyPatch.context(), Store.open(grown) as store:
        browse, state = store.browse, Derived(incidents=())
        made: tuple[Judgement, ...] = ()
        for number, seed in enumerate(seeds):
            dice = random.Random(seed)
            for more in range(dice.randint(0, 2)):
                made = (*made, judged(10 * number + more, dice))
                store.judge(made[-1])
            after = drawn_state(seed, made)
            follow(store, difference(state, after))
            state = after
            whole.write_bytes(empty.read_bytes())
            with Store.open(whole) as other:
                other.judge_all(made)
                with writing(other._engine) as connection:
                    records.replace_incidents(connection, state, "", None)
                expected = dict(answers(other.browse, state))
                for asked, answer in answers(browse, state):
                    assert answer == expected[asked], asked
            for leftover in (*folder.glob("whole.db-*"), whole):
                leftover.unlink()
    for leftover in folder.glob("grown.db*"):
        leftover.unlink()


def test_a_change_is_read_by_who_looked_before_and_by_who_did_not(empty: Path, tmp_path: Path) -> None:
    """One process has the sets in memory and reads what is newer, another one reads all."""
    path = tmp_path / "a.db"
    path.write_bytes(empty.read_bytes())
    first, second = drawn_state(1, ()), drawn_state(2, ())
    with Store.open(path) as store, Store.open(path) as looking:
        follow(store, difference(Derived(incidents=()), first))
        before = looking.browse.page(size=100)
        assert before.total == len(first.incidents)
        follow(store, difference(first, second))
        assert looking.browse.page(size=100) == store.browse.page(size=100)
        with Store.open(path) as late:
            assert late.browse.page(size=100) == looking.browse.page(size=100)


def test_numbers_are_given_out_again(empty: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(empty.read_bytes())
    sizes = []
    with Store.open(path) as store:
        state = Derived(incidents=())
        for seed in range(40):
            after = drawn_state(seed, ())
            follow(store, difference(state, after))
            state = after
            store.browse.count()
            found = store.browse._index
            assert found is not None
            sizes.append(int(found.order.max(initial=0)))
    assert max(sizes) < 2 * len(MENTIONS)


def test_following_nothing_changes_nothing(empty: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(empty.read_bytes())
    state = drawn_state(7, ())
    with Store.open(path) as store:
        follow(store, difference(Derived(incidents=()), state))
        before = dict(answers(store.browse, state))
        follow(store, Changed())
        follow(store, Changed(put=state.incidents, homes=state.homes, doubts=state.doubts, copies=state.copies))
        told: Mapping[object, Any] = dict(answers(store.browse, state))
        assert told == before
