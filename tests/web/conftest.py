import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from annals import samples
from annals.ledger import Ledger
from tests.web.browsing import started, window
from tests.web.serving import serving


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the bundled reports; not to be written to."""
    path = tmp_path_factory.mktemp("ledger") / "annals.db"
    with Ledger.open(path, jobs=1) as ledger:
        ledger.add([samples.folder()])
    return path


@pytest.fixture
def own_ledger(sample_ledger: Path, tmp_path: Path) -> Path:
    """A copy of the ledger of the bundled reports, for a test to write to."""
    path = tmp_path / "own.db"
    shutil.copyfile(sample_ledger, path)
    return path


@pytest.fixture(scope="session")
def served(sample_ledger: Path) -> Iterator[str]:
    """Address of a read-only server on the ledger of the bundled reports."""
    with serving(sample_ledger, read_only=True) as address:
        yield address


@pytest.fixture
def served_own(own_ledger: Path) -> Iterator[str]:
    """Address of a server on `own_ledger`, which takes decisions."""
    with serving(own_ledger) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    with ExitStack() as stack:
        yield stack.enter_context(started())


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A window 1280 pixels wide on `served`; page.goto takes paths."""
    with window(browser, served) as opened:
        yield opened


@pytest.fixture
def own_page(browser: Browser, served_own: str) -> Iterator[Page]:
    """A window 1280 pixels wide on `served_own`, where decisions may be taken."""
    with window(browser, served_own) as opened:
        yield opened
