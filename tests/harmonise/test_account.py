"""From a reading to an account: ties that time does not allow are left out."""

import pytest

from annals.collect.report import report_of
from annals.harmonise.account import harmonise
from annals.model import Finding, Quote, Reading, Telling
from annals.model.reading import Tie
from annals.reference.tables import References

TEXT = "Jets bombed a camp on 12 May 2019. Rebels ambushed a convoy on 20 May 2019."


def telling(trigger: str, date: str) -> Telling:
    quotes = [Quote.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words)) for words in (trigger, date)]
    return Telling(
        trigger=quotes[0],
        sentence=quotes[0],
        sub_event_type="Attack",
        findings=(Finding(field="date", words=date, quote=quotes[1]),),
    )


@pytest.mark.parametrize(
    ("relation", "source", "target", "kept"),
    [
        ("retaliation_for", 1, 0, True),
        ("retaliation_for", 0, 1, False),
        ("response_to", 0, 1, False),
        ("same_campaign", 0, 1, True),
    ],
)
def test_no_answer_comes_before_what_it_answers(relation: str, source: int, target: int, *, kept: bool) -> None:
    report = report_of(text=TEXT, raw=TEXT.encode())
    reading = Reading(
        report_id=report.report_id,
        reader="hand",
        tellings=(telling("bombed", "12 May 2019"), telling("ambushed", "20 May 2019")),
        ties=(Tie(relation=relation, source=source, target=target, quote=Quote.of(TEXT, 0, len(TEXT))),),
    )
    assert bool(harmonise(report, reading, References.load()).ties) is kept
