"""Decisions in the browser: a merge and its undo, an override, and the review queue by keyboard."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from annals.ledger import Ledger
from tests.small_world import report
from tests.web.browsing import window
from tests.web.serving import serving


def pair_of(path: Path) -> tuple[str, str, str]:
    """A doubtful pair of two incidents: its id, and the ids of both."""
    with Ledger.open(path, create=False) as ledger:
        items = ledger.browse.queue("pair", size=50).items
    doubt = next(item.pair for item in items if item.pair and not item.pair.joined)
    return doubt.doubt_id, doubt.left.incident_id, doubt.right.incident_id


def count_of(path: Path) -> int:
    with Ledger.open(path, create=False) as ledger:
        return len(ledger.incidents())


def test_a_merge_and_its_undo(own_page: Page, own_ledger: Path) -> None:
    name, left, right = pair_of(own_ledger)
    before = count_of(own_ledger)
    own_page.goto(f"/review/{name}")
    own_page.fill(".verdict [name=by]", "Ana Coder")
    own_page.fill(".verdict [name=reason]", "one volley")
    own_page.click("button[value=same]")
    own_page.wait_for_selector(".done")
    assert count_of(own_ledger) == before - 1
    with Ledger.open(own_ledger, create=False) as ledger:
        merged = ledger.incident(left)
        assert merged.incident_id == ledger.incident(right).incident_id
        entry = ledger.browse.log().entries[0]
        assert (entry.judgement.by, entry.judgement.reason) == ("Ana Coder", "one volley")
    own_page.goto(f"/incidents/{merged.incident_id}")
    assert "Ana Coder" in (own_page.locator("#history").text_content() or "")
    own_page.goto("/log")
    own_page.locator(".undo summary").first.click()
    own_page.locator(".undo [name=by]").first.fill("Ana Coder")
    own_page.locator(".undo button").first.click()
    own_page.wait_for_selector(".done")
    assert count_of(own_ledger) == before, "undone"
    with Ledger.open(own_ledger, create=False) as ledger:
        assert ledger.browse.log().total == 2, "undoing is an entry of its own"


def test_the_queue_by_keyboard(own_page: Page, own_ledger: Path) -> None:
    with Ledger.open(own_ledger, create=False) as ledger:
        waiting = ledger.browse.queue("pair").totals["pair"]
    own_page.goto("/review?kind=pair")
    first = own_page.locator(".halves").inner_text()
    own_page.keyboard.press("d")
    assert own_page.evaluate("document.activeElement.name") == "by", "a decision says who made it"
    own_page.keyboard.type("Ana")
    own_page.keyboard.press("Escape")
    own_page.keyboard.press("d")
    own_page.wait_for_selector(".done")
    with Ledger.open(own_ledger, create=False) as ledger:
        assert ledger.browse.log().entries[0].judgement.kind == "different"
        assert ledger.browse.queue("pair").totals["pair"] == waiting - 1
    assert own_page.input_value(".verdict [name=by]") == "Ana", "the name is kept"
    own_page.keyboard.press("u")
    expect(own_page.locator(".done code")).to_be_visible()
    own_page.wait_for_load_state()
    own_page.keyboard.press("s")
    own_page.wait_for_url("**/review?kind=pair&cursor=*")
    assert own_page.locator(".halves").inner_text() != first or waiting == 1
    own_page.keyboard.press("?")
    assert "same, different" in own_page.locator("#keys").inner_text()


def test_the_end_of_the_queue_is_said(own_page: Page, own_ledger: Path) -> None:
    own_page.goto("/review?kind=name")
    for _ in range(60):
        if own_page.locator(".empty").count():
            break
        own_page.keyboard.press("s")
        own_page.wait_for_load_state()
    assert "end of this queue" in own_page.locator(".empty").inner_text()


def test_an_override_stands_beside_the_claims(own_page: Page, own_ledger: Path) -> None:
    with Ledger.open(own_ledger, create=False) as ledger:
        record = next(i for i in ledger.incidents() if "wounded" in i.disagreements)
    own_page.goto(f"/incidents/{record.incident_id}/why/wounded")
    for end in ("low", "best", "high"):
        own_page.fill(f"[name={end}]", "7")
    own_page.fill("[name=reason]", "the hospital's list")
    own_page.fill(".decide [name=by]", "Ana")
    own_page.click("text=Set it")
    own_page.wait_for_selector(".done")
    with Ledger.open(own_ledger, create=False) as ledger:
        changed = ledger.incident(record.incident_id)
    assert (changed.wounded.best, changed.review.status) == (7, "reviewed")
    assert len(changed.claims) == len(record.claims), "the claims stay"
    assert "the hospital's list" in (own_page.locator("#history").text_content() or "")
    own_page.keyboard.press("u")
    expect(own_page.locator("#history li")).to_have_count(2)
    own_page.wait_for_load_state()
    with Ledger.open(own_ledger, create=False) as ledger:
        assert ledger.incident(record.incident_id).wounded == record.wounded


def test_date_and_place_can_be_set(own_page: Page, own_ledger: Path) -> None:
    with Ledger.open(own_ledger, create=False) as ledger:
        record = ledger.incidents()[8]
    own_page.goto(f"/incidents/{record.incident_id}/why/date")
    own_page.fill("[name=start]", "2020-02-01")
    own_page.fill("[name=end]", "2020-02-03")
    own_page.fill("[name=reason]", "told by three")
    own_page.fill(".decide [name=by]", "Ana")
    own_page.click("text=Set it")
    own_page.wait_for_selector(".done")
    own_page.goto(f"/incidents/{record.incident_id}/why/place")
    own_page.fill("[name=name]", "Taji")
    own_page.fill("[name=country]", "iq")
    own_page.fill("[name=lat]", "")
    own_page.fill("[name=lon]", "")
    own_page.fill(".decide [name=reason]", "as above")
    own_page.click("text=Set it")
    own_page.wait_for_selector(".done")
    with Ledger.open(own_ledger, create=False) as ledger:
        changed = ledger.incident(record.incident_id)
    assert (changed.date.start, changed.date.end, changed.date.precision) == ("2020-02-01", "2020-02-03", "few_days")
    assert (changed.place.name, changed.place.country, changed.place.lat) == ("Taji", "IQ", None)


def test_without_javascript_decisions_are_plain_forms(browser: Browser, own_ledger: Path) -> None:
    name, _, _ = pair_of(own_ledger)
    with serving(own_ledger) as address, window(browser, address, java_script_enabled=False) as page:
        page.goto(f"/review/{name}")
        page.fill(".verdict [name=by]", "Ana")
        page.click("button[value=different]")
        assert page.locator(".done").is_visible()


def test_read_only_takes_no_decision(page: Page, sample_ledger: Path) -> None:
    name, _, _ = pair_of(sample_ledger)
    page.goto(f"/review/{name}")
    assert page.locator("button[value=same]").count() == 0
    page.goto("/review")
    assert "read-only" in page.locator("main").inner_text()


def test_an_incident_can_be_withdrawn(own_page: Page, own_ledger: Path) -> None:
    with Ledger.open(own_ledger, create=False) as ledger:
        record = ledger.incidents()[3]
    own_page.goto(f"/incidents/{record.incident_id}")
    own_page.click("summary:text('withdraw')")
    form = own_page.locator("form:has(button[value=withdraw])")
    form.locator("[name=reason]").fill("a drill")
    form.locator("[name=by]").fill("Ana")
    form.locator("button").click()
    own_page.wait_for_selector(".done")
    assert "withdrew" in own_page.locator(".notice").inner_text()
    own_page.keyboard.press("u")
    expect(own_page.locator(".notice")).to_have_count(0)
    with Ledger.open(own_ledger, create=False) as ledger:
        assert ledger.incident(record.incident_id).review.status == "unreviewed"


def test_two_people_contradict_each_other_and_one_is_taken_back(own_page: Page, own_ledger: Path) -> None:
    _, left, right = pair_of(own_ledger)
    with Ledger.open(own_ledger, create=False) as ledger:
        ledger.same(left, right, by="Ana", reason="one volley")
        ledger.different(left, right, by="Bo", reason="two days apart")
    own_page.goto(f"/incidents/{left}")
    history = own_page.locator("#history").text_content() or ""
    assert "one volley" in history
    assert "two days apart" in history
    assert own_page.locator("a[href='#history'].differs").inner_text().endswith("people decided differently")
    own_page.goto("/review")
    assert "Two decisions contradict each other" in own_page.locator("main").inner_text()
    own_page.fill(".verdict [name=by]", "Cy")
    own_page.keyboard.press("Escape")
    own_page.keyboard.press("d")
    own_page.wait_for_selector(".done")
    with Ledger.open(own_ledger, create=False) as ledger:
        assert ledger.incident(left).incident_id == ledger.incident(right).incident_id, "the earlier one was right"
        assert ledger.browse.queue("decision").items == ()


def test_a_decision_that_new_reports_changed_is_confirmed(own_page: Page, own_ledger: Path) -> None:
    news = "A rocket hit the market of Mosul, Iraq, on 3 May 2021, killing {} people, {} said."
    with Ledger.open(own_ledger, create=False, jobs=1) as ledger:
        first, second = report(news.format("four", "police")), report(news.format("six", "a hospital clerk"))
        ledger.add([first])
        (name,) = (i.incident_id for i in ledger.incidents() if i.reports[0].report_id == first.report_id)
        ledger.override(name, "killed", 4, by="Ana", reason="a list")
        ledger.add([second])
    own_page.goto("/review?kind=decision")
    assert "Changed since it was decided" in own_page.locator("main").inner_text()
    assert own_page.locator(".half mark").all_inner_texts() != []
    own_page.fill(".verdict [name=by]", "Bo")
    own_page.click("button:has-text('It still holds')")
    own_page.wait_for_selector(".done")
    with Ledger.open(own_ledger, create=False) as ledger:
        entry = ledger.browse.log().entries[0]
        assert (entry.judgement.by, entry.judgement.field, entry.judgement.value) == ("Bo", "killed", "4")
        assert ledger.browse.queue("decision").items == ()
