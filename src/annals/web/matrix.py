"""The claim matrix: rows are facts, columns are origins, cells are what each origin says, in whose words and when."""

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

import msgspec

from annals.model import CountValue, Incident, RuledClaim
from annals.model.incident import ClaimState
from annals.model.values import Field
from annals.reconcile import explain
from annals.show.claims import said_by
from annals.show.record import field_words
from annals.show.values import value_words
from annals.web.origins import Origin, Source

TOLLS = ("killed", "wounded", "missing", "abducted")
_FIRST = ("killed", "wounded", "missing", "abducted", "date", "place", "event_type", "weapon", "perpetrator", "target")
STATES = {
    "supports": ("●", "supports"),
    "dissents": ("▲", "dissents"),
    "superseded": ("↻", "superseded"),
    "set_aside": ("○", "set aside"),
}
"""Sign and word of each state, so that colour is never the only signal."""
_ORDER = {state: number for number, state in enumerate(get_args(ClaimState))}


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One claim in a cell, with the reprints that only repeat it."""

    claim: RuledClaim
    value: str
    """The value in words."""
    said: str
    """Who says it and how ("according to two officials"), "" for the report's own voice."""
    source: Source
    repeated: tuple[tuple[Source, RuledClaim], ...] = ()
    """Reprints that say the same, each with its own claim."""
    part: bool = False
    """It counts a part of the toll."""

    @property
    def sign(self) -> str:
        """The sign of its state."""
        return STATES[self.claim.state][0]

    @property
    def state(self) -> str:
        """Its state in words."""
        return STATES[self.claim.state][1]


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What one origin says of one fact."""

    live: tuple[Told, ...] = ()
    """Claims that support or dissent."""
    rest: tuple[Told, ...] = ()
    """Superseded or set aside."""


class FactRow(msgspec.Struct, frozen=True, kw_only=True):
    """One fact: the reconciled value, and what every origin says of it."""

    field: str
    name: str
    value: str
    """The record's value in words."""
    note: str
    """How exact it is, or where it comes from."""
    disputed: bool
    supporting: int
    """Origins of which a live claim supports the value."""
    dissenting: int
    """Origins of which a live claim dissents."""
    why: tuple[str, ...]
    """Rule and count of claims, as sentences."""
    rule: str
    cells: tuple[Cell, ...] = ()


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """All of it, or the columns of one page of it."""

    columns: tuple[Origin, ...]
    rows: tuple[FactRow, ...]
    silent: tuple[str, ...]
    """Tolls that no report speaks of."""
    origins: int
    """Columns on all pages."""
    first: int
    """Number of the first column shown, from 1."""
    page: int
    """From 1."""
    pages: int


def matrix(incident: Incident, known: Mapping[str, Source], found: Sequence[Origin], *, page: int, size: int) -> Matrix:
    """Lay out a record's claims.

    Args:
        incident: the record.
        known: its reports by id.
        found: its origins, in the order of the columns.
        page: which `size` columns to show, from 1.
        size: columns on a page.
    """
    home = {source.report.report_id: origin.key for origin in found for source in origin.members}
    pages = max(1, -(-len(found) // size))
    page = min(max(page, 1), pages)
    columns = found[(page - 1) * size : page * size]
    by_field: dict[str, dict[str, list[RuledClaim]]] = {}
    for claim in incident.claims:
        by_field.setdefault(claim.field, {}).setdefault(home.get(claim.report_id, ""), []).append(claim)
    silent = [f for f in TOLLS if f not in by_field and getattr(incident, f).state == "not_reported"]
    fields = [f for f in fact_fields() if f in by_field or (f in TOLLS and f not in silent)]
    rows = tuple(_row(incident, field, by_field.get(field, {}), columns, known) for field in fields)
    return Matrix(
        columns=tuple(columns),
        rows=rows,
        silent=tuple(silent),
        origins=len(found),
        first=(page - 1) * size + 1,
        page=page,
        pages=pages,
    )


def fact_fields() -> list[str]:
    """Return the claim fields in the order of the rows."""
    return [*_FIRST, *(f for f in get_args(Field) if f not in _FIRST)]


def field_name(field: str) -> str:
    """Return a field in words.

    >>> field_name("event_type")
    'event type'
    """
    return field.replace("_", " ")


def _row(
    incident: Incident,
    field: str,
    told: Mapping[str, list[RuledClaim]],
    columns: Sequence[Origin],
    known: Mapping[str, Source],
) -> FactRow:
    value, note = field_words(incident, field)
    if field in TOLLS:
        note = ""  # the rule and the groups stand under "why"
    explained = explain(incident, field)
    return FactRow(
        field=field,
        name=field_name(field),
        value=value,
        note=note,
        disputed=field in incident.disagreements,
        supporting=_origins_with(told, "supports"),
        dissenting=_origins_with(told, "dissents"),
        why=explained.sentences[1:],
        rule=explained.rule.replace("_", " "),
        cells=tuple(cell(told.get(origin.key, ()), origin, known) for origin in columns),
    )


def _origins_with(told: Mapping[str, list[RuledClaim]], state: str) -> int:
    return sum(any(claim.state == state for claim in claims) for claims in told.values())


def cell(claims: Iterable[RuledClaim], origin: Origin, known: Mapping[str, Source]) -> Cell:
    """Return what an origin says of one fact; what a reprint only repeats is folded into the original's claim."""
    kept: dict[object, RuledClaim] = {}
    repeated: dict[object, list[tuple[Source, RuledClaim]]] = {}
    place = {source.report.report_id: number for number, source in enumerate(origin.members)}
    for claim in sorted(claims, key=lambda c: (place[c.report_id], c.quote.start, c.claim_id)):
        same = (claim.words, claim.quote.exact, claim.stance, msgspec.json.encode(claim.value))
        first = kept.setdefault(same, claim)
        if first is not claim and first.report_id != claim.report_id:
            repeated.setdefault(same, []).append((known[claim.report_id], claim))
    told = [
        Told(
            claim=claim,
            value=value_words(claim.value),
            said=said_by(claim).removesuffix(", "),
            source=known[claim.report_id],
            repeated=tuple(repeated.get(same, ())),
            part=isinstance(claim.value, CountValue) and claim.value.part,
        )
        for same, claim in kept.items()
    ]
    told.sort(key=lambda t: _ORDER[t.claim.state])
    return Cell(
        live=tuple(t for t in told if t.claim.state in {"supports", "dissents"}),
        rest=tuple(t for t in told if t.claim.state not in {"supports", "dissents"}),
    )
