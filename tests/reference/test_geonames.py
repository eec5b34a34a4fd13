import zipfile
from pathlib import Path

import pytest

from annals.errors import InputError, UsageError
from annals.reference.gazetteer import Gazetteer
from annals.reference.geonames import Taken, build


def line(number: int, name: str, *, code: str = "PPL", kind: str = "P", country: str = "IQ", also: str = "",
         at: tuple[float, float] = (33.5, 44.5), people: int = 0) -> str:  # fmt: skip
    cells = [number, name, name, also, at[0], at[1], kind, code, country, "", "01", "", "", "", people, "", "", "", ""]
    return "\t".join(str(cell) for cell in cells) + "\n"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "IQ.txt"
    path.write_text(
        line(910000001, "Tall al Maqlub", also="Tell Maqloub,تل المقلوب")
        + line(910000002, "Qaryat Zar", code="PPLQ")
        + line(910000003, "Qarargah-e Vazir", code="MILB", kind="L", country="IR")
        + line(910000004, "Nahr ash Shimal", code="STM", kind="H"),
        encoding="utf-8",
    )
    return path


def test_a_dump_gives_its_villages_and_the_shipped_sites_stay(dump: Path, tmp_path: Path) -> None:
    out = tmp_path / "own.sqlite"

    assert build([dump], out) == Taken(places=2, left_out=2)
    with Gazetteer.open(out) as gazetteer:
        village = gazetteer.lookup("Tell Maqloub")[0]
        assert (village.name, village.country, village.kind, village.admin1) == (
            "Tall al Maqlub",
            "IQ",
            "town",
            "Anbar",
        )
        assert gazetteer.lookup("Tal Maqloob")[0].match == "variant"
        assert gazetteer.lookup("Qarargah-e Vazir")[0].precision == "site"
        assert gazetteer.lookup("Green Zone")[0].country == "IQ"
        assert gazetteer.lookup("Anbar")[0].kind == "region"
        assert {place.kind for place in gazetteer.lookup("Springfield")} == {"airport"}
        assert gazetteer.identity


def test_a_zip_of_one_country_and_countries_left_out(dump: Path, tmp_path: Path) -> None:
    packed = tmp_path / "IQ.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(dump, "IQ.txt")
        archive.writestr("readme.txt", "about")

    assert build([packed], tmp_path / "own.sqlite", countries=["ir"]) == Taken(places=1, left_out=3)


def test_a_line_that_is_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(line(1, "Good") + "a\tb\n", encoding="utf-8")

    with pytest.raises(InputError, match="2 columns") as raised:
        build([path], tmp_path / "own.sqlite")
    assert "bad.txt:2" in str(raised.value)
    assert [found.name for found in tmp_path.iterdir()] == ["bad.txt"], "nothing half-made is left"


def test_nothing_is_written_over(dump: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there already"):
        build([dump], dump)
    with pytest.raises(UsageError, match="no such file"):
        build([tmp_path / "none.txt"], tmp_path / "own.sqlite")
