"""How fast a large ledger answers: every question that pages ask, the pages themselves, and a browser that paints."""

import os
import random
import re
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2 as httpx
import msgspec
from sqlalchemy import event

from annals.model.derived import Changed
from annals.store.browse import Browse, Query, following
from annals.store.engines import writing
from annals.store.store import Store
from bench import made_ledger
from bench.page import table

ROUNDS = 60
"""Times that each question is asked, with other choices each time."""

PAGE_ROUNDS = 40
PAINTS = 9
_WARM = 3
_USED = re.compile(r"USING (?:COVERING )?INDEX (\w+)|USING (INTEGER PRIMARY KEY|PRIMARY KEY)|VIRTUAL TABLE INDEX")
_TABLE = re.compile(r"(?:SEARCH|SCAN) (\w+)")


@dataclass(frozen=True, kw_only=True)
class Timed:
    """Milliseconds of one kind of question."""

    name: str
    took: Sequence[float]
    plans: Sequence[str] = ()
    worked: Sequence[float] = ()
    """Of these, milliseconds of processor time."""

    def at(self, share: float) -> float:
        """The time within which that share of the questions was answered."""
        return _share_of(self.took, share)


def _share_of(times: Sequence[float], share: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def section(folder: Path, tell: Callable[[str], None], incidents: int, reports: int) -> str:
    """Make the ledger in `folder`, ask it everything, and write what came of it."""
    path = folder / "made.db"
    tell(f"a ledger of {incidents:,} incidents and {reports:,} reports")
    seconds = made_ledger.make(path, incidents, reports)
    size = path.stat().st_size / 2**30
    busy = os.getloadavg()[0]
    with Store.open(path, create=False) as store:
        tell("questions")
        largest = store.browse.page(sort="reports", size=1).rows[0]
        lines = [_line(timed) for timed in questions(store)]
    tell("pages")
    from tests.web.serving import serving  # noqa: PLC0415 - the pages come after the questions

    with serving(path, read_only=True) as origin:
        pages = list(pages_of(origin, path))
        tell("the browser")
        painted = paints(origin, f"/incidents/{largest.incident_id}")
    tell("changes")
    with Store.open(path, create=False) as store:
        changed = _changed(changes(store))
    return f"""
## Browsing {incidents:,} incidents

A made-up ledger (bench/made_ledger.py, seed 1): {incidents:,} incidents in {reports:,} reports, {size:.1f} GiB, written
in {seconds:.0f} s. Each kind of question is asked {ROUNDS} times with other choices each time, after {_WARM} that are
not counted; nothing is asked twice the same but the questions that have no choice, whose answers are forgotten in
between. Wall time of the question itself, in one process, on the machine named above; load average
{busy:.1f} when the questions were begun, so that processor time stands beside it.

{table(["question", "p50, ms", "p95, ms", "p95, processor", "indexes in its query plans"], lines, right=3)}
`facet_bits` and `incident_columns` hold, for every value of a facet, the set of its incidents, and the days, points and
tolls of all: they are read once ({_load(path):.0f} ms) and combined in memory. `report_words` is the full-text table.

### After a change

{changed}

## Pages over HTTP

The same ledger, served as `annals serve --read-only` does, asked from the same machine {PAGE_ROUNDS} times each with
other choices. From request to last byte, with rendering and without compression.

{table(["page", "p50, ms", "p95, ms", "KiB"], [_page_line(timed) for timed in pages])}
{painted}"""


def _line(timed: Timed) -> list[str]:
    times = (timed.at(0.5), timed.at(0.95), _share_of(timed.worked, 0.95))
    return [timed.name, *(f"{each:.1f}" for each in times), ", ".join(timed.plans) or "none: all in memory"]


def _page_line(timed: Timed) -> list[str]:
    return [timed.name, f"{timed.at(0.5):.1f}", f"{timed.at(0.95):.1f}", timed.plans[0]]


def _changed(took: Sequence[tuple[float, float]]) -> str:
    follow, ask = ([pair[at] for pair in took] for at in (0, 1))
    return (
        f"One report more for an incident, {len(took)} times, each with another incident: what pages ask for is "
        f"brought up to date and committed in {_share_of(follow, 0.5):.0f} ms (p50; p95 {_share_of(follow, 0.95):.0f}),"
        f" and the next list, with what it must read of that, takes {_share_of(ask, 0.5):.0f} ms (p95 "
        f"{_share_of(ask, 0.95):.0f})."
    )


def changes(store: Store, rounds: int = ROUNDS) -> list[tuple[float, float]]:
    """Change one incident after the other: milliseconds to follow it, and to list the incidents afterwards."""
    browse, drawn = store.browse, random.Random(3)
    ids = [row.incident_id for row in browse.page(size=1000).rows]
    spare = drawn.sample([row.report_id for row in browse.reports(size=1000).rows], rounds)
    took = []
    for name, report_id in zip(drawn.sample(ids, rounds), spare, strict=True):
        incident = browse.find(name).incident
        if incident is None:
            continue
        told = msgspec.structs.replace(incident.reports[0], report_id=report_id)
        count = msgspec.structs.replace(incident.corroboration, reports=incident.corroboration.reports + 1)
        changed = msgspec.structs.replace(incident, reports=(*incident.reports, told), corroboration=count)
        started = time.perf_counter()
        with writing(store._engine) as connection:  # noqa: SLF001 - as deriving in part does
            following.follow(connection, Changed(put=(changed,)))
        followed = time.perf_counter()
        browse.page()
        took.append((1000 * (followed - started), 1000 * (time.perf_counter() - followed)))
    return took


def _load(path: Path) -> float:
    with Store.open(path, create=False) as store:
        started = time.perf_counter()
        store.browse.count()
        return 1000 * (time.perf_counter() - started)


class Choices:
    """Questions drawn from what there is in the ledger."""

    def __init__(self, browse: Browse, seed: int = 1) -> None:
        """Look once at what there is."""
        self.drawn = random.Random(seed)
        self.facets = {facet.name: [v.value for v in facet.values] for facet in browse.facets(most=40)}
        self.ids = [row.incident_id for row in browse.page(size=1000).rows]
        self.actors = [row.key for row in browse.actors(size=200).rows]
        self.reports = [row.report_id for row in browse.reports(size=200).rows]
        self.doubts = [item.item_id for item in browse.queue("pair", size=200).items]
        self.towns = sorted({row.place.name for row in browse.page(size=1000).rows if row.place.name})

    def query(self, facets: int | None = None, **more: Any) -> Query:
        """Up to three facets, or so many, with one or two values each."""
        count = self.drawn.randint(1, 3) if facets is None else facets
        names = self.drawn.sample(sorted(self.facets), count)
        chosen: dict[str, Any] = {
            name: tuple(self.drawn.sample(self.facets[name], min(len(self.facets[name]), self.drawn.choice((1, 1, 2)))))
            for name in names
        }
        return Query(**{**chosen, **more})

    def since(self) -> str:
        """A day."""
        return f"{self.drawn.randint(2003, 2023)}-{self.drawn.randint(1, 12):02}-{self.drawn.randint(1, 28):02}"

    def bounds(self) -> tuple[float, float, float, float]:
        """A stretch of the map, 1 to 40 degrees wide."""
        wide = self.drawn.choice((1, 5, 15, 40))
        west, south = self.drawn.uniform(-120, 100), self.drawn.uniform(-45, 30)
        return west, south, west + wide, south + wide

    def some(self, names: Sequence[str]) -> str:
        """One of them."""
        return self.drawn.choice(names)

    def words(self, *choices: str) -> str:
        """One of these, with a day's worth of difference, so that nothing is remembered."""
        return self.drawn.choice(choices) + " " * self.drawn.randint(0, 200)


def questions(store: Store) -> Iterator[Timed]:
    """Every kind of question, timed, with the indexes that its statements use."""
    ask, choose = store.browse, Choices(store.browse)
    fresh, far = ask.forget, _far_down(ask)
    kinds: dict[str, Callable[[], object]] = {
        "list, everything, newest first": lambda: (fresh(), ask.page()),
        "list, one to three facets": lambda: ask.page(choose.query()),
        "list, a facet and days, most killed first": lambda: ask.page(
            choose.query(1, since=choose.since()), sort="killed"
        ),
        "list, a page far down": lambda: ask.page(sort="killed", cursor=choose.drawn.choice(far)),
        "facets, all nine, nothing chosen": lambda: (fresh(), ask.facets()),
        "facets, all nine, one to three chosen": lambda: ask.facets(choose.query()),
        "search, a town (a few hundred reports)": lambda: (fresh(), ask.page(Query(text=choose.some(choose.towns)))),
        "search, two words (a twentieth to a tenth of all)": lambda: (
            fresh(),
            ask.page(Query(text=choose.words("market children", "hospital market", "morgue nightfall"))),
        ),
        "search, a word in two fifths of all reports": lambda: (
            fresh(),
            ask.page(Query(text=choose.words("police", "children", "injured"))),
        ),
        "search, a phrase in a third of all reports": lambda: (
            fresh(),
            ask.page(Query(text=choose.words('"reached the injured"', '"Two police officers"'))),
        ),
        "incident": lambda: ask.find(choose.some(choose.ids)),
        "what stands around an incident": lambda: ask.around(choose.some(choose.ids)),
        "map, the world": lambda: (fresh(), ask.map(zoom=2)),
        "map, one to three facets": lambda: ask.map(choose.query(), zoom=3),
        "map, a stretch": lambda: ask.map(Query(bounds=choose.bounds()), zoom=6),
        "months, everything": lambda: (fresh(), ask.series(step="month")),
        "months, one to three facets": lambda: ask.series(choose.query(), step="month"),
        "ties between incidents, a facet": lambda: ask.ties(choose.query(1)),
        "register of actors": ask.actors,
        "an actor": lambda: ask.actor(choose.some(choose.actors)),
        "reports, by words": lambda: ask.reports(text=choose.some(choose.towns)),
        "a report": lambda: ask.report(choose.some(choose.reports)),
        "review queue": lambda: ask.queue(size=1),
        "a doubtful pair": lambda: ask.doubt(choose.some(choose.doubts)),
        "log of decisions": ask.log,
        "runs": ask.runs,
    }
    for name, question in kinds.items():
        times = list(_times(question, ROUNDS))
        yield Timed(
            name=name,
            took=[wall for wall, _ in times],
            worked=[worked for _, worked in times],
            plans=indexes_of(store, question),
        )


def _far_down(ask: Browse) -> list[str | None]:
    """Cursors of pages ever further down the list."""
    cursors = [ask.page(sort="killed", size=1000).next]
    for _ in range(20):
        cursors.append(ask.page(sort="killed", size=1000, cursor=cursors[-1]).next)
    return cursors


def _times(question: Callable[[], object], rounds: int) -> Iterator[tuple[float, float]]:
    """Wall time and processor time of each asking, milliseconds."""
    for number in range(rounds + _WARM):
        started, worked = time.perf_counter(), time.process_time()
        question()
        if number >= _WARM:
            yield 1000 * (time.perf_counter() - started), 1000 * (time.process_time() - worked)


def indexes_of(store: Store, question: Callable[[], object]) -> list[str]:
    """Names of the indexes in the plans of all statements of one question; "scan of" where a table is read whole."""
    engine = store._engine  # noqa: SLF001 - to listen to its statements
    statements: list[tuple[str, Any]] = []

    def heard(_: Any, __: Any, statement: str, parameters: Any, ___: Any, ____: Any) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            statements.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", heard)
    try:
        question()
    finally:
        event.remove(engine, "before_cursor_execute", heard)
    found: dict[str, None] = {}
    with engine.connect() as connection:
        for statement, parameters in statements:
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters):
                if (name := _index_in(row[3])) is not None:
                    found.setdefault(name)
    return list(found)


def _index_in(step: str) -> str | None:
    """The index that one step of a query plan uses; None for a step that reads no table of any size."""
    used, named = _USED.search(step), _TABLE.search(step)
    if named is None or named[1] in {"meta", "CONSTANT"}:
        return None
    if used is None:
        return f"scan of {named[1]}"
    if used[1] is None:
        return f"{named[1]} ({'full text' if 'VIRTUAL' in used[0] else 'primary key'})"
    return f"{named[1]} (primary key)" if used[1].startswith("sqlite_autoindex") else used[1]


def pages_of(origin: str, path: Path) -> Iterator[Timed]:
    """The pages, as they come over HTTP."""
    with Store.open(path, create=False) as store:
        choose = Choices(store.browse, seed=2)

    def facets() -> str:
        name = choose.some(["country", "type", "weapon", "grade", "period"])
        return str(httpx.QueryParams({name: choose.some(choose.facets[name])}))

    kinds: dict[str, Callable[[], str]] = {
        "incidents, a facet": lambda: f"/incidents?{facets()}",
        "incidents, a town searched for": lambda: f"/incidents?text={choose.some(choose.towns)}",
        "incidents as JSON": lambda: f"/incidents.json?{facets()}",
        "an incident": lambda: f"/incidents/{choose.some(choose.ids)}",
        "an incident as JSON": lambda: f"/incidents/{choose.some(choose.ids)}.json",
        "map, a facet": lambda: f"/map?{facets()}",
        "timeline, a facet": lambda: f"/timeline?{facets()}",
        "actors": lambda: "/actors",
        "a report": lambda: f"/reports/{choose.some(choose.reports)}",
        "review": lambda: "/review",
        "runs": lambda: "/runs",
    }
    with httpx.Client(base_url=origin, headers={"accept-encoding": "identity"}) as client:
        for name, address in kinds.items():
            sizes: list[int] = []

            def ask(address: Callable[[], str] = address, sizes: list[int] = sizes) -> None:
                answer = client.get(address())
                answer.raise_for_status()
                sizes.append(len(answer.content))

            took = [wall for wall, _ in _times(ask, PAGE_ROUNDS)]
            yield Timed(name=name, took=took, plans=[f"{sum(sizes) / len(sizes) / 1024:.0f}"])


def paints(origin: str, path: str) -> str:
    """A paragraph on how soon Chromium shows the incident that most reports tell."""
    found = shutil.which("chromium")
    if found is None:
        return "No Chromium was there to paint a page.\n"
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - where there is a browser

    first, done = [], []
    with sync_playwright() as playwright, _browser(playwright, found) as browser:
        for _ in range(PAINTS):
            context = browser.new_context(base_url=origin, viewport={"width": 1280, "height": 900})
            page = context.new_page()
            page.goto(path, wait_until="load")
            told = page.evaluate(_PAINTED)
            first.append(told["first"])
            done.append(told["loaded"])
            context.close()
    half = PAINTS // 2
    return (
        f"Chromium (headless, no GPU) opens the page of the incident with {made_ledger.LARGEST} reports {PAINTS} "
        f"times, each with an empty cache: from the first byte to the first paint {sorted(first)[half]:.0f} ms "
        f"(median; slowest {max(first):.0f}), to everything loaded {sorted(done)[half]:.0f} ms (slowest "
        f"{max(done):.0f}).\n"
    )


_PAINTED = """() => new Promise((tell) => {
  const observer = new PerformanceObserver((list) => {
    const paint = list.getEntriesByName("first-contentful-paint")[0];
    if (!paint) return;
    const visit = performance.getEntriesByType("navigation")[0];
    tell({ first: paint.startTime - visit.responseStart, loaded: visit.loadEventEnd - visit.responseStart });
  });
  observer.observe({ type: "paint", buffered: true });
})"""


@contextmanager
def _browser(playwright: Any, path: str) -> Iterator[Any]:
    browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-quic"])
    try:
        yield browser
    finally:
        browser.close()
