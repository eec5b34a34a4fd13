"""A report that its outlet brings up to date, from the text to the page."""

from pathlib import Path

from starlette.testclient import TestClient

from annals.collect import report_of
from annals.ledger import Ledger
from annals.show.record import record_page
from annals.web.app import create_app
from annals.web.settings import WebSettings

FIRST = """\
TARVO, 4 May 2021 - The mayor said that two mortar shells struck the market of Tarvo on Tuesday and killed three people.

Stallholders carried the wounded to the clinic on handcarts because the only ambulance was out of fuel.

The army has held the ridge above the town since the winter, and blamed militants of the Tarvo Front."""
SECOND = FIRST.replace("killed three people", "killed seven people")


def test_an_update_supersedes_the_first_version_and_the_record_says_so(tmp_path: Path) -> None:
    reports = [
        report_of(text=text, raw=b"", title=title, published="2021-05-04", publisher="The Ridge Post")
        for text, title in ((FIRST, "Shells hit market in Tarvo"), (SECOND, "UPDATE 1-Shells hit market in Tarvo"))
    ]
    first, second = (report.report_id for report in reports)
    with Ledger.open(tmp_path / "bit.db", reader="rules", jobs=1) as bit:
        for report in reports:
            bit.add([report])
        (incident,) = bit.incidents()
    with Ledger.open(tmp_path / "once.db", reader="rules", jobs=1) as once:
        once.add(reversed(reports))
        assert once.incidents() == [incident]
    assert {report.report_id: report.superseded_by for report in incident.reports} == {first: second, second: None}
    assert (incident.killed.low, incident.killed.best, incident.killed.high) == (7, 7, 7)
    assert incident.corroboration.origins == 1
    page = "\n".join(line.plain for line in record_page(incident, {r.report_id: r for r in reports}, None))
    number = [report.report_id for report in incident.reports].index(second) + 1
    assert f"(superseded by [{number}]): Shells hit market in Tarvo" in page
    assert "A later version of this report gives 7" in page


def test_the_page_of_a_report_leads_to_the_version_that_supersedes_it(tmp_path: Path) -> None:
    reports = [
        report_of(text=text, raw=b"", title=title, published="2021-05-04", publisher="The Ridge Post")
        for text, title in ((FIRST, "Shells hit <market>"), (SECOND, "UPDATE 1-Shells hit <market>"))
    ]
    first, second = (report.report_id for report in reports)
    with Ledger.open(tmp_path / "a.db", reader="rules", jobs=1) as ledger:
        ledger.add(reports)
    client = TestClient(create_app(tmp_path / "a.db", WebSettings()), base_url="http://127.0.0.1")
    old, new = client.get(f"/reports/{first}"), client.get(f"/reports/{second}")
    assert f'<a href="/reports/{second}"><bdi>UPDATE 1-Shells hit &lt;market&gt;</bdi></a>' in old.text
    assert "A later version of this story" in old.text
    assert "A later version of this story" not in new.text
    assert f'<dt>Supersedes</dt><dd><a href="/reports/{first}"><bdi>Shells hit &lt;market&gt;</bdi></a>' in new.text
    told = client.get(f"/reports/{first}.json").json()
    assert [row["report_id"] for row in told["superseded_by"]] == [second]
    assert told["supersedes"] == []
