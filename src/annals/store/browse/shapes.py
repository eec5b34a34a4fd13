"""What pages get of incidents: rows, facets, the map, time, chains.

The values are frozen. Days are YYYY-MM-DD; None is unknown or open, 0 is none.
"""

from typing import Literal

import msgspec

from annals.model import Incident, Link, Tally
from annals.model.change import Change, Tombstone
from annals.model.values import DateValue, PlaceValue


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """A toll in short; see model.Figure."""

    low: int | None
    best: int | None
    high: int | None
    state: str
    """reported, unknown (told of, without a figure) or not_reported."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """An incident as a line of a list."""

    incident_id: str
    title: str
    event_type: str | None
    sub_event_type: str | None
    date: DateValue
    place: PlaceValue
    killed: Toll
    wounded: Toll
    actors: tuple[str, ...]
    """Names of the perpetrators that are said, each once."""
    weapons: tuple[str, ...]
    """Kinds."""
    reports: int
    origins: int
    grade: str
    disagreements: tuple[str, ...]
    review: str
    found_in: str | None = None
    """Where the query has words: about 160 characters of a report in which they stand, else None."""
    found: tuple[tuple[int, int], ...] = ()
    """Start and end (exclusive), in code points of `found_in`, of the words found."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the incidents that a query picks, in its order."""

    rows: tuple[Row, ...]
    total: int
    """How many the query picks in all, exactly."""
    before: int
    """How many stand before the first row."""
    next: str | None
    """Cursor of the page after this one; None where this is the last."""
    previous: str | None
    """Cursor of the page before this one; None where this is the first."""


class FacetValue(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a facet."""

    value: str
    """What to put in the query."""
    label: str
    """As shown to people; for a country its code, which pages name."""
    count: int
    """Incidents that the query would pick with this value alone in this facet."""
    chosen: bool


class Facet(msgspec.Struct, frozen=True, kw_only=True):
    """A facet under a query: its commonest values, with all that are chosen, the largest first; periods in order."""

    name: str
    values: tuple[FacetValue, ...]
    more: int
    """How many further values have incidents."""


class Bin(msgspec.Struct, frozen=True, kw_only=True):
    """The incidents of one cell of the map."""

    lat: float
    """Middle of the incidents in the cell, degrees."""
    lon: float
    south: float
    west: float
    north: float
    east: float
    incidents: int
    killed: int
    """Sum of the best figures, unknown ones left out."""


class MapView(msgspec.Struct, frozen=True, kw_only=True):
    """What the map shows of a query: bins zoomed out, or every incident with its area of uncertainty zoomed in."""

    bins: tuple[Bin, ...]
    areas: tuple[Row, ...]
    """Filled, and `bins` empty, where few enough incidents are in view."""
    in_view: int
    mapped: int
    """Incidents of the query that have a point, in view or not."""
    unmapped: int
    """Incidents of the query that have none: known to a province, a country or not at all."""


class Band(msgspec.Struct, frozen=True, kw_only=True):
    """Sum of a toll over incidents. Unknown figures add nothing."""

    low: int
    best: int
    high: int
    """An open end adds the best or the lowest figure known."""
    reported: int
    """Incidents that have a figure."""
    open: int
    """Of these, incidents whose high end is open ("at least 20")."""


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One period of a series, first and last day inclusive."""

    start: str
    end: str
    incidents: int
    killed: Band
    wounded: Band


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Incidents known only to lie between two days, which no one period holds; None is an open end."""

    start: str | None
    end: str | None
    incidents: int


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """Incidents over time. Every incident of the query is counted once: in a point, a stretch or `undated`."""

    step: Literal["day", "week", "month", "year"]
    """Weeks begin on Monday."""
    points: tuple[Point, ...]
    """In order; periods without incidents are left out."""
    imprecise: tuple[Stretch, ...]
    """The commonest stretches, by start."""
    imprecise_incidents: int
    """Incidents in all stretches, the listed ones and the others."""
    undated: int


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """`source` `link.relation` `target`, because a report says so."""

    source: Row
    target: Row
    link: Link


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """Incidents that answered each other, as reports assert it."""

    incidents: tuple[Row, ...]
    """At least two, by first possible day, the undated last; of one day, what is answered before its answer."""
    ties: tuple[Tie, ...]
    """Answers among them, by source; several reports may assert the same one."""


class ChainPage(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the chains of a ledger, those first whose last incident is the latest."""

    rows: tuple[Chain, ...]
    total: int
    """How many there are in all, exactly."""
    next: str | None
    """Cursor of the page after this one; None where this is the last."""


class CountedIn(msgspec.Struct, frozen=True, kw_only=True):
    """A tally that counts an incident, and the record that holds the tally."""

    holder: Row
    tally: Tally


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Where an incident's id leads. Exactly one of the three is set."""

    incident: Incident | None = None
    moved_to: str | None = None
    """The id asked for is one that the incident had before, or that of another of its mentions."""
    gone: Tombstone | None = None
    """What is left of an incident that is no more."""


class ChangePage(msgspec.Struct, frozen=True, kw_only=True):
    """Some entries of the changes feed, the oldest first."""

    rows: tuple[Change, ...]
    next: int
    """What to give as `since` to go on after these."""
    more: bool
    """Whether there are further entries after these already."""
    earlier: int | None
    """What to give as `before` for the entries before these; None where there are none."""
    latest: int
    """The number of the latest entry of all; 0 where there is none."""
