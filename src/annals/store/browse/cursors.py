"""Opaque names of a place in a list."""

import base64
import binascii
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from annals.errors import UsageError

T = TypeVar("T", bound=msgspec.Struct)
_LONGEST = 600


def written(place: msgspec.Struct) -> str:
    """The place as an opaque text of letters, digits, "-" and "_"."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def read(cursor: str, shape: type[T]) -> T:
    """The place that a cursor names. Raises UsageError where it is none of this kind."""
    try:
        if len(cursor) > _LONGEST:
            raise UsageError(_fault(cursor))
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        return msgspec.json.decode(base64.b64decode(padded, altchars=b"-_", validate=True), type=shape)
    except (ValueError, binascii.Error, msgspec.MsgspecError) as error:
        raise UsageError(_fault(cursor)) from error


class Offset(msgspec.Struct, frozen=True, kw_only=True, tag="o", array_like=True):
    """After so many rows, in lists that do not change order meanwhile."""

    rows: int


class After(msgspec.Struct, frozen=True, kw_only=True, tag="a", array_like=True):
    """After the row with this weight and name."""

    weight: float
    name: str
    detail: str = ""


def names_number(cursor: str | None, shape: type[After] = After) -> float | None:
    """The weight in a cursor; None without one."""
    return None if cursor is None else read(cursor, shape).weight


def _fault(cursor: str) -> str:
    return f"cursor: {cursor[:40]!r} is no cursor of this list; begin again without one."


def cut(rows: Sequence[object], size: int) -> bool:
    """Whether there is more than one page in `rows`, of which one more than `size` was asked for."""
    return len(rows) > size
