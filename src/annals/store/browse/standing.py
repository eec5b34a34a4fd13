"""How the ledger stands: what it holds, whether the incidents know all of it, and a name for its present state."""

import hashlib

from sqlalchemy import Connection, func, select

from annals import __version__
from annals.store.browse.running import last_run
from annals.store.browse.source_shapes import Summary
from annals.store.browse.state import state_of
from annals.store.tables import judgements, meta, refusals, report_numbers


def facts_of(connection: Connection) -> dict[str, str]:
    """The facts of the table `meta`."""
    return dict(connection.execute(select(meta.c.name, meta.c.value)).all())


def generation_of(connection: Connection) -> str:
    """A name that changes whenever any answer may."""
    facts = facts_of(connection)
    run = last_run(connection)
    refused = 0
    if run is not None:
        own = refusals.c.run_id == run.run_id
        refused = connection.execute(select(func.max(refusals.c.number)).where(own)).scalar() or 0
    basis = (
        facts.get("incidents"),
        facts.get("browse"),
        facts.get("changes"),
        facts.get("derived_at_change"),
        __version__,
        run,
        refused,
    )
    return hashlib.sha256(repr(basis).encode()).hexdigest()[:16]


def summary_of(connection: Connection) -> Summary:
    """What the ledger holds."""
    facts = facts_of(connection)
    seconds = facts.get("derive_seconds")
    return Summary(
        reports=connection.execute(select(func.max(report_numbers.c.number))).scalar() or 0,
        incidents=state_of(connection).incidents,
        judgements=connection.execute(select(func.count()).select_from(judgements)).scalar_one(),
        generation=generation_of(connection),
        stale=stale(facts),
        derive_seconds=None if seconds is None else float(seconds),
        last_run=last_run(connection),
    )


def stale(facts: dict[str, str]) -> bool:
    """Whether readings or judgements came since the incidents were derived, or another annals derived them."""
    return facts.get("derived_at_change") != facts.get("changes") or facts.get("derived_by") != __version__
