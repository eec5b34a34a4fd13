import pytest

from annals.errors import UsageError
from annals.model import Incident
from annals.tempo.coverage import BREAK, covered, said
from tests.tempo.histories import day, event

EVER = (None, None)


def spans(
    published: dict[str, str | None], *incidents: Incident, window: tuple[int | None, int | None] = EVER
) -> list[str]:
    found = covered(published, incidents, window)
    return [f"{each.told().start}/{each.told().end} {each.reports}" for each in found]


def test_a_report_speaks_for_the_week_up_to_its_publication_and_a_long_break_is_not_covered() -> None:
    published: dict[str, str | None] = {"a": day(10), "b": day(40), "c": day(40 + BREAK + 8), "d": f"{day(12)}T08:00Z"}
    assert spans(published) == [f"{day(4)}/{day(40)} 3", f"{day(98)}/{day(104)} 1"]


def test_a_break_of_eight_weeks_is_bridged() -> None:
    assert spans({"a": day(10), "b": day(10 + BREAK + 7)}) == [f"{day(4)}/{day(73)} 2"]


def test_an_undated_report_speaks_for_the_latest_incident_that_it_tells() -> None:
    old, new, loose = event("x", day(0)), event("x", day(300)), event("x", day(400), day(440))
    assert spans({"rx": None}, old, new, loose) == [f"{day(294)}/{day(300)} 1"]
    assert spans({"rx": "2010-01"}, new) == [f"{day(294)}/{day(300)} 1"]
    assert spans({"rx": day(500)}, new) == [f"{day(494)}/{day(500)} 1"]
    assert spans({"rx": None}) == []


def test_what_is_asked_for_cuts_what_is_covered() -> None:
    first = 733_412
    assert spans({"a": "2009-01-11"}, window=(first + 2, first + 4)) == ["2009-01-07/2009-01-09 1"]
    assert spans({"a": "2009-01-11"}, window=(first + 30, None)) == []


def test_a_person_may_say_what_is_covered() -> None:
    assert [(d.told().start, d.told().end) for d in said("2020-02/2020-02-10,2019/2019")] == [
        ("2019-01-01", "2019-12-31"),
        ("2020-02-01", "2020-02-10"),
    ]
    assert said("2020-01/2020-02")[0].told().end == "2020-02-29"


@pytest.mark.parametrize(
    "words",
    ["2020", "2020-03/2020-01", "2020-13/2021", "spring/autumn", "", "2019/2020,2020/2021", "1800/2020", "²020/2021"],
)
def test_what_is_no_stretch_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="covers"):
        said(words)
