from annals.web.charts.toll import HEIGHT, WIDTH, TollChart, toll_chart
from annals.web.origins import sources
from tests.web.worlds import record, told, wounded


def drawn(*claims: object) -> TollChart | None:
    reports = (told("r1"), told("r2", published="2019-12-12"), told("r3", published=None), told("r4", copy_of="r1"))
    incident = record(reports, claims)  # type: ignore[arg-type]  # claims, as the tests make them
    return toll_chart(incident, "wounded", sources(incident, {}))


def test_one_figure_is_no_course() -> None:
    assert drawn(wounded("c1", "r1", 5, 5)) is None


def test_figures_stand_by_their_day_and_number() -> None:
    chart = drawn(wounded("c1", "r1", 4, 4), wounded("c2", "r2", 5, 6, words="six"))
    assert chart is not None
    first, second = chart.points
    assert first.x < second.x
    assert first.low == first.high > second.low > second.high
    assert chart.band is not None
    assert all(0 <= p.x <= WIDTH and 0 <= p.high <= HEIGHT for p in chart.points)
    assert chart.strip is None


def test_the_undated_have_a_strip_of_their_own() -> None:
    chart = drawn(wounded("c1", "r1", 4, 4), wounded("c3", "r3", 5, 5))
    assert chart is not None
    assert chart.strip is not None
    assert [p.dated for p in chart.points] == [True, False]
    assert chart.points[1].x > chart.strip > chart.points[0].x


def test_an_open_end_says_so() -> None:
    chart = drawn(wounded("c1", "r1", 4, None), wounded("c2", "r2", 5, 5))
    assert chart is not None
    assert chart.points[0].open


def test_what_a_reprint_repeats_is_drawn_once() -> None:
    assert drawn(wounded("c1", "r1", 5, 5), wounded("c4", "r4", 5, 5)) is None


def test_many_equal_figures_of_a_day_are_one_with_their_number() -> None:
    chart = drawn(*(wounded(f"c{n}", "r1", 5, 5, words=f"five{n}") for n in range(9)))
    assert chart is not None
    assert [p.count for p in chart.points] == [9]
    assert len(chart.rows) == 9, "the table has them all"
