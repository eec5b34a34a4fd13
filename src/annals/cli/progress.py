"""How far long work is: a bar on a terminal, else a line every ten seconds, on stderr either way."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from annals.cli.messages import note
from annals.show.clean import printable

EVERY = 10.0
"""Seconds between two lines where there is no terminal."""

Tell = Callable[[int, str], None]
"""Called with how many are done and where the latest came from."""


@contextmanager
def progress(what: str, *, quiet: bool = False) -> Iterator[Tell | None]:
    """Give a function that is told how far the work is; None with `quiet`."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        with _bar(what) as tell:
            yield tell
    else:
        yield lines(what, time.monotonic)


def lines(what: str, clock: Callable[[], float]) -> Tell:
    """Return a function that says at most one line every ten seconds; short work stays silent."""
    last = clock()

    def tell(done: int, latest: str) -> None:
        nonlocal last
        if clock() - last >= EVERY:
            last = clock()
            note(f"{what}: {done:,} done, latest {latest}")

    return tell


@contextmanager
def _bar(what: str) -> Iterator[Tell]:

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        TextColumn("{task.completed:,.0f} done", markup=False),
        TimeElapsedColumn(),
        TextColumn("{task.fields[latest]}", markup=False, style="dim"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None, latest="")

        def tell(done: int, latest: str) -> None:
            bar.update(task, completed=done, latest=printable(latest)[-60:])

        yield tell
