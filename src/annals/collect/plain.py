"""Text files: the whole file is the text."""

from annals.collect import refusals
from annals.collect.decoding import decode
from annals.collect.report import has_words, report_of
from annals.model import Refusal, Report


def read_text(raw: bytes, origin: str) -> Report | Refusal:
    """Read the bytes of one text file."""
    text = decode(raw, origin)
    if isinstance(text, Refusal):
        return text
    if not has_words(text):
        return refusals.empty(origin)
    return report_of(text=text, raw=raw, origin=origin)
