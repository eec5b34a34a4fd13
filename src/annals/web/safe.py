"""Text from outside, made safe and honest to show in a page: escaped, with invisible characters made visible."""

import unicodedata

from markupsafe import Markup, escape

_KEPT = frozenset("\u00ad\u200c\u200d\u200e\u200f\u061c")
"""Format characters that languages and emoji need: soft hyphen, joiners, and the marks of one direction, which turn
round no other character. Overrides, embeddings and isolates are shown instead of obeyed."""


def shown(text: str | None) -> Markup:
    r"""Return `text` as HTML in which every control character is a visible sign and nothing is markup.

    Line ends stay, tabs become a space.

    >>> shown("<b>\u202e")
    Markup('&lt;b&gt;<span class="ctl" title="RIGHT-TO-LEFT OVERRIDE">U+202E</span>')
    """
    if not text:
        return Markup()
    if text.isascii() and text.isprintable():
        return escape(text)
    parts: list[str] = []
    plain = 0
    for at, char in enumerate(text):
        sign = _sign(char)
        if sign is not None:
            parts += [escape(text[plain:at]), sign]
            plain = at + 1
    parts.append(escape(text[plain:]))
    return Markup("").join(parts)


def breakable(text: str) -> Markup:
    """Return text in which a line may break after a slash.

    >>> breakable("Shelling/<b>")
    Markup('Shelling/<wbr>&lt;b&gt;')
    """
    return Markup("/<wbr>").join(shown(part) for part in text.split("/"))


def _sign(char: str) -> Markup | None:
    """Return what stands for a character that must not stand for itself, None for all others."""
    if char == "\n" or (char.isprintable() and char.isascii()):
        return None
    if char in "\t\r\u0085\u2028\u2029":
        return Markup(" ")
    category = unicodedata.category(char)
    if category not in {"Cc", "Cf", "Cs"} or char in _KEPT:
        return None
    code = ord(char)
    label = chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else f"U+{code:04X}"  # noqa: PLR2004
    name = unicodedata.name(char, "a control character")
    return Markup('<span class="ctl" title="{}">{}</span>').format(name, label)
