from annals.model import DateValue, Link, PlaceValue, Quote
from annals.store.browse.shapes import Band, Point, Row, Series, Stretch, Tie, Toll
from annals.web.charts.series import WIDTH, series_chart
from annals.web.pages.timeline import without_early_few

NONE = Band(low=0, best=0, high=0, reported=0, open=0)
SOME = Band(low=2, best=4, high=9, reported=2, open=1)


def point(month: str, incidents: int, killed: Band = NONE) -> Point:
    return Point(start=f"{month}-01", end=f"{month}-28", incidents=incidents, killed=killed, wounded=NONE)


def series(*points: Point, imprecise: tuple[Stretch, ...] = ()) -> Series:
    return Series(step="month", points=points, imprecise=imprecise, imprecise_incidents=0, undated=0)


def row(day: str) -> Row:
    nothing = Toll(low=None, best=None, high=None, state="not_reported")
    return Row(
        incident_id=day, title=day, event_type=None, sub_event_type=None, date=DateValue(start=day, end=day),
        place=PlaceValue(), killed=nothing, wounded=nothing, actors=(), weapons=(), reports=1, origins=1,
        grade="single source", disagreements=(), review="unreviewed",
    )  # fmt: skip


def test_nothing_dated_is_no_chart() -> None:
    assert series_chart(series(), ()) is None


def test_bars_are_as_high_as_their_number() -> None:
    chart = series_chart(series(point("2019-11", 2), point("2019-12", 4, SOME)), ())
    assert chart is not None
    assert [panel.kind for panel in chart.panels] == ["incidents", "killed"], "no panel for what nobody reports"
    first, second = chart.panels[0].columns
    assert second.height == 2 * first.height
    band = chart.panels[1].columns[0]
    assert band.best is not None
    assert band.top < band.best < band.top + band.height, "high above best above low"
    assert chart.panels[0].area.count("M") == 2
    assert chart.panels[1].best.count("M") == 1
    words = [column.words for column in chart.panels[0].columns]
    assert words == [
        "2019-11-01 to 2019-11-28: 2 incidents",
        "2019-12-01 to 2019-12-28: 4 incidents; killed 2–9 or more, best 4, of 2 incidents with a figure",
    ]


def test_imprecise_dates_stay_within_the_drawing() -> None:
    stretches = (
        Stretch(start="2019-01-01", end="2019-12-31", incidents=3),
        Stretch(start=None, end="2019-11-20", incidents=1),
    )
    chart = series_chart(series(point("2019-11", 2), point("2019-12", 4), imprecise=stretches), ())
    assert chart is not None
    assert len(chart.strips) == 2
    assert all(chart.left <= s.x and s.x + s.width <= WIDTH for s in chart.strips)


def test_a_tie_is_an_arc() -> None:
    quote = Quote(start=0, end=1, exact="x")
    link = Link(relation="retaliation_for", to="b", asserted_by="r", quote=quote)
    tie = Tie(source=row("2019-12-20"), target=row("2019-11-02"), link=link)
    chart = series_chart(series(point("2019-11", 2), point("2019-12", 4)), [tie])
    assert chart is not None
    assert [arc.kind for arc in chart.arcs] == ["retaliation_for"]


def test_a_few_long_before_all_others_are_left_out_of_the_drawing() -> None:
    many = [point(f"2019-{month:02}", 20) for month in range(1, 13)]
    shown, early = without_early_few(series(point("1983-10", 1), point("2003-02", 2), *many))
    assert (early, shown.points[0].start) == (3, "2019-01-01")
    assert without_early_few(series(*many)) == (series(*many), 0)
