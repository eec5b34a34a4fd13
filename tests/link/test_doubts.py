"""Which pairs a person is asked about."""

import msgspec

from annals.link import Linked, linked
from annals.model import Judgement, Mention
from tests.mentions import account, day, judged, mention, site, together, toll, weapon

CAMP = site("Camp Harrow", 10.0, 20.0)


def link_all(*mentions: Mention, judgements: tuple[Judgement, ...] = ()) -> Linked:
    accounts = [account(told) for told in mentions]
    return linked(accounts, origins={}, judgements=judgements, published={})


def pair(found: Linked, a: Mention, b: Mention) -> list[str]:
    both = {a.mention_id, b.mention_id}
    return [doubt.verdict for doubt in found.doubts if {doubt.left, doubt.right} == both]


SURE = (
    mention("a", day("2020-03-02"), CAMP, weapon("rocket"), toll("wounded", 5)),
    mention("b", day("2020-03-02"), CAMP, weapon("rocket"), toll("wounded", 5)),
)
FAR = mention("c", day("2021-09-09"), site("Port Elm", -30.0, 90.0), weapon("rocket"), toll("killed", 40))
BESIDE = mention("d", day("2020-03-03"), CAMP, weapon("rocket"), toll("wounded", 5))


def test_what_is_sure_and_what_is_far_apart_raises_no_doubt() -> None:
    found = link_all(*SURE, FAR)
    assert together(found.clusters, *SURE)
    assert found.doubts == []


def test_two_clusters_are_asked_about_once_by_their_strongest_pair() -> None:
    found = link_all(*SURE, BESIDE)
    assert together(found.clusters, *SURE)
    assert not together(found.clusters, *SURE, BESIDE)
    assert len(found.doubts) == 1
    (doubt,) = found.doubts
    assert BESIDE.mention_id in {doubt.left, doubt.right}
    assert {evidence.score > 0 for evidence in doubt.evidence} == {True, False}, "for and against"


def test_a_decision_on_any_pair_of_two_clusters_settles_them() -> None:
    for decided in SURE:
        found = link_all(*SURE, BESIDE, judgements=(judged("different", decided, BESIDE),))
        assert [doubt.judged_by is not None for doubt in found.doubts] == [True]
        assert pair(found, decided, BESIDE) == ["different"]


def test_a_decision_same_carries_along_what_was_one_anyway() -> None:
    for decided in SURE:
        found = link_all(*SURE, BESIDE, FAR, judgements=(judged("same", decided, FAR),))
        assert together(found.clusters, *SURE, FAR)
        assert not together(found.clusters, *SURE, BESIDE)


def test_a_decision_different_holds_against_what_same_carries_along() -> None:
    a, b = SURE
    for order in ((1, 2), (2, 1)):
        apart, same = judged("different", b, FAR, at=order[0]), judged("same", a, FAR, at=order[1])
        found = link_all(*SURE, FAR, judgements=(apart, same))
        assert together(found.clusters, a, FAR)
        assert not together(found.clusters, b, FAR)


def test_an_undone_decision_raises_the_doubt_again() -> None:
    decided = judged("different", SURE[0], BESIDE)
    undo = msgspec.structs.replace(judged("undo", SURE[0], at=5), subject=decided.judgement_id)
    found = link_all(*SURE, BESIDE, judgements=(decided, undo))
    assert [doubt.judged_by for doubt in found.doubts] == [None]
