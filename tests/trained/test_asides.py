"""Older events that a report recalls: each an event of its own, with its own day, and none of its figures elsewhere."""

import pytest

from annals.collect.report import report_of
from annals.harmonise import harmonise
from annals.model import CountValue, DateValue
from annals.pipeline import load_reader
from annals.reference.tables import References

Told = list[tuple[set[str | None], set[int | None]]]


def told(text: str, published: str) -> Told:
    """The dates and the dead of each event of a report that happened."""
    report = report_of(text=text, raw=text.encode(), published=published)
    account = harmonise(report, load_reader("trained").extractor.read(report), References.load())
    return [
        (
            {c.value.edtf for c in mention.claims if isinstance(c.value, DateValue)},
            {c.value.low for c in mention.claims if c.field == "killed" and isinstance(c.value, CountValue)},
        )
        for mention in account.mentions
        if mention.realis == "actual" and not mention.aggregate
    ]


NEWS = """Car bomb kills nine in Basra market

BASRA, Iraq - A car bomb killed nine people at a market in Basra on Tuesday, police said.

"""


@pytest.mark.parametrize(
    ("aside", "date", "dead"),
    [
        ("On Christmas Eve a bomb at a church in Mosul killed 12 people.", "2008-12-24", 12),
        ("In 2005, on August 31, a bomb in Hilla killed 14 people.", "2005-08-31", 14),
        ("In March 2007 a truck bomb killed 30 people in Kirkuk.", "2007-03", 30),
        ("Last November gunmen shot dead 15 pilgrims in Karbala.", "2008-11", 15),
        ("In April 13 people died when a bomb went off in Kirkuk.", "2009-04", 13),
    ],
)
def test_an_aside_has_its_own_day_and_dead(aside: str, date: str, dead: int) -> None:
    events = told(NEWS + aside + "\n", "2009-06-11")
    assert events == [({"2009-06-09"}, {9}), ({date}, {dead})]


def test_a_chain_of_asides_goes_from_year_to_year() -> None:
    aside = (
        "In August 2004 a bomb in Kirkuk killed 14 people, police say. On Christmas Day of that year gunmen shot dead "
        "11 worshippers in Mosul. The previous July a truck bomb had killed 20 people in Hilla.\n"
    )
    dates = [dates for dates, _ in told(NEWS + aside, "2009-06-11")]
    assert dates == [{"2009-06-09"}, {"2004-08"}, {"2004-12-25"}, {"2004-07"}]


def test_the_news_of_a_rising_toll_is_told_beside_what_it_recalls() -> None:
    text = """Toll of ferry bombing rises to 41

MANILA - The number of people killed in the bombing of a ferry off Basilan on Easter Sunday rose to 41, police said.

In 2004 rebels blew up a bus in Cotabato, killing 18 people.
"""
    assert told(text, "2019-04-24") == [({"2019-04-21"}, {41}), ({"2004"}, {18})]


@pytest.mark.parametrize(
    "aside",
    [
        "On Friday the British embassy had warned its citizens of a possible attack in Kirkuk.",
        "Police had warned of a bomb attack in Hilla on Sunday.",
    ],
)
def test_what_was_warned_of_did_not_happen(aside: str) -> None:
    assert told(NEWS + aside + "\n", "2009-06-11") == [({"2009-06-09"}, {9})]
