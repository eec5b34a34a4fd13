from annals.model import DateValue, Incident, IncidentWeapon
from annals.tempo.moments import Moment, by_first_day, moment_of
from annals.tempo.volleys import volley_years, volleys_of
from tests.tempo.histories import event, fired


def pairs(*some: Incident) -> list[tuple[Moment, Incident]]:
    return list(by_first_day((moment_of(i), i) for i in some))


def test_only_what_a_report_numbers_is_a_volley() -> None:
    told = event("a", "2021-05-03", weapons=(fired("rocket", 3, 4, None, 122.0), IncidentWeapon(kind="firearm")))
    silent = event("b", "2021-06-03", weapons=(IncidentWeapon(kind="rocket", calibre_mm=107.0),))
    volleys = volleys_of(pairs(told, silent))
    assert [(v.incident_id, v.weapon, v.low, v.best, v.high, v.calibre_mm) for v in volleys] == [
        ("ia", "rocket", 3, 4, None, 122.0)
    ]
    (row,) = volley_years(pairs(told, silent))
    assert (row.year, row.weapon, row.volleys, row.silent) == (2021, "rocket", 1, 1)
    assert (row.smallest, row.median, row.largest) == (3, None, None)
    assert row.calibres_mm == (107.0, 122.0)


def test_a_median_needs_five() -> None:
    some = [event(str(n), "2021-05-03", weapons=(fired("drone", n, n, n + 1),)) for n in range(1, 6)]
    (row,) = volley_years(pairs(*some))
    assert (row.median, row.smallest, row.largest) == (3.0, 1, 6)
    (fewer,) = volley_years(pairs(*some[1:]))
    assert fewer.median is None


def test_what_is_not_known_to_one_year_is_in_no_year() -> None:
    across = event("a", None, date=DateValue(start="2019-12-30", end="2020-01-02"), weapons=(fired("drone", 1, 1, 1),))
    assert volley_years(pairs(across)) == ()
    assert len(volleys_of(pairs(across))) == 1
