"""Which stretches of a report are not running news text.

The words are in `furniture.toml`. A line is set aside only where its own words or its place on the page say so: what is
wrongly set aside is news lost, what is wrongly kept costs a reader little.
"""

import re
from collections.abc import Sequence

from annals.collect.bylines import is_byline
from annals.collect.captions import inline_credits, is_caption, is_glued_caption
from annals.collect.datelines import dateline_end
from annals.collect.lexicon import lexicon
from annals.collect.lines import Line, bare, fold_line, holds, lines_of
from annals.collect.playlists import playlist
from annals.collect.stamps import is_change_stamp, is_stamp, names_day
from annals.model import Region

_PATTERNS = re.compile(
    r"(?:page )?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?"
    r"|[\d,.]+ ?[km]? (?:pending )?(?:comments?|shares?|views?|likes?|retweets?|reposts?|reads?|photos?|videos?)"
    r"|(?:about )?\d+[ -]?min(?:ute)?s?(?: read| listen| watch)?"
    r"|next update\b.{0,40}"
    r"|about the author\b.{0,200}"
    r"|\d{1,2}:\d\d .{3,150} pause"
    r"|copyright(?: [\w.&'-]+){1,5}"
    r"|https?://\S+|www\.\S+"
    r"|(?:today|tonight|tomorrow|this (?:morning|afternoon|evening))"
    r"|.*\b(?:highs?|lows?) (?:\w+ ){0,2}\d{1,3} ?[fc]\b.{0,40}|.*\bwinds? [nesw]{1,3} (?:at|and) .{0,40}"
    r"|[|.\u2026 _*=-]+"
)
_COPYRIGHT = re.compile(r"(?:copyright|\(c\)|c\)|©|&copy;)\s*(?:\(c\)|©|by\b|the\b|(?:19|20)\d\d)|©")
_PAGE = re.compile(r"(?:^|[ ,(])(?:see )?(?:pages?|pp?\.?) ?\d{1,3}(?:[-\u2013]\d{1,3})?(?:[.,;)]|$)")
_LABEL = re.compile(r"[^\W\d_][\w' ]{2,30}:")
_LIST_ITEM = re.compile(r"[-*\u2022\u25cf\u00b7\u25aa\u203a>\u2013\u2014]\s|\d{1,2}[.)]\s")
_TAIL = 5
"""Lines at the end of a page among which pointers to other pages stand."""
_ITEM_WORDS = 20
_PROSE_WORDS = 8
_BODY_WORDS = 25
_TEASER = 40
"""Code points from which on a repeated line is a repeat and not a common phrase."""
_BARS = 2
_NOTICE = 600
"""Code points; legal notices are no longer, paragraphs may be."""


def regions(text: str, title: tuple[int, int] | None) -> tuple[Region, ...]:
    r"""Find title, captions, by-lines, datelines and furniture in a text.

    Args:
        text: The stored text.
        title: Where the headline stands in it, end exclusive; None where it does not.

    Returns:
        Regions in order, not overlapping, none of them empty.

    >>> [(r.kind, r.start, r.end) for r in regions("Lima: Two men were hurt in a fight.\n\nFollow us on X", None)]
    [('dateline', 0, 6), ('furniture', 37, 51)]
    """
    found = [Region(start=title[0], end=title[1], kind="title")] if title else []
    lines = [line for line in lines_of(text) if not title or line.end <= title[0] or line.start >= title[1]]
    body = _body_start(lines)
    apart = _repeats(text, lines, body, title) | playlist(lines)
    listed = False
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        head, last = index < body, following is None
        if listed and _is_item(line, following):
            found.append(Region(start=line.start, end=line.end, kind="furniture"))
            continue
        listed = _is_heading(line)
        glued = is_glued_caption(line, following) or (index > 0 and is_glued_caption(lines[index - 1], line))
        if glued or is_caption(line, head=head, last=last):
            found.append(Region(start=line.start, end=line.end, kind="caption"))
        elif (stamp := _stamp(line)) and (head or stamp == "furniture"):
            found.append(
                Region(start=line.start, end=line.end, kind="dateline" if stamp == "dateline" else "furniture")
            )
        elif head and "|" in line.text and (parts := _date_and_sections(line)):
            found.extend(parts)
        elif listed or index in apart or is_furniture(line) or (len(lines) - index <= _TAIL and _is_pointer(line)):
            found.append(Region(start=line.start, end=line.end, kind="furniture"))
        elif is_byline(line, head=head):
            found.append(Region(start=line.start, end=line.end, kind="byline"))
        else:
            found.extend(_within(line, first=index <= body))
    return tuple(sorted(found, key=lambda region: region.start))


def is_furniture(line: Line) -> bool:
    """Whether a line's own words show that it belongs to the page and not to the story."""
    table = lexicon()
    if line.words > table.limit:
        return len(line.text) <= _NOTICE and _is_notice(line.folded)
    folded = line.folded
    plain = bare(folded)
    return (
        not plain
        or plain in table.whole
        or bool(_PATTERNS.fullmatch(plain) or _COPYRIGHT.match(folded) or _PATTERNS.fullmatch(folded))
        or table.labels.labelled(plain if ":" in plain or "|" in plain else folded.lstrip("[(*•- "))
        or table.openings.opening(plain) is not None
        or holds(folded, table.within)
    )


def _is_notice(folded: str) -> bool:
    """Legal notices are long, and say what they are."""
    return (
        bool(_COPYRIGHT.match(folded))
        or "all rights reserved" in folded
        or "this material may not be published" in folded
    )


def _body_start(lines: Sequence[Line]) -> int:
    """Index of the first line that reads as running text; 0 where none does."""
    for index, line in enumerate(lines[: _TAIL * 3]):
        words = line.words
        if is_furniture(line) or is_caption(line, head=True, last=False) or is_byline(line, head=False):
            continue
        if (words >= _PROSE_WORDS and line.closed) or words >= _BODY_WORDS or dateline_end(line.text, first=True):
            return index
    return 0


def _stamp(line: Line) -> str | None:
    """`dateline` for a date or a "Published" with one, `furniture` for times of change; None for other lines."""
    folded = line.folded
    if not is_stamp(folded):
        return None
    if not is_change_stamp(folded):
        return "dateline" if names_day(folded) else None
    return "dateline" if names_day(folded) and "updated" not in folded and "modified" not in folded else "furniture"


def _date_and_sections(line: Line) -> list[Region]:
    """A date followed by the page's sections: the date as dateline, the sections as furniture; else nothing."""
    date, _, rest = line.text.partition("|")
    shown = date.rstrip()
    if rest.strip() and is_stamp(fold_line(shown)) and names_day(fold_line(shown)) and len(rest.split()) <= _ITEM_WORDS:
        start = line.start + len(date)
        return [
            Region(start=line.start, end=line.start + len(shown), kind="dateline"),
            Region(start=start, end=line.end, kind="furniture"),
        ]
    if line.text.count("|") >= _BARS and line.words <= _ITEM_WORDS and not line.closed:
        return [Region(start=line.start, end=line.end, kind="furniture")]
    return []


def _is_pointer(line: Line) -> bool:
    """Whether a line near the end points to other pages: "Letters: ..., page 20", or teasers between bars."""
    if line.words > lexicon().limit:
        return False
    if _LABEL.match(line.text) and _PAGE.search(line.folded):
        return True
    parts = line.text.split("|")
    return len(parts) > _BARS and not line.closed and all(len(part.split()) <= _ITEM_WORDS for part in parts)


def _is_heading(line: Line) -> bool:
    if line.words > 5:  # noqa: PLR2004 - "More on this story:" and the like
        return False
    rest = lexicon().headings.opening(bare(line.folded))
    return rest is not None and not rest.strip(" :|")


def _is_item(line: Line, following: Line | None) -> bool:
    """Whether a line after such a heading is one of its links: short, or a list item, and no sentence."""
    if line.closed or line.words > _ITEM_WORDS or dateline_end(line.text, first=False):
        return False
    if following is not None and not following.gap and following.text[:1].islower():
        return False
    return bool(_LIST_ITEM.match(line.text)) or line.words > 1


def _repeats(text: str, lines: Sequence[Line], body: int, title: tuple[int, int] | None) -> set[int]:
    """Indexes of lines that say nothing new: the headline or a paragraph again, a beginning cut off in mid-sentence."""
    seen: dict[str, int] = {}
    repeated = set()
    headline = fold_line(text[title[0] : title[1]]) if title else None
    whole: str | None = None
    for index, line in enumerate(lines):
        if headline and len(line.text) <= len(headline) + 2 and line.folded == headline:
            repeated.add(index)
        if len(line.text) < _TEASER:
            continue
        if line.text in seen:
            repeated.add(index)
        seen.setdefault(line.text, index)
        shown = line.text.rstrip(" .\u2026[]")
        if (
            index <= body + 1
            and (not line.closed or line.text.endswith(("...", "\u2026", "[...]")))
            and len(shown) >= _TEASER
        ):
            whole = whole if whole is not None else " ".join(text.split())
            if _goes_on_elsewhere(" ".join(shown.split()), whole):
                repeated.add(index)
    return repeated


def _goes_on_elsewhere(shown: str, whole: str) -> bool:
    """Whether the same words stand a second time in the text and go on there."""
    first = whole.find(shown)
    second = whole.find(shown, first + 1) if first >= 0 else -1
    return second >= 0 and whole[second + len(shown) :].strip() != ""


def _within(line: Line, *, first: bool) -> list[Region]:
    """A paragraph's dateline and the picture credits inside it."""
    found = []
    end = dateline_end(line.text, first=first)
    if end:
        found.append(Region(start=line.start, end=line.start + end, kind="dateline"))
    for start, stop in inline_credits(line):
        if start >= line.start + end:
            found.append(Region(start=start, end=stop, kind="caption"))
    return found
