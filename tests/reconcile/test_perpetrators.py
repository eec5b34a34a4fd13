"""Who is said to have done it."""

import pytest

from annals.reconcile.case import open_case
from annals.reconcile.perpetrators import PerpetratorRuling, rule_perpetrators
from tests.mentions import Said, mention, party


def ruled(*told: tuple[str, Said]) -> PerpetratorRuling:
    mentions = [mention(name, said, start=100 * n) for n, (name, said) in enumerate(told)]
    return rule_perpetrators(list(open_case(mentions, {}, {}).heard))


def said(ruling: PerpetratorRuling) -> set[tuple[str | None, str]]:
    return {(actor.name, actor.status) for actor in ruling.actors}


@pytest.mark.parametrize(
    ("stance", "status"),
    [("claims", "claimed"), ("blames", "blamed"), ("suspects", "suspected"), ("states", "named"), ("denies", "denied")],
)
def test_the_status_follows_from_the_stance(stance: str, status: str) -> None:
    assert said(ruled(("a", party("Dawn Front", stance)))) == {("Dawn Front", status)}  # type: ignore[arg-type]


def test_the_strongest_stance_of_a_party_stands_and_every_claim_is_named() -> None:
    told = ruled(("a", party("the Dawn Front", "suspects")), ("b", party("Dawn Front", "claims")))
    (actor,) = told.actors
    assert (actor.status, len(actor.by), told.disagrees) == ("claimed", 2, False)


def test_a_denial_stands_beside_the_blame() -> None:
    told = ruled(("a", party("Dawn Front", "blames", "dawn")), ("b", party("the Front", "denies", "dawn")))
    assert {actor.status for actor in told.actors} == {"blamed", "denied"}
    assert (told.disagrees, sorted(r.state for r in told.rulings.values())) == (True, ["dissents", "supports"])


def test_praise_and_silence_name_nobody() -> None:
    told = ruled(("a", party("Dawn Front", "praises")), ("a", party("Dawn Front", "declines")))
    assert told.actors == ()
    assert {r.state for r in told.rulings.values()} == {"set_aside"}


def test_unclaimed_stays_a_claim_until_somebody_claims_it() -> None:
    alone = ruled(("a", party(None, "unclaimed")))
    assert (alone.actors, [r.state for r in alone.rulings.values()]) == ((), ["supports"])
    later = ruled(("a", party(None, "unclaimed")), ("b", party("Dawn Front", "claims")))
    assert "superseded" in {r.state for r in later.rulings.values()}
    assert not later.disagrees


def test_what_its_speaker_took_back_is_superseded() -> None:
    told = ruled(
        ("a", party("Dawn Front", "blames", speaker="the governor")),
        ("b", party("Dawn Front", "retracts", speaker="the governor")),
    )
    assert told.actors == ()
    assert sorted(r.state for r in told.rulings.values()) == ["set_aside", "superseded"]


def test_two_that_claim_it_contest_it() -> None:
    told = ruled(("a", party("Dawn Front", "claims")), ("b", party("River Brigade", "claims")))
    assert told.contested == "Dawn Front and River Brigade both claim it"


def test_what_an_army_is_blamed_for_its_state_may_deny() -> None:
    army, state = party("Arden army", "blames", "state:XA:military"), party("Arden", "denies", "state:XA")
    assert ruled(("a", army), ("b", state)).disagrees
    assert not ruled(("a", army), ("b", party("Boria", "denies", "state:XB"))).disagrees
