"""Names of groups that no table has, by the words that they are built on."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.extract.group_names import group_names


def named(text: str) -> list[str]:
    return [text[start:end] for start, end in group_names(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Brigade of the Ninth Star said it had fired.", ["Brigade of the Ninth Star"]),
        ("fighters of the Red Hill Front withdrew", ["Red Hill Front"]),
        ("Liwa Fajr al-Nur and Saraya Usud posted a video", ["Liwa Fajr al-Nur", "Saraya Usud"]),
        ("the Comando Sierra Norte burned two trucks", ["Comando Sierra Norte"]),
        ("the United Front for the Liberation of Ambar denied it", ["United Front for the Liberation of Ambar"]),
        ("On Monday Front pages showed it", []),
        ("the army and the brigade, a group of men", []),
        ("the Hill Brigade commander was shot", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert named(text) == names


@given(st.text(alphabet="Brigade of the Ninth Star Liwa al-", max_size=300))
def test_any_text_gives_stretches_in_order(text: str) -> None:
    found = list(group_names(text, 0, len(text)))
    assert all(0 <= a < b <= len(text) for a, b in found)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(found))
