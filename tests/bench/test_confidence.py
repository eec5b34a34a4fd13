"""The confidence slot by the task's decision tree."""

import pytest

from bench.confidence import Said, confidence_of, in_capitals


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([Said(stance="claims", words="it did it", speaker="the front")], "CLAIMED OR ADMITTED"),
        (
            [Said(stance="blames", words="accused the front", speaker="the army")],
            "SUSPECTED OR ACCUSED BY AUTHORITIES",
        ),
        ([Said(stance="blames", words="accused the front", speaker="residents")], "SUSPECTED OR ACCUSED"),
        ([Said(stance="blames", words="the front shelled it", speaker="the army")], "REPORTED AS FACT"),
        ([Said(stance="states", words="the front shelled it", speaker=None, hedged=True)], "SUSPECTED OR ACCUSED"),
        ([Said(stance="states", words="the front shelled it", speaker=None)], "REPORTED AS FACT"),
        ([Said(stance="denies", words="the front denied it", speaker="the front")], "POSSIBLE"),
    ],
)
def test_who_says_it_and_how_surely_decides(said: list[Said], expected: str) -> None:
    assert confidence_of(said, near=True) == expected


def test_an_organisation_that_only_stands_far_from_violence_is_possible() -> None:
    assert confidence_of([], near=False) == "POSSIBLE"
    assert confidence_of([], near=True) == "REPORTED AS FACT"


def test_capitals_are_restored_to_names_alone() -> None:
    assert in_capitals("rebels of the eln shot him.", ["eln"]) == "Rebels of the ELN shot him."
