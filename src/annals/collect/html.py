"""HTML pages: main text, headline, publisher, date and address by trafilatura and htmldate."""

import codecs
import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from annals.collect import refusals
from annals.collect.decoding import binary_kind, byte_order
from annals.collect.headline import locate_title
from annals.collect.published import read_published
from annals.collect.report import has_words, report_of
from annals.model import Refusal, Report

_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
_HEAD = 4096
_LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer")


def read_html(raw: bytes, origin: str) -> Report | Refusal:
    """Read the bytes of one saved page. The text is the headline, a blank line, and the main text in paragraphs.

    The date is the one that the page's own data state for its publication; none is guessed from the text.
    """
    if kind := binary_kind(raw):
        return refusals.of_type(origin, kind)
    if not raw.strip():
        return refusals.empty(origin)
    with _quiet():
        # The libraries take seconds to import; who has no pages does not wait for them.
        from htmldate import find_date  # noqa: PLC0415
        from trafilatura import bare_extraction, baseline, load_html  # noqa: PLC0415

        try:
            tree = load_html(_decode(raw))
            page = None if tree is None else bare_extraction(tree, with_metadata=True, include_comments=False)
            main = getattr(page, "text", None) or ("" if tree is None else baseline(_decode(raw))[1])
            date = None if tree is None else find_date(tree, extensive_search=False, original_date=True)
            language = None if tree is None else tree.get("lang")
        except Exception as error:  # noqa: BLE001 - whatever a library makes of a broken page, the others go on
            reason = f"The page cannot be parsed ({type(error).__name__}); save its text as .txt and give that instead."
            return Refusal(origin=origin, reason=reason)
    if not has_words(main):
        reason = "No article was found in the page; save its text as .txt and give that instead."
        return Refusal(origin=origin, reason=reason)
    title = _known(page, "title")
    body = "\n\n".join(line.strip() for line in main.splitlines() if line.strip())
    text = body if title is None or locate_title(body, title) else f"{title}\n\n{body}"
    return report_of(
        text=text,
        raw=raw,
        title=title,
        publisher=_known(page, "sitename"),
        url=_known(page, "url"),
        published=read_published(date or ""),
        language=language,
        origin=origin,
    )


def _known(page: Any, name: str) -> str | None:
    """One field of the page's own data, on one line; None where it does not say."""
    value = getattr(page, name, None)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _decode(raw: bytes) -> bytes | str:
    """Decode as the page declares; where that does not fit, leave it to trafilatura."""
    declared = _DECLARED.search(raw[:_HEAD])
    names = [byte_order(raw), "utf-8", declared[1].decode("ascii") if declared else None]
    for name in names:
        try:
            if name:
                # What calls itself Latin-1 is Windows-1252 on the web (WHATWG, Encoding).
                latin = codecs.lookup(name).name in ("iso8859-1", "ascii")
                return raw.decode("cp1252" if latin else name)
        except (LookupError, UnicodeError):
            continue
    return raw


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the libraries' warnings and log lines off the screen: what they say concerns no reader of ours."""
    loggers = [logging.getLogger(name) for name in _LIBRARIES]
    levels = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
