"""Tolls of a period, a war or of other attacks, told from those of one event."""

import pytest

from annals.collect import report_of
from annals.extract.clauses import clauses_of
from annals.extract.page import lay_out
from annals.extract.period_tolls import is_wider, tells_others
from annals.reference.tables import References

NEWS = "Mortar shells hit a market in Taiz on Monday and killed nine people. Two stalls burned. Police came. "


@pytest.mark.parametrize(
    ("sentence", "wider"),
    [
        ("The coalition said it had killed 218 fighters around Marib in the past three days.", True),
        ("Over the past week shelling has killed 31 civilians in the district.", True),
        ("Dozens of people have been kidnapped.", True),
        ("Hundreds of people have been killed and many have fled.", True),
        ("Dozens of people have been killed in an air strike on a school.", False),
        ("Gunmen killed nine people in Goma in the deadliest attack in the past three months.", False),
        ("A bomb killed nine people in the third such blast in the past two weeks.", False),
        ("A bomb killed nine people on Monday.", False),
    ],
)
def test_the_toll_of_a_period_is_told_from_that_of_its_latest_event(
    sentence: str, wider: bool, references: References
) -> None:
    text = NEWS + sentence
    told = lay_out(report_of(text=text, raw=b""), references).sentences[-1]
    assert any(is_wider(clause, text) for clause in clauses_of(told, text)) is wider


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("Separate bombings in three provinces killed at least eight people.", True),
        ("Other attacks across the country left six dead.", True),
        ("Two separate raids killed a guard.", True),
        ("A separate bombing killed a guard.", False),
        ("The attacks were condemned.", False),
    ],
)
def test_several_events_beside_the_news_open_a_sentence(sentence: str, others: bool, references: References) -> None:
    text = NEWS + sentence
    told = lay_out(report_of(text=text, raw=b""), references).sentences[-1]
    assert tells_others(told, text) is others
