import pytest
from playwright.sync_api import Browser, Page

from tests.web.browsing import window


def test_the_first_page_opens_without_asking_another_host(page: Page) -> None:
    answer = page.goto("/")
    assert answer is not None
    assert answer.status == 200
    assert page.title()


def ask_elsewhere(browser: Browser, origin: str) -> None:
    with window(browser, origin) as page:
        page.goto("about:blank")
        page.evaluate("fetch('http://203.0.113.1/x').catch(() => null)")


def test_a_request_to_another_host_would_be_noticed(browser: Browser, served: str) -> None:
    with pytest.raises(AssertionError, match="another host"):
        ask_elsewhere(browser, served)
