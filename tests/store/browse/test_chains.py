"""Chains of answers: the same groups as a plain walk finds, each once, in the order of time."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annals.errors import UsageError
from annals.model import DateValue, Incident, Link, Quote
from annals.model.derived import Derived
from annals.store.browse import Browse
from annals.store.browse.shapes import Chain
from annals.store.store import Store
from tests.records import silent

QUOTE = Quote(start=0, end=2, exact="to")


def incident(number: int, day: str | None, links: dict[int, str]) -> Incident:
    date = DateValue(start=day, end=day, precision="day", edtf=day, basis="stated") if day else DateValue()
    return silent(
        incident_id=f"i{number:016x}",
        date=date,
        links=tuple(
            Link(relation=relation, to=f"i{to:016x}", asserted_by="r1", quote=QUOTE) for to, relation in links.items()
        ),
    )


def stored(path: Path, *incidents: Incident) -> Store:
    store = Store.open(path)
    store.replace_incidents(Derived(incidents=incidents), store.basis().fingerprint)
    return store


def ids(chain: Chain) -> list[int]:
    return [int(row.incident_id[1:], 16) for row in chain.incidents]


def test_answers_make_a_chain_in_the_order_of_time_and_other_ties_make_none(tmp_path: Path) -> None:
    with stored(
        tmp_path / "a.db",
        incident(1, "2020-01-05", {2: "retaliation_for"}),
        incident(2, "2020-01-03", {3: "response_to"}),
        incident(3, "2020-01-01", {4: "same_campaign"}),
        incident(4, "2020-01-02", {}),
        incident(5, None, {4: "part_of"}),
    ) as store:
        (chain,) = store.browse.chains().rows
        assert ids(chain) == [3, 2, 1]
        assert [(t.source.incident_id[-1], t.target.incident_id[-1]) for t in chain.ties] == [("2", "3"), ("1", "2")]
        for member in (1, 2, 3):
            assert store.browse.chain(f"i{member:016x}") == chain
        assert store.browse.chain(f"i{4:016x}") is None
        assert store.browse.chain("i0") is None


def test_of_one_day_what_is_answered_comes_first(tmp_path: Path) -> None:
    with stored(
        tmp_path / "a.db",
        incident(1, "2020-01-05", {2: "retaliation_for"}),
        incident(2, "2020-01-05", {3: "retaliation_for"}),
        incident(3, "2020-01-05", {}),
    ) as store:
        assert ids(store.browse.chains().rows[0]) == [3, 2, 1]


def test_pages_hold_each_chain_once_the_latest_first(tmp_path: Path) -> None:
    pairs = [
        incident(2 * n + k, f"2020-{1 + n % 9:02}-0{1 + k}" if n else None, {2 * n: "response_to"} if k else {})
        for n in range(7)
        for k in (0, 1)
    ]
    with stored(tmp_path / "a.db", *pairs) as store:
        found, cursor = [], None
        while True:
            page = store.browse.chains(size=3, cursor=cursor)
            assert page.total == 7
            found += [ids(chain) for chain in page.rows]
            cursor = page.next
            if cursor is None:
                break
        assert found == [[2 * n, 2 * n + 1] for n in (6, 5, 4, 3, 2, 1, 0)]
        with pytest.raises(UsageError, match="cursor"):
            store.browse.chains(cursor="nonsense")


def test_a_made_ledger_has_the_chains_that_a_plain_walk_finds(browse: Browse, incidents: list[Incident]) -> None:
    assert {frozenset(ids(chain)) for chain in browse.chains(size=1000).rows} == walked(incidents)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ties=st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] != pair[1])))
def test_any_graph_even_with_circles(tmp_path_factory: pytest.TempPathFactory, ties: set[tuple[int, int]]) -> None:
    made = [
        incident(n, f"2020-01-{1 + n % 3:02}", {t: "retaliation_for" for s, t in sorted(ties) if s == n})
        for n in range(9)
    ]
    with stored(tmp_path_factory.mktemp("chains") / "a.db", *made) as store:
        chains = store.browse.chains(size=100).rows
        assert {frozenset(ids(chain)) for chain in chains} == walked(made)
        for chain in chains:
            days = [row.date.start for row in chain.incidents]
            assert days == sorted(days, key=str)
            assert {store.browse.chain(row.incident_id) for row in chain.incidents} == {chain}


def walked(incidents: list[Incident]) -> set[frozenset[int]]:
    """Groups of incidents that answers tie, by walking from each."""
    near: dict[int, set[int]] = {}
    for one in incidents:
        for link in one.links:
            if link.relation in ("retaliation_for", "response_to"):
                a, b = int(one.incident_id[1:], 16), int(link.to[1:], 16)
                near.setdefault(a, set()).add(b)
                near.setdefault(b, set()).add(a)
    groups = set()
    for start in near:
        group, wanted = {start}, [start]
        while wanted:
            new = near[wanted.pop()] - group
            group |= new
            wanted += new
        groups.add(frozenset(group))
    return groups
