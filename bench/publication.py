"""Reports whose publication dates are taken away: how many are dated again from their own words and from each other."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from annals.collect.report import report_of
from annals.model import Report
from annals.model.dating import Dating
from annals.pipeline import dated, load_reader
from bench.intervals import wilson
from bench.page import between, percent, table

SETS = ("reports_dev_a", "reports_dev_b")
WITHIN = 2
"""Days by which a date may be off."""
SAID = 4
"""An interval that is longer than so many days and one is no answer."""


def section(data: Path) -> str:
    """The table in Markdown, for each set alone and for both together."""
    reader = load_reader("trained")
    told = {name: [(_undated(row, data / name), row["published"]) for row in _rows(data / name)] for name in SETS}
    accounts = {report.report_id: reader.read(report) for reports in told.values() for report, _ in reports}
    rows = []
    for names in ([SETS[0]], [SETS[1]], list(SETS)):
        reports = [report for name in names for report, _ in told[name]]
        days = {
            report.report_id: date.fromisoformat(given)
            for name in names
            for report, given in told[name]
            if given is not None and len(given) == len("2019-12-09")
        }
        found = dated(reports, [accounts[report.report_id] for report in reports])
        own = {report.report_id: stated(report) for report in reports if report.report_id not in found}
        marks = [mark((found | own)[name], day) for name, day in sorted(days.items())]
        rows.append([" and ".join(names), str(len(marks)), *_shares(marks)])
    columns = ["reports", "n", "right", "95 %", "wrong", "open", "open, and the day lies within"]
    return (
        "### Reports without their dates\n\nThe publication dates are taken away, and the reports read together. "
        f"Right: the middle of at most {SAID + 1} days is no more than {WITHIN} days off; wrong: such days that are; "
        "open: longer stretches, which are no answer.\n\n" + table(columns, rows)
    )


def stated(report: Report) -> Dating:
    """The dating of a report that states its own day."""
    return Dating(report_id=report.report_id, start=report.published, end=report.published, basis="stated")


def mark(dating: Dating, day: date) -> str:
    """How a date came out: right, wrong, or open with the day held or missed."""
    low = date.fromisoformat(dating.start).toordinal() if dating.start else None
    high = date.fromisoformat(dating.end).toordinal() if dating.end else None
    if low is not None and high is not None and high - low <= SAID:
        return "right" if abs((low + high) / 2 - day.toordinal()) <= WITHIN else "wrong"
    inside = (low is None or low <= day.toordinal()) and (high is None or day.toordinal() <= high)
    return "open, held" if inside else "open, missed"


def _shares(marks: Sequence[str]) -> list[str]:
    right, whole = marks.count("right"), len(marks)
    held, missed = marks.count("open, held"), marks.count("open, missed")
    return [
        percent(right / whole),
        between(wilson(right, whole)),
        percent(marks.count("wrong") / whole),
        percent((held + missed) / whole),
        percent(held / (held + missed)) if held + missed else "-",
    ]


def _undated(row: dict[str, str], folder: Path) -> Report:
    text = (folder / "texts" / row["file"]).read_text(encoding="utf-8")
    title = text.split("\n", 1)[0].strip() or None
    return report_of(text=text, raw=text.encode(), title=title, publisher=row["outlet"], url=row["url"])


def _rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "manifest.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
