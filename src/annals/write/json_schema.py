"""The record's JSON Schema (draft 2020-12), made from the model's types.

It is stricter than the types: every key is there and no other, a claim's value has the shape of its field, and words
that come from a closed list are held to it.
"""

import ast
import inspect
import textwrap
from collections.abc import Iterable
from typing import Any, get_args

import msgspec

from annals.model import Incident
from annals.model.incident import SCHEMA_VERSION
from annals.model.values import EVENT_TYPES, VALUE_TYPES, Field

SCHEMA_ID = f"urn:annals:record:{SCHEMA_VERSION}"
_DEFS = "#/$defs/{name}"
_DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_NULL = {"type": "null"}


def record_schema() -> dict[str, Any]:
    """Return the schema of one record: one line of `annals write --format jsonl`."""
    shapes = list(dict.fromkeys(VALUE_TYPES.values()))
    _, definitions = msgspec.json.schema_components([Incident, *shapes], ref_template=_DEFS)
    types = {kind.__name__: kind for kind in _structs(Incident, *shapes)}
    closed = {name: _closed(shape, types[name]) for name, shape in sorted(definitions.items())}
    _refine(closed)
    root = closed.pop("Incident")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **root,
        "title": "annals record",
        "$defs": closed,
    }


def schema_text() -> str:
    r"""Return the schema as the text of docs/record.schema.json, ended by "\n"."""
    return msgspec.json.format(msgspec.json.encode(record_schema()), indent=2).decode("utf-8") + "\n"


def field_notes(kind: type[msgspec.Struct]) -> dict[str, str]:
    """Return what the source says of each field of a type, {} where the source is not at hand.

    >>> from annals.model.values import DateValue
    >>> field_notes(DateValue)["start"]
    'First possible day, YYYY-MM-DD, inclusive; None when open.'
    """
    try:
        body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    except (OSError, TypeError):
        return {}
    notes: dict[str, str] = {}
    name = None
    for node in body.body if isinstance(body, ast.ClassDef) else ():
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name = node.target.id
        elif name and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            notes[name] = " ".join(str(node.value.value).split())
            name = None
        else:
            name = None
    return notes


def _structs(*kinds: type[msgspec.Struct]) -> Iterable[type[msgspec.Struct]]:
    """Every struct type that the types lead to, themselves included."""
    waiting: list[Any] = list(kinds)
    seen: set[Any] = set()
    while waiting:
        kind = waiting.pop()
        if kind in seen:
            continue
        seen.add(kind)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            yield kind
            waiting.extend(field.type for field in msgspec.structs.fields(kind))
        else:
            waiting.extend(get_args(kind))


def _closed(shape: dict[str, Any], kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Ask for every key and forbid all others; drop the defaults, which a record never relies on."""
    notes = field_notes(kind)
    properties = {}
    for name, given in shape["properties"].items():
        rule = {key: value for key, value in given.items() if key != "default"}
        properties[name] = {**rule, "description": notes[name]} if name in notes else rule
    return {
        "description": shape.get("description", ""),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _refine(definitions: dict[str, Any]) -> None:
    """Say what the Python types cannot: closed lists, days, numbers that are never negative."""
    incident = definitions["Incident"]["properties"]
    incident["schema_version"] = {"const": SCHEMA_VERSION}
    incident["disagreements"]["items"] = {"enum": list(get_args(Field))}
    for name in ("Incident", "EventTypeValue"):
        properties = definitions[name]["properties"]
        properties["event_type"] = {"enum": [*EVENT_TYPES, None]}
        properties["sub_event_type"] = {"enum": [*(sub for subs in EVENT_TYPES.values() for sub in subs), None]}
        definitions[name]["allOf"] = [
            _when({"event_type": {"const": kind}}, {"sub_event_type": {"enum": [*subs, None]}})
            for kind, subs in EVENT_TYPES.items()
        ]
    for name in ("DateValue", "Window"):
        for end in ("start", "end"):
            rule = definitions[name]["properties"][end]
            rule["anyOf"] = [_DAY, _NULL]
    place = definitions["PlaceValue"]["properties"]
    place["country"]["anyOf"] = [{"type": "string", "pattern": "^[A-Z]{2}$"}, _NULL]
    place["lat"]["anyOf"] = [{"type": "number", "minimum": -90, "maximum": 90}, _NULL]
    place["lon"]["anyOf"] = [{"type": "number", "minimum": -180, "maximum": 180}, _NULL]
    definitions["Tally"]["properties"]["count"] = {
        "type": "object",
        "properties": {"low": _count(), "high": _count()},
        "required": ["low", "high"],
        "additionalProperties": False,
    }
    for name in ("Span", "Figure", "Group", "CountValue", "MunitionValue"):
        for end in ("low", "best", "high"):
            if end in definitions[name]["properties"]:
                definitions[name]["properties"][end]["anyOf"] = _count()["anyOf"]
    definitions["Quote"]["properties"]["start"]["minimum"] = 0
    definitions["Quote"]["properties"]["end"]["minimum"] = 1
    _refine_claim(definitions["RuledClaim"])


def _refine_claim(claim: dict[str, Any]) -> None:
    """Bind the value's shape to the field; only `unclaimed` has no value, only perpetrators have stances."""
    unclaimed = {"stance": {"const": "unclaimed"}}
    claim["allOf"] = [
        *(
            _when(
                {"field": {"const": name}, "stance": {"not": {"const": "unclaimed"}}},
                {"value": {"$ref": _DEFS.format(name=shape.__name__)}},
            )
            for name, shape in VALUE_TYPES.items()
        ),
        _when(unclaimed, {"value": _NULL, "field": {"const": "perpetrator"}}),
        _when({"field": {"not": {"const": "perpetrator"}}}, {"stance": {"const": "states"}}),
    ]


def _when(condition: dict[str, Any], then: dict[str, Any]) -> dict[str, Any]:
    return {
        "if": {"properties": condition, "required": list(condition)},
        "then": {"properties": then},
    }


def _count() -> dict[str, Any]:
    return {"anyOf": [{"type": "integer", "minimum": 0}, _NULL]}
