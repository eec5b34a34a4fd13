"""Who speaks: the kind of voice, its worth, and whether two are one."""

import pytest

from annals.model import Speaker
from annals.reconcile.voices import same_voice, voice_of, worth_of


@pytest.mark.parametrize(
    ("speaker", "voice"),
    [
        (Speaker(), "report"),
        (Speaker(name="the director of the hospital"), "rescuers"),
        (Speaker(name="Interior Minister Ana Verdi", anonymous=False), "officials"),
        (Speaker(name="police", anonymous=True), "officials"),
        (Speaker(name="a rights group", anonymous=True), "monitors"),
        (Speaker(name="the UN mission", actor_id="united-nations", anonymous=False), "monitors"),
        (Speaker(name="residents", anonymous=True), "witnesses"),
        (Speaker(name="the rebels", anonymous=True), "fighters"),
        (Speaker(name="the army", actor_id="state:XA:military", anonymous=False), "officials"),
        (Speaker(name="a source", anonymous=True), "unnamed"),
        (Speaker(name="Verdi", anonymous=False), "others"),
    ],
)
def test_the_kind_of_voice(speaker: Speaker, voice: str) -> None:
    assert voice_of(speaker) == voice


def test_hearsay_is_worth_less_than_ones_own_count() -> None:
    own, passed_on = Speaker(name="two medics"), Speaker(name="two medics quoting relatives")
    assert worth_of(own) > worth_of(passed_on)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (Speaker(name="the health ministry", anonymous=False), Speaker(name="Health ministry", anonymous=False), True),
        (Speaker(name="officials", anonymous=True), Speaker(name="officials", anonymous=True), False),
        (Speaker(), Speaker(), False),
        (
            Speaker(name="Defence Minister Ana Verdi", actor_id="state:XA:military", anonymous=False),
            Speaker(name="the army", actor_id="state:XA:military", anonymous=False),
            True,
        ),
        (Speaker(name="the mayor", anonymous=False), Speaker(name="the governor", anonymous=False), False),
    ],
)
def test_one_named_speaker_is_one_voice(a: Speaker, b: Speaker, same: bool) -> None:
    assert same_voice(a, b) == same
