"""Whose "the army" is."""

import pytest

from annals.collect.report import report_of
from annals.harmonise.home_forces import with_home_forces
from annals.model import ActorValue, Claim, PlaceValue, Quote, Report, Speaker
from annals.reference.actors import ActorTable

TABLE = ActorTable.load()


def _report(text: str) -> Report:
    return report_of(text=text, raw=text.encode(), published="2024-03-02", given_id="-")


def _claims(report: Report, words: str, country: str, speaker: Speaker | None = None) -> list[Claim]:
    quote = Quote.of(report.text, 0, len(report.text))
    place = Claim(
        claim_id="c-1",
        field="place",
        value=PlaceValue(name="x", country=country),
        words="x",
        report_id=report.report_id,
        quote=quote,
    )
    doer = Claim(
        claim_id="c-2",
        field="perpetrator",
        value=ActorValue(name=words),
        words=words,
        report_id=report.report_id,
        quote=quote,
        speaker=speaker or Speaker(),
        stance="blames",
    )
    return [place, doer]


def _actor(text: str, words: str, country: str, speaker: Speaker | None = None) -> str | None:
    report = _report(text)
    value = with_home_forces(_claims(report, words, country, speaker), report, TABLE)[1].value
    return value.actor_id if isinstance(value, ActorValue) else None


@pytest.mark.parametrize(
    ("words", "country", "actor_id"),
    [
        ("army", "ML", "state:ML:military"),
        ("government troops", "CM", "state:CM:military"),
        ("police", "HT", "state:HT:police"),
        ("gunmen", "ML", None),
        ("army", "LY", None),
        ("army", "LB", None),
        ("police", "LB", "state:LB:police"),
    ],
)
def test_a_bare_force_is_that_of_the_land(words: str, country: str, actor_id: str | None) -> None:
    assert _actor("Villagers accused them of the killing.", words, country) == actor_id


def test_the_force_of_another_land_that_is_named_may_be_meant() -> None:
    assert _actor("The Kenyan army crossed over, and the army burned the camp.", "army", "SO") is None


def test_a_speaker_of_another_state_may_speak_of_his_own() -> None:
    speaker = Speaker(name="Chad's defence ministry", actor_id="state:TD:military")
    assert _actor("The army struck the camp.", "army", "NG", speaker) is None
