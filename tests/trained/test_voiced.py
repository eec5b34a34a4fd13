"""A report that says who did a deed tells of violence, be its words ever so few."""

import pytest

from annals.collect.report import report_of
from annals.pipeline import load_reader


@pytest.mark.parametrize(
    "text",
    [
        "Six rockets hit a base near Balad on Monday. There has been no claim for it.",
        "A bomber killed nine recruits at a training camp in Aden. No group claimed responsibility.",
    ],
)
def test_an_attack_that_nobody_claimed_is_an_incident(text: str) -> None:
    report = report_of(text=text, raw=text.encode(), published="2024-05-17")
    assert [m.realis for m in load_reader("trained").read(report).mentions] == ["actual"]


def test_a_denial_in_court_makes_none() -> None:
    text = (
        "A court found two men guilty of the murder of 298 people who died when an airliner was shot down in 2014. "
        "A missile had been fired from a field, the judge said. Moscow denies any part in it."
    )
    report = report_of(text=text, raw=text.encode(), published="2022-11-17")
    assert [m for m in load_reader("trained").read(report).mentions if m.realis == "actual"] == []
