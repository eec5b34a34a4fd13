"""Everything that pages ask of a ledger, each answer from one moment of it."""

from collections.abc import Iterable, Iterator
from typing import Literal

from annals.model import Incident
from annals.store.browse.query import Query, Sort
from annals.store.browse.shapes import (
    ActorPage,
    ActorView,
    Around,
    Doubt,
    Facet,
    Found,
    Log,
    MapView,
    Page,
    Queue,
    ReportPage,
    ReportView,
    Row,
    RunPage,
    RunView,
    Series,
    Summary,
    Tie,
)

Step = Literal["day", "week", "month", "year"]
ANYTHING = Query()


class Browse:
    """Reads a ledger for pages. Get one by `ledger.browse`; it may be used from several threads.

    Cursors are opaque; one that is none of ours, or of another query, raises UsageError. A cursor names the row that a
    page begins after, so pages neither repeat nor skip incidents where others come or go meanwhile.
    """

    def summary(self) -> Summary:
        """What the ledger holds; cheap."""
        raise NotImplementedError

    def generation(self) -> str:
        """A name of the ledger's present state that changes whenever any answer may; cheaper than `summary`."""
        raise NotImplementedError

    # Incidents

    def page(
        self, query: Query = ANYTHING, *, sort: Sort = "newest", size: int = 50, cursor: str | None = None
    ) -> Page:
        """A page of the incidents that the query picks; the first without a cursor."""
        raise NotImplementedError

    def count(self, query: Query = ANYTHING) -> int:
        """How many incidents the query picks."""
        raise NotImplementedError

    def facets(
        self, query: Query = ANYTHING, *, most: int = 12, names: Iterable[str] | None = None
    ) -> tuple[Facet, ...]:
        """The facets (all of FACETS, or `names`), each counted under all choices but its own."""
        raise NotImplementedError

    def each(self, query: Query = ANYTHING, *, sort: Sort = "oldest") -> Iterator[Incident]:
        """Every record that the query picks, one after the other, for exports: exactly those of `page`."""
        raise NotImplementedError

    def rows(self, incident_ids: Iterable[str]) -> tuple[Row, ...]:
        """The lines of these incidents, in that order; ids that lead nowhere are left out."""
        raise NotImplementedError

    def find(self, incident_id: str) -> Found:
        """Where exactly that id leads. Raises NotFoundError, which names near ids, where no incident ever had it."""
        raise NotImplementedError

    def around(self, incident_id: str) -> Around:
        """Ties in both directions, tallies that count it, doubtful pairs, history. Empty for an unknown id."""
        raise NotImplementedError

    def map(self, query: Query = ANYTHING, *, zoom: int = 2, most_areas: int = 300) -> MapView:
        """What the map shows: `query.bounds` is the view; cells get smaller with `zoom` (0 to 18, as in web maps)."""
        raise NotImplementedError

    def series(self, query: Query = ANYTHING, *, step: Step = "month") -> Series:
        """Incidents, killed and wounded over time."""
        raise NotImplementedError

    def ties(self, query: Query = ANYTHING, *, most: int = 500) -> tuple[Tie, ...]:
        """Ties whose two incidents the query both picks, by day of the source."""
        raise NotImplementedError

    # Actors

    def actors(self, *, text: str | None = None, size: int = 50, cursor: str | None = None) -> ActorPage:
        """The register, the commonest first; with `text` only names or ids that hold it."""
        raise NotImplementedError

    def actor(self, key: str) -> ActorView:
        """One party, by its key or id. Raises NotFoundError."""
        raise NotImplementedError

    # Reports and runs

    def reports(self, *, text: str | None = None, size: int = 50, cursor: str | None = None) -> ReportPage:
        """The reports, those in no incident too; with `text` only those with these words (as in Query.text)."""
        raise NotImplementedError

    def report(self, report_id: str) -> ReportView:
        """One report. Raises NotFoundError."""
        raise NotImplementedError

    def runs(self, *, size: int = 50, cursor: str | None = None) -> RunPage:
        """The runs, the latest first."""
        raise NotImplementedError

    def run(self, run_id: int, *, size: int = 100, cursor: str | None = None) -> RunView:
        """One run and what it refused. Raises NotFoundError."""
        raise NotImplementedError

    # Review

    def queue(
        self,
        kind: Literal["pair", "disagreement", "name"] | None = None,
        *,
        size: int = 1,
        cursor: str | None = None,
    ) -> Queue:
        """What awaits review. To skip an item, go on with the cursor after it. Judged pairs are not in it."""
        raise NotImplementedError

    def doubt(self, doubt_id: str) -> Doubt:
        """One doubtful pair, judged or not. Raises NotFoundError."""
        raise NotImplementedError

    def log(self, incident_id: str | None = None, *, size: int = 50, cursor: str | None = None) -> Log:
        """The decisions, the latest first; of one incident where an id is given."""
        raise NotImplementedError
