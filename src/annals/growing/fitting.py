"""Whether what waits can be taken in by its neighbourhood."""

from collections.abc import Iterable

from annals.model import Judgement
from annals.model.standing import standing
from annals.store.growth import Growth


def fits(ledger: Growth) -> bool:
    """Whether it can; else everything is to be derived anew.

    It cannot where the last derivation left nothing behind, or very much waits; where people gave a name to an actor,
    or took one back, since any report may use that name; nor where a report was given no day of publication, since it
    is dated by the reports around it.
    """
    if not ledger.ready() or ledger.any_undated():
        return False
    judgements, applied = ledger.judgements(), ledger.applied()
    return _names(judgements) == _names(j for j in judgements if j.judgement_id in applied)


def _names(judgements: Iterable[Judgement]) -> list[Judgement]:
    return [judgement for judgement in standing(judgements) if judgement.kind == "alias"]
