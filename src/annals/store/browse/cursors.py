"""Opaque names of a place in a list."""

import base64
import binascii
from typing import Annotated, TypeVar

import msgspec

from annals.errors import UsageError

T = TypeVar("T", bound=msgspec.Struct)
_LONGEST = 600

Weight = Annotated[float, msgspec.Meta(ge=-(2**62), le=2**62)]
"""A number that a row is sorted by; whoever makes a cursor up can give none that the database cannot take."""


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


class After(msgspec.Struct, frozen=True, kw_only=True, tag="a", array_like=True):
    """After the row with this weight and name."""

    weight: Weight
    name: str
    detail: str = ""


def _fault(cursor: str) -> str:
    return f"cursor: {cursor[:40]!r} is no cursor of this list; begin again without one."
