"""Who did it and who says so, from a finding's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.harmonise.actors import name_actor, speaker_of
from annals.model import ActorValue, Speaker
from annals.reference.actors import ActorTable
from tests.cases import cases

TABLE = ActorTable.load()


@pytest.mark.parametrize(
    ("words", "actor_id"),
    [
        ("fighters from Hamas", "hamas"),
        ("the Lebanese militant group Hezbollah", "hezbollah"),
        ("suspected Boko Haram insurgents", "boko-haram"),
        ("members of the Kurdistan Workers' Party (PKK)", "pkk"),
        ("Iran-backed Houthi rebels", "houthis"),
        ("IS militants", "islamic-state"),
        ("the Iraqi militia Kataeb Hezbollah", "kataib-hezbollah"),
        ("Maoist Shining Path guerrillas", "shining-path"),
        ("fmln guerrillas", "fmln"),
        ("suspected members of the shining path", "shining-path"),
        ("two Israeli soldiers", "state:IL:military"),
        ("militants loyal to the Taliban", None),
        ("militants linked to al-Qaeda", None),
        ("Hezbollah supporters", None),
        ("families of ISIS fighters", None),
        ("US and Israeli forces", None),
    ],
)
def test_a_description_around_one_name_is_that_actor(words: str, actor_id: str | None) -> None:
    assert name_actor(words, TABLE).actor_id == actor_id


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("several Iranian-backed militias", "Iranian-backed militias"),
        ("gunmen", "gunmen"),
        ("two unidentified attackers", "unidentified attackers"),
        ("the police", "police"),
        ("a People's Front of Ruritania", "People's Front of Ruritania"),
    ],
)
def test_an_unknown_party_keeps_its_own_words(words: str, name: str) -> None:
    assert name_actor(words, TABLE) == ActorValue(name=name)


SPEAKERS: list[tuple[str, str | None, bool | None]] = [
    ("a senior US official", "state:US:government", True),
    ("officials", None, True),
    ("residents", None, True),
    ("sources", None, True),
    ("two local residents", None, True),
    ("a doctor at the hospital", None, True),
    ("hospital sources", None, True),
    ("Iraqi security sources", "state:IQ:security", True),
    ("two officials speaking on condition of anonymity", None, True),
    ("an army officer who declined to be named", None, True),
    ("a senior Taliban commander", "taliban", True),
    ("New York officials", None, True),
    ("a former US official", None, True),
    ("an eyewitness", None, True),
    ("General Tahsin al-Basri", None, False),
    ("the Pentagon", "state:US:military", False),
    ("Pentagon spokesman Peter Miller", "state:US:military", False),
    ("Iraqi army spokesman Ali Karim", "state:IQ:military", False),
    ("Taliban spokesman Abdul Rahim", "taliban", False),
    ("a spokesman for the Houthis", "houthis", False),
    ("the ministry of health", None, False),
    ("police", None, False),
    ("Police chief Lt. Col. Ana Ruiz", None, False),
    ("the defence minister", None, False),
    ("the governor of Helmand", None, False),
    ("President Maria Lopez", None, False),
    ("Dr Ahmed", None, False),
    ("Miller", None, False),
    ("Reuters", "reuters", False),
    ("the Syrian Observatory for Human Rights", "sohr", False),
    ("the Israeli military", "state:IL:military", False),
    ("state television", None, False),
    ("prosecutors", None, False),
    ("he", None, None),
]


@pytest.mark.parametrize(("words", "actor_id", "anonymous"), SPEAKERS)
def test_a_speaker_is_named_or_withheld(words: str, actor_id: str | None, anonymous: bool | None) -> None:
    assert speaker_of(words, TABLE) == Speaker(name=words, actor_id=actor_id, anonymous=anonymous)


def test_no_words_are_the_reports_own_voice() -> None:
    assert speaker_of(" ", TABLE) == Speaker()


@given(st.text(max_size=80))
@cases(200)
def test_any_words_can_be_read(words: str) -> None:
    assert isinstance(name_actor(words, TABLE), ActorValue)
    name = speaker_of(words, TABLE).name
    assert name is None or name in words
