"""A ledger published as files: every link leads somewhere, and pages open from the folder without a server."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page

from annals.errors import UsageError
from annals.ledger import Ledger
from annals.web.files import MARK, write_site
from tests.web.browsing import window

LINK = re.compile(r'(?:href|src)="([^"]+)"')


@pytest.fixture(scope="module")
def site(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("public") / "site"
    assert write_site(sample_ledger, out) == len(list(out.rglob("*.html")))
    return out


@pytest.fixture
def opened(browser: Browser, site: Path) -> Iterator[Page]:
    with window(browser, "http://127.0.0.1:9") as page:
        yield page


def test_every_link_leads_to_a_file(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for link in LINK.findall(text):
            path, _, fragment = unescape(link).partition("#")
            target = (page.parent / unquote(path)).resolve() if path else page
            assert target.is_file(), f"{page.relative_to(site)} -> {link}"
            assert target.is_relative_to(site.resolve())
            if fragment and target.suffix == ".html":
                assert f'id="{unquote(fragment)}"' in target.read_text(encoding="utf-8"), f"{page.name} -> {link}"


def test_pages_open_from_the_folder(opened: Page, site: Path, sample_ledger: Path) -> None:
    with Ledger.open(sample_ledger, create=False) as ledger:
        record = max(ledger.incidents(), key=lambda i: (i.corroboration.origins, len(i.claims)))
    opened.goto((site / "index.html").as_uri())
    assert opened.locator("a.title").count() > 10
    opened.goto((site / f"incidents/{record.incident_id}.html").as_uri())
    assert opened.evaluate("getComputedStyle(document.querySelector('.top')).borderBottomStyle") == "solid"
    quotes = {claim.claim_id: claim.quote.exact for claim in record.claims}
    link = opened.locator("a.pick").first
    link.click()
    shown = opened.evaluate("[...document.querySelectorAll('mark.focus')].map(m => m.textContent).join('')")
    assert shown == quotes[link.get_attribute("data-claim") or ""]
    opened.goto((site / "map.html").as_uri())
    opened.wait_for_selector(".leaflet-container canvas")
    assert opened.locator("form").count() == 0, "files take no decisions"


def test_the_texts_can_be_left_out(sample_ledger: Path, tmp_path: Path) -> None:
    with Ledger.open(sample_ledger, create=False) as ledger:
        report = max(ledger.reports(), key=lambda r: len(r.text))
    out = tmp_path / "site"
    write_site(sample_ledger, out, texts=False)
    for form in ("html", "json"):
        page = (out / f"reports/{report.report_id}.{form}").read_text(encoding="utf-8")
        assert report.text[-60:].strip() not in page
        assert "sha" in page.lower()


def test_it_writes_over_nothing_but_its_own(sample_ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(UsageError, match="no site of annals"):
        write_site(sample_ledger, tmp_path / "mine")
    assert (tmp_path / "mine" / "letter.txt").read_text(encoding="utf-8") == "dear"
    with pytest.raises(UsageError, match="no folder"):
        write_site(sample_ledger, tmp_path / "nowhere" / "site")
    out = tmp_path / "site"
    write_site(sample_ledger, out)
    (out / "stale.html").write_text("old", encoding="utf-8")
    write_site(sample_ledger, out)
    assert (out / MARK).is_file()
    assert not (out / "stale.html").exists(), "written anew as a whole"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "site"], "nothing unfinished is left"
