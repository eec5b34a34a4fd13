import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annals.cli import app
from annals.model import Account, Incident, Report
from annals.model.derived import Derived
from annals.store.store import Store
from tests.records import REPORTS, shelling, silent

Run = Callable[..., Result]
MakeLedger = Callable[..., Path]


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("ANNALS_") or name == "COLUMNS"]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run() -> Run:
    """Run annals as a person would, in this process."""

    def invoke(*args: str | Path, **more: object) -> Result:
        return CliRunner().invoke(app, [str(arg) for arg in args], **more)  # type: ignore[arg-type]

    return invoke


@pytest.fixture
def make_ledger(tmp_path: Path) -> MakeLedger:
    """Make a ledger that holds just these records, as if they had been derived."""

    def make(
        incidents: Sequence[Incident], reports: Sequence[Report] = tuple(REPORTS.values()), name: str = "annals.db"
    ) -> Path:
        path = tmp_path / name
        with Store.open(path) as store:
            for report in reports:
                store.add_report(report, Account(report_id=report.report_id, reader="test"), "test")
            assert store.replace_incidents(Derived(incidents=tuple(incidents)), store.basis().fingerprint)
        return path

    return make


@pytest.fixture
def ledger(make_ledger: MakeLedger) -> Path:
    """A ledger with the shelling of Velmar and a record of which next to nothing is known."""
    return make_ledger([shelling(), silent()])
