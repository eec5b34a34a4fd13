"""docs/record.md names every key of a record and every word of its closed lists."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from annals.model import Incident
from annals.model.claim import Stance
from annals.model.incident import ClaimState
from annals.model.values import EVENT_TYPES, VALUE_TYPES, DateBasis, DatePrecision, Field, PlacePrecision

PAGE = (Path(__file__).parents[2] / "docs" / "record.md").read_text("utf-8")


def structs(*kinds: Any) -> Iterator[type[msgspec.Struct]]:
    """Every struct that the types lead to."""
    waiting, seen = list(kinds), set()
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            if kind not in seen:
                seen.add(kind)
                yield kind
                waiting.extend(field.type for field in msgspec.structs.fields(kind))
        else:
            waiting.extend(get_args(kind))


KEYS = sorted({f.name for kind in structs(Incident, *VALUE_TYPES.values()) for f in msgspec.structs.fields(kind)})


def test_there_are_keys() -> None:
    assert {"incident_id", "edtf", "radius_m", "asserted_by", "copy_of"} <= set(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_described(key: str) -> None:
    assert f"`{key}`" in PAGE


@pytest.mark.parametrize("words", [DatePrecision, DateBasis, PlacePrecision, Field, Stance, ClaimState])
def test_every_word_of_a_closed_list_is_described(words: Any) -> None:
    assert [word for word in get_args(words) if f"`{word}`" not in PAGE] == []


def test_every_event_type_is_listed() -> None:
    for kind, subs in EVENT_TYPES.items():
        assert f"| {kind} | {'; '.join(subs)} |" in PAGE
