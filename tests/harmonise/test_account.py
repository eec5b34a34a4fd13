"""From a reading to an account: ties that time does not allow are left out."""

import pytest

from annals.collect.report import report_of
from annals.harmonise.account import harmonise
from annals.model import Finding, PlaceValue, Quote, Reading, Telling
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


def test_an_event_at_a_place_that_no_map_has_is_in_the_land_that_its_report_is_about() -> None:
    text = "Jets bombed a camp in Turkey. Turkey was quiet before. Rebels burned Xyrbagh on 20 May 2019."
    spots = [Quote.of(text, text.index(w), text.index(w) + len(w)) for w in ("bombed", "burned", "Xyrbagh")]
    where = Finding(field="place", words="Xyrbagh", quote=spots[2])
    tellings = (
        Telling(trigger=spots[0], sentence=spots[0], sub_event_type="Attack"),
        Telling(trigger=spots[1], sentence=spots[1], sub_event_type="Attack", findings=(where,)),
    )
    report = report_of(text=text, raw=text.encode())
    reading = Reading(report_id=report.report_id, reader="hand", tellings=tellings)
    told = harmonise(report, reading, References.load()).mentions[1]
    places = [c.value for c in told.claims if isinstance(c.value, PlaceValue)]
    assert [(p.name, p.country, p.precision) for p in places] == [
        ("Xyrbagh", None, "unknown"),
        ("Turkey", "TR", "country"),
    ]
