import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from annals.model import Incident
from annals.model.values import VALUE_TYPES
from annals.write.json_schema import field_notes, record_schema, schema_text
from tests.records import shelling, silent

PUBLISHED = Path(__file__).parents[2] / "docs" / "record.schema.json"
VALIDATOR = Draft202012Validator(record_schema())


def plain(incident: Incident) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(msgspec.json.encode(incident))
    return read


def faults(record: dict[str, Any]) -> list[str]:
    return [error.json_path for error in VALIDATOR.iter_errors(record)]


def test_the_published_schema_is_the_one_that_the_model_gives() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), "run tools/cli_reference.py"


def test_it_is_itself_a_schema() -> None:
    Draft202012Validator.check_schema(record_schema())


@pytest.mark.parametrize("incident", [shelling(), silent()])
def test_records_hold(incident: Incident) -> None:
    assert faults(plain(incident)) == []


def test_every_key_is_asked_for() -> None:
    for key in plain(shelling()):
        record = plain(shelling())
        del record[key]
        assert faults(record) == ["$"], key


def test_a_key_too_many_is_a_fault() -> None:
    assert faults(plain(shelling()) | {"guess": 1}) == ["$"]


def test_a_value_of_another_fields_shape_is_a_fault() -> None:
    record = plain(shelling())
    date = next(claim for claim in record["claims"] if claim["field"] == "date")
    date["field"] = "killed"

    assert any(path.startswith("$.claims[1].value") for path in faults(record))


@pytest.mark.parametrize("field", list(VALUE_TYPES))
def test_only_an_unclaimed_perpetrator_has_no_value(field: str) -> None:
    record = plain(shelling())
    record["claims"][0].update(field=field, value=None, stance="states")
    assert faults(record) != []

    record["claims"][0].update(stance="unclaimed")
    assert (faults(record) == []) == (field == "perpetrator")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), "0"),
        (("killed", "low"), -1),
        (("date", "precision"), "fortnight"),
        (("date", "start"), "3 May"),
        (("place", "country"), "Croatia"),
        (("place", "lat"), 91),
        (("event_type",), "Battles"),
        (("sub_event_type",), "Ambush"),
        (("disagreements",), ["toll"]),
    ],
)
def test_a_value_outside_its_list_or_range_is_a_fault(path: tuple[str, ...], value: object) -> None:
    record = plain(shelling())
    holder = record
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value

    assert faults(record) != []


def test_only_perpetrator_claims_take_a_stance() -> None:
    record = plain(shelling())
    record["claims"][1]["stance"] = "denies"

    assert faults(record) == ["$.claims[1].stance"]


def test_fields_carry_the_notes_of_the_model() -> None:
    notes = record_schema()["$defs"]["Figure"]["properties"]["state"]["description"]

    assert notes.startswith("reported: at least one figure")


def test_a_type_without_source_has_no_notes() -> None:
    assert field_notes(msgspec.defstruct("Made", ["x"])) == {}
