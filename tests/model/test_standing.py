"""Which judgements stand."""

from annals.model import Judgement
from annals.model.standing import standing


def made(name: str, at: str, kind: str = "same", subject: str = "m1") -> Judgement:
    return Judgement(judgement_id=name, kind=kind, subject=subject, other="m2", by="ana", at=at, reason="seen")  # type: ignore[arg-type]


def test_an_undo_can_be_undone() -> None:
    first = made("j1", "2020-01-01T00:00:00Z")
    undo = made("j2", "2020-01-02T00:00:00Z", "undo", "j1")
    again = made("j3", "2020-01-03T00:00:00Z", "undo", "j2")
    assert standing([undo, first]) == ()
    assert standing([again, undo, first]) == (first,)


def test_moments_are_compared_across_time_zones() -> None:
    late = made("a", "2020-01-01T23:00:00-05:00")
    early = made("b", "2020-01-02T01:00:00+00:00")
    assert standing([late, early]) == (early, late)


def test_an_undo_before_its_subject_does_nothing() -> None:
    first = made("j1", "2020-01-05T00:00:00Z")
    assert standing([first, made("j2", "2020-01-02T00:00:00Z", "undo", "j1")]) == (first,)
