"""Text from outside, made safe to print: nothing in it moves the cursor, changes colours or turns the line round."""

import unicodedata

_KEPT = "\u00ad\u200c\u200d"
"""Format characters that languages and emoji need: soft hyphen, zero width non-joiner and joiner."""


def printable(text: str, *, line_ends: bool = False) -> str:
    r"""Return `text` with every control character in a visible form.

    C0 controls become their Unicode pictures, other controls, bidirectional overrides, invisible format characters
    and lone surrogates become "<U+XXXX>". Tabs and line ends become a space, or with `line_ends` stay as "\n".

    >>> printable("a\x1b[31mred\u202egnp.exe")
    'a␛[31mred<U+202E>gnp.exe'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char, line_ends=line_ends) for char in text)


def _shown(char: str, *, line_ends: bool) -> str:
    if char == "\n" and line_ends:
        return char
    if char in "\t\n\r\u0085\u2028\u2029":
        return " "
    category = unicodedata.category(char)
    if category == "Cc":
        code = ord(char)
        # The pictures stand in the order of the controls, DEL after them.
        if code < 0x20:  # noqa: PLR2004
            return chr(0x2400 + code)
        return "\u2421" if code == 0x7F else f"<U+{code:04X}>"  # noqa: PLR2004
    if category == "Cs" or (category == "Cf" and char not in _KEPT):
        return f"<U+{ord(char):04X}>"
    return char


def escaped_json(text: str) -> str:
    r"""Return JSON text with the characters that could steer a terminal as \u escapes: the same JSON value.

    >>> escaped_json('["\u202e"]')
    '["\\u202e"]'
    """
    if text.isascii():
        return text.replace("\x7f", "\\u007f")
    return "".join(char if char == "\n" else _escaped(char) for char in text)


def _escaped(char: str) -> str:
    if _shown(char, line_ends=False) == char:
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
