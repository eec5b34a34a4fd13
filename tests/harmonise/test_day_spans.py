from datetime import date

import pytest

from annals.harmonise.day_spans import add_months, edtf_of, month_days, precision_of, published_days, shifted


@pytest.mark.parametrize(
    ("first", "last", "edtf", "precision"),
    [
        (date(2019, 12, 3), date(2019, 12, 3), "2019-12-03", "day"),
        (date(2019, 12, 3), date(2019, 12, 8), "2019-12-03/2019-12-08", "few_days"),
        (date(2019, 12, 2), date(2019, 12, 8), "2019-12-02/2019-12-08", "week"),
        (date(2020, 2, 1), date(2020, 2, 29), "2020-02", "month"),
        (date(2020, 1, 1), date(2020, 12, 31), "2020", "year"),
        (date(2020, 1, 1), date(2021, 12, 31), "2020-01-01/2021-12-31", "unknown"),
    ],
)
def test_spans_are_written_by_their_length(first: date, last: date, edtf: str, precision: str) -> None:
    assert (edtf_of(first, last), precision_of(first, last)) == (edtf, precision)


def test_open_and_approximate_ends_are_written_as_edtf_has_them() -> None:
    assert edtf_of(date(2019, 12, 3), None) == "2019-12-03/.."
    assert edtf_of(None, date(2019, 12, 3)) == "../2019-12-03"
    assert edtf_of(date(2019, 12, 3), date(2019, 12, 3), approximate=True) == "2019-12-03~"
    assert edtf_of(None, None) is None


def test_the_calendar_has_ends() -> None:
    assert shifted(date(9999, 12, 31), 5) == date(9999, 12, 31)
    assert shifted(date(1, 1, 1), -5) == date(1, 1, 1)
    assert add_months(date(2020, 3, 31), -1) == date(2020, 2, 29)
    assert month_days(0, 12) is None


def test_publication_is_a_day_a_month_a_year_or_nothing() -> None:
    assert published_days("2019-12-09T18:30:00+03:00") == (date(2019, 12, 9), date(2019, 12, 9))
    assert published_days("2019-12") == (date(2019, 12, 1), date(2019, 12, 31))
    assert published_days("2019") == (date(2019, 1, 1), date(2019, 12, 31))
    assert [published_days(words) for words in (None, "", "soon", "2019-02-30", "2019-13", "0000-01-01")] == [None] * 6
