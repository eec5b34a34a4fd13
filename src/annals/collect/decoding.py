"""From bytes to text, or the reason why not."""

import codecs

from annals.collect import refusals
from annals.model import Refusal

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF image, sound or film"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"wOF2", "a font"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOK = 8192
"""Bytes among which a NUL shows that a file is no text."""


def byte_order(raw: bytes) -> str | None:
    """The encoding that a byte-order mark names, None without one."""
    return next((encoding for mark, encoding in _BOMS if raw.startswith(mark)), None)


def binary_kind(raw: bytes) -> str | None:
    """What kind of binary file begins like this; None for text.

    >>> binary_kind(b"%PDF-1.7"), binary_kind(b"Two people")
    ('a PDF file', None)
    """
    for magic, kind in _MAGIC:
        if raw.startswith(magic):
            return kind
    return "a binary file" if b"\x00" in raw[:_LOOK] and byte_order(raw) in (None, "utf-8") else None


def decode(raw: bytes, origin: str) -> str | Refusal:
    """Decode UTF-8, or UTF-16 or UTF-32 with a byte-order mark. No other encoding is guessed."""
    if kind := binary_kind(raw):
        return refusals.of_type(origin, kind)
    encoding = byte_order(raw) or "utf-8"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper()
        return Refusal(
            origin=origin,
            reason=f"It is not {name}: byte {error.start + 1} ({raw[error.start]:#04x}) is wrong; save it as UTF-8.",
        )
