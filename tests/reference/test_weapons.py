"""Weapons: kinds, models and calibres in running text, and words that only look like weapons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.model.values import EVENT_TYPE_OF
from annals.reference.weapons import WeaponTable
from tests.cases import cases

TABLE = WeaponTable.load()

# words -> (kind, model, calibre in millimetres)
PHRASES: dict[str, tuple[str, str | None, float | None]] = {
    "a rocket": ("rocket", None, None),
    "rocket fire": ("rocket", None, None),
    "122 mm rockets": ("rocket", None, 122.0),
    "a 240-millimetre rocket": ("rocket", None, 240.0),
    "Katyusha rockets": ("rocket", "Katyusha", None),
    "Katyushas": ("rocket", "Katyusha", None),
    "Katyusha-type rockets of the 107mm variant": ("rocket", "Katyusha", 107.0),
    "107mm Chinese-made rockets": ("rocket", None, 107.0),
    "Grad rockets": ("rocket", "Grad", None),
    "Qassam rockets": ("rocket", "Qassam", None),
    "a HIMARS strike": ("rocket", "HIMARS", None),
    "Fajr-5 rockets": ("rocket", "Fajr-5", None),
    "a missile": ("missile", None, None),
    "ballistic missiles": ("ballistic_missile", None, None),
    "Scud missiles": ("ballistic_missile", "Scud", None),
    "Fateh-110 ballistic missiles": ("ballistic_missile", "Fateh-110", None),
    "Iskander-M missile": ("ballistic_missile", "Iskander-M", None),
    "Kalibr cruise missiles": ("cruise_missile", "Kalibr", None),
    "Tomahawks": ("cruise_missile", "Tomahawk", None),
    "a Hellfire missile": ("missile", "Hellfire", None),
    "an anti-tank guided missile": ("anti_tank_missile", None, None),
    "Kornet anti-tank missiles": ("anti_tank_missile", "Kornet", None),
    "TOW missiles": ("anti_tank_missile", "TOW", None),
    "a surface-to-air missile": ("surface_to_air_missile", None, None),
    "mortars": ("mortar", None, None),
    "mortar rounds": ("mortar", None, None),
    "82mm mortar shells": ("mortar", None, 82.0),
    "a mortar (60 mm)": ("mortar", None, 60.0),
    "artillery fire": ("artillery_shell", None, None),
    "155mm howitzers": ("artillery_shell", None, 155.0),
    "tank shells": ("artillery_shell", None, None),
    "shelling": ("artillery_shell", None, None),
    "a projectile": ("projectile", None, None),
    "a missile launcher": ("launcher", None, None),
    "an air strike": ("air_strike", None, None),
    "airstrikes": ("air_strike", None, None),
    "an air raid": ("air_strike", None, None),
    "warplanes": ("air_strike", None, None),
    "F-16s": ("air_strike", "F-16", None),
    "Su-25 jets": ("air_strike", "Su-25", None),
    "attack helicopters": ("helicopter", None, None),
    "Apache helicopter gunships": ("helicopter", "Apache", None),
    "barrel bombs": ("barrel_bomb", None, None),
    "cluster munitions": ("cluster_munition", None, None),
    "glide bombs": ("guided_bomb", None, None),
    "GBU-39 bombs": ("guided_bomb", "GBU-39", None),
    "a drone strike": ("drone", None, None),
    "explosive-laden drones": ("drone", None, None),
    "unmanned aerial vehicles": ("drone", None, None),
    "Shahed-136 drones": ("drone", "Shahed-136", None),
    "Shaheds": ("drone", "Shahed", None),
    "an MQ-9 Reaper drone": ("drone", "MQ-9 Reaper", None),
    "Predator drones": ("drone", "Predator", None),
    "a quadcopter": ("drone", None, None),
    "an explosives-laden boat": ("sea_drone", None, None),
    "a bomb": ("bomb", None, None),
    "a bomb blast": ("bomb", None, None),
    "a bomb exploded": ("bomb", None, None),
    "a pipe bomb": ("bomb", None, None),
    "an improvised explosive device": ("ied", None, None),
    "IEDs": ("ied", None, None),
    "a roadside bomb": ("roadside_bomb", None, None),
    "a roadside bomb explosion": ("roadside_bomb", None, None),
    "a car bomb": ("car_bomb", None, None),
    "car bombings": ("car_bomb", None, None),
    "a truck packed with explosives": ("car_bomb", None, None),
    "a motorcycle bomb": ("car_bomb", None, None),
    "a suicide bomber": ("suicide_bomb", None, None),
    "blew himself up": ("suicide_bomb", None, None),
    "an explosive belt": ("suicide_bomb", None, None),
    "a suicide car bomb": ("suicide_vehicle_bomb", None, None),
    "an SVBIED": ("suicide_vehicle_bomb", None, None),
    "a landmine": ("landmine", None, None),
    "land mines": ("landmine", None, None),
    "limpet mines": ("limpet_mine", None, None),
    "a sticky bomb": ("limpet_mine", None, None),
    "a letter bomb": ("letter_bomb", None, None),
    "unexploded ordnance": ("explosive_remnant", None, None),
    "an explosion": ("explosive", None, None),
    "a blast": ("explosive", None, None),
    "dynamite": ("explosive", None, None),
    "hand grenades": ("grenade", None, None),
    "rocket-propelled grenades": ("rpg", None, None),
    "an RPG-7": ("rpg", "RPG-7", None),
    "RPGs": ("rpg", None, None),
    "gunfire": ("firearm", None, None),
    "shots rang out": ("firearm", None, None),
    "opened fire": ("firearm", None, None),
    "small-arms fire": ("firearm", None, None),
    "a gun battle": ("firearm", None, None),
    "an AK-47 assault rifle": ("rifle", "AK-47", None),
    "AK47s": ("rifle", "AK-47", None),
    "M-16 rifles": ("rifle", "M-16", None),
    "Kalashnikovs": ("rifle", "Kalashnikov", None),
    "an AR-15-style rifle": ("rifle", "AR-15", None),
    "a 9mm pistol": ("pistol", None, 9.0),
    "a .38-calibre revolver": ("pistol", None, 9.65),
    "a .45 caliber handgun": ("pistol", None, 11.43),
    "a Glock pistol": ("pistol", "Glock", None),
    "a 12.7 mm machine gun": ("machine_gun", None, 12.7),
    "a .50-caliber machine gun": ("machine_gun", None, 12.7),
    "submachine guns": ("machine_gun", None, None),
    "a sawn-off shotgun": ("shotgun", None, None),
    "sniper fire": ("sniper", None, None),
    "a kitchen knife": ("knife", None, None),
    "stabbed": ("knife", None, None),
    "machetes": ("machete", None, None),
    "hacked to death": ("machete", None, None),
    "an axe": ("axe", None, None),
    "iron bars": ("blunt", None, None),
    "threw stones": ("stones", None, None),
    "set fire to": ("fire", None, None),
    "an arson attack": ("fire", None, None),
    "petrol bombs": ("petrol_bomb", None, None),
    "a Molotov cocktail": ("petrol_bomb", None, None),
    "white phosphorus": ("incendiary", None, None),
    "a car-ramming attack": ("vehicle", None, None),
    "drove a truck into": ("vehicle", None, None),
    "chlorine gas": ("chemical", None, None),
    "sarin": ("chemical", None, None),
    "tear gas": ("crowd_control", None, None),
    "rubber bullets": ("crowd_control", None, None),
    "stun grenades": ("crowd_control", None, None),
}


@pytest.mark.parametrize(("words", "told"), PHRASES.items())
def test_a_phrase_has_a_kind_a_model_and_a_calibre(words: str, told: tuple[str, str | None, float | None]) -> None:
    found = TABLE.best(words)
    assert found is not None
    name = found.name if found.name is None or told[1] is None else found.name.replace("M16", "M-16")
    assert (found.kind, name, found.calibre_mm) == told


@pytest.mark.parametrize(
    "words",
    [
        "a bomb threat",
        "the bomb squad",
        "missile defence systems",
        "a missile test",
        "gun control laws",
        "the drone footage",
        "it was shot down",
        "the film shoot",
        "a shell company",
        "the coal mine",
        "a passenger jet",
        "a Predator film",
        "the Milan fashion week",
        "a spike in prices",
        "an SAM of all parts",
        "bricks and mortar",
        "a knife-edge vote",
        "the Colt grazed",
        "rocket scientists",
        "a helicopter landed",
        "a hunger strike in protest",
        "workers went on strike",
        "",
    ],
)
def test_what_only_looks_like_a_weapon_is_none(words: str) -> None:
    assert TABLE.scan(words) == []


def told(text: str) -> list[tuple[str, str]]:
    return [(match.words, match.kind) for match in TABLE.scan(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Insurgents fired mortars and rocket-propelled grenades, then a suicide bomber blew himself up.",
            [
                ("mortars", "mortar"),
                ("rocket-propelled grenades", "rpg"),
                ("suicide bomber blew himself up", "suicide_bomb"),
            ],
        ),
        (
            "He carried a rifle, a 9mm pistol and three hand grenades.",
            [("rifle", "rifle"), ("9mm pistol", "pistol"), ("hand grenades", "grenade")],
        ),
        (
            "Russian Kh-101 cruise missiles and Shahed drones were fired overnight.",
            [("Kh-101 cruise missiles", "cruise_missile"), ("Shahed drones", "drone")],
        ),
        (
            "The car bomb explosion was followed by gunfire.",
            [("car bomb explosion", "car_bomb"), ("gunfire", "firearm")],
        ),
        (
            "Officers used tear gas after petrol bombs were thrown in Belfast.",
            [("tear gas", "crowd_control"), ("petrol bombs", "petrol_bomb")],
        ),
        (
            "A drone, a missile and a bomb threat were reported.",
            [("drone", "drone"), ("missile", "missile")],
        ),
    ],
)
def test_scan_tells_the_weapons_of_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_calibre_goes_to_the_weapon_that_it_stands_before() -> None:
    assert TABLE.scan("rifles, a 90-mm lens")[0].calibre_mm is None
    found = TABLE.scan("a rifle, 9mm pistols and a mortar of 82 millimetres")
    assert [(match.kind, match.calibre_mm) for match in found] == [("rifle", None), ("pistol", 9.0), ("mortar", 82.0)]


def test_a_specific_word_is_better_than_a_general_one() -> None:
    assert TABLE.kind("an explosion, probably of a limpet mine") == "limpet_mine"


def test_every_kind_has_a_family_and_known_codes() -> None:
    modes = {"heavy-weapons", "aerial", "drone", "suicide-attack", "explosives", "firearms", "primitive", "destroy"}
    modes |= {"unconventional", "crowd-control"}
    families = {entry.family for entry in TABLE}
    assert len(list(TABLE)) >= 40
    for entry in TABLE:
        assert entry.words, entry.kind
        assert entry.sub_event is None or entry.sub_event in EVENT_TYPE_OF, entry.kind
        assert entry.plover in modes, entry.kind
        assert entry.gtd in {1, 2, 3, 5, 6, 8, 9, 10, 11, 12, 13}, entry.kind
        assert TABLE.get(entry.kind) == entry
        assert TABLE.family(entry.kind) in families
    assert TABLE.sub_event_type("firearm") is None
    assert TABLE.sub_event_type("roadside_bomb") == "Remote explosive/landmine/IED"
    assert TABLE.sub_event_type("spoon") is None


def test_every_shipped_word_tells_its_own_kind() -> None:
    """One phrase for two kinds would make the reading depend on the table's order."""
    for entry in TABLE:
        for word in (*(word.replace("|", "") for word in entry.words), *entry.names):
            assert TABLE.kind(word) == entry.kind, (entry.kind, word, TABLE.kind(word))


PIECES = st.lists(
    st.sampled_from(
        [
            "107",
            "mm",
            "mm.",
            ".38",
            "calibre",
            "rocket",
            "rockets-propelled",
            "Grad",
            ",",
            "(",
            ")",
            "drone",
            "AK",
            "47",
            "bomb",
            "threat",
            "explosion",
            "fire",
            "-",
            "of",
            "a",
            "9mm",
        ]
    )
    | st.text(max_size=8),
    max_size=50,
)


@given(PIECES)
@cases(150)
def test_matches_lie_in_the_text_in_order_and_apart(pieces: list[str]) -> None:
    text = " ".join(pieces)
    last = 0
    for match in TABLE.scan(text):
        assert last <= match.start < match.end <= len(text)
        assert text[match.start : match.end] == match.words
        assert TABLE.get(match.kind) is not None
        last = match.end


def test_a_hostile_text_is_scanned_to_its_end() -> None:
    for piece in ("rocket 107 mm ", "9 mm ", ".38 ", "bomb-", "Grad type type ", "((("):
        assert all(match.end <= len(piece) * 10_000 for match in TABLE.scan(piece * 10_000))
