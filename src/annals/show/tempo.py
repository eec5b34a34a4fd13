"""The course of events in words and small tables."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from rich.text import Text

from annals.show.clean import printable
from annals.show.concluding import conclusions, short
from annals.show.coursing import count_words, covers_words, dates_words, days_words, rate_words
from annals.show.page import paragraph, text
from annals.show.table import counted
from annals.show.values import NOT_REPORTED
from annals.tempo.shapes import Answer, Course, Range, Tempo, VolleyYear, Week

NO_FORECAST = "This describes what was reported to have happened. It predicts nothing."
_BAR = 24
"""Columns of the longest bar."""


def tempo_page(tempo: Tempo, width: int | None) -> Iterator[Text]:
    """Return the whole answer, line by line."""
    yield from paragraph(text(covers_words(tempo)), width)
    if tempo.withdrawn:
        yield text(f"{counted(tempo.withdrawn, 'record')} marked as no incident, left out.")
    if tempo.by is None:
        yield from _one(tempo.courses[0], width)
    else:
        yield from _several(tempo)
    yield from _volleys(tempo, width)
    yield from _answers(tempo, width)
    yield text()
    yield text((NO_FORECAST, "dim"))


def _one(course: Course, width: int | None) -> Iterator[Text]:
    yield from paragraph(text(dates_words(course)), width)
    if course.total is None:
        return
    yield text()
    yield text(("WEEKS", "bold"))
    yield from paragraph(
        text(
            (
                "count: what the dates leave open. rate: what chance leaves open, events a week, 90 %, if they came ",
                "dim",
            ),
            ("independently of each other.", "dim"),
        ),
        width,
        indent=2,
    )
    yield text((f"  {'WEEK OF':<12}{'DAYS':>4}  {'COUNT':>7}  {'RATE':>11}", "bold"))
    most = max(week.count.high for week in course.weeks)
    yield from _weeks(course.weeks, most)
    total = course.total
    yield text(f"  {'all':<12}{'':>4}  {count_words(total.count):>7}  {rate_words(total.rate):>11}")
    yield from conclusions(course, width)


def _weeks(weeks: Sequence[Week], most: int) -> Iterator[Text]:
    """Return a line for each week; three or more quiet ones in a row, and what is not covered, are one line."""
    last: date | None = None
    for quiet, run in groupby(weeks, key=lambda week: week.count.high == 0):
        told = list(run)
        if quiet and len(told) > 2:  # noqa: PLR2004 - fewer are as short as the line that would stand for them
            for part in _without_breaks(told):
                if last is not None and date.fromisoformat(part[0].start) - last > timedelta(days=7):
                    yield text(("  … not covered", "dim"))
                last = date.fromisoformat(part[-1].start)
                yield text((f"  … {counted(len(part), 'week')} from {part[0].start}: none reported", "dim"))
            continue
        for week in told:
            monday = date.fromisoformat(week.start)
            if last is not None and monday - last > timedelta(days=7):
                yield text(("  … not covered", "dim"))
            last = monday
            days = "" if week.covered_days == 7 else str(week.covered_days)  # noqa: PLR2004 - a whole week
            head = f"  {week.start:<12}{days:>4}  {count_words(week.count):>7}  {rate_words(week.rate):>11}  "
            yield text(head, (_bar(week.count, most), "cyan"))


def _without_breaks(weeks: Sequence[Week]) -> Iterator[list[Week]]:
    """Cut a run of weeks where something between them is not covered."""
    part: list[Week] = []
    for week in weeks:
        if part and date.fromisoformat(week.start) - date.fromisoformat(part[-1].start) > timedelta(days=7):
            yield part
            part = []
        part.append(week)
    if part:
        yield part


def _bar(count: Range, most: int) -> str:
    """Draw the sure ones full and the possible ones light."""
    scale = min(1.0, _BAR / most) if most else 0.0
    sure = round(count.low * scale)
    return "█" * sure + "░" * (round(count.high * scale) - sure)


def _several(tempo: Tempo) -> Iterator[Text]:
    names = [printable(course.name) if course.name else "not told" for course in tempo.courses]
    room = max(len(name) for name in (*names, str(tempo.by)))
    yield text()
    head = f"{str(tempo.by).upper():<{room}}  {'INCIDENTS':>9}  {'COVERED':>7}  {'A WEEK':>11}"
    yield text((f"{head}  {'CHANGES':>9}  {'CLUSTERS':<9}  BUSIEST WEEK", "bold"))
    for name, course in zip(names, tempo.courses, strict=True):
        if course.total is None:
            yield text(f"{name:<{room}}  {course.incidents:>9,}")
            continue
        busiest = max(course.weeks, key=lambda week: (week.count.low, week.count.high))
        peak = f"{count_words(busiest.count)}, week of {busiest.start}" if busiest.count.high else NOT_REPORTED
        total = course.total
        rate = rate_words(total.rate)
        changes, clusters = short(course)
        line = f"{name:<{room}}  {course.incidents:>9,}  {count_words(total.count):>7}  {rate:>11}"
        yield text(f"{line}  {changes:>9}  {clusters:<9}  {peak}")
    if tempo.more:
        yield text((f"and {tempo.more:,} more", "dim"))
    if tempo.by != "place":
        yield text(("An incident with several of them counts under each.", "dim"))


def _volleys(tempo: Tempo, width: int | None) -> Iterator[Text]:
    yield text()
    yield text(("VOLLEYS", "bold"))
    if not tempo.volleys:
        yield text("  No report says how many were fired.")
        return
    head = f"  {'YEAR':<6}{'WEAPON':<18}{'TOLD':>5}{'NOT TOLD':>10}{'FEWEST':>8}{'MEDIAN':>8}{'MOST':>6}  CALIBRES"
    yield text((head, "bold"))
    for row in tempo.volley_years:
        yield text(f"  {_volley_row(row)}")
    undated = len(tempo.volleys) - sum(row.volleys for row in tempo.volley_years)
    if undated:
        yield text((f"  {counted(undated, 'volley')} not known to one year", "dim"))
    yield from paragraph(
        text(
            ("The median is of the best figures, from five on. Records hold no distance from which was fired.", "dim")
        ),
        width,
        indent=2,
    )


def _volley_row(row: VolleyYear) -> str:
    median = "too few" if row.median is None else f"{row.median:g}"
    calibres = ", ".join(f"{calibre:g} mm" for calibre in row.calibres_mm) or NOT_REPORTED
    weapon = printable((row.weapon or "not told").replace("_", " "))
    ends = (f"{number}" if number is not None else "?" for number in (row.smallest, row.largest))
    smallest, largest = ends
    return f"{row.year:<6}{weapon:<18}{row.volleys:>5}{row.silent:>10}{smallest:>8}{median:>8}{largest:>6}  {calibres}"


def _answers(tempo: Tempo, width: int | None) -> Iterator[Text]:
    yield text()
    yield text(("FROM STRIKE TO ANSWER", "bold"))
    found = tempo.answers
    if not found.answers:
        yield text("  No report ties one of these to another as its answer.")
        return
    for answer in found.answers:
        yield from paragraph(answer_line(answer), width, indent=2, hang=15)
    if found.median is None:
        yield text(f"  {found.reason}")
    else:
        yield text(f"  Median: {days_words(found.median)}, over {counted(len(found.answers), 'answer')}.")


def answer_line(answer: Answer) -> Text:
    """Return one answer as a line: how many days, who answered what, and the words that say so."""
    how = " and ".join(relation.replace("_", " ") for relation in answer.relations)
    days = days_words(answer.days) if answer.days else "?"
    why = f" ({answer.reason})" if answer.reason else ""
    return text(
        (f"{days:<13}", "bold"),
        f"{printable(answer.title)} ",
        (f"{how} ", "dim"),
        f"{printable(answer.to_title)}{why}",
        (f" “{printable(answer.quote)}”", "dim"),
    )
