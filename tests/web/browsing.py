"""Headless Chromium, and what a page may never do: ask another host for anything, or complain on the console."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, expect, sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
expect.set_options(timeout=30_000)  # a machine that is busy with other things is slow, not wrong

DESK, PHONE = (1280, 900), (360, 740)


def chromium() -> str:
    """The path of Chromium; a test that asks for it is skipped where there is none, but never in CI."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        if os.environ.get("ANNALS_BROWSER") == "required":
            pytest.fail("There is no chromium, and this run demands one: apt-get install chromium.")
        pytest.skip("There is no chromium to look at pages with: apt-get install chromium.")
    return found


@contextmanager
def started() -> Iterator[Browser]:
    """A browser."""
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


class Watch:
    """What went on beside the pages of a browser's window."""

    def __init__(self, origin: str) -> None:
        """Watch for requests beyond `origin`."""
        self.origin = origin
        self.foreign: list[str] = []
        self.complaints: list[str] = []

    def over(self, page: Page) -> None:
        """Watch a page: requests to other hosts are noted and never sent."""
        page.route("**/*", self._route)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))

    def check(self) -> None:
        """Fail where anything was noted."""
        assert self.foreign == [], "no page asks another host for anything"
        assert self.complaints == [], "no page complains on the console"

    def _route(self, route: Route, request: Request) -> None:
        if request.url.startswith((f"{self.origin}/", "data:", "blob:", "about:", "file:")):
            route.continue_()
        else:
            self.foreign.append(request.url)
            route.abort()

    def _console(self, message: ConsoleMessage) -> None:
        # A page that is not there is told by its status; the browser repeats that as an error of its own.
        if message.type == "error" and "the server responded with a status of" not in message.text:
            self.complaints.append(f"{message.text} ({message.location.get('url')})")


@contextmanager
def window(browser: Browser, origin: str, size: tuple[int, int] = DESK, **options: object) -> Iterator[Page]:
    """A window on the site at `origin`; fails at its end where a page asked elsewhere or complained.

    Args:
        browser: the browser.
        origin: address of the site, without a slash at its end; page.goto("/...") goes by it.
        size: width and height, CSS pixels.
        options: further ones of Playwright's `new_context`, such as color_scheme="dark", java_script_enabled=False.
    """
    width, height = size
    context = browser.new_context(
        base_url=origin,
        viewport={"width": width, "height": height},
        **options,  # type: ignore[arg-type]
    )
    watch = Watch(origin)
    try:
        page = context.new_page()
        watch.over(page)
        yield page
        watch.check()
    finally:
        context.close()
