import pytest

from annals.collect.published import read_published


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("2019-12-09", "2019-12-09"),
        ("2019-12", "2019-12"),
        ("2019-12-09T18:30:00+03:00", "2019-12-09T18:30:00+03:00"),
        ("2019-12-09 18:30", "2019-12-09T18:30"),
        ("2019-12-09t18:30:01.5z", "2019-12-09T18:30:01.5Z"),
        ("2019", None),
        ("2019-13", None),
        ("2019-02-30", None),
        ("2019-12-09T25:00", None),
        ("2019-12T18:30", None),
        ("2019-W50-1", None),
        ("20191209", None),
        ("Mon, 09 Dec 2019", None),
        ("\u0662019-12-09", None),
        ("", None),
    ],
)
def test_only_iso_dates_are_read(words: str, read: str | None) -> None:
    assert read_published(words) == read
