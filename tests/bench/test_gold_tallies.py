"""The bars of the list of stated counts in context."""

import pytest

from annals.model import Quote
from annals.model.claim import AccountTally
from bench.gold_lists import Marked, rows
from bench.gold_tallies import TALLIES, marked, wrong_scope

BARS = {
    "tuning": (0.85, 0.75),
    "held back": (0.85, 0.75),
    "second tuning": (0.85, 0.75),
    "second held back": (0.8, 0.6),
    "third, tuning": (0.85, 0.0),
    "fourth, tuning": (0.8, 0.6),
    "fourth, held back": (0.8, 0.55),
    "fifth, tuning": (0.8, 0.0),
}
"""Part of the list -> the least shares of counts found and of their scopes read right."""


@pytest.fixture(scope="module")
def lists() -> tuple[Marked, Marked]:
    found, scopes = marked()
    return found, scopes


def test_the_list_is_as_large_as_it_should_be() -> None:
    cases = rows(TALLIES)
    contexts = {(row["half"], row["context"]): bool(row["words"]) for row in cases}
    assert len(contexts) >= 60
    assert sum(half.endswith("held back") for half, _ in contexts) >= len(contexts) / 3
    assert sum(not counts for counts in contexts.values()) >= len(contexts) / 4
    assert all(row["words"] in row["context"] and row["half"] in BARS for row in cases)


@pytest.mark.parametrize("half", BARS)
def test_they_are_found_and_their_scope_is_read(lists: tuple[Marked, Marked], half: str) -> None:
    found, scopes = lists
    right, whole = found.parts[half]
    _, invented = found.parts.get(f"{half}, invented", (0, 0))
    assert right / whole >= BARS[half][0]
    assert right / (right + invented) >= 0.9
    right, whole = scopes.parts.get(half, (1, 1))
    assert right / whole >= BARS[half][1]


def test_a_wrong_scope_is_told_in_words() -> None:
    row = {
        "context": "It was the third raid in Arden since May.", "words": "third", "start": "2024-05-01",
        "end": "2024-05-17", "where": "XA", "who": "", "weapons": "rocket", "targets": "",
    }  # fmt: skip
    tally = AccountTally(
        report_id="r1", quote=Quote(start=0, end=5, exact="third"), words="third", what="raid", start="2024-04-01"
    )
    assert wrong_scope(row, tally) == (
        "“third” in “It was the third raid in Arden since May.”: starts 2024-04-01, is 2024-05-01; "
        "ends None, is 2024-05-17; in None, is XA; weapons none, are rocket"
    )
