"""Pairs found in columns are those that the definition gives, and portions on other cores change nothing."""

from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.link import columns, stages, tasks
from annals.link.blocks import REACH, block_keys, comparable, rank
from annals.link.crowd import Crowd
from annals.link.linking import gathered
from annals.link.profile import Profile, profiles_of
from annals.model.rulings import Rulings
from bench import made_mentions
from tests.cases import cases
from tests.link.test_properties import worlds

if TYPE_CHECKING:
    from annals.model.traces import Rank


REACHES, CHUNKS = st.integers(1, 4), st.integers(1, 5)


def by_definition(profiles: list[Profile], reach: int) -> list[tuple[str, str]]:
    """Each mention with the next `reach` in each of its blocks, where the two are worth comparing."""
    blocks: dict[int, list[tuple[Rank, Profile]]] = defaultdict(list)
    for profile in profiles:
        for key in block_keys(profile):
            blocks[key].append((rank(profile), profile))
    found = set()
    for members in blocks.values():
        order = [profile for _, profile in sorted(members, key=itemgetter(0))]
        for n, first in enumerate(order):
            for second in order[n + 1 : n + 1 + reach]:
                if comparable(first, second):
                    a, b = sorted((first.mention_id, second.mention_id))
                    found.add((a, b))
    return sorted(found)


@given(worlds(), st.lists(st.sampled_from([None, "2020-03-05", "2020-07-01"]), min_size=8, max_size=8), REACHES, CHUNKS)
@cases(150)
def test_small_worlds(made: tuple, published: list[str | None], reach: int, chunk: int) -> None:  # type: ignore[type-arg]
    accounts, _, origins = made
    profiles = [
        profile
        for account, day in zip(accounts, published, strict=False)
        for profile in profiles_of(account, origin=origins.get(account.report_id, account.report_id), published=day)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "REACH", reach)
        patch.setattr(columns, "_CHUNK", chunk)
        assert columns.candidates(profiles) == by_definition(profiles, reach)


def made(size: int) -> list[Profile]:
    return [
        profile
        for account, published, _ in made_mentions.accounts(size)
        for profile in profiles_of(account, origin=account.report_id, published=published)
    ]


def test_made_mentions() -> None:
    profiles = made(1500)
    found = columns.candidates(profiles)
    assert len(found) > len(profiles) / 2
    assert found == by_definition(profiles, REACH)


def test_nothing_gives_nothing() -> None:
    assert columns.candidates([]) == []
    assert gathered(Crowd([]), Rulings(())).clusters == []


def test_other_processes_and_other_portions_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    crowd = Crowd(made(600))
    alone = gathered(crowd, Rulings(()), jobs=1)
    for name in ("_MENTIONS", "_PAIRS", "_COMPONENTS", "_DOUBTS"):
        monkeypatch.setattr(stages, name, 37)
    shared = gathered(crowd, Rulings(()), jobs=2)
    for part in ("clusters", "doubts", "weighed"):
        assert msgspec.json.encode(getattr(shared, part)) == msgspec.json.encode(getattr(alone, part))
    assert len(alone.clusters) < len(crowd)
    assert alone.doubts


def test_tasks_travel() -> None:
    crowd = Crowd(made(20))
    task = tasks.Explain(crowd.raw([0, 1]), [(crowd.ids[0], crowd.ids[1])])
    found = tasks.evidence_in(tasks.answer(tasks.packed_task(task)))
    assert [(pair.left, pair.right) for pair in found] == task.pairs


def test_a_crowd_is_in_order_and_finds_its_own() -> None:
    profiles = made(30)
    crowd = Crowd(reversed(profiles))
    assert list(crowd) == sorted(profiles, key=lambda profile: profile.mention_id)
    assert crowd[3] == list(crowd)[3] == crowd[3:4][0]
    assert crowd.some([profiles[0].mention_id, "m-unknown"]) == {profiles[0].mention_id: profiles[0]}
