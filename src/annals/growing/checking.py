"""The stated counts of a ledger as they are shown: checked against the ledger, and against each other."""

from collections import Counter

from annals.errors import UsageError
from annals.growing.counted import counting_in
from annals.model.checked import VERDICTS, CheckedTally, TallyPage
from annals.reconcile.comparing import compare
from annals.reconcile.tallies import tally_of
from annals.store.browse import Browse
from annals.store.browse.stated import Stated


def tallies_page(browse: Browse, *, verdict: str | None, size: int, cursor: str | None) -> TallyPage:
    """A page of all stated counts, or of those with a verdict, those of the latest reports first.

    Raises UsageError for a verdict that is none, a size that no page has, or a cursor that is none of this list.
    """
    _known(verdict)
    found = browse.stated(verdict=verdict, size=size, cursor=cursor)
    return TallyPage(
        rows=tuple(map(_checked, found.rows)),
        total=sum(found.verdicts.values()) if verdict is None else found.verdicts.get(verdict, 0),
        verdicts={name: found.verdicts.get(name, 0) for name in VERDICTS},
        next=found.next,
    )


def tallies_of_incident(browse: Browse, incident_id: str, report_ids: tuple[str, ...]) -> tuple[CheckedTally, ...]:
    """The stated counts that an incident carries or is counted by, those of the latest reports first."""
    rows = []
    for one in browse.stated_around(incident_id, report_ids):
        counting = counting_in(one.row)
        if incident_id in counting.sure.union(counting.included, counting.holders):
            rows.append(_checked(one))
    return tuple(rows)


def tallies_of_report(browse: Browse, report_id: str) -> tuple[CheckedTally, ...]:
    """The stated counts of a report, in its order."""
    return tuple(map(_checked, browse.stated_in(report_id)))


def tallies_among(found: tuple[CheckedTally, ...], verdict: str | None) -> TallyPage:
    """These counts as one page, or those of them with a verdict. Raises UsageError for a verdict that is none."""
    _known(verdict)
    rows = tuple(one for one in found if verdict in (None, one.tally.verdict))
    counts = Counter(one.tally.verdict for one in found)
    return TallyPage(rows=rows, total=len(rows), verdicts={name: counts[name] for name in VERDICTS})


def _known(verdict: str | None) -> None:
    if verdict is not None and verdict not in VERDICTS:
        raise UsageError(f"verdict: there is no {verdict!r}; give one of: {', '.join(VERDICTS)}.")


def _checked(one: Stated) -> CheckedTally:
    counting = counting_in(one.row)
    against = [found for row in one.alike if (found := compare(counting, counting_in(row))) is not None]
    return CheckedTally(
        number=counting.number,
        tally=tally_of(counting),
        title=one.title,
        publisher=one.publisher,
        published=one.published,
        carried_by=counting.holders,
        against=tuple(sorted(against, key=lambda a: (a.window.end or "", a.report_id, a.number))),
    )
