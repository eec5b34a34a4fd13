"""How reports say that nobody has claimed an attack."""

import pytest

from annals.extract.silence import NOBODY_CLAIMED


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("No group -- nor any party -- has claimed responsibility.", "No group -- nor any party -- has claimed resp"),
        ("None of the well-armed ex-rebels said they did it.", "None of the well-armed ex-rebels said they did"),
        ("Nobody has owned up.", "Nobody has owned up"),
        # A line of dashes is read at once.
        ("Losses: none " + "-" * 200 + " see below", None),
        ("None " + "- " * 200 + "of it", None),
    ],
)
def test_nobody_claims_across_hyphens_and_dashes(text: str, quote: str | None) -> None:
    found = NOBODY_CLAIMED.search(text)
    assert (found is None) if quote is None else (found is not None and found.group().startswith(quote))
