import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.reference.outlets import Home, home_of


@pytest.mark.parametrize(
    ("publisher", "url", "home"),
    [
        ("The Chicago Tribune", None, Home("US", "Illinois", "Chicago")),
        (None, "https://chicago.suntimes.com/crime/x", Home("US", "Illinois", "Chicago")),
        (None, "http://web.archive.org/web/20170102030405/http://wtvm.com/story/1", Home("US", "Georgia", "Columbus")),
        (None, "http://www.mlive.com/news/flint/index.ssf", Home("US", "Michigan", "Flint")),
        (None, "https://tribune.com.pk/story/1", Home("PK")),
        ("dawn.com", None, Home("PK")),
    ],
)  # fmt: skip
def test_outlets_have_a_home(publisher: str | None, url: str | None, home: Home) -> None:
    assert home_of(publisher, url) == home


def test_an_unknown_outlet_has_none() -> None:
    assert home_of("Gazette of Nowhere", "https://nowhere.example/1") is None
    assert home_of(None, None) is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_name_and_address_are_answered(publisher: str, url: str) -> None:
    home_of(publisher, f"https://{url}")
    home_of(publisher, url)
