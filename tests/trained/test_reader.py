"""The reader that ships: what it finds in plain reports, and what it does where its files are not whole."""

import shutil
from pathlib import Path

import pytest

from annals.collect.report import report_of
from annals.errors import ModelError
from annals.extract import reader
from annals.extract.trained.reader import TrainedReader
from annals.extract.trained.runtime import MODEL, NETWORK, Network
from annals.model import Reading
from annals.reference.tables import References

REPORT = """Roadside bomb kills five soldiers in northern Mali

At least five soldiers were killed and eight wounded on Tuesday when a roadside bomb hit their convoy near Gao, the
Malian army said. No group has claimed responsibility for the attack.

Last month gunmen on motorbikes killed 14 villagers in Ansongo.
"""


@pytest.fixture(scope="module")
def references() -> References:
    return References.load()


@pytest.fixture(scope="module")
def trained(references: References) -> TrainedReader:
    return TrainedReader(references)


def _read(trained: TrainedReader, text: str) -> Reading:
    return trained.read(report_of(text=text, raw=text.encode()))


def test_two_events_are_found_with_their_tolls_kept_apart(trained: TrainedReader) -> None:
    reading = _read(trained, REPORT)
    told = [t for t in reading.tellings if t.realis == "actual" and not t.aggregate]
    assert [t.sub_event_type for t in told] == ["Remote explosive/landmine/IED", "Attack"]
    tolls = [{(f.field, f.words) for f in t.findings if f.field in ("killed", "wounded")} for t in told]
    assert ("killed", "At least five") in tolls[0] or ("killed", "five") in tolls[0]
    assert ("wounded", "eight") in tolls[0]
    assert tolls[1] == {("killed", "14")}
    assert any(f.stance == "unclaimed" for f in told[0].findings)


def test_every_quote_stands_in_the_text(trained: TrainedReader) -> None:
    for telling in _read(trained, REPORT).tellings:
        for quote in (telling.trigger, telling.sentence, *(f.quote for f in telling.findings)):
            assert REPORT[quote.start : quote.end] == quote.exact


def test_the_same_text_reads_the_same(trained: TrainedReader) -> None:
    assert _read(trained, REPORT) == _read(trained, REPORT)


def test_a_report_without_a_word_of_violence_is_passed_over(trained: TrainedReader) -> None:
    assert _read(trained, "The choir of the town sang until midnight, and all went home happy.").tellings == ()


def test_sport_is_no_violence(trained: TrainedReader) -> None:
    text = "Strikers punish City\n\nUnited's attack tore through City on Saturday; a late shot hit the bar."
    assert [t for t in _read(trained, text).tellings if t.realis == "actual"] == []


def test_a_long_report_is_read_to_its_end(trained: TrainedReader) -> None:
    filler = "Officials met in the capital to discuss roads, schools and the price of grain. " * 150
    reading = _read(trained, f"{filler}\n\nOn Sunday a suicide bomber killed nine people at a market in Maiduguri.")
    assert [f.words for t in reading.tellings for f in t.findings if f.field == "killed"] == ["nine"]


def test_another_language_is_noted(trained: TrainedReader) -> None:
    text = (
        "Des hommes armés ont attaqué le village mardi, tuant douze personnes, selon les autorités de la région. " * 3
    )
    reading = _read(trained, text)
    assert (reading.note or "").startswith("not read: language")
    assert reading.tellings == ()


def test_empty_text_is_no_event(trained: TrainedReader) -> None:
    assert _read(trained, "-").tellings == ()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    shutil.copytree(MODEL, tmp_path / "model")
    (tmp_path / "model" / NETWORK).unlink()
    with pytest.raises(ModelError, match=r"network\.onnx.*missing.*--reader rules"):
        Network(tmp_path / "model")


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    shutil.copytree(MODEL, tmp_path / "model")
    path = tmp_path / "model" / NETWORK
    path.write_bytes(path.read_bytes()[:-1] + b"\0\0")
    with pytest.raises(ModelError, match=r"network\.onnx.*damaged"):
        Network(tmp_path / "model")


def test_a_missing_card_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"card\.json"):
        Network(tmp_path)


def test_it_is_found_by_name(references: References) -> None:
    assert reader("trained", references).name.startswith("trained ")
