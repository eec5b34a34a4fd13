"""Which of the figures that a report tells still stands."""

import pytest

from annals.harmonise.currency import currency


def told(marked: str) -> str:
    """How the number between the brackets is told."""
    start, end = marked.index("["), marked.index("]") - 1
    return currency(marked.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize(
    "marked",
    [
        "Rescuers counted [12] and then 15 dead.",
        "The toll was first given as [12 people], later 15.",
        "Police put it at [30], later revised down to 26.",
        "The number of dead rose from [12] to 15 overnight.",
        "Fifteen were killed, up from [12] on Monday.",
        "That is more than the [12] named at noon.",
        "The hospital speaks of 15 wounded, not the [12] it had named.",
        "The new list replaces an earlier one of [12] dead.",
        "An earlier count had [12] dead.",
        "Initial reports spoke of [12] killed.",
        "The mayor initially said [12] people had died.",
        "The ministry had put the toll at [12].",
        "At first, [12] people were believed dead.",
        "It replaced the figure of 3, but [12] dead were reported earlier by the same office.",
        "[12] bodies, according to a preliminary count.",
    ],
)
def test_a_figure_that_was_replaced_is_former(marked: str) -> None:
    assert told(marked) == "former"


@pytest.mark.parametrize(
    "marked",
    [
        "The charity withdrew the figure of [110] dead.",
        "The agency has retracted its toll of [40].",
        "The number of [40] given on the radio was wrong.",
        "A toll of [40] was later withdrawn.",
    ],
)
def test_a_figure_that_was_taken_back_is_withdrawn(marked: str) -> None:
    assert told(marked) == "withdrawn"


@pytest.mark.parametrize(
    "marked",
    [
        "A bomb killed [12] people earlier on Tuesday.",
        "Rescuers counted 12 and then [15] dead.",
        "Initial reports spoke of 12 killed. The toll is now [15].",
        "The toll was first given as 12, later [15].",
        "The number of dead rose from 12 to [15] overnight.",
        "Police said [12] people were killed, more than 30 wounded.",
        "In an earlier attack on the market, [12] people died.",
        "More than [12] people were hurt.",
        "The first shell killed [12] people.",
        "[12] people died when the building fell, officials said.",
        "From [10] to 12 people were inside.",
    ],
)
def test_other_figures_stand(marked: str) -> None:
    assert told(marked) == "current"
