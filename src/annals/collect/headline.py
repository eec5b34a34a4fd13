"""Where the headline stands: the first line that reads as one, past what pages print above it."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from annals.collect.bylines import is_byline, is_person_line
from annals.collect.captions import is_caption, is_glued_caption
from annals.collect.datelines import dateline_end
from annals.collect.furniture import is_furniture
from annals.collect.lines import Line, fold_line, lines_of
from annals.collect.stamps import is_stamp


class Headline(NamedTuple):
    """A headline and where it stands."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    words: str
    """The headline on one line, with single spaces."""


_TOKEN = re.compile(r"\S+")
_CLOCK = re.compile(r"\d{1,2}:\d\d\b")
_STAMPED = re.compile(r"\b(?:updated|posted|published|created):? .{0,40}\d", re.IGNORECASE)
_ORNAMENTS = "×✕✖•●▪■▶►▸›»*#|> "  # noqa: RUF001
_LOOK = 14
"""Lines among which a headline is looked for."""
_LETTERS = 170
"""Code points of the longest headline."""
_WORDS = 28
_WRAP = 100
"""Code points; a text whose lines are no longer was broken to a width."""
_OPEN_ENDS = (
    ",",
    ";",
    ":",
    "-",
    "\u2013",
    "\u2014",
    " and",
    " the",
    " of",
    " a",
    " to",
    " in",
    " for",
    " with",
    " were",
)
_EXTENSIONS = (" - ", " | ", " \u2013 ", " \u2014 ", " :: ", " \u00bb ")


def find_headline(text: str) -> Headline | None:
    r"""The first line that reads as a headline; None where the story begins without one.

    Captions, by-lines, dates and navigation above it are passed over; the first line that reads as running text ends
    the search.

    >>> find_headline("LIVE\n\nTwo hurt in harbour blast\n\nTwo people were hurt on Friday.").words
    'Two hurt in harbour blast'
    >>> find_headline("Two people were hurt on Friday. Nobody was killed.") is None
    True
    """
    lines = list(islice(lines_of(text), _LOOK))
    for index, line in enumerate(lines):
        rest = lines[index + 1 :]
        following = rest[0] if rest else None
        if _is_junk(line, following, lines[index - 1] if index else None):
            continue
        if following is None:
            return None
        last, words = _joined(line, rest)
        if not _reads_as_headline(line, words, closed=last.closed) or _runs_on(
            last, rest[rest.index(last) + 1 :] if last is not line else rest
        ):
            return None
        if is_person_line(line) and _is_plain_headline(following, rest[1:]):
            continue  # the writer's name stands above the headline
        ornament = len(words) - len(words.lstrip(_ORNAMENTS))
        return Headline(line.start + ornament, last.end, words[ornament:])
    return None


def locate_title(text: str, title: str) -> tuple[int, int] | None:
    r"""Where the text repeats its title among its first lines, in whatever case and spacing; None where it does not.

    The title may be broken over lines, or carry the site's name at its end ("Blast hurts two | The Example").

    >>> locate_title("ON NOW\nTwo hurt\nin blast\n\nTwo people ...", "Two Hurt in Blast")
    (7, 24)
    """
    wanted = _tokens(title)
    forms = [wanted] if wanted else []
    for mark in _EXTENSIONS:
        at = title.rfind(mark)
        if at > 0 and len(shorter := _tokens(title[:at])) > 2:  # noqa: PLR2004 - a one-word rest is no headline
            forms.append(shorter)
    for line in islice(lines_of(text), _LOOK):
        for form in forms:
            end = _match(text, line.start, form)
            if end is not None:
                return line.start, end
    return None


def _match(text: str, start: int, form: Sequence[str]) -> int | None:
    """The end of the words of `form` at `start`, where a line or a new sentence follows; else None."""
    at = start
    tokens = _TOKEN.finditer(text, start)
    for word in form:
        token = next(tokens, None)
        if token is None or fold_line(token.group()) != word:
            return None
        at = token.end()
    after = text[at : at + 2]
    if not after or after[0] == "\n" or not text[at : text.find("\n", at) if "\n" in text[at:] else None].strip():
        return at
    long_enough = len(form) > 4  # noqa: PLR2004 - "Baghdad" begins many a sentence
    return at if long_enough and after[0].isspace() and not after[1:].islower() else None


def _tokens(title: str) -> list[str]:
    return fold_line(title).split()


def _is_junk(line: Line, following: Line | None, before: Line | None) -> bool:
    return (
        is_furniture(line)
        or is_stamp(line.folded)
        or is_caption(line, head=True, last=following is None)
        or is_glued_caption(line, following)
        or (before is not None and is_glued_caption(before, line))
        or (is_byline(line, head=False))
    )


def _joined(line: Line, rest: Sequence[Line]) -> tuple[Line, str]:
    """The last line of a headline that is broken over lines, and its words."""
    words, last = line.text, line
    for extra in rest[:2]:
        if extra.gap or not extra.text[:1].islower() or last.closed:
            break
        words, last = f"{words} {extra.text}", extra
    return last, " ".join(words.split())


def _reads_as_headline(line: Line, words: str, *, closed: bool) -> bool:
    if len(words) > _LETTERS or len(words.split()) > _WORDS or not any(c.isalpha() for c in words):
        return False
    if closed and words.rstrip("\"'\u201d\u2019)")[-1:] == "." and not words.endswith(("U.S.", "U.K.", "U.N.", "...")):
        return False
    if words.lower().endswith(_OPEN_ENDS) or len(words.split()) < 2:  # noqa: PLR2004
        return False
    if _CLOCK.match(words) or _STAMPED.search(words):
        return False
    dateline = dateline_end(line.text, first=False)
    return not dateline or len(words.split()) <= _WORDS // 2


def _runs_on(last: Line, rest: Sequence[Line]) -> bool:
    """Whether the next line goes on with the sentence: the text is broken to a width and has no headline."""
    if not rest:
        return True
    following = rest[0]
    if following.gap:
        return False
    if following.text[:1].islower():
        return True
    if is_byline(following, head=True) or dateline_end(following.text, first=True) or is_stamp(following.folded):
        return False
    block = [following, *[line for line in rest[1:4] if not line.gap]]
    wrapped = all(len(line.text) <= _WRAP for line in block) and sum(not line.closed for line in block) > 0
    return wrapped and len(last.text) > _WRAP // 2


def _is_plain_headline(line: Line, rest: Sequence[Line]) -> bool:
    return (
        not is_byline(line, head=True)
        and not _is_junk(line, rest[0] if rest else None, None)
        and bool(rest)
        and line.words > 3  # noqa: PLR2004
        and not dateline_end(line.text, first=True)
        and _reads_as_headline(line, line.text, closed=line.closed)
        and not line.closed
    )
