import pickle
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.errors import InputError, UsageError
from annals.reference.candidate import Candidate
from annals.reference.folding import fold, loose, plain
from annals.reference.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened


def best(gazetteer: Gazetteer, words: str, country: str) -> Candidate:
    return next(place for place in gazetteer.lookup(words) if place.country == country)


@pytest.mark.parametrize(
    ("words", "country", "name"),
    [
        ("Erbil", "IQ", "Erbil"),
        ("Irbil", "IQ", "Erbil"),
        ("Arbīl", "IQ", "Erbil"),
        ("Albukamal", "SY", "Albu Kamal"),
        ("Al-Bukamal", "SY", "Albu Kamal"),
        ("Ayn al-Asad", "IQ", "Ain al-Asad Air Base"),
        ("al-Mahmoudiya", "IQ", "Mahmudiyah"),
        ("Qa'im", "IQ", "Al-Qaim"),
        ("Kharkov", "UA", "Kharkiv"),
        ("Mazar-e-Sharif", "AF", "Mazar-i-Sharif"),
        ("Deir ez-Zour", "SY", "Deir ez-Zor"),
        ("Hudaydah", "YE", "Hodeidah"),
        ("Baghdad airport", "IQ", "Baghdad International Airport"),
        ("Cité Soleil", "HT", "Cite Soleil"),
    ],
)
def test_spellings_of_one_place_lead_to_it(gazetteer: Gazetteer, words: str, country: str, name: str) -> None:
    assert best(gazetteer, words, country).name == name


def test_a_short_name_is_not_found_by_a_similar_one(gazetteer: Gazetteer) -> None:
    assert not any(place.name == "Taji" and place.country == "IQ" for place in gazetteer.lookup("Tati"))
    assert gazetteer.lookup("Qwertyuiopolis") == ()
    assert gazetteer.lookup("Tyre")[0].country == "LB"
    assert "IR" not in {place.country for place in gazetteer.lookup("Tyre")}
    assert gazetteer.lookup("Boni")[0].name == "Boni"
    assert gazetteer.lookup("") == ()
    assert gazetteer.lookup("...") == ()


def test_best_comes_first_and_says_how_it_matched(gazetteer: Gazetteer) -> None:
    found = gazetteer.lookup("Tripoli")
    assert (found[0].country, found[0].kind, found[0].match) == ("LY", "city", "exact")
    assert "LB" in [place.country for place in found]
    assert best(gazetteer, "Kiev", "UA").match == "alternate"


def test_a_country_stands_before_the_state_of_its_name(gazetteer: Gazetteer) -> None:
    kinds = [(place.kind, place.country) for place in gazetteer.lookup("Georgia")]
    assert kinds[0] == ("country", "GE")
    assert ("region", "US") in kinds


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("the U.S.", "US"), ("US", "US"), ("us", None), ("America", "US"), ("Britons", "GB"), ("UK", "GB"),
        ("DRC", "CD"), ("Burma", "MM"), ("Salvadoran", "SV"), ("Iraqis", "IQ"), ("iraqi", None), ("Nigerien", "NE"),
        ("Nigerian", "NG"), ("Côte d'Ivoire", "CI"), ("car", None), ("Atlantis", None),
    ],
)  # fmt: skip
def test_countries_and_demonyms(gazetteer: Gazetteer, words: str, code: str | None) -> None:
    assert gazetteer.country(words) == code


def test_precision_follows_kind_and_size(gazetteer: Gazetteer) -> None:
    assert best(gazetteer, "Anbar", "IQ").precision == "adm1"
    assert best(gazetteer, "Green Zone", "IQ").precision == "site"
    assert best(gazetteer, "Mosul", "IQ").precision == "town"
    assert gazetteer.lookup("Strait of Hormuz")[0].precision == "sea"
    assert best(gazetteer, "Mosul", "IQ").admin1 == "Nineveh"


def test_capitals(gazetteer: Gazetteer) -> None:
    assert [getattr(gazetteer.capital(code), "name", None) for code in ("IQ", "SV", "ZZ")] == [
        "Baghdad",
        "San Salvador",
        None,
    ]


def test_names_in_text_are_longest_and_people_and_words_are_left_out(gazetteer: Gazetteer) -> None:
    text = (
        "Gunmen fired on Camp Taji north of Baghdad, and an Iraqi officer, Michael Jordan Paris, went to San Salvador, "
        "El Salvador. Police said most of the young men in March were from Deir ez-Zor; Jordan stayed silent. "
        "General Sydney Hassan of Reading Group met Mali's army near Gao."
    )
    found = gazetteer.scan(text)
    assert [(match.words, match.kind) for match in found] == [
        ("Camp Taji", "place"),
        ("Baghdad", "place"),
        ("Iraqi", "demonym"),
        ("San Salvador", "place"),
        ("El Salvador", "country"),
        ("Deir ez-Zor", "place"),
        ("Jordan", "country"),
        ("Mali", "country"),
        ("Gao", "place"),
    ]
    assert all(text[match.start : match.end] == match.words for match in found)


@given(st.text(max_size=300))
def test_any_text_can_be_scanned_and_looked_up(text: str) -> None:
    gazetteer = Gazetteer.open()
    last = 0
    for match in gazetteer.scan(text):
        assert match.start >= last
        assert text[match.start : match.end] == match.words
        last = match.end
    gazetteer.lookup(text)
    gazetteer.close()


@given(st.text(max_size=200))
def test_keys_are_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert plain(plain(text)) == plain(text)
    assert loose(text).isascii()


def test_a_gazetteer_travels_to_threads_and_processes(gazetteer: Gazetteer) -> None:
    again: Gazetteer = pickle.loads(pickle.dumps(gazetteer))  # noqa: S301
    assert again.lookup("Goma") == gazetteer.lookup("Goma")
    again.close()
    seen: list[str] = []

    def work() -> None:
        seen.append(gazetteer.lookup("Beledweyne")[0].name)
        gazetteer.close()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == ["Beledweyne"]


def test_a_users_places_come_first(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[[place]]\nname = "Camp Example"\nalso = ["Mosul"]\nkind = "base"\ncountry = "IQ"\nlat = 33.0\nlon = 44.0\n'
    )
    with Gazetteer.open(extra=own) as gazetteer:
        assert gazetteer.lookup("camp example")[0].place_id == "extra:camp-example"
        assert "extra:camp-example" in [place.place_id for place in gazetteer.lookup("Mosul")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[place]]\nname = 3\n", "list of places"),
        ('[[place]]\nname = "A"\nlat = 99.0\nlon = 0.0\n', "no place on earth"),
        ('[[place]]\nname = "A"\nkind = "moon"\nlat = 9.0\nlon = 0.0\n', "unknown kind"),
        ("[[place\n", "list of places"),
    ],
)
def test_a_bad_list_of_places_is_refused_with_a_reason(tmp_path: Path, text: str, told: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text)
    with pytest.raises(InputError, match=told):
        Gazetteer.open(extra=own)


def test_what_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no gazetteer file"):
        Gazetteer.open(tmp_path / "none.sqlite")
    other = tmp_path / "other.sqlite"
    other.write_text("not a database at all, only text " * 40)
    with pytest.raises(UsageError, match="not a gazetteer"):
        Gazetteer.open(other)
