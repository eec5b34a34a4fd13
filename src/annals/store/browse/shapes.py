"""What the ledger answers to pages: frozen values. Days are YYYY-MM-DD; None is unknown or open, 0 is none."""

from typing import Literal

import msgspec

from annals.model import Account, Incident, Judgement, Link, Refusal, Report, Tally
from annals.model.change import Change, Tombstone
from annals.model.cluster import Evidence
from annals.model.values import DateValue, PlaceValue, Value


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


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """Two incidents that may be one, or one incident whose parts may be two."""

    doubt_id: str
    left: Row
    """The incident of the left mention."""
    right: Row
    """The incident of the right mention; that of the left one where the two mentions are joined already."""
    left_mention: str
    right_mention: str
    probability: float
    """0 to 1, by the linker, that both tell one event."""
    joined: bool
    """Whether the two mentions are in one incident now."""
    verdict: Literal["same", "different", "unsure"]
    """By the linker, or by a person where `judged_by` is set."""
    judged_by: str | None
    """Id of the judgement that decided it, None where nobody did."""
    evidence: tuple[Evidence, ...]
    """For (score above 0) and against (below 0), the weightiest first."""


class Disputed(msgspec.Struct, frozen=True, kw_only=True):
    """A big disagreement: a field of an incident on which live claims differ."""

    incident: Row
    field: str
    weight: float
    """What orders the queue: the spread of a toll against its best figure, times how many are at stake."""


class NewName(msgspec.Struct, frozen=True, kw_only=True):
    """A name of a party that the actor table lacks."""

    name: str
    key: str
    """Key in the actor register."""
    incidents: int
    near: tuple["ActorRow", ...]
    """Known actors in the same incidents or with a like name."""


class NewClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that came after a decision, in what the decision is about."""

    claim_id: str
    incident_id: str
    field: str
    value: Value | None
    words: str
    report_id: str


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A decision in the log."""

    judgement: Judgement
    stands: bool
    """False where it was undone, or is an undo that was undone."""
    undone_by: str | None
    """Id of the judgement that undid it."""
    subject: str | None
    """Incident that its subject belongs to now; None where it is in none."""
    other: str | None
    """Incident that its other mention belongs to now."""
    applied: bool
    """False where the incidents were not derived anew since."""
    overruled_by: tuple[str, ...] = ()
    """Ids of later decisions that it contradicts and that hold in its place; it stands beside them all the same."""
    overrules: tuple[str, ...] = ()
    """Ids of earlier decisions that contradict it."""
    changed: int = 0
    """How many claims are in what it is about now that were not when it was made: "changed since you decided"."""
    new: tuple[NewClaim, ...] = ()
    """The first of these claims."""


class QueueItem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to review; exactly one of the four is set."""

    item_id: str
    kind: Literal["decision", "pair", "disagreement", "name"]
    decision: Entry | None = None
    """A decision that another person contradicted later, or on which new claims came since."""
    pair: Doubt | None = None
    disagreement: Disputed | None = None
    name: NewName | None = None


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """What awaits review, the most valuable first."""

    items: tuple[QueueItem, ...]
    totals: dict[str, int]
    """How many of each kind await review: decision, pair, disagreement, name."""
    next: str | None
    """Cursor: what comes after the last item; None at the end."""


class ActorRow(msgspec.Struct, frozen=True, kw_only=True):
    """A party in the register."""

    key: str
    """The actor's id where the table knows it, else "~" and the folded words."""
    actor_id: str | None
    name: str
    incidents: int
    standings: dict[str, int]
    """Incidents by "role/status"."""
    first: str | None
    """First possible day of its earliest dated incident."""
    last: str | None


class ActorPage(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the register, the commonest first."""

    rows: tuple[ActorRow, ...]
    total: int
    next: str | None


class Alias(msgspec.Struct, frozen=True, kw_only=True):
    """A wording under which reports of this ledger speak of an actor."""

    words: str
    claims: int
    reports: tuple[str, ...]
    """Up to five ids of reports that use it."""


class CoActor(msgspec.Struct, frozen=True, kw_only=True):
    """A party named in the same incidents."""

    actor: ActorRow
    shared: int


class ActorView(msgspec.Struct, frozen=True, kw_only=True):
    """One party: what it is called, how it stands, with whom. Its incidents and series come by Query(actor=(key,))."""

    row: ActorRow
    aliases: tuple[Alias, ...]
    co_actors: tuple[CoActor, ...]


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """A way in which a report came in."""

    given_id: str | None
    origin: str | None
    raw_sha256: str


class ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    """A report as a line of a list."""

    report_id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    incidents: int


class ReportPage(msgspec.Struct, frozen=True, kw_only=True):
    """Some reports, in the order in which they came in, the latest first."""

    rows: tuple[ReportRow, ...]
    total: int | None
    """None where it was not counted."""
    next: str | None


class ReportView(msgspec.Struct, frozen=True, kw_only=True):
    """One report with all that was read in it."""

    report: Report
    account: Account
    reader: str
    """Name and versions of what read it."""
    sightings: tuple[Sighting, ...]
    incidents: tuple[Row, ...]
    mentions: dict[str, str]
    """mention_id -> incident_id, for those mentions that became part of an incident."""
    copy_of: ReportRow | None
    """The original that it reprints."""
    copies: tuple[ReportRow, ...]
    """Reprints of it."""


class RunRow(msgspec.Struct, frozen=True, kw_only=True):
    """One time that reports were added. Times are UTC, ISO 8601."""

    run_id: int
    started: str
    ended: str | None
    """None where it runs now or was cut off."""
    annals: str
    reader: str
    read: int
    already_there: int
    read_again: int
    refused: int
    incidents: int | None


class RunPage(msgspec.Struct, frozen=True, kw_only=True):
    """Some runs, the latest first."""

    rows: tuple[RunRow, ...]
    total: int
    next: str | None


class RunView(msgspec.Struct, frozen=True, kw_only=True):
    """One run and some of what it refused, in its order."""

    run: RunRow
    refusals: tuple[Refusal, ...]
    refused_so_far: int
    stored: int
    """Reports in the ledger now; grows while a build runs."""
    next: str | None
    """Cursor of the next refusals."""


class Log(msgspec.Struct, frozen=True, kw_only=True):
    """Some decisions, the latest first."""

    entries: tuple[Entry, ...]
    total: int
    next: str | None


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


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What the ledger holds, and whether it is up to date."""

    reports: int
    incidents: int
    judgements: int
    generation: str
    """Changes whenever any answer of `Browse` may; the root of an ETag."""
    stale: bool
    """True where reports or judgements came in that the incidents do not know yet."""
    derive_seconds: float | None
    """How long deriving took the last time; None where that is not known."""
    last_run: RunRow | None


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """What stands around one incident."""

    answers: tuple[Tie, ...]
    """What it answers or belongs to: it is the source."""
    answered_by: tuple[Tie, ...]
    """What answers it: it is the target."""
    counted_in: tuple[CountedIn, ...]
    doubts: tuple[Doubt, ...]
    history: tuple[Entry, ...]
