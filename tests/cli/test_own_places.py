import json
from pathlib import Path

from tests.cli.conftest import Run

STORY = (
    "Two hurt as mortar shell hits Camp Alder\n\n"
    "BAGHDAD, 4 May 2021 - Two soldiers were wounded on Monday when a shell hit Camp Alder in Iraq, the army said.\n"
)
PLACES = "name,kind,country,lat,lon,radius_km\nCamp Alder,base,IQ,33.1,44.1,2\n"


def test_places_beside_the_ledger_place_incidents_and_reports_are_read_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORY, encoding="utf-8")
    run("build", tmp_path / "one.txt")
    assert '"lat":33.1' not in run("write").stdout

    Path("annals.places.csv").write_text(PLACES, encoding="utf-8")
    again = run("build", tmp_path / "one.txt", "--json")
    place = json.loads(run("write").stdout)["place"]

    assert json.loads(again.stdout)["read_again"] == 1
    assert (place["name"], place["kind"], place["lat"], place["precision"]) == ("Camp Alder", "base", 33.1, "site")
    assert json.loads(run("build", tmp_path / "one.txt", "--json").stdout)["read_again"] == 0


def test_extract_takes_own_places(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "mine.csv").write_text(PLACES, encoding="utf-8")

    assert "33.1" in run("extract", tmp_path / "one.txt", "--places", tmp_path / "mine.csv", "--json").stdout


def test_a_gazetteer_of_a_dump_is_made_and_used(run: Run, tmp_path: Path) -> None:
    cells = [7, "Alderfield", "Alderfield", "", 33.2, 44.2, "P", "PPL", "IQ", "", "07", "", "", "", 50, "", "", "", ""]
    (tmp_path / "IQ.txt").write_text("\t".join(map(str, cells)) + "\n", encoding="utf-8")
    (tmp_path / "one.txt").write_text(STORY.replace("Camp Alder", "Alderfield"), encoding="utf-8")

    made = run("gazetteer", tmp_path / "IQ.txt", "--out", tmp_path / "own.sqlite")
    assert (made.exit_code, "1 place of GeoNames" in made.stderr) == (0, True)
    run("build", tmp_path / "one.txt", "--gazetteer", tmp_path / "own.sqlite")
    assert json.loads(run("write").stdout)["place"]["lat"] == 33.2


def test_a_faulty_file_of_places_stops_the_build_with_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORY, encoding="utf-8")
    Path("annals.places.csv").write_text("name,lat,lon\nX,95,44\n", encoding="utf-8")

    result = run("build", tmp_path / "one.txt")
    assert result.exit_code != 0
    assert "annals.places.csv" in result.stderr
