"""Reports that try to be more than text are shown as text, in the browser as in the page's source."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from annals.ledger import Ledger
from tests.web.browsing import window
from tests.web.serving import serving

ATTACK = (
    "Rockets hit the Taji base near Baghdad on 9 December 2019, killing two soldiers and wounding five, police said."
)
HOSTILE = {
    "script": f"<script>document.title='owned'</script> {ATTACK} <img src=x onerror=\"document.title='owned'\">",
    "template": f"{{{{ 7*7 }}}} {{% for x in y %}} ${{7*7}} {ATTACK} {{{{ ask.site.secret }}}}",
    "bidi": f"\u202eevil\u202c \u2066x\u2069 {ATTACK} \u200f",
    "null": f"a\x00b \x1b[31m {ATTACK} \x7f \ufffe",
    "markup": f"</p></div></main><base href='https://evil.example/'><style>*{{display:none}}</style> {ATTACK}",
    "line": f"{ATTACK} " + "x" * 5_000_000,
    "url": f"{ATTACK} javascript:alert(1)",
    "deep": "<div>" * 3_000 + ATTACK,
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with Ledger.open(path, jobs=1) as ledger:
        ledger.add(
            {
                "text": text,
                "id": name,
                "title": f"{name} <script>document.title='owned'</script> \u202e",
                "publisher": "</option><script>document.title='owned'</script>",
                "url": "javascript:document.title='owned'",
                "published": "2019-12-10",
            }
            for name, text in HOSTILE.items()
        )
    return path


@pytest.fixture(scope="module")
def hostile_site(hostile: Path) -> Iterator[str]:
    with serving(hostile) as address:
        yield address


@pytest.fixture
def looking(browser: Browser, hostile_site: str) -> Iterator[Page]:
    with window(browser, hostile_site) as page:
        yield page


def assert_harmless(page: Page) -> None:
    assert page.evaluate("document.title !== 'owned'")
    assert page.evaluate("[...document.scripts].every(s => s.src.startsWith(location.origin))")
    assert page.evaluate("document.querySelectorAll('main img, main style, base, main iframe').length") == 0
    assert page.evaluate(
        "[...document.querySelectorAll('a')].every(a => !String(a.getAttribute('href')).startsWith('javascript'))"
    )
    assert page.locator("footer").is_visible()


def test_reports_are_shown_as_text(looking: Page, hostile: Path) -> None:
    with Ledger.open(hostile, create=False) as ledger:
        names = {report.given_id: report.report_id for report in ledger.reports()}
    for given, name in names.items():
        looking.goto(f"/reports/{name}")
        assert_harmless(looking)
        body = looking.locator(".body").inner_text()
        if given == "script":
            assert "<script>document.title='owned'</script>" in body
        if given == "template":
            assert "{{ 7*7 }}" in body
            assert "49" not in body
        if given == "bidi":
            assert "U+202E" in body
            assert "\u202e" not in looking.content()
        if given == "null":
            assert "\u241b" in body
            assert "\x00" not in looking.content()
        if given == "line":
            assert looking.locator(".pages").first.inner_text().startswith("part 1 of")


def test_every_other_page_stays_whole(looking: Page, hostile: Path) -> None:
    with Ledger.open(hostile, create=False) as ledger:
        incidents = [incident.incident_id for incident in ledger.incidents()]
    assert incidents
    for path in (
        "/incidents",
        "/reports",
        "/actors",
        "/map",
        "/timeline",
        "/tempo",
        "/tempo?by=actor",
        "/review",
        *(f"/incidents/{i}" for i in incidents),
    ):
        looking.goto(path)
        assert_harmless(looking)


def test_hostile_questions(looking: Page) -> None:
    for text in (
        "<script>document.title='owned'</script>",
        '" onfocus="document.title=\'owned\'" autofocus="',
        "'*\"(",
        "\u202e",
    ):
        looking.goto("/incidents")
        looking.fill(".filter [name=text]", text)
        looking.click(".filter button")
        looking.wait_for_load_state()
        assert_harmless(looking)
