"""What a ledger answers: its incidents and reports, by name or picked, and what is worked out from them."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

from annals.errors import AnnalsError, NotFoundError
from annals.growing.checking import tallies_among, tallies_of_incident, tallies_of_report, tallies_page
from annals.ledger.held import Held
from annals.model import Account, Incident, Quote, Report
from annals.model.checked import CheckedTally, TallyPage
from annals.model.dating import Dating, Step
from annals.model.days import is_undated
from annals.model.rules import RULE_SETS, RuleSet
from annals.pipeline import chronological
from annals.reconcile import redraw
from annals.store.browse import Query
from annals.store.browse.shapes import ChangePage
from annals.store.filter import Filter
from annals.tempo import Grouping, Tempo, tempo_of

if TYPE_CHECKING:
    import pandas as pd

_SHORTEST_PREFIX = 4
_NEAR = 5


class Asking(Held):
    """The part of a ledger that answers; it changes nothing."""

    def incidents(self, where: Filter | None = None, *, rules: RuleSet | None = None) -> list[Incident]:
        """The incidents that `where` picks, or all: by first possible day, the undated last, then by id.

        With `rules` their values are chosen by that set, for this answer alone; else by the ledger's own. Links and
        tallies are those of the ledger's own records.
        """
        found = self._store.incidents()
        if rules is not None and rules != self.rules:
            basis = self._store.basis()
            by_id = {report.report_id: report for report in basis.reports}
            found = sorted(redraw(found, basis.accounts, by_id, basis.judgements, rules), key=chronological)
        return found if where is None else [incident for incident in found if where.picks(incident)]

    def incident(self, incident_id: str, *, rules: RuleSet | None = None) -> Incident:
        """The incident of that id, its values chosen by `rules`, as `incidents` does.

        The id may be one that the incident had before, an alias, or the beginning of an id: at least four hex digits,
        with or without the letter before them, that begin no other incident's id.

        Raises:
            NotFoundError: there is none, it is no more, or several begin like this; the sentence names near ids, or
                those into which it was split.
        """
        found = self._store.incident(incident_id)
        if found is not None:
            return found if rules is None or rules == self.rules else self._under(found, rules)
        tombstone = self._store.tombstone(incident_id)
        if tombstone is not None:
            raise NotFoundError(str(tombstone))
        current = self._store.incident_ids()
        for ids in (current, self._store.ids_that_lead_on()):
            begun = [known for known in ids if _begins(known, incident_id)]
            if len(begun) == 1:
                return self.incident(begun[0], rules=rules)
            if begun:
                raise NotFoundError(f"Several incidents begin with {incident_id!r}: {_some(begun)}.")
        raise NotFoundError(f"There is no incident {incident_id!r}{_near(incident_id, current)}.")

    def tempo(
        self, where: Filter | Query | None = None, *, by: Grouping | None = None, covers: str | None = None
    ) -> Tempo:
        """How often the incidents that `where` picks came, in what volleys, and how fast they were answered.

        It describes what was reported, and predicts nothing. See `annals.tempo.tempo_of` for `by` and `covers`.

        Raises:
            UsageError: `covers` is no stretch of days.
        """
        every = self._store.incidents()
        where = where or Filter()
        picked = self.browse.each(where) if isinstance(where, Query) else filter(where.picks, every)
        return tempo_of(
            picked,
            every,
            self._store.published(),
            by=by,
            covers=covers,
            since=where.since,
            until=where.until,
        )

    def changes(self, since: str | int | None = None, *, size: int = 100) -> ChangePage:
        """What happened to incidents: the entries that follow `since`, the oldest first; without it the latest ones.

        To follow a ledger, give the `next` of one page as the `since` of the next.

        Args:
            since: The number of an entry that is known; or a day or moment in ISO 8601, UTC where no zone is told.
            size: Entries at most, 1 to 1000.

        Raises:
            UsageError: `since` is neither.
        """
        return self.browse.changes(since=None if since is None else str(since), size=size)

    def tallies(
        self,
        of: str | None = None,
        *,
        verdict: str | None = None,
        size: int = 50,
        cursor: str | None = None,
    ) -> TallyPage:
        """The counts that reports state ("the ninth in five weeks"), checked against the ledger and each other.

        Args:
            of: Only those of one report, in its order, or those that one incident carries or is counted by; named as in
                `incident` and `report`. None for all, those of the latest reports first.
            verdict: Only those with this verdict: agrees, ledger_has_more, ledger_has_fewer or cannot_tell.
            size: Counts at most, 1 to 1000, where `of` is None.
            cursor: `next` of the page before.

        Raises:
            NotFoundError: there is neither an incident nor a report of that name.
            UsageError: there is no such verdict, size or cursor.
        """
        if of is None:
            return tallies_page(self.browse, verdict=verdict, size=size, cursor=cursor)
        return tallies_among(self._tallies_of(of), verdict)

    def under_every_set(self, incident_id: str) -> dict[RuleSet, Incident]:
        """The incident under each set of rules, to compare. Raises NotFoundError as `incident` does."""
        return {rules: self.incident(incident_id, rules=rules) for rules in RULE_SETS}

    def reports(self) -> list[Report]:
        """All reports, by id."""
        return self._store.reports()

    def report(self, name: str) -> Report:
        """The report that `name` names: its id (or a beginning of it), the id that the input gave it, URL or origin.

        Raises:
            NotFoundError: there is none, or several; the sentence names near or all ids.
        """
        found = self._store.reports_named(name)
        if not found:
            names = self._store.names_of_reports()
            begun = [known for known in names if _begins(known, name)]
            if len(begun) > 1:
                raise NotFoundError(f"Several reports begin with {name!r}: {_some(begun)}.")
            if not begun:
                raise NotFoundError(f"There is no report {name!r}{_near(name, names)}.")
            found = self._store.reports_named(begun[0])
        if len(found) > 1:
            raise NotFoundError(f"Several reports are named {name!r}: {_some([report.report_id for report in found])}.")
        return found[0]

    def dating(self, name: str) -> Dating:
        """When a report was published, and how that is known: as given, as it states, else from all that is said.

        `name` is as in `report`. Raises NotFoundError as it does.
        """
        report = self.report(name)
        if not is_undated(report.published):
            day = (report.published or "")[:10]
            steps = tuple(
                Step(reason="its own dateline or page states the day", quote=quote, left=day)
                for region in report.regions
                if region.published is not None
                for quote in [Quote.of(report.text, region.start, region.end)]
            )
            return Dating(report_id=report.report_id, start=day, end=day, basis="stated", steps=steps)
        basis = self._store.basis()
        found = self._stages.date(basis.reports, basis.accounts).get(report.report_id)
        return found if found is not None else Dating(report_id=report.report_id)

    def account(self, report_id: str) -> Account:
        """What was read in a report. Raises NotFoundError where the ledger has no report of that id."""
        found = self._store.account(report_id)
        if found is None:
            raise NotFoundError(f"There is no report {report_id!r}{_near(report_id, self._store.names_of_reports())}.")
        return found

    def to_pandas(self, where: Filter | None = None) -> "pd.DataFrame":
        """The incidents as a data frame: a row an incident, the columns of the CSV export (annals.write.columns).

        Raises:
            AnnalsError: pandas is not installed.
        """
        try:
            import pandas as pd  # noqa: PLC0415 - an option, and slow to import
        except ImportError as error:
            raise AnnalsError("to_pandas needs pandas; install it with: pip install 'annals[pandas]'") from error
        from annals.write.columns import COLUMNS, row  # noqa: PLC0415 - for this method alone

        rows = [row(incident) for incident in self.incidents(where)]
        return pd.DataFrame(rows, columns=[column.name for column in COLUMNS])

    def _tallies_of(self, name: str) -> tuple[CheckedTally, ...]:
        try:
            incident = self.incident(name)
        except NotFoundError as no_incident:
            try:
                return tallies_of_report(self.browse, self.report(name).report_id)
            except NotFoundError as no_report:
                raise (no_report if name[:1] == "r" else no_incident) from None
        return tallies_of_incident(
            self.browse, incident.incident_id, tuple(report.report_id for report in incident.reports)
        )

    def _under(self, found: Incident, rules: RuleSet) -> Incident:
        names = [report.report_id for report in found.reports]
        accounts = [account for name in names if (account := self._store.account(name)) is not None]
        reports = {report.report_id: report for report in self.browse.texts(names)}
        return redraw([found], accounts, reports, self._store.judgements(), rules)[0]


def _begins(known: str, prefix: str) -> bool:
    """Whether `known` begins with `prefix`: four hex digits at least, with or without the letter before them."""
    start, name = prefix.lower(), known.lower()
    return (len(start) > _SHORTEST_PREFIX and name.startswith(start)) or (
        len(start) >= _SHORTEST_PREFIX and name[1:].startswith(start)
    )


def _some(ids: list[str]) -> str:
    more = len(ids) - _NEAR
    return ", ".join(ids[:_NEAR]) + (f" and {more} more" if more > 0 else "")


def _near(name: str, known: list[str]) -> str:
    """The end of a sentence that says what was not found."""
    near = get_close_matches(name, known, n=_NEAR, cutoff=0.5)
    return f"; near it: {', '.join(near)}" if near else "; `annals list` shows what there is"
