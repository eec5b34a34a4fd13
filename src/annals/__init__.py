"""annals: one sourced record per incident, from news reports of violence.

from annals import Ledger

with Ledger.open("annals.db") as ledger:
    ledger.add(["reports/"])
    incidents = ledger.incidents()
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from annals.collect import report_of
    from annals.ledger import Filter, Ledger
    from annals.model import Incident, Report

__version__ = "0.1.0"

__all__ = ["Filter", "Incident", "Ledger", "Report", "__version__", "report_of"]

_HOMES = {
    "Filter": "annals.ledger",
    "Incident": "annals.model",
    "Ledger": "annals.ledger",
    "Report": "annals.model",
    "report_of": "annals.collect",
}


def __getattr__(name: str) -> Any:
    """Import on first use, so that `import annals` and `annals --help` stay fast."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'annals' has no attribute {name!r}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
