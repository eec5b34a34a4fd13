"""A ledger as a folder of files: the same pages, with links between files instead of addresses on a server."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from annals.errors import UsageError
from annals.ledger import Ledger
from annals.model.rules import RuleSet
from annals.store.browse import Query
from annals.web.app import STATIC
from annals.web.asking import Parameters
from annals.web.export import FORMS
from annals.web.links import FileLinks, file_name
from annals.web.page import Ask, Moved, Page, Site
from annals.web.pages import (
    actors,
    chains,
    changes,
    home,
    incident,
    incidents,
    log,
    map_page,
    report,
    reports,
    runs,
    tallies,
    tempo,
    timeline,
)
from annals.web.rendering import html, json_text
from annals.web.settings import WebSettings
from annals.write import FORMATS

MARK = ".annals-site"
"""A file in every folder that annals wrote, so that it never writes over another."""
SIZE = 500
"""Lines on one page of a list."""
AREAS = 5_000
"""Incidents at most that the map draws one by one; no server can bin them anew."""
Progress = Callable[[int, str], None]


def write_site(
    ledger: str | Path,
    out: str | Path,
    *,
    texts: bool = True,
    rules: RuleSet | None = None,
    progress: Progress | None = None,
) -> int:
    """Write a ledger's pages into a folder; returns how many.

    The folder takes its name only once all is written.

    Args:
        ledger: The ledger's file.
        out: The folder; not there yet, empty, or one that annals wrote.
        texts: Whether the reports' texts are among the pages; quotes always are.
        rules: The set of rules by which values are chosen; None is the ledger's own. Under another set the records are
            derived anew in a copy, from what was read; the ledger stays as it is.
        progress: Called after each page with how many are written, and its name.

    Raises:
        UsageError: there is something else at `out`.
        NotFoundError, LedgerError: the ledger cannot be opened.
    """
    with _under(ledger, rules) as opened, _folder(Path(out)) as folder:
        site = Site(ledger=opened, settings=WebSettings(read_only=True), secret=b"", texts=texts)
        writer = _Writer(site, folder, progress)
        _write_lists(writer)
        _write_each(writer)
        _write_rest(writer)
        return writer.count


@contextmanager
def _under(ledger: str | Path, rules: RuleSet | None) -> Iterator[Ledger]:
    """Open the ledger, or a copy of it whose records are made by another set of rules."""
    with Ledger.open(ledger, create=False) as opened:
        if rules is None or rules == opened.rules:
            yield opened
            return
        with TemporaryDirectory() as folder:
            path = Path(folder) / "annals.db"
            opened.copy_to(path)
            with Ledger.open(path, create=False, rules=rules) as other:
                other.refresh()
                yield other


class _Writer:
    """Writes pages one by one."""

    def __init__(self, site: Site, folder: Path, progress: Progress | None) -> None:
        self.site = site
        self.folder = folder
        self.count = 0
        self._progress = progress

    def page(
        self,
        handler: Callable[[Ask], Page | Moved],
        path: str,
        *,
        names: dict[str, str] | None = None,
        query: tuple[tuple[str, str], ...] = (),
        before: str | None = None,
        after: str | None = None,
    ) -> Page | None:
        """Write one page and its JSON."""
        name = file_name(path)
        links = FileLinks(name.count("/"))
        ask = Ask(
            site=self.site, links=links, path=path, names=names or {}, parameters=Parameters(query),
            before=before, after=after,
        )  # fmt: skip
        found = handler(ask)
        if isinstance(found, Moved):
            return None
        target = self.folder / f"{name}.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(html(found, ask), encoding="utf-8", errors="replace")
        (self.folder / f"{name}.json").write_bytes(json_text(found.data))
        self.count += 1
        if self._progress is not None:
            self._progress(self.count, name)
        return found

    def paged(self, handler: Callable[[Ask], Page | Moved], path: str) -> list[Any]:
        """Write all pages of a list as path, path-2, path-3, ...; returns its lines."""
        rows: list[Any] = []
        cursor, number = None, 1
        while True:
            query = (("size", str(SIZE)), *((("cursor", cursor),) if cursor else ()))
            here = path if number == 1 else f"{path}-{number}"
            before = None if number == 1 else path if number == 2 else f"{path}-{number - 1}"  # noqa: PLR2004
            found = self.page(handler, here, query=query, before=before, after=f"{path}-{number + 1}")
            if found is None:
                return rows
            rows += found.data.rows
            cursor = found.data.next
            if cursor is None:
                return rows
            number += 1


def _write_lists(writer: _Writer) -> None:
    """Write the list of incidents, the front page, and the exports of all of it."""
    writer.page(home.home, "", query=(("size", str(SIZE)),), after="incidents-2")
    writer.paged(incidents.incidents, "incidents")
    for form in FORMS:
        with (writer.folder / f"incidents.{form}").open("w", encoding="utf-8", errors="replace", newline="") as out:
            FORMATS[form](writer.site.ledger.browse.each(Query(), sort="newest"), out)


def _write_each(writer: _Writer) -> None:
    """Write every incident with its explanations, every report and every party."""
    for record in writer.site.ledger.browse.each(Query()):
        name = record.incident_id
        writer.page(incident.incident, f"incidents/{name}", names={"id": name})
        told = dict.fromkeys(claim.field for claim in record.claims)
        shown = {
            *told,
            *(f for f in ("killed", "wounded", "missing", "abducted") if getattr(record, f).state != "not_reported"),
        }
        for field in (*sorted(shown), "corroboration"):
            writer.page(incident.why, f"incidents/{name}/why/{field}", names={"id": name, "field": field})
    for row in writer.paged(reports.reports, "reports"):
        writer.page(report.report, f"reports/{row.report_id}", names={"id": row.report_id})
    for row in writer.paged(actors.actors, "actors"):
        writer.page(actors.actor, f"actors/{row.key}", names={"key": row.key})


def _write_rest(writer: _Writer) -> None:
    """Write the map with its data, the pages of one kind each, the runs, the log, and what every page needs."""
    writer.page(map_page.map_page, "map", query=(("zoom", "4"),))
    static = writer.folder / "static"
    shutil.copytree(Path(str(STATIC)), static, ignore=shutil.ignore_patterns("htmx"))
    (static / "map-data.js").write_bytes(b"window.annalsMap=" + _map_data(writer.site.ledger) + b";\n")
    writer.page(timeline.timeline, "timeline")
    writer.paged(tallies.tallies, "tallies")
    writer.paged(chains.chains, "chains")
    writer.page(tempo.tempo, "tempo")
    for row in writer.paged(runs.runs, "runs"):
        writer.page(runs.run, f"runs/{row.run_id}", names={"id": str(row.run_id)})
    writer.page(log.log, "log", query=(("size", "500"),))
    writer.page(changes.changes, "changes", query=(("size", "500"),))
    writer.page(home.method, "method")


def _map_data(ledger: Ledger) -> bytes:
    """Return what the map draws: every incident that has a point, or bins where they are too many to draw."""
    links, areas = FileLinks(0), []
    cursor: str | None = None
    bins = ledger.browse.map(zoom=4, most_areas=0)
    while bins.mapped <= AREAS:
        found = ledger.browse.page(Query(mapped=True), size=SIZE, cursor=cursor)
        areas += [{**msgspec.to_builtins(r), "href": links.to(f"incidents/{r.incident_id}")} for r in found.rows]
        cursor = found.next
        if cursor is None:
            break
    return msgspec.json.encode({"bins": () if areas else bins.bins, "areas": areas})


@contextmanager
def _folder(out: Path) -> Iterator[Path]:
    """Give a folder that takes the name `out` once it is complete."""
    if out.exists() and not (out.is_dir() and (not any(out.iterdir()) or (out / MARK).is_file())):
        raise UsageError(f"{out} is there already and is no site of annals; give a new folder.")
    if not out.absolute().parent.is_dir():
        raise UsageError(f"There is no folder {out.absolute().parent} to write {out.name} in.")
    unfinished = out.absolute().with_name(f".{out.name}.{os.getpid()}.part")
    unfinished.mkdir()
    try:
        (unfinished / MARK).write_text("Written by annals; it may be written anew.\n", encoding="utf-8")
        yield unfinished
        if out.exists():
            shutil.rmtree(out)
        unfinished.rename(out)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
