"""From a quote with its brackets to offsets: the quote must stand in the text once, or say which time."""

import re
from dataclasses import dataclass


class NotationError(ValueError):
    """One line of an annotation cannot be used; says why."""


@dataclass(frozen=True, kw_only=True)
class Folded:
    """A text with runs of white space made one blank and case folded, and where each character came from."""

    text: str
    origins: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Folded":
        """Fold a text; the offsets are code points of the text as given."""
        letters: list[str] = []
        origins: list[int] = []
        for at, given in enumerate(text):
            letter = " " if given.isspace() else given
            if letter == " " and letters and letters[-1] == " ":
                continue
            lower = _PLAIN.get(letter, letter.lower())
            letters.append(lower if len(lower) == 1 else letter)
            origins.append(at)
        return cls(text="".join(letters), origins=tuple(origins))


_PLAIN = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "}
_NTH = re.compile(r"@(\d+)$")


def find(quote: str, folded: Folded) -> tuple[int, int]:
    """The start and exclusive end of a quote's bracketed part (the whole quote without brackets).

    `quote` may end in @N for its Nth place in the text, from 1. Raises NotationError where it is not there, stands in
    several places, or has brackets that do not pair.
    """
    nth = _NTH.search(quote)
    words = quote[: nth.start()] if nth else quote
    opened, closed = words.find("["), words.rfind("]")
    marked = opened >= 0 and closed > opened
    plain = words[:opened] + words[opened + 1 : closed] + words[closed + 1 :] if marked else words
    if not marked and ("[" in words or "]" in words):
        plain = words
    needle = re.sub(r"\s+", " ", "".join(_PLAIN.get(c, c.lower()) for c in plain))
    places = [m.start() for m in re.finditer(f"(?={re.escape(needle)})", folded.text)] if needle.strip() else []
    if not places:
        raise NotationError(f"not in the text: «{quote}»")
    if nth is None and len(places) > 1:
        around = " … ".join(folded.text[max(0, p - 25) : p + len(needle) + 25] for p in places[:4])
        raise NotationError(f"stands {len(places)} times, give more words around it or @N: «{quote}» ({around})")
    which = int(nth.group(1)) if nth else 1
    if which < 1 or which > len(places):
        raise NotationError(f"stands only {len(places)} times: «{quote}»")
    start = places[which - 1]
    if marked:
        lead = re.sub(r"\s+", " ", words[:opened])
        body = re.sub(r"\s+", " ", words[opened + 1 : closed])
        start, length = start + len(lead), len(body)
    else:
        length = len(needle)
    if not folded.text[start : start + length].strip():
        raise NotationError(f"brackets hold nothing: «{quote}»")
    while folded.text[start] == " ":
        start, length = start + 1, length - 1
    while folded.text[start + length - 1] == " ":
        length -= 1
    return folded.origins[start], folded.origins[start + length - 1] + 1
