"""The day of publication that a report's own dateline or page states, for reports that were given none."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

import msgspec

from annals.collect.lines import Line, lines_of
from annals.collect.stamps import is_change_stamp, is_stamp
from annals.english.page_stamps import first_put_up, is_page_stamp
from annals.english.times import TimeExpression, TimePart, find_times
from annals.model import Region

_TOP = 1500
"""Code points in which a report's dateline and its page's dates stand."""
_NEAR = timedelta(days=3)
"""A story is written, put up and printed within so many days; dates farther apart are the headings of a chronology."""
_SHORT = 90
"""Code points of a line that says no more than where and when a page was put up."""
_PROSE = 8
"""Words of a line that is a sentence of the story."""
_AMBIGUOUS = re.compile(r"(?<!\d)(?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|1[0-2])[/.-]\d{2,4}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)?\d\d(?!\d)")
_PUT_UP = re.compile(
    r"(?:first\s+|originally\s+)?(?:posted|published)\b(?:\s+(?:in|on|by|at))?[^.!?]{0,40}$", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_a-z][\w.&'\u2019-]*[,:]?|by|of|the|and|in|for|[|,\u2022\u00b7:\u2013-]")
_NAMES = 7
"""Words of an outlet's or a writer's name, at most."""
_AFTER = re.compile(
    r"[\s,|()\u2022\u00b7\u2013-]*(?:(?:at )?\d{1,2}[:.]\d\d\S*(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?)?[\s.)]*"
)
_ISSUE = re.compile(
    r"\b(?:update|sitrep|situation report|briefing|bulletin|press release|media release|news release|communiqu[eé]"
    r"|statement|digest|newsletter|round-?up|summary|daily|weekly)\b",
    re.IGNORECASE,
)
"""Words of a headline of which every issue bears its day."""
_DATED_KINDS = frozenset({"dateline", "byline", "furniture"})
_Sort = Literal["put up", "plain", "changed", "heading"]


class _Told(NamedTuple):
    start: int
    end: int
    """The words that say it: a region, or a line that is none yet."""
    day: date
    sort: _Sort
    """`put up`: "Posted: ..."; `changed`: "Updated: ..."; `plain`: a dateline or a bare date; `heading`: a bare date
    between paragraphs, which dates what follows it."""


def with_own_date(text: str, regions: Sequence[Region]) -> tuple[str | None, tuple[Region, ...]]:
    """Read the day on which a report says that it was published, and mark the region that says so.

    Only days told with their year count, and no numbers of which day and month are open ("4/11/2019"). Where a page
    says when it was put up, that is the day; else it is the dateline's or the page's bare date; else the day on which
    the page was changed. Dates that are farther apart than a story takes give none.

    Returns:
        The day, YYYY-MM-DD, or None; and the regions, of which the one that gave the day has it in `published`.

    >>> with_own_date("Posted: 3 May 2019", [Region(start=0, end=18, kind="furniture")])[0]
    '2019-05-03'
    """
    if not _YEAR.search(text):
        return None, tuple(regions)
    told = [*_in_regions(text, regions), *_in_lines(text, regions)]
    sorts: tuple[_Sort, ...] = ("put up", "plain", "changed")
    for sort in sorts:
        found = [item for item in told if item.sort == sort]
        days = [item.day for item in found]
        if not days:
            continue
        headings = [item.day for item in told if item.sort in ("plain", "heading")]
        if sort == "plain" and max(headings) - min(headings) > _NEAR:
            break
        day = max(days) if sort == "plain" else min(days)
        at = next(item for item in found if item.day == day)
        return day.isoformat(), _marked(regions, at)
    return None, tuple(regions)


def _marked(regions: Sequence[Region], told: _Told) -> tuple[Region, ...]:
    own = Region(start=told.start, end=told.end, kind="dateline", published=told.day.isoformat())
    here = [r for r in regions if r.start == told.start and r.end == told.end]
    if here:
        own = msgspec.structs.replace(here[0], published=own.published)
    others = [r for r in regions if r not in here]
    return tuple(sorted((*others, own), key=lambda region: region.start))


def _in_regions(text: str, regions: Sequence[Region]) -> Iterator[_Told]:
    for region in regions:
        words = text[region.start : region.end]
        issue = region.kind == "title" and _ISSUE.search(words) is not None
        if region.start > _TOP or not (issue or region.kind in _DATED_KINDS):
            continue
        first = set(first_put_up(words))
        for time in find_times(words):
            day = _day(time)
            if day is None:
                continue
            if (time.start, time.end) in first:
                yield _Told(region.start, region.end, day, "put up")
            elif is_page_stamp(words, time.start, time.end):
                yield _Told(region.start, region.end, day, "changed")
            elif (
                issue or region.kind == "dateline" or (region.kind == "byline" and _AFTER.fullmatch(words[time.end :]))
            ):
                yield _Told(region.start, region.end, day, "plain")


def _in_lines(text: str, regions: Sequence[Region]) -> Iterator[_Told]:
    """Lines that are hardly more than a date: with an outlet's name near the top, with "Published" anywhere."""
    taken = [(r.start, r.end) for r in regions]
    opened = False
    lines = list(lines_of(text))
    last = max((line.start for line in lines if not any(s <= line.start < e for s, e in taken)), default=0)
    for line in lines:
        if any(start < line.end and line.start < end for start, end in taken):
            if not any(start <= line.start and line.end <= end for start, end in taken):
                opened = True
            continue
        if len(line.text) > _SHORT or (line.closed and line.words >= _PROSE):
            opened = True
        elif _YEAR.search(line.text):
            yield from _in_line(line, opened=opened, last=line.start == last)


def _in_line(line: Line, *, opened: bool, last: bool) -> Iterator[_Told]:
    """`opened`: the story has begun; `last`: nothing of it follows."""
    times = [(time, day) for time in find_times(line.text) if (day := _day(time)) is not None]
    if len(times) != 1:
        return
    time, day = times[0]
    before, after = line.text[: time.start], line.text[time.end :]
    if not _AFTER.fullmatch(after):
        return
    if _PUT_UP.match(before):
        yield _Told(line.start, line.end, day, "put up")
    elif is_stamp(line.folded) and not is_change_stamp(line.folded):
        yield _Told(line.start, line.end, day, "heading" if opened and not last else "plain")
    elif not opened and line.start <= _TOP and not line.closed and _only_names(before):
        yield _Told(line.start, line.end, day, "plain")


def _only_names(words: str) -> bool:
    tokens = words.split()
    return len(tokens) <= _NAMES and all(_NAME.fullmatch(token) for token in tokens)


def _day(time: TimeExpression) -> date | None:
    """The day of a date told in full; None where its weekday is another one or its figures can be read two ways."""
    parts = [part for part in time.parts if part.kind == "date"]
    if len(parts) != 1 or any(part.bound or part.shift for part in time.parts) or _open(time.words):
        return None
    day = _calendar(parts[0])
    weekdays = {part.weekday for part in time.parts if part.weekday is not None}
    return day if day is not None and weekdays <= {day.weekday()} else None


def _open(words: str) -> bool:
    found = _AMBIGUOUS.search(words)
    return found is not None and len(set(re.split(r"[/.-]", found[0])[:2])) > 1


def _calendar(part: TimePart) -> date | None:
    if part.year is None or part.month is None or part.day is None or part.day_to is not None:
        return None
    try:
        return date(part.year, part.month, part.day)
    except ValueError:
        return None
