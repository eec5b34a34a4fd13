"""The incident page in the browser: the matrix by mouse and keyboard, and quotes that are exact to the code point."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from annals.ledger import Ledger
from annals.model import Incident
from tests.web.browsing import window
from tests.web.serving import serving


@pytest.fixture(scope="session")
def disputed(sample_ledger: Path) -> Incident:
    with Ledger.open(sample_ledger, create=False) as ledger:
        return max(ledger.incidents(), key=lambda i: (i.corroboration.origins, len(i.disagreements), len(i.claims)))


def focused(page: Page) -> str:
    """The text that is marked as the chosen quote."""
    text = page.evaluate("[...document.querySelectorAll('mark.focus')].map(m => m.textContent).join('')")
    assert isinstance(text, str)
    return text


def test_every_claim_shows_its_exact_words(page: Page, disputed: Incident) -> None:
    page.goto(f"/incidents/{disputed.incident_id}")
    page.evaluate("document.querySelectorAll('details.rest').forEach(d => d.open = true)")
    quotes = {claim.claim_id: claim.quote.exact for claim in disputed.claims}
    for link in page.locator("a.pick").all():
        name = link.get_attribute("data-claim")
        link.click()
        assert focused(page) == quotes[name or ""]
        assert page.locator("mark.focus").first.is_visible()


def test_the_matrix_holds_every_claim_once(page: Page, disputed: Incident) -> None:
    page.goto(f"/incidents/{disputed.incident_id}")
    shown = page.evaluate("[...document.querySelectorAll('[data-matrix] a[data-claim]')].map(a => a.dataset.claim)")
    assert len(shown) == len(set(shown))
    assert set(shown) <= {claim.claim_id for claim in disputed.claims}
    words = {(claim.field, claim.quote.exact) for claim in disputed.claims}
    kept = {(c.field, c.quote.exact) for c in disputed.claims if c.claim_id in set(shown)}
    assert kept == words, "what is folded away is only what reprints repeat"


def test_the_matrix_by_keyboard(page: Page, disputed: Incident) -> None:
    page.goto(f"/incidents/{disputed.incident_id}")
    assert page.locator("[data-matrix] [tabindex='0']").count() == 1, "one tab stop"
    page.locator("[data-matrix] [tabindex='0']").focus()

    def here() -> str:
        text = page.evaluate(
            "document.activeElement.closest('td, th')?.cellIndex + '/' + document.activeElement.className"
        )
        assert isinstance(text, str)
        return text

    first = here()
    page.keyboard.press("ArrowRight")
    assert here() != first
    page.keyboard.press("ArrowLeft")
    assert here() == first
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("mark.focus")
    expect(page.locator("#texts")).to_be_focused()
    page.keyboard.press("Escape")
    assert here().endswith("pick"), "Escape leads back to the cell"
    page.keyboard.press("n")
    assert focused(page)
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()


def test_keys_can_be_turned_off(page: Page, disputed: Incident) -> None:
    page.goto(f"/incidents/{disputed.incident_id}")
    page.keyboard.press("?")
    page.check("[data-keys-off]")
    page.click("#keys button")
    page.keyboard.press("?")
    assert page.locator("#keys").is_hidden()


def test_a_mark_leads_back_to_its_claim(page: Page, disputed: Incident) -> None:
    page.goto(f"/incidents/{disputed.incident_id}")
    page.locator("#texts mark").first.click()
    assert page.locator("a.pick[aria-current]").count() == 1
    assert page.evaluate("document.activeElement.matches('a.pick')")


def test_list_by_keyboard(page: Page) -> None:
    page.goto("/incidents")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    title = page.locator(".here a.title").inner_text()
    page.keyboard.press("o")
    page.wait_for_selector("table.matrix")
    page.wait_for_load_state()
    assert page.locator("h1").inner_text() == title
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()


def test_texts_of_a_large_record_come_when_a_quote_is_chosen(
    page: Page, disputed: Incident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annals.web.pages.incident.INLINE_REPORTS", 0)
    page.goto(f"/incidents/{disputed.incident_id}")
    page.wait_for_load_state("networkidle")
    assert page.locator("#texts mark").count() == 0
    quotes = {claim.claim_id: claim.quote.exact for claim in disputed.claims}
    for number in (0, 3, 5):
        link = page.locator("a.pick:visible").nth(number)
        link.click()
        page.wait_for_selector("#texts mark.focus")
        name = link.get_attribute("data-claim") or ""
        expect(page.locator(f"mark.focus[data-claims~='{name}']").first).to_be_visible()
        assert focused(page) == quotes[name]


def test_many_origins_have_pages(page: Page, disputed: Incident, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annals.web.pages.incident.COLUMNS", 1)
    page.goto(f"/incidents/{disputed.incident_id}")
    assert page.locator("th.origin").count() == 1
    first = page.locator("th.origin").inner_text()
    page.locator("nav[aria-label=Origins] a").last.click()
    page.wait_for_url("**origins=*")
    assert page.locator("th.origin").inner_text() != first


TEXT = (
    "\U0001f680\U0001f468\u200d\U0001f469\u200d\U0001f467 Cafe\u0301 \u0628\u063a\u062f\u0627\u062f \u202e\u0645 "
    "BAGHDAD - Rockets hit the Taji base north of Baghdad on 9 December 2019, wounding five soldiers, police said.\n"
    "\u0642\u0627\u0644\u062a \u0627\u0644\u0634\u0631\u0637\u0629 \U0001f1ee\U0001f1f6 e\u0301e\u0301: "
    "Two rockets were fired at the base. Nobody was killed."
)


def test_quotes_are_exact_after_emoji_arabic_and_combining_characters(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "odd.db"
    with Ledger.open(path, jobs=1) as ledger:
        ledger.add([{"text": TEXT, "title": "\U0001f4f0 Rockets", "publisher": "Tests", "published": "2019-12-10"}])
        records = ledger.incidents()
    assert records, "the reader finds the attack"
    with serving(path) as address, window(browser, address) as page:
        for record in records:
            page.goto(f"/incidents/{record.incident_id}")
            page.evaluate("document.querySelectorAll('details.rest').forEach(d => d.open = true)")
            quotes = {claim.claim_id: claim.quote.exact for claim in record.claims}
            for link in page.locator("a.pick").all():
                link.click()
                assert focused(page) == quotes[link.get_attribute("data-claim") or ""]
        report = records[0].reports[0].report_id
        page.goto(f"/reports/{report}?claim={records[0].claims[0].claim_id}")
        chosen = page.evaluate(
            "[...document.querySelectorAll('mark[data-chosen], mark.focus')].map(m => m.textContent).join('')"
        )
        assert chosen == records[0].claims[0].quote.exact, "without a script the server marks the same words"
        assert "U+202E" in page.locator(".body").inner_text(), "an override is shown, not obeyed"
