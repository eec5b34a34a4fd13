"""Which decisions on pairs hold, and which later ones rule the others out."""

from hypothesis import given
from hypothesis import strategies as st

from annals.model import Judgement
from annals.model.rulings import Rulings

MENTIONS = [f"m{n}" for n in range(5)]


def made(number: int, kind: str, left: str, right: str) -> Judgement:
    return Judgement(
        judgement_id=f"j{number:02}",
        kind=kind,  # type: ignore[arg-type]
        subject=left,
        other=right,
        by="ana",
        at=f"2020-01-01T00:00:{number:02}+00:00",
        reason="seen",
    )


@st.composite
def decisions(draw: st.DrawFn) -> list[Judgement]:
    pairs = st.lists(st.sampled_from(MENTIONS), min_size=2, max_size=2, unique=True)
    kinds = st.sampled_from(["same", "different", "unsure"])
    return [made(number, kind, *pair) for number, (kind, pair) in enumerate(draw(st.lists(st.tuples(kinds, pairs))))]


def test_the_later_of_two_persons_holds() -> None:
    found = Rulings([made(1, "same", "m0", "m1"), made(2, "different", "m1", "m0")])
    assert found.overruled == {"j01": ("j02",)}
    assert found.same == []


def test_two_decisions_together_rule_out_an_earlier_third() -> None:
    found = Rulings([made(1, "different", "m0", "m2"), made(2, "same", "m0", "m1"), made(3, "same", "m1", "m2")])
    assert found.overruled == {"j01": ("j02", "j03")}


def test_who_says_the_same_again_contradicts_nobody() -> None:
    found = Rulings([made(1, "same", "m0", "m1"), made(2, "same", "m1", "m0")])
    assert found.overruled == {}
    assert found.by_pair["m0", "m1"].judgement_id == "j02"


@given(decisions())
def test_every_decision_holds_is_repeated_or_is_ruled_out_by_later_ones(told: list[Judgement]) -> None:
    found = Rulings(told)
    holding = {judgement.judgement_id for judgement in found.by_pair.values()}
    for judgement in told:
        later = found.overruled.get(judgement.judgement_id)
        pair = min(judgement.subject, judgement.other or ""), max(judgement.subject, judgement.other or "")
        if later is None:
            holds = found.by_pair[pair]
            assert (holds.kind, holds.judgement_id >= judgement.judgement_id) == (judgement.kind, True)
        else:
            assert judgement.judgement_id not in holding
            assert later
            assert all(judgement.judgement_id < name for name in later)


@given(decisions())
def test_what_holds_is_consistent(told: list[Judgement]) -> None:
    """Those that hold, alone, give the same, and nothing is ruled out among them."""
    found = Rulings(told)
    again = Rulings(found.by_pair.values())
    assert again.overruled == {}
    assert again.by_pair == found.by_pair
    assert sorted(again.same) == sorted(found.same)


def test_what_two_decisions_bring_along_does_not_join_what_a_third_keeps_apart() -> None:
    told = [made(1, "same", "a", "c"), made(2, "same", "b", "d"), made(3, "different", "a", "b")]
    rulings = Rulings(told)
    joined = rulings.carrying([("a",), ("b",), ("c", "d")]).same
    assert set(rulings.same) <= set(joined)
    assert ("c", "d") not in joined, "else a and b would be one by way of them"
    assert ("c", "d") in Rulings(told[:2]).carrying([("a",), ("b",), ("c", "d")]).same
