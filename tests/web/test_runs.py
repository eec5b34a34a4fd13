"""Runs: what was refused and why, and how far a run is that goes on."""

from pathlib import Path

from playwright.sync_api import Page, expect

from annals.model import Refusal
from annals.store.runs import Counts
from annals.store.store import Store


def test_a_run_that_goes_on_is_followed(own_page: Page, own_ledger: Path) -> None:
    with Store.open(own_ledger) as store:
        number = store.start_run("rules 1")
        own_page.goto(f"/runs/{number}")
        assert "runs now" in own_page.locator("#progress").inner_text()
        store.refuse(number, 1, Refusal(origin="a.html:3 <b>", field="text", reason="It is empty; leave it out."))
        store.end_run(number, Counts(read=7, refused=1, incidents=53))
        expect(own_page.locator("#progress")).not_to_contain_text("runs now", timeout=15_000)
    assert own_page.locator("#progress dd").nth(2).inner_text() == "7"
    assert own_page.locator("#progress").get_attribute("hx-trigger") is None, "it stops asking"
    own_page.reload()
    table = own_page.locator("table").inner_text()
    assert "a.html:3 <b>" in table
    assert "It is empty; leave it out." in table
    own_page.goto("/runs")
    assert own_page.locator("tbody tr").count() == 2
