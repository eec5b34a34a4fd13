"""The whole flow with the real stages, on a few reports of our own."""

from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from annals import pipeline, samples
from annals.collect import collect, report_of
from annals.ledger import Ledger
from annals.model import Account, Report


def made(name: str, text: str, published: str) -> Report:
    return report_of(text=text, raw=text.encode(), published=published, publisher=name, given_id=name, origin=name)


REPORTS = [
    made(
        "Harbour Post",
        "Mortar shells hit grain port of Mykolaiv\n\n"
        "Four mortar shells struck the grain port of Mykolaiv on Monday night, wounding five dock workers, a harbour "
        "official said. No one was killed.",
        "2021-05-04",
    ),
    made(
        "Coast Radio",
        "Six hurt as shells fall on Mykolaiv\n\n"
        "At least six people were wounded when mortar shells fell on the port city of Mykolaiv on 3 May 2021, the "
        "hospital reported. Separatists denied any role.",
        "2021-05-05",
    ),
    made(
        "Upland News",
        "A roadside bomb killed three soldiers near Kirkuk on 7 June 2021, police said. Islamic State claimed it.",
        "2021-06-08",
    ),
]


def written(ledger: Ledger) -> bytes:
    return msgspec.json.encode(ledger.incidents())


def test_reports_become_incidents_whose_every_quote_holds(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db", jobs=1) as ledger:
        summary = ledger.add(REPORTS)
        assert (summary.read, summary.refused) == (3, 0)
        found = {incident.place.name: incident for incident in ledger.incidents()}
        assert found["Mykolaiv"].corroboration.reports == 2
        assert found["Mykolaiv"].date.start == "2021-05-03"
        assert found["Kirkuk"].killed.best == 3
        verification = ledger.verify()
        assert verification.faults == ()
        assert verification.quotes > 10


def test_the_order_of_reports_does_not_change_a_byte(tmp_path: Path) -> None:
    results = set()
    for number, order in enumerate(permutations(REPORTS)):
        with Ledger.open(tmp_path / f"{number}.db", jobs=1) as ledger:
            for report in order if number % 2 else [order]:
                ledger.add([report] if isinstance(report, Report) else report)
            results.add(written(ledger))
    assert len(results) == 1


def test_several_processes_do_not_change_a_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "SERIAL", 2)
    monkeypatch.setattr(pipeline, "BATCH", 1)
    with Ledger.open(tmp_path / "a.db", jobs=1) as one, Ledger.open(tmp_path / "b.db", jobs=2) as two:
        assert one.add(REPORTS) == two.add(REPORTS)
        assert written(one) == written(two)


def test_files_and_mappings_of_one_content_are_one_report(tmp_path: Path) -> None:
    first = {"id": "A", "text": REPORTS[0].text, "published": "2021-05-04", "publisher": "Harbour Post"}
    (tmp_path / "in.jsonl").write_bytes(msgspec.json.encode(first) + b"\n" + b'{"id": "B"}\n')
    with Ledger.open(tmp_path / "a.db", jobs=1) as ledger:
        summary = ledger.add(tmp_path / "in.jsonl")
        assert (summary.read, summary.refused) == (1, 1)
        assert summary.refusals[0].field == "text"
        assert ledger.add([first]).already_there == 1
        assert ledger.report("A").text == REPORTS[0].text


def test_five_bundled_reports_give_the_same_bytes_in_all_orders() -> None:
    stages = pipeline.pipeline("rules")
    reader = stages.load()
    reports = [r for r in collect([samples.folder()]) if isinstance(r, Report) and "airport" in r.text.lower()][:5]
    assert len(reports) == 5
    read = [account for account in pipeline.read_batch(reports, reader) if isinstance(account, Account)]
    accounts = {account.report_id: account for account in read}
    results = {
        msgspec.json.encode(stages.derive(list(order), [accounts[r.report_id] for r in order], [], "representative"))
        for order in permutations(reports)
    }
    assert len(results) == 1
