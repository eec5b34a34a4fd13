"""Promises of linking, for any accounts and judgements."""

from itertools import pairwise
from random import Random

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from annals.link import link
from annals.link.columns import candidates
from annals.link.profile import profile_of
from annals.model import Account, Judgement, Mention
from tests.cases import cases
from tests.mentions import account, day, judged, mention, munition, site, toll, undated, weapon

CLAIMS = st.lists(
    st.one_of(
        st.sampled_from(["2020-03-02", "2020-03-03", "2020-03-09"]).map(day),
        st.sampled_from(["on Monday", "on Tuesday", "lately"]).map(undated),
        st.sampled_from([site("Camp Harrow", 10.0, 20.0), site("Fort Lind", 10.02, 20.02), site("Oxley", 15.0, 20.0)]),
        st.sampled_from(["rocket", "drone", "firearm"]).map(weapon),
        st.integers(0, 12).map(lambda n: toll("wounded", n)),
        st.integers(1, 5).map(lambda n: munition("fired", n)),
    ),
    max_size=6,
)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Account], list[Judgement], dict[str, str]]:
    """Accounts of up to eight reports with up to three mentions, some judgements, and one reprint or none."""
    accounts = []
    for n in range(draw(st.integers(1, 8))):
        told = [mention(f"r{n}", *draw(CLAIMS), start=100 * k) for k in range(draw(st.integers(1, 3)))]
        accounts.append(account(*told))
    mentions = [m for a in accounts for m in a.mentions]
    judgements = []
    for at in range(draw(st.integers(0, 4))):
        first, second = draw(st.sampled_from(mentions)), draw(st.sampled_from(mentions))
        if first != second:
            judgements.append(judged(draw(st.sampled_from(["same", "different"])), first, second, at=at + 1))
    origins = {}
    if len(accounts) > 1 and draw(st.booleans()):
        origins[accounts[1].report_id] = accounts[0].report_id
    return accounts, judgements, origins


@given(worlds(), st.randoms())
@cases(150)
def test_the_order_of_the_accounts_does_not_matter(
    world: tuple[list[Account], list[Judgement], dict[str, str]], random: Random
) -> None:
    accounts, judgements, origins = world
    shuffled = list(accounts)
    random.shuffle(shuffled)
    first = link(accounts, origins=origins, judgements=judgements, published={})
    second = link(shuffled, origins=origins, judgements=judgements[::-1], published={})
    assert msgspec.json.encode(first) == msgspec.json.encode(second)


@given(worlds())
@cases(150)
def test_every_mention_is_in_one_cluster_and_a_report_in_each_once(
    world: tuple[list[Account], list[Judgement], dict[str, str]],
) -> None:
    accounts, _, origins = world
    clusters = link(accounts, origins=origins, published={})
    mentions = {m.mention_id: m for a in accounts for m in a.mentions}
    assert sorted(m for c in clusters for m in c.mention_ids) == sorted(mentions)
    for cluster in clusters:
        reports = [mentions[m].report_id for m in cluster.mention_ids]
        assert len(reports) == len(set(reports))


@given(worlds())
@cases(150)
def test_the_last_judgement_on_a_pair_always_holds(
    world: tuple[list[Account], list[Judgement], dict[str, str]],
) -> None:
    accounts, judgements, origins = world
    home = _homes(accounts, judgements, origins)
    for last in judgements[-1:]:
        assert last.other is not None
        assert (home[last.subject] == home[last.other]) == (last.kind == "same")


@given(worlds())
@cases(150)
def test_judgements_of_one_kind_all_hold(world: tuple[list[Account], list[Judgement], dict[str, str]]) -> None:
    accounts, judgements, origins = world
    for kind in ("same", "different"):
        chosen = [j for j in judgements if j.kind == kind]
        home = _homes(accounts, chosen, origins)
        assert all((home[j.subject] == home[j.other or ""]) == (kind == "same") for j in chosen)


def _homes(accounts: list[Account], judgements: list[Judgement], origins: dict[str, str]) -> dict[str, int]:
    clusters = link(accounts, origins=origins, judgements=judgements, published={})
    return {m: n for n, c in enumerate(clusters) for m in c.mention_ids}


def test_candidates_grow_with_the_mentions_and_not_with_their_square() -> None:
    """One site, one day, the same words: the worst case for an index."""

    def pairs(size: int) -> int:
        told: list[Mention] = [
            mention(f"r{n}", day("2020-03-02"), site("Camp Harrow", 10.0, 20.0), toll("wounded", n % 7))
            for n in range(size)
        ]
        profiles = [profile_of(m, origin=m.report_id, published=None) for m in told]
        return len(candidates(profiles))

    assert all(larger < 2.5 * smaller for smaller, larger in pairwise([pairs(400), pairs(800), pairs(1600)]))
