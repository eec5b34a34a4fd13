"""The query of an address, read into what pages ask of the ledger, and written back."""

from collections.abc import Mapping, Sequence
from typing import Any, cast, get_args

from annals.errors import UsageError
from annals.store.browse import FACETS, Query, Sort

MANY = (*FACETS, "standing")
"""Parameters that may come several times."""
_MOST_VALUES = 40
_LONGEST = 300


class Parameters:
    """The query of an address. Every fault is a UsageError that names the parameter."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Keep the pairs in their order."""
        self._pairs = tuple((key, value.strip()) for key, value in pairs)

    def one(self, name: str) -> str | None:
        """Return the last value of a parameter, None where there is none or it is empty."""
        value = next((value for key, value in reversed(self._pairs) if key == name), "")
        if len(value) > _LONGEST:
            raise UsageError(f"{name}: give at most {_LONGEST} characters.")
        if "\x00" in value:
            raise UsageError(f"{name}: a null character stands in no report.")
        return value or None

    def many(self, name: str) -> tuple[str, ...]:
        """Return every value of a parameter, each once."""
        values = tuple(dict.fromkeys(value for key, value in self._pairs if key == name and value))
        if len(values) > _MOST_VALUES or any(len(value) > _LONGEST or "\x00" in value for value in values):
            raise UsageError(f"{name}: give at most {_MOST_VALUES} values of at most {_LONGEST} characters.")
        return values

    def number(self, name: str, default: int, low: int, high: int) -> int:
        """Return a whole number between `low` and `high`."""
        value = self.one(name)
        if value is None:
            return default
        if not (value.isascii() and value.isdecimal() and len(value) < 10 and low <= int(value) <= high):  # noqa: PLR2004
            raise UsageError(f"{name}: {value!r} is not a whole number from {low} to {high}.")
        return int(value)

    def choice(self, name: str, choices: Sequence[str], default: str) -> str:
        """Return one of `choices`."""
        value = self.one(name) or default
        if value not in choices:
            raise UsageError(f"{name}: {value!r} is none of {', '.join(choices)}.")
        return value

    def query(self) -> Query:
        """Return which incidents are asked for."""
        given = {name: self.many(name) for name in MANY}
        if not given["actor"]:
            given["standing"] = ()  # it says how the actors stand, and there are none
        bounds, mapped, reports = self.one("bounds"), self.one("mapped"), self.one("min_reports")
        return Query(
            **given,
            since=self.one("since"),
            until=self.one("until"),
            text=self.one("text"),
            bounds=_bounds(bounds) if bounds else None,
            mapped=self.choice("mapped", ("yes", "no"), "yes") == "yes" if mapped else None,
            min_reports=self.number("min_reports", 1, 1, 1_000_000) if reports else None,
        )

    def sort(self) -> Sort:
        """Return the order that is asked for."""
        return cast("Sort", self.choice("sort", get_args(Sort), "newest"))


def asked(query: Query, **more: Any) -> dict[str, Any]:
    """Return the parameters that stand for `query`, with `more` of them; `more` wins, None leaves one out."""
    found: dict[str, Any] = {name: getattr(query, name) for name in (*MANY, "since", "until", "text", "min_reports")}
    if query.mapped is not None:
        found["mapped"] = "yes" if query.mapped else "no"
    if query.bounds is not None:
        found["bounds"] = ",".join(f"{degrees:g}" for degrees in query.bounds)
    return {key: value for key, value in (found | more).items() if value not in (None, "", ())}


def toggled(values: Sequence[str], value: str) -> tuple[str, ...]:
    """Return the values with `value` put in, or taken out where it is among them.

    >>> toggled(("IQ", "IR"), "IQ"), toggled((), "IQ")
    (('IR',), ('IQ',))
    """
    return tuple(v for v in values if v != value) if value in values else (*values, value)


def _bounds(value: str) -> tuple[float, float, float, float]:
    parts = value.split(",")
    try:
        west, south, east, north = (float(part) for part in parts)
    except ValueError:
        raise UsageError(f"bounds: {value!r} is not west,south,east,north in degrees.") from None
    return west, south, east, north


def hidden_fields(parameters: Mapping[str, Any], *left_out: str) -> list[tuple[str, str]]:
    """Return parameters as name and value pairs for a form, without those that the form asks itself."""
    pairs = []
    for key, value in parameters.items():
        if key not in left_out:
            pairs += [(key, str(v)) for v in (value if isinstance(value, tuple | list) else (value,))]
    return pairs
