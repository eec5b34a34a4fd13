"""Make the pictures of the documentation, docs/images/*.png, from the bundled reports: `make screenshots`.

Needs Chromium (on Debian: apt-get install chromium).
"""

import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

from annals import samples
from annals.ledger import Ledger
from annals.model import Incident
from annals.web.app import create_app
from annals.web.settings import WebSettings

OUT = Path(__file__).parent.parent / "docs/images"
PORT = 8479
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")


def main() -> None:
    """Build the ledger, serve it, and take the pictures."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        sys.exit("There is no chromium to take pictures with: apt-get install chromium.")
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "annals.db"
        chosen = built(ledger)
        server = uvicorn.Server(
            uvicorn.Config(create_app(ledger, WebSettings(port=PORT)), port=PORT, lifespan="off", log_level="error")
        )
        threading.Thread(target=server.run, daemon=True).start()
        while not server.started:
            time.sleep(0.05)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
            for name, width, scheme, take in shots(chosen):
                page = browser.new_page(
                    base_url=f"http://127.0.0.1:{PORT}",
                    viewport={"width": width, "height": 860},
                    color_scheme=scheme,  # type: ignore[arg-type]  # light or dark
                    reduced_motion="reduce",
                )
                take(page)
                page.wait_for_timeout(400)
                page.screenshot(path=OUT / f"{name}.png")
                page.close()
                print(f"{name}.png: {(OUT / f'{name}.png').stat().st_size / 1000:.0f} kB")
            browser.close()
        server.should_exit = True


def built(path: Path) -> Incident:
    """Build the ledger of the bundled reports; return the incident with the most to show."""
    with Ledger.open(path) as ledger:
        ledger.add([samples.folder()])
        return max(
            ledger.incidents(),
            key=lambda i: ("wounded" in i.disagreements, i.corroboration.reports, i.corroboration.origins),
        )


def shots(chosen: Incident) -> list[tuple[str, int, str, Callable[[Page], object]]]:
    """Return name, width, colours and how to get there for each picture."""

    def incident(page: Page) -> None:
        page.goto(f"/incidents/{chosen.incident_id}")
        page.locator("tr:has(th:text('wounded')) a.pick").first.click()
        page.locator("#claims-title").evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 16)")

    def mapped(page: Page) -> None:
        page.goto("/map?country=IQ&country=SY&country=IR")
        page.wait_for_timeout(1200)

    def review(page: Page) -> None:
        page.goto("/review?kind=pair")

    return [
        ("incident", 1280, "light", incident),
        ("incidents", 1280, "light", lambda page: page.goto("/incidents?disagreement=any")),
        ("map", 1280, "light", mapped),
        ("timeline", 1280, "light", lambda page: page.goto("/timeline?since=2019-08&until=2021-08")),
        ("review", 1280, "light", review),
        ("report", 1280, "dark", lambda page: page.goto(f"/reports/{chosen.reports[1].report_id}")),
    ]


if __name__ == "__main__":
    main()
