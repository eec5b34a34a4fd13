import pytest

from annals.tempo.moments import Moment, by_first_day, median_of, moment_of
from tests.tempo.histories import event


def days(moment: Moment) -> tuple[int | None, int | None]:
    return moment.start, moment.end


def test_an_open_end_is_closed_by_the_first_report() -> None:
    told = moment_of(event("a", "2021-05-03", open_end=True, published="2021-05-07T10:00Z"))
    assert days(told) == (737_913, 737_917)
    wrong = moment_of(event("a", "2021-05-03", open_end=True, published="2021-05-01"))
    assert days(wrong) == (737_913, None)
    assert not wrong.whole
    assert wrong.dated


def test_the_undated_touch_nothing_and_the_half_open_may_be_anywhere_on_their_side() -> None:
    undated = moment_of(event("a", None))
    assert not undated.dated
    assert not undated.touches(1, 10**6)
    late = Moment(start=100, end=None)
    assert late.touches(200, 210)
    assert not late.touches(90, 99)
    assert not late.within(1, 10**6)


def test_they_come_by_first_day_and_the_undated_last() -> None:
    some = [event("c", None), event("b", "2021-05-03"), event("a", "2021-05-03"), event("d", "2020-01-01")]
    order = [incident.incident_id for _, incident in by_first_day((moment_of(i), i) for i in some)]
    assert order == ["id", "ia", "ib", "ic"]


@pytest.mark.parametrize(("numbers", "middle"), [([], None), ([3], 3), ([5, 1], 3), ([9, 1, 2], 2)])
def test_the_middle(numbers: list[int], middle: float | None) -> None:
    assert median_of(numbers) == middle
