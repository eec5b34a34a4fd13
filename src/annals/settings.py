"""What a run is told from outside, read once: flag, then environment, then default."""

import os
from collections.abc import Mapping

import msgspec

from annals.errors import UsageError
from annals.model.rules import RULE_SETS, RuleSet


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of one run."""

    ledger: str = "annals.db"
    """Path of the ledger (ANNALS_LEDGER)."""
    reader: str = "trained"
    """Which reader reads the reports (ANNALS_READER), one of `annals.extract.READERS`."""
    jobs: int | None = None
    """Reading processes at once, at least 1 (ANNALS_JOBS); None is one for each core that this process may use."""
    places: str | None = None
    """File of the project's own places (ANNALS_PLACES); None is the one beside the ledger, where there is one."""
    gazetteer: str | None = None
    """Gazetteer made of a GeoNames dump (ANNALS_GAZETTEER); None is the one that comes with annals."""
    rules: RuleSet | None = None
    """The set of rules by which values are chosen (ANNALS_RULES), one of `annals.model.rules.RULE_SETS`; None is the
    ledger's own."""


def read_settings(
    *,
    ledger: str | None = None,
    reader: str | None = None,
    jobs: int | None = None,
    places: str | None = None,
    gazetteer: str | None = None,
    rules: str | None = None,
    environ: Mapping[str, str] | None = None,
) -> Settings:
    """Settle each setting: the argument where it is not None, else the environment, else the default.

    An empty environment variable counts as not set. `environ` is `os.environ` where it is None.

    Raises:
        UsageError: a number of processes that is none, a set of rules that is not there; the sentence names the
            variable or the option.

    >>> read_settings(jobs=2, environ={"ANNALS_LEDGER": "gaza.db", "ANNALS_JOBS": "8"})
    Settings(ledger='gaza.db', reader='trained', jobs=2, places=None, gazetteer=None, rules=None)
    """
    variables = os.environ if environ is None else environ
    default = Settings()
    return Settings(
        ledger=ledger or variables.get("ANNALS_LEDGER") or default.ledger,
        reader=reader or variables.get("ANNALS_READER") or default.reader,
        jobs=_jobs(jobs, "--jobs") or _jobs(variables.get("ANNALS_JOBS"), "ANNALS_JOBS"),
        places=places or variables.get("ANNALS_PLACES") or None,
        gazetteer=gazetteer or variables.get("ANNALS_GAZETTEER") or None,
        rules=_rules(rules, "--rules") or _rules(variables.get("ANNALS_RULES"), "ANNALS_RULES"),
    )


def _rules(value: str | None, source: str) -> RuleSet | None:
    if not value:
        return None
    for known in RULE_SETS:
        if value == known:
            return known
    raise UsageError(f"{source}: there is no set of rules {value!r}; choose one of: {', '.join(RULE_SETS)}.")


def _jobs(value: str | int | None, source: str) -> int | None:
    if value is None or value == "":
        return None
    try:
        jobs = int(value)
    except ValueError:
        jobs = 0
    if jobs < 1:
        raise UsageError(f"{source}: {value!r} is not a number of processes; give 1 or more.")
    return jobs
