"""Every page of the bundled ledger: it answers, is JSON beside, passes axe, and asks nobody else for anything."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient

from annals.ledger import Ledger
from annals.web.app import create_app
from tests.web.browsing import DESK, PHONE, window

AXE = (Path(__file__).parent / "vendor/axe/axe.min.js").read_text(encoding="utf-8")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def client(sample_ledger: Path) -> TestClient:
    return TestClient(create_app(sample_ledger), base_url="http://127.0.0.1", headers={"accept": "text/html"})


@pytest.fixture(scope="module")
def addresses(sample_ledger: Path) -> list[str]:
    """One address of each kind of page, and every incident."""
    with Ledger.open(sample_ledger, create=False) as ledger:
        incidents = ledger.incidents()
        disputed = max(incidents, key=lambda i: (len(i.disagreements), len(i.claims)))
        actors = ledger.browse.actors(size=2).rows
        doubts = [item.pair.doubt_id for item in ledger.browse.queue("pair", size=2).items if item.pair]
        reports = [row.report_id for row in ledger.browse.reports(size=3).rows]
    return [
        *["/incidents", "/incidents?text=rocket&country=IQ", "/incidents?since=1901&until=1902", "/map", "/timeline"],
        *[
            "/timeline?step=day",
            "/tallies",
            "/tallies?verdict=cannot_tell",
            "/chains",
            "/tempo",
            "/tempo?by=actor",
            "/actors",
            "/reports",
            "/review",
            "/runs",
            "/runs/1",
            "/log",
            "/method",
        ],
        *["/review?kind=disagreement", "/review?kind=name"],
        *(f"/incidents/{disputed.incident_id}/why/{field}" for field in ("wounded", "date", "place", "event_type")),
        *(f"/actors/{row.key}" for row in actors),
        *(f"/reports/{name}" for name in reports),
        *(f"/review/{name}" for name in doubts),
        *(f"/incidents/{incident.incident_id}" for incident in incidents),
    ]


def test_every_page_answers_in_html_and_json(client: TestClient, addresses: list[str]) -> None:
    for address in addresses:
        path, _, query = address.partition("?")
        page, data = client.get(address), client.get(f"{path}.json?{query}")
        assert (address, page.status_code, data.status_code) == (address, 200, 200)
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert data.headers["content-type"] == "application/json"
        assert data.json() is not None
        again = client.get(address, headers={"if-none-match": page.headers["etag"]})
        assert again.status_code == 304, "the browser has it"


def test_no_page_has_a_style_or_a_script_of_its_own(client: TestClient, addresses: list[str]) -> None:
    for address in addresses:
        text = client.get(address).text
        assert " style=" not in text
        assert "<style" not in text
        assert text.count("<script") == text.count("<script src=")
        assert not re.search(r"<[^>]*\son[a-z]+=", text), "no event handler"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    browser: Browser, served_own: str, addresses: list[str], size: tuple[int, int], scheme: str
) -> None:
    incidents = [a for a in addresses if a.startswith("/incidents/")]
    kinds = [a for a in addresses if a not in incidents] + incidents[:2] + incidents[-3:]
    with window(browser, served_own, size, color_scheme=scheme, bypass_csp=True) as page:
        for address in kinds:
            page.goto(address)
            assert_accessible(page, address)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_names_its_source_in_the_colours_of_the_page(browser: Browser, served_own: str, scheme: str) -> None:
    """Leaflet's own white stays behind no text of ours; looked at once it is drawn, whenever that is."""
    with window(browser, served_own, PHONE, color_scheme=scheme, bypass_csp=True) as page:
        page.goto("/map")
        page.wait_for_selector(".leaflet-control-attribution")
        page.wait_for_selector(".leaflet-interactive, .leaflet-overlay-pane canvas")
        assert page.evaluate(_BACKGROUNDS) == page.evaluate(_SHEET)
        assert_accessible(page, f"/map, {scheme}")


_BACKGROUNDS = """
[...new Set([...document.querySelectorAll(".leaflet-control-attribution, .leaflet-bar a:not(.leaflet-disabled)")]
  .map((each) => getComputedStyle(each).backgroundColor))]
"""
_SHEET = """(() => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.className = "half";
  const found = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return [found];
})()"""


def assert_accessible(page: Page, address: str) -> None:
    """Fail on any finding of axe, and where the page is wider than the window."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
    assert [(address, v["id"], v["nodes"][0]["html"][:200]) for v in found] == []
    wide, inner = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= inner, f"{address} is wider than the window"


def test_pages_work_without_javascript(browser: Browser, served: str, addresses: list[str]) -> None:
    with window(browser, served, java_script_enabled=False) as page:
        for address in addresses[:24]:
            page.goto(address)
            assert page.locator("main h1").count() == 1
        page.goto("/incidents")
        page.click(".choice >> nth=0")
        assert "type=" in page.url, "a facet is a plain link"
        page.click("a.title >> nth=0")
        assert page.locator("table.matrix").is_visible()
        page.click("a.pick >> nth=0")
        assert page.evaluate("document.querySelector(':target') !== null"), "the claim leads to its anchor in the text"


def test_on_a_phone_the_numbers_of_lists_have_names_and_the_list_by_the_map_is_whole(
    browser: Browser, served: str
) -> None:
    with window(browser, served, PHONE) as page:
        for address, name in (("/actors", "incidents "), ("/reports", "incidents "), ("/changes", "no. ")):
            page.goto(address)
            cell = page.locator("td.num").first
            assert cell.inner_text().startswith(name), address
        page.goto("/map")
        cut = page.locator("#mapped").evaluate("e => e.scrollHeight - e.clientHeight")
        assert cut <= 1
