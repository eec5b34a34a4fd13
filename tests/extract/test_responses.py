"""What somebody did or said about an event."""

import pytest

from .conftest import Read

SHOOTING = "Gunmen killed four people in Cotabato on Friday. "


@pytest.mark.parametrize(
    ("text", "category", "actor"),
    [
        ("France condemned the attack.", "ACCUSE-disapprove", "France"),
        ("The attack was condemned by France.", "ACCUSE-disapprove", "France"),
        ("The army vowed to retaliate.", "THREATEN", "The army"),
        ("The governor said police had arrested two men.", "COERCE", "police"),
    ],
)
def test_a_response_has_its_actor(read: Read, text: str, category: str, actor: str) -> None:
    assert [(r.category, r.actor) for r in read(SHOOTING + text).responses] == [(category, actor)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, who has resigned over a tax affair, visited the scene.",
        "The council failed to agree on a statement condemning the attack.",
        "The pilot vowed to finish the race.",
        "The sanctions had been lifted in May.",
    ],
)
def test_what_is_told_only_in_passing_is_no_response(read: Read, text: str) -> None:
    assert read(SHOOTING + text).responses == ()


@pytest.mark.parametrize(
    ("text", "category", "actor", "recipient"),
    [
        ("Norway withdrew its last forty advisers.", "RETREAT", "Norway", None),
        ("The senate voted to condemn the shooting.", "ACCUSE-disapprove", "The senate", None),
        ("Peru imposed sweeping new sanctions on Bolivia.", "SANCTION", "Peru", "Bolivia"),
        ("The union accused the police of neglect.", "ACCUSE-allege", "The union", "police"),
        ("A curfew was imposed by the army.", "COERCE", "army", None),
        ("The premier telephoned the president.", "CONSULT", "The premier", "the president"),
    ],
)
def test_the_object_may_stand_further_on_and_the_recipient_beside_it(
    read: Read, text: str, category: str, actor: str, recipient: str | None
) -> None:
    found = [(r.category, (r.actor or "").removeprefix("the "), r.recipient) for r in read(SHOOTING + text).responses]
    assert len(found) == 1
    assert found[0][:2] == (category, actor)
    assert recipient is None or recipient in (found[0][2] or "")


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The army will send two battalions to the town.", "planned"),
        ("The army sent two battalions to the town.", "actual"),
        ("The minister vowed that the killers would be brought to justice.", "threatened"),
    ],
)
def test_what_is_to_come_is_told_apart(read: Read, text: str, realis: str) -> None:
    assert [r.realis for r in read(SHOOTING + text).responses] == [realis]
