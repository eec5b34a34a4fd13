"""The ledger: reports in, incidents out, in three lines of Python.

with Ledger.open("annals.db") as ledger:
    ledger.add(["reports/"])
    incidents = ledger.incidents()
"""

from annals.adding import BuildSummary
from annals.judgement_file import Imported
from annals.judging import Decided
from annals.ledger.ledger import Ledger, Status, beside
from annals.store.browse.shapes import ChangePage
from annals.store.filter import Filter
from annals.store.verify import Verification

__all__ = ["BuildSummary", "ChangePage", "Decided", "Filter", "Imported", "Ledger", "Status", "Verification", "beside"]
