from annals.model import Link, Quote
from annals.model.values import DateValue, PlaceValue
from annals.store.browse.shapes import Chain, Row, Tie, Toll
from annals.web.charts.chain import MOST_ROWS, WIDTH, chain_chart

NONE = Toll(low=None, best=None, high=None, state="not_reported")


def row(number: int, title: str = "Raid near Gao") -> Row:
    return Row(
        incident_id=f"i{number}", title=title, event_type=None, sub_event_type=None, date=DateValue(),
        place=PlaceValue(), killed=NONE, wounded=NONE, actors=(), weapons=(), reports=1, origins=1, grade="",
        disagreements=(), review="unreviewed",
    )  # fmt: skip


def tie(source: Row, target: Row, report: str = "r1") -> Tie:
    link = Link(
        relation="retaliation_for", to=target.incident_id, asserted_by=report, quote=Quote(start=0, end=1, exact="x")
    )
    return Tie(source=source, target=target, link=link)


def test_steps_go_down_and_equal_answers_are_one_arc() -> None:
    rows = (row(1), row(2), row(3))
    ties = (tie(rows[1], rows[0]), tie(rows[1], rows[0], "r2"), tie(rows[2], rows[0]))
    chart = chain_chart(Chain(incidents=rows, ties=ties), "i2")
    assert chart is not None
    assert [step.here for step in chart.steps] == [False, True, False]
    heights = [step.y for step in chart.steps]
    assert heights == sorted(heights)
    assert heights[-1] < chart.height
    assert [arc.reports for arc in chart.arcs] == [2, 1]


def test_a_long_title_takes_two_lines_and_no_more() -> None:
    rows = (row(1, "Attack " * 60), row(2, "x" * 500))
    chart = chain_chart(Chain(incidents=rows, ties=(tie(rows[1], rows[0]),)))
    assert chart is not None
    for step in chart.steps:
        assert 1 <= len(step.lines) <= 2
        assert all(len(line) * 7 < WIDTH for line in step.lines)


def test_a_chain_of_very_many_is_not_drawn() -> None:
    rows = tuple(row(number) for number in range(MOST_ROWS + 1))
    assert chain_chart(Chain(incidents=rows, ties=())) is None
