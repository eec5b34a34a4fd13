"""The bundled reports are what their note and the list of expectations say."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from annals import samples
from annals.model.values import EVENT_TYPE_OF

EXPECTED: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent.parent / "samples_expected.toml").read_text("utf-8")
)


def sources() -> dict[str, str]:
    """Origin (file, or file:line) -> what it holds, as text."""
    texts: dict[str, str] = {}
    for path in sorted(samples.folder().iterdir()):
        content = path.read_text("utf-8")
        if path.suffix == ".jsonl":
            for number, line in enumerate(content.splitlines(), start=1):
                texts[f"{path.name}:{number}"] = json.loads(line)["text"]
        else:
            texts[path.name] = content
    return texts


SOURCES = sources()


def test_there_are_enough_reports_of_every_format_and_only_such() -> None:
    assert len(SOURCES) >= 30
    assert {path.suffix for path in samples.folder().iterdir()} == {".txt", ".html", ".jsonl"}


def test_the_note_stands_beside_the_reports_not_among_them() -> None:
    note = samples.folder().parent / "NOTE.md"
    assert "not a source of facts" in note.read_text("utf-8")


def test_json_lines_have_what_a_report_needs_and_invented_addresses() -> None:
    ids = []
    for path in samples.folder().glob("*.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            report = json.loads(line)
            assert report.keys() == {"id", "url", "publisher", "published", "language", "title", "text"}
            assert re.match(r"https://[a-z]+\.example/", report["url"])
            ids.append(report["id"])
    assert len(ids) == len(set(ids))


def test_pages_link_to_no_real_site() -> None:
    for path in samples.folder().glob("*.html"):
        hosts = set(re.findall(r"https?://([^/\"]+)", path.read_text("utf-8")))
        assert all(host.endswith(".example") or host == "schema.org" for host in hosts), path.name


@pytest.mark.parametrize("incident", EXPECTED["incident"], ids=lambda incident: incident["name"])
def test_every_expected_incident_is_told_where_it_says(incident: dict[str, Any]) -> None:
    assert incident["sub_event_type"] in EVENT_TYPE_OF
    assert incident["reports"]
    for origin in incident["reports"]:
        assert origin in SOURCES


@pytest.mark.parametrize("trap", EXPECTED["not_incident"], ids=lambda trap: trap["words"])
def test_every_trap_stands_in_its_report(trap: dict[str, Any]) -> None:
    assert trap["words"] in SOURCES[trap["report"]]


def test_the_reprint_has_the_body_of_its_original() -> None:
    for copy in EXPECTED["copy"]:
        for paragraph in SOURCES[copy["original"]].split("\n\n"):
            assert paragraph in SOURCES[copy["copy"]]


def test_the_undated_reports_are_undated() -> None:
    for name in ("iraq-background.txt", "iraq-ain-al-asad-2021-undated.txt"):
        head = SOURCES[name][:400]
        assert not re.search(r"\b(19|20)\d\d\b", head.split("\n\n")[0])


def test_every_report_is_named_by_an_expectation() -> None:
    named = {origin for incident in EXPECTED["incident"] for origin in incident["reports"]}
    named |= {trap["report"] for trap in EXPECTED["not_incident"]}
    assert SOURCES.keys() == named
