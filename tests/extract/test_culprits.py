"""Who did it and who only answered: named suspects, one person who did it, and those who stopped him."""

import pytest

from .conftest import Read
from .test_stances import heard

SHOOTING = "Seven people were shot dead at a parade in Tupelo on Monday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gunman, 19-year-old Dale Rusk, fled on foot.", ("states", "Dale Rusk", None)),
        ("The suspect, Dale Rusk, 19, was arrested at noon.", ("suspects", "Dale Rusk", None)),
        ("Dale Rusk, 19, was charged with seven counts of murder.", ("blames", "Dale Rusk", None)),
        ("The driver, Dale Rusk, has been charged with attempted murder.", ("blames", "Dale Rusk", None)),
        ("A 19-year-old has been arrested on suspicion of murder.", ("suspects", "A 19-year-old", None)),
        ("Police shot dead the attacker, whom they identified as Dale Rusk.", ("blames", "Dale Rusk", "they")),
        ("Police have named a cook, Dale Rusk, as the mastermind.", ("blames", "Dale Rusk", "Police")),
    ],
)
def test_a_person_is_named_for_the_deed(read: Read, text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in heard(read(SHOOTING + text))


def test_him_is_whoever_did_it_in_the_sentence_before(read: Read) -> None:
    shot = "A man opened fire on a parade in Tupelo on Monday and killed seven people. "
    assert ("blames", "Dale Rusk", "Police") in heard(read(shot + "Police named him as Dale Rusk."))
    died = "A cook died in a shooting in Tupelo on Monday. "
    assert heard(read(died + "Police named him as Dale Rusk.")) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A former soldier, Dale Rusk, shot dead nine people in a shop in Tupelo on Monday.", "Dale Rusk"),
        ("A teenager shot dead nine pupils at a school in Tupelo on Monday.", "A teenager"),
        ("Dale Rusk shot dead nine people in a shop in Tupelo on Monday.", "Dale Rusk"),
    ],
)
def test_one_person_may_have_done_it(read: Read, text: str, name: str) -> None:
    assert heard(read(text)) == [("states", name, None)]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Militants stormed a base near Gao on Monday. Soldiers killed 28 assailants.", {"Militants"}),
        ("Rebels fired on a patrol near Gao on Monday. Police shot dead one of the rebels.", {"Rebels"}),
        ("A teenager stabbed five people in Lyon on Monday before police shot him dead.", {"A teenager"}),
        ("Six people were stabbed in Lyon on Monday. The knifeman was killed by police.", set()),
        ("Police shot dead a suspect in Manila on Monday.", {"Police"}),
        ("Soldiers killed 30 gunmen in a raid on a camp in Zamfara on Monday.", {"Soldiers"}),
        ("Gunmen stormed the house of a mayor in Xalapa on Monday and shot him dead.", {"Gunmen"}),
    ],
)
def test_who_kills_the_attackers_is_not_one_of_them(read: Read, text: str, doers: set[str]) -> None:
    assert {name for stance, name, _ in heard(read(text)) if stance == "states"} == doers
