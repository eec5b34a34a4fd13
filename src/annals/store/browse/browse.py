"""Everything that pages ask of a ledger, each answer from one moment of it."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from threading import Lock
from typing import Literal

import msgspec
from sqlalchemy import Connection, Engine

from annals.errors import UsageError
from annals.model import Incident, Report
from annals.store.browse import (
    actors,
    chains,
    changing,
    deciding,
    facets,
    listing,
    mapping,
    reviewing,
    running,
    series,
    telling,
    ties,
)
from annals.store.browse.finding import body_of, find, number_of
from annals.store.browse.index import Index
from annals.store.browse.party_shapes import ActorPage, ActorView
from annals.store.browse.query import Query, Sort
from annals.store.browse.review_shapes import Around, Doubt, Entry, Log, Queue
from annals.store.browse.series import Step
from annals.store.browse.shapes import Chain, ChainPage, ChangePage, Facet, Found, MapView, Page, Row, Series, Tie
from annals.store.browse.source_shapes import ReportPage, ReportView, RunPage, RunView, Summary
from annals.store.browse.standing import generation_of, summary_of
from annals.store.browse.state import state_of
from annals.store.browse.stated import Stated, StatedPage, stated_around, stated_in, stated_page
from annals.store.engines import snapshot

ANYTHING = Query()
MOST = listing.MOST
_REMEMBERED = 64
_BODIES = 200


class Browse:
    """Reads a ledger for pages. Get one by `ledger.browse`; it may be used from several threads.

    Cursors are opaque; one that is none of ours, or of another list, raises UsageError. A cursor names the row that a
    page begins after, so pages neither repeat nor skip incidents where others come or go meanwhile.
    """

    def __init__(self, engine: Engine) -> None:
        """Use `Store.browse`."""
        self._engine = engine
        self._lock = Lock()
        self._index: Index | None = None
        self._picked: OrderedDict[tuple[int, Query], int] = OrderedDict()

    def _open(self) -> Connection:
        return snapshot(self._engine)

    def _index_of(self, connection: Connection) -> Index:
        """The sets and columns of the incidents as they are now; after a change only what it wrote is read."""
        state = state_of(connection)
        with self._lock:
            if self._index is None or self._index.version != state.version:
                self._index = Index.load(connection, state, self._index)
                self._picked.clear()
            return self._index

    def _pick(self, query: Query, connection: Connection) -> tuple[Index, int]:
        """What the query picks. The latest questions are remembered, since one page asks the same several times."""
        index = self._index_of(connection)
        key = (index.version, query)
        with self._lock:
            if key in self._picked:
                self._picked.move_to_end(key)
                return index, self._picked[key]
        picked = index.pick(query, connection)
        with self._lock:
            self._picked[key] = picked
            while len(self._picked) > _REMEMBERED:
                self._picked.popitem(last=False)
        return index, picked

    def forget(self) -> None:
        """Forget the answers to earlier questions, as if each were asked for the first time; for measuring."""
        with self._lock:
            self._picked.clear()
            if self._index is not None:
                self._index.forget()

    def summary(self) -> Summary:
        """What the ledger holds; cheap."""
        with self._open() as connection:
            return summary_of(connection)

    def generation(self) -> str:
        """A name of the ledger's present state that changes whenever any answer may; cheaper than `summary`."""
        with self._open() as connection:
            return generation_of(connection)

    # Incidents

    def page(
        self, query: Query = ANYTHING, *, sort: Sort = "newest", size: int = 50, cursor: str | None = None
    ) -> Page:
        """A page of the incidents that the query picks; the first without a cursor; `size` is 1 to 1000."""
        with self._open() as connection:
            index, picked = self._pick(query, connection)
            return listing.page_of(index, connection, query, picked, sort, size, cursor)

    def count(self, query: Query = ANYTHING) -> int:
        """How many incidents the query picks."""
        with self._open() as connection:
            return self._pick(query, connection)[1].bit_count()

    def facets(
        self, query: Query = ANYTHING, *, most: int = 12, names: Iterable[str] | None = None
    ) -> tuple[Facet, ...]:
        """The facets (all of FACETS, or `names`), each counted under all choices but its own."""
        with self._open() as connection:
            return facets.facets_of(self._index_of(connection), connection, query, most, names)

    def each(self, query: Query = ANYTHING, *, sort: Sort = "oldest") -> Iterator[Incident]:
        """Every record that the query picks, one after the other, for exports: exactly those of `page`."""
        with self._open() as connection:
            index, picked = self._pick(query, connection)
            order = index.ordered(picked, sort).tolist()
            for start in range(0, len(order), _BODIES):
                yield from body_of(order[start : start + _BODIES], connection)

    def rows(self, incident_ids: Iterable[str]) -> tuple[Row, ...]:
        """The lines of these incidents, in that order; ids that are no incident's own now are left out."""
        with self._open() as connection:
            return tuple(listing.rows_named(incident_ids, connection))

    def find(self, incident_id: str) -> Found:
        """Where exactly that id leads. Raises NotFoundError, which names near ids, where no incident ever had it."""
        with self._open() as connection:
            return find(incident_id, connection)

    def around(self, incident_id: str) -> Around:
        """Ties in both directions, tallies that count it, doubtful pairs, history. Empty for an unknown id."""
        with self._open() as connection:
            number = number_of(incident_id, connection)
            if number is None:
                return Around(answers=(), answered_by=(), counted_in=(), doubts=(), history=())
            return Around(
                answers=ties.ties_from(number, connection),
                answered_by=ties.ties_to(number, connection),
                counted_in=ties.tallies_counting(number, connection),
                doubts=reviewing.doubts_of(connection, incident_id),
                history=deciding.log_of(connection, incident_id, MOST, None).entries,
            )

    def map(self, query: Query = ANYTHING, *, zoom: int = 2, most_areas: int = 300) -> MapView:
        """What the map shows: `query.bounds` is the view; cells get smaller with `zoom` (0 to 18, as in web maps)."""
        if not 0 <= most_areas <= MOST:
            raise UsageError(f"most_areas: give 0 to {MOST}, not {most_areas}.")
        with self._open() as connection:
            _, picked = self._pick(query, connection)
            index, anywhere = self._pick(msgspec.structs.replace(query, bounds=None), connection)
            return mapping.map_of(index, connection, picked, anywhere, zoom, most_areas)

    def series(self, query: Query = ANYTHING, *, step: Step = "month") -> Series:
        """Incidents, killed and wounded over time."""
        with self._open() as connection:
            index, picked = self._pick(query, connection)
            return series.series_of(index, picked, step)

    def ties(self, query: Query = ANYTHING, *, most: int = 500) -> tuple[Tie, ...]:
        """Ties whose two incidents the query both picks, by day of the source."""
        with self._open() as connection:
            index, picked = self._pick(query, connection)
            return ties.ties_among(index, picked, most, connection)

    def chains(self, *, size: int = 50, cursor: str | None = None) -> ChainPage:
        """All chains of answers, those first whose last incident is the latest."""
        with self._open() as connection:
            return chains.chains_page(connection, _size(size), cursor)

    def chain(self, incident_id: str) -> Chain | None:
        """The chain of answers in which the incident stands; None where in none, or for an unknown id."""
        with self._open() as connection:
            number = number_of(incident_id, connection)
            return None if number is None else chains.chain_of(number, connection)

    def changes(
        self,
        *,
        since: str | None = None,
        before: int | None = None,
        incident_id: str | None = None,
        size: int = 50,
    ) -> ChangePage:
        """What became of incidents: see `changing.changes_page`. Raises UsageError."""
        with self._open() as connection:
            return changing.changes_page(connection, since, before, incident_id, _size(size))

    # Actors

    def actors(self, *, text: str | None = None, size: int = 50, cursor: str | None = None) -> ActorPage:
        """The register, the commonest first; with `text` only names, aliases or ids that hold it."""
        with self._open() as connection:
            return actors.actors_page(connection, text, _size(size), cursor)

    def actor(self, key: str) -> ActorView:
        """One party, by its key. Raises NotFoundError."""
        with self._open() as connection:
            return actors.actor_view(self._index_of(connection), connection, key)

    # Reports and runs

    def reports(self, *, text: str | None = None, size: int = 50, cursor: str | None = None) -> ReportPage:
        """The reports, those in no incident too; with `text` only those with these words (as in Query.text)."""
        with self._open() as connection:
            return telling.reports_page(connection, text, _size(size), cursor)

    def report(self, report_id: str) -> ReportView:
        """One report. Raises NotFoundError."""
        with self._open() as connection:
            return telling.report_view(connection, report_id)

    def texts(self, report_ids: Iterable[str]) -> tuple[Report, ...]:
        """The stored reports of these ids, in that order, each once; unknown ids are left out."""
        with self._open() as connection:
            return telling.texts_of(connection, report_ids)

    def runs(self, *, size: int = 50, cursor: str | None = None) -> RunPage:
        """The runs, the latest first."""
        with self._open() as connection:
            return running.runs_page(connection, _size(size), cursor)

    def run(self, run_id: int, *, size: int = 100, cursor: str | None = None) -> RunView:
        """One run and what it refused. Raises NotFoundError."""
        with self._open() as connection:
            return running.run_view(connection, run_id, _size(size), cursor)

    # Stated counts

    def stated(self, *, verdict: str | None = None, size: int = 50, cursor: str | None = None) -> StatedPage:
        """The counts that reports state, those of the latest reports first; `verdict`: only those that have it."""
        with self._open() as connection:
            return stated_page(connection, verdict, _size(size), cursor)

    def stated_around(self, incident_id: str, report_ids: Iterable[str]) -> list[Stated]:
        """The counts that may count an incident, or that one of its reports states."""
        with self._open() as connection:
            return stated_around(connection, incident_id, report_ids)

    def stated_in(self, report_id: str) -> list[Stated]:
        """The counts that a report states, in its order; none of an unknown report."""
        with self._open() as connection:
            return stated_in(connection, report_id)

    # Review

    def queue(
        self,
        kind: Literal["decision", "pair", "disagreement", "name"] | None = None,
        *,
        size: int = 1,
        cursor: str | None = None,
    ) -> Queue:
        """What awaits review. To skip an item, go on with the cursor after it. Judged pairs are not in it."""
        with self._open() as connection:
            return reviewing.queue_of(connection, kind, _size(size), cursor)

    def doubt(self, doubt_id: str) -> Doubt:
        """One doubtful pair, judged or not. Raises NotFoundError."""
        with self._open() as connection:
            return reviewing.doubt_named(connection, doubt_id)

    def decisions(self, judgement_ids: Iterable[str]) -> tuple[Entry, ...]:
        """The decisions of these ids as the log shows them, in that order; unknown ids are left out."""
        with self._open() as connection:
            return deciding.decisions_named(connection, judgement_ids)

    def log(self, incident_id: str | None = None, *, size: int = 50, cursor: str | None = None) -> Log:
        """The decisions, the latest first; of one incident where its id is given."""
        with self._open() as connection:
            return deciding.log_of(connection, incident_id, _size(size), cursor)


def _size(size: int) -> int:
    if not 1 <= size <= MOST:
        raise UsageError(f"size: a page has 1 to {MOST} rows, not {size}.")
    return size
