"""From a text and what is known of it to a Report."""

import hashlib
import re

from annals.collect.furniture import regions
from annals.collect.headline import find_headline, locate_title
from annals.collect.own_dates import with_own_date
from annals.collect.published import HINT, read_published
from annals.errors import InputError
from annals.model import Report
from annals.model.ids import content_id

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def report_of(
    *,
    text: str,
    raw: bytes,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    language: str | None = None,
    given_id: str | None = None,
    origin: str | None = None,
) -> Report:
    r"""Make a report: clean the text, find the headline where none is given, mark what is not news, name it.

    The text keeps its words as they are: only byte-order marks go, line ends become "\n", and what cannot be stored
    (NUL, half surrogate pairs) becomes U+FFFD. Blank values count as not given. The same content always gets the same
    id, whatever `given_id`, `origin` and `raw` are.

    Args:
        text: The whole text, decoded.
        raw: The bytes that it was read from, for their hash.
        title: Headline as given; None looks for one in the text.
        publisher: Outlet or agency.
        url: Where it was published.
        published: ISO 8601 date, date-time or month; None takes the day that the text states as its own, if it does.
        language: BCP 47 code.
        given_id: The input's own id.
        origin: File, with line, that it came from.

    Raises:
        InputError: `published` is not ISO 8601. No text raises.

    >>> report_of(text="Two hurt in blast\r\n\r\nTwo people were hurt.", raw=b"").title
    'Two hurt in blast'
    """
    text = clean_text(text)
    title = _one_line(title)
    if title is None:
        found = find_headline(text)
        title, place = (found.words, (found.start, found.end)) if found else (None, None)
    else:
        place = locate_title(text, title)
    publisher, url, language = _one_line(publisher), _one_line(url), _one_line(language)
    given = _date(published, origin)
    set_apart = regions(text, place)
    published, set_apart = (given, set_apart) if given is not None else with_own_date(text, set_apart)
    return Report(
        report_id=content_id("r", text, title, url, publisher, given, language),
        text=text,
        title=title,
        publisher=publisher,
        url=url,
        published=published,
        language=language,
        given_id=_one_line(given_id),
        origin=_one_line(origin),
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        regions=set_apart,
    )


def clean_text(text: str) -> str:
    r"""The text as it is stored; cleaning twice changes nothing.

    >>> clean_text("\ufeffa\r\nb\rc\x00")
    'a\nb\nc\ufffd'
    """
    text = text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n")
    return _UNSTORABLE.sub("\ufffd", text)


def has_words(text: str) -> bool:
    """Whether there is anything to read: at least one letter or digit."""
    return any(character.isalnum() for character in text)


def _one_line(value: str | None) -> str | None:
    """Without line breaks, byte-order marks and outer space; None where nothing is left."""
    return " ".join(clean_text(value).split()) or None if value is not None else None


def _date(published: str | None, origin: str | None) -> str | None:
    words = _one_line(published)
    if words is None:
        return None
    date = read_published(words)
    if date is None:
        raise InputError(
            f"{words[:60]!r} is not an ISO 8601 date. {HINT}", origin=origin or "report", field="published"
        )
    return date
