"""What is kept of reports for finding reprints: marks, cards and ties."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select, tuple_

from annals.model import Report
from annals.model.ids import number_of
from annals.model.traces import Card, Marked, Place, Tied
from annals.store.kept.asking import asked
from annals.store.reports import reports_with_ids
from annals.store.tables import copy_cards, copy_marks, copy_ties, report_copies


class KeptCopies:
    """The shelf of `collect.placing`, in a ledger."""

    def __init__(self, connection: Connection) -> None:
        """Use one transaction."""
        self._connection = connection

    def heads(self, marks: Iterable[int], most: int) -> dict[int, list[Place]]:
        """Mark -> the first `most` of the reports that have it, in order; marks that no report has are left out."""
        query = select(copy_marks.c.place, copy_marks.c.number).order_by(copy_marks.c.place, copy_marks.c.number)
        found = {}
        for mark in marks:
            rows = self._connection.execute(query.where(copy_marks.c.mark == mark).limit(most)).all()
            if rows:
                found[mark] = [(place, number) for place, number in rows]
        return found

    def behind(self, mark: int, place: Place) -> list[Place]:
        """The reports that have a mark and stand after a place, in order."""
        stands = tuple_(copy_marks.c.place, copy_marks.c.number)
        query = select(copy_marks.c.place, copy_marks.c.number).where(copy_marks.c.mark == mark, stands > place)
        return [(at, number) for at, number in self._connection.execute(query.order_by(*stands.clauses))]

    def ties(self, places: Iterable[Place]) -> list[Tied]:
        """The ties of which one of these reports is the copy, or the longer one."""
        numbers = [number for _, number in places]
        rows = {
            (row.copy, row.of): row.share
            for column in (copy_ties.c.copy, copy_ties.c.of)
            for row in asked(self._connection, select(copy_ties), column, numbers)
        }
        where = self._places({number for pair in rows for number in pair})
        return [Tied(copy=where[copy], of=where[of], share=share) for (copy, of), share in sorted(rows.items())]

    def cards_at(self, places: Iterable[Place]) -> dict[Place, Card]:
        """The cards of the reports at these places."""
        rows = asked(self._connection, select(copy_cards), copy_cards.c.number, (number for _, number in places))
        return {
            (row.place, row.number): Card(
                report_id=row.report_id,
                place=(row.place, row.number),
                published=row.published,
                length=row.length,
                sampled=row.sampled,
                coarse=row.coarse,
            )
            for row in rows
        }

    def reports_at(self, places: Iterable[Place]) -> dict[Place, Report]:
        """The reports at these places."""
        where = {card.report_id: place for place, card in self.cards_at(places).items()}
        return {where[report.report_id]: report for report in reports_with_ids(self._connection, list(where))}

    def originals_of(self, report_ids: Iterable[str]) -> dict[str, str]:
        """Of those that are reprints the original."""
        rows = asked(self._connection, select(report_copies), report_copies.c.copy, report_ids)
        return {row.copy: row.original for row in rows}

    def unknown(self, report_ids: Iterable[str]) -> set[str]:
        """Those of the reports that have no card yet."""
        numbers = {number_of(name.encode()): name for name in report_ids}
        rows = asked(self._connection, select(copy_cards.c.number), copy_cards.c.number, numbers)
        known = {row.number for row in rows}
        return {name for number, name in numbers.items() if number not in known}

    def add_marked(self, marked: Marked) -> None:
        """Keep a further report."""
        self.add_all_marked((marked,))

    def add_all_marked(self, marked: Iterable[Marked]) -> None:
        """Keep further reports."""
        cards, marks = [], []
        for one in marked:
            card = one.card
            place, number = card.place
            cards.append(
                {
                    "number": number,
                    "place": place,
                    "report_id": card.report_id,
                    "published": card.published,
                    "length": card.length,
                    "sampled": card.sampled,
                    "coarse": card.coarse,
                }
            )
            marks += [{"mark": mark, "place": place, "number": number} for mark in one.marks]
        if cards:
            self._connection.execute(insert(copy_cards), cards)
            self._connection.execute(insert(copy_marks), sorted(marks, key=lambda row: row["mark"]))

    def put_ties(self, ties: Iterable[Tied]) -> None:
        """Keep further ties."""
        rows = [{"copy": tie.copy[1], "of": tie.of[1], "share": tie.share} for tie in ties]
        if rows:
            self._connection.execute(insert(copy_ties), rows)

    def drop_ties(self, ties: Iterable[Tied]) -> None:
        """Forget ties."""
        for tie in ties:
            pair = (copy_ties.c.copy == tie.copy[1], copy_ties.c.of == tie.of[1])
            self._connection.execute(delete(copy_ties).where(*pair))

    def clear(self) -> None:
        """Forget all."""
        for table in (copy_cards, copy_marks, copy_ties):
            self._connection.execute(delete(table))

    def _places(self, numbers: Iterable[int]) -> Mapping[int, Place]:
        query = select(copy_cards.c.number, copy_cards.c.place)
        rows = asked(self._connection, query, copy_cards.c.number, numbers)
        return {row.number: (row.place, row.number) for row in rows}
