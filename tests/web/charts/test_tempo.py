import re

from annals.tempo import tempo_of
from annals.web.charts.tempo import LEFT, RIGHT, WIDTH, tempo_chart
from tests.tempo.histories import day, event, fired


def test_sure_and_possible_are_two_paths_and_what_is_not_covered_is_a_gap() -> None:
    some = [event("a", day(1)), event("b", day(5), day(8)), event("c", day(200))]
    chart = tempo_chart(tempo_of(some, some, {}, covers="2010-01-04/2010-01-31,2010-07-01/2010-07-31"))
    assert chart is not None
    counts, rates = chart.panels
    assert counts.sure.count("M") == 2
    assert counts.maybe.count("M") == 2
    assert rates.maybe.count("M") == len(chart.marks) == 9
    (gap,) = chart.gaps
    assert LEFT < gap.x < gap.x + gap.width < WIDTH - RIGHT
    assert "2010-01-31" in gap.words
    assert "1–2 counted" in chart.marks[0].words


def test_all_is_drawn_inside_the_chart() -> None:
    some = [event(str(n), day(n), weapons=(fired("rocket", n, n + 1, n + 2),)) for n in range(40)]
    chart = tempo_chart(tempo_of(some, some, {}, covers="2010-01-01/2010-03-31"))
    assert chart is not None
    assert len(chart.panels) == 3
    for panel in chart.panels:
        for x, y in re.findall(r"M([\d.]+) ([\d.]+)", panel.sure + panel.maybe + panel.best):
            assert LEFT - 4 <= float(x) <= WIDTH - RIGHT
            assert panel.top - 0.1 <= float(y) <= panel.bottom + 0.1


def test_a_change_of_the_rate_is_drawn_with_its_interval() -> None:
    some = [event(str(n), day(n * 7)) for n in range(20)] + [event(f"x{n}", day(140 + n)) for n in range(120)]
    chart = tempo_chart(tempo_of(some, some, {}, covers="2010-01-04/2010-09-19"))
    assert chart is not None
    (shift,) = chart.shifts
    assert shift.x <= shift.at <= shift.x + shift.width
    assert "2010-05-24" in shift.words


def test_nothing_covered_is_no_chart() -> None:
    assert tempo_chart(tempo_of([], [], {})) is None
