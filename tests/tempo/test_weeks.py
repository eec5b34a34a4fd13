from hypothesis import given
from hypothesis import strategies as st

from annals.tempo.coverage import Days
from annals.tempo.moments import Moment
from annals.tempo.weeks import pieces, total_of, weeks_of

MONDAY = 733_412
"""Monday, 5 January 2009."""
ends = st.one_of(st.none(), st.integers(MONDAY - 20, MONDAY + 80))


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    start, end = draw(ends), draw(ends)
    if start is not None and end is not None and end < start:
        start, end = end, start
    return Moment(start=start, end=end)


@st.composite
def stretches(draw: st.DrawFn) -> tuple[Days, ...]:
    cuts = sorted(draw(st.sets(st.integers(MONDAY - 10, MONDAY + 70), min_size=2, max_size=6)))
    return tuple(Days(start=a, end=b - 1) for a, b in zip(cuts[::2], cuts[1::2], strict=False))


def test_a_date_known_to_a_span_may_belong_to_several_weeks() -> None:
    covers = (Days(start=MONDAY, end=MONDAY + 13),)
    sure, across = Moment(start=MONDAY + 1, end=MONDAY + 3), Moment(start=MONDAY + 5, end=MONDAY + 8)
    first, second = weeks_of([sure, across], covers)
    assert (first.start, first.covered_days) == ("2009-01-05", 7)
    assert (first.count.low, first.count.high) == (1, 2)
    assert (second.count.low, second.count.high) == (0, 1)
    assert first.rate.low < 1 < first.rate.high
    total = total_of([sure, across], covers)
    assert total is not None
    assert (total.count.low, total.count.high, total.weeks) == (2, 2, 2.0)


def test_days_that_are_not_covered_are_in_no_week_and_a_part_of_a_week_has_a_wider_rate() -> None:
    whole, part = Days(start=MONDAY, end=MONDAY + 6), Days(start=MONDAY + 30, end=MONDAY + 31)
    weeks = weeks_of([], (whole, part))
    assert [week.covered_days for week in weeks] == [7, 2]
    assert weeks[1].rate.high > 3 * weeks[0].rate.high
    assert total_of([], ()) is None


@given(st.lists(moments(), max_size=12), stretches())
def test_a_week_holds_every_number_that_some_choice_of_days_gives(some: list[Moment], covers: tuple[Days, ...]) -> None:
    weeks = weeks_of(some, covers)
    parts = [part for days in covers for _, part in pieces(days)]
    assert sum(part.length for part in parts) == sum(days.length for days in covers)
    for week, part in zip(weeks, parts, strict=True):
        assert 0 <= week.count.low <= week.count.high
        assert week.rate.low <= week.count.high * 7 / part.length + 1e-3
        assert week.rate.high > week.count.low
        # Moved to the first or to the last possible day, the incidents give a number between low and high.
        for chosen in ([m.start for m in some], [m.end for m in some]):
            number = sum(day is not None and part.start <= day <= part.end for day in chosen)
            assert week.count.low <= number <= week.count.high


@given(st.lists(moments(), max_size=12), stretches())
def test_the_sum_lies_between_the_sums_of_the_weeks(some: list[Moment], covers: tuple[Days, ...]) -> None:
    weeks, total = weeks_of(some, covers), total_of(some, covers)
    if total is None:
        assert weeks == ()
        return
    assert sum(week.count.low for week in weeks) <= total.count.low
    assert total.count.high <= sum(week.count.high for week in weeks)
    assert total.count.high <= sum(moment.dated for moment in some)
