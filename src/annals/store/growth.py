"""A ledger that grows: what waits to be taken in, what is known of its neighbourhood, and how the outcome is stored."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Column, ColumnElement, Connection, func, or_, select

from annals.model import Account, Incident, Judgement, Report
from annals.model.derived import Changed
from annals.model.rules import RuleSet
from annals.store import records
from annals.store.judged import all_judgements
from annals.store.kept import KeptCopies, KeptCounts, KeptMentions
from annals.store.kept.asking import asked
from annals.store.kept.mentions import P
from annals.store.reports import reports_with_ids
from annals.store.tables import applied_judgements, copy_cards, homes, incidents, readings, waiting
from annals.store.tables import reports as report_table

_accounts = msgspec.json.Decoder(Account)
_records = msgspec.json.Decoder(Incident)
_SHARE = 10
"""Where more than one report in so many waits, deriving everything anew is about as fast as taking them in."""


def _undated(published: Column[str]) -> ColumnElement[bool]:
    return or_(published.is_(None), published.not_like("____-__-__%"))


class Growth:
    """One write transaction in which reports and judgements are taken in."""

    def __init__(self, connection: Connection) -> None:
        """Use `Store.growing`."""
        self._connection = connection
        self.copies = KeptCopies(connection)
        self.counts = KeptCounts(connection)

    def mentions(self, shape: type[P]) -> KeptMentions[P]:
        """What is kept of mentions, as values of `shape`."""
        return KeptMentions(self._connection, shape)

    def ready(self) -> bool:
        """Whether what the last derivation left behind is there, untouched and of this version, and little waits."""
        if not records.traced(self._connection):
            return False
        count = select(func.count())
        waits = self._connection.execute(count.select_from(waiting)).scalar_one()
        return waits == 0 or waits * _SHARE <= self._connection.execute(count.select_from(report_table)).scalar_one()

    def waiting(self, most: int) -> list[str]:
        """Ids of reports that wait, sorted: up to `most` new ones, and all that were read before.

        What was read before is known by what it said then, so that all of it is taken in before anything beside it.
        """
        names = list(self._connection.execute(select(waiting.c.report_id).order_by(waiting.c.report_id)).scalars())
        unknown = self.copies.unknown(names)
        new = set(sorted(unknown)[:most])
        return [name for name in names if name not in unknown or name in new]

    def any_undated(self) -> bool:
        """Whether a report that is known or waits was given no day of publication."""
        known = select(copy_cards.c.number).where(_undated(copy_cards.c.published))
        new = (
            select(report_table.c.report_id)
            .join(waiting, waiting.c.report_id == report_table.c.report_id)
            .where(_undated(report_table.c.published))
        )
        return any(self._connection.execute(query.limit(1)).first() is not None for query in (known, new))

    def waits(self) -> bool:
        """Whether any report does."""
        return self._connection.execute(select(waiting.c.report_id).limit(1)).first() is not None

    def reports(self, report_ids: Iterable[str]) -> list[Report]:
        """The reports of these ids, by id; unknown ids are left out."""
        return reports_with_ids(self._connection, sorted(report_ids))

    def accounts(self, report_ids: Iterable[str]) -> list[Account]:
        """What was read in these reports, by report id; those that were not read are left out."""
        query = select(readings.c.report_id, readings.c.account)
        rows = asked(self._connection, query, readings.c.report_id, sorted(report_ids))
        return [_accounts.decode(row.account) for row in sorted(rows, key=lambda row: row.report_id)]

    def rules(self) -> RuleSet:
        """The set of rules by which records are made."""
        return records.rules_of(self._connection)

    def judgements(self) -> list[Judgement]:
        """All judgements, by id."""
        return all_judgements(self._connection)

    def applied(self) -> set[str]:
        """Ids of the judgements that the incidents know."""
        return set(self._connection.execute(select(applied_judgements.c.judgement_id)).scalars())

    def incidents(self, incident_ids: Iterable[str]) -> list[Incident]:
        """The incidents of these ids, by id; unknown ids are left out."""
        query = select(incidents.c.incident_id, incidents.c.body)
        rows = asked(self._connection, query, incidents.c.incident_id, sorted(incident_ids))
        return [_records.decode(row.body) for row in sorted(rows, key=lambda row: row.incident_id)]

    def homes_of(self, mention_ids: Iterable[str]) -> dict[str, str]:
        """mention_id -> incident_id, as it was derived last; those that are in none are left out."""
        rows = asked(self._connection, select(homes.c.mention_id, homes.c.incident_id), homes.c.mention_id, mention_ids)
        return {row.mention_id: row.incident_id for row in rows}

    def count_incidents(self) -> int:
        """How many incidents there are."""
        return int(self._connection.execute(select(func.count()).select_from(incidents)).scalar_one())

    def store(self, changed: Changed, report_ids: Iterable[str]) -> None:
        """Store how what is derived differs, now that these reports and all judgements are taken in."""
        records.change_incidents(self._connection, changed, report_ids)
