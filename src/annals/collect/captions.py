"""Picture captions and credits."""

import re
from functools import cache

from annals.collect.lexicon import lexicon
from annals.collect.lines import Line, bare

_IN_THIS = re.compile(
    r"(?:files? ?[-–—:] ?)?in this .{0,60}?\b(?:photo|photograph|image|picture|frame grab|still|screen ?grab)\b"
)
_TAIL = 120
"""Code points at the end of a line among which a credit stands."""
_FRAMED = 30
"""Words; a sentence with a credit in brackets after it is a caption up to this length, a paragraph beyond it."""
_INLINE = re.compile(
    r"[(\[](?:(?:file |handout |courtesy )?(?:photos?|image|picture|photograph|pic|video|file)"
    r"(?: credit| courtesy| by| from)?\s?[:/-]|(?:ap|afp|reuters|epa|pti) photo\b)[^()\[\]\n]{0,80}[)\]]"
    r"|[(\[][^()\[\]\n]{1,50} (?:photo|photograph|image|picture)[)\]]",
    re.IGNORECASE,
)


def is_caption(line: Line, *, head: bool, last: bool) -> bool:
    """Whether a line is a caption or a picture credit.

    Args:
        line: The line.
        head: Whether it stands before the story's first paragraph, where a bare agency or a dash and an agency at
            the end of a line credit a picture.
        last: Whether it is the last line; there the same words sign the story.
    """
    words = line.words
    table = lexicon()
    if words > table.caption_limit:
        return False
    folded = line.folded
    plain = bare(folded)
    if table.caption_openings.opening(plain) is not None or table.caption_openings.opening(folded) is not None:
        return True
    labelled = plain if not folded.startswith(("above", "below", "left", "right")) else folded
    if ":" in folded and table.caption_labels.labelled(labelled) and plain not in table.whole:
        return True
    if _IN_THIS.match(plain) or _is_credited(line):
        return True
    if (inline := _INLINE.search(line.text)) and inline.end() >= len(line.text) - 1 and words <= _FRAMED:
        return True
    if head and not last:
        return bool(_signed().search(line.text)) or line.text.rstrip(".") in table.agencies
    return False


def is_glued_caption(line: Line, following: Line | None) -> bool:
    """Whether the next line repeats this one and adds only a credit, as pages do that show a picture's text twice."""
    if following is None or not following.text.startswith(line.text) or len(following.text) - len(line.text) > 60:  # noqa: PLR2004
        return False
    rest = following.text[len(line.text) :].strip(" -–—/|([)]")
    return rest in lexicon().agencies


def _is_credited(line: Line) -> bool:
    """Whether a line ends in a credit; a sentence with neither a colon nor "Photo" in it is spared the search."""
    tail = line.text[-_TAIL:]
    if line.closed and ":" not in tail and "P" not in tail:
        return False
    return bool(_credit().search(tail))


def inline_credits(line: Line) -> list[tuple[int, int]]:
    """Where picture credits in brackets stand in a line, as offsets of the text."""
    if "(" not in line.text and "[" not in line.text:
        return []
    return [(line.start + m.start(), line.start + m.end()) for m in _INLINE.finditer(line.text)]


@cache
def _credit() -> re.Pattern[str]:
    """A credit at the end of a line: words for it and a name, a slash and an agency, or an agency glued to a word."""
    table = lexicon()
    agency = "|".join(re.escape(name) for name in sorted(table.agencies, key=len, reverse=True))
    marked = "|".join(re.escape(words).replace(r"\ ", " ") for words in table.credits)
    name = r"[A-Z][\w.'\u2019-]{1,20}"
    return re.compile(
        rf"(?:^|[\s(\[|,.])(?i:{marked})\s?:\s?[^\s.][^.\n]{{0,60}}\.?[)\]]?$"
        rf"|(?:^|[\s(\[|,.])(?i:(?:image|photo|picture) (?:credit|courtesy)|(?:photo|photograph|picture) by)"
        rf" [A-Z][^.\n]{{1,50}}[)\]]?$"
        rf"|(?:[\w.)]\s?/\s?|\bvia )(?:{agency})(?:/[\w ]{{1,20}})?[)\]]?$"
        rf"|\b(?:REUTERS|AFP|AP|EPA|EPA-EFE|EFE|Reuters)\s?/\s?{name}(?: {name}){{0,3}}[)\]]?$"
        rf"|\bAP Photo/|\bAFP PHOTO\b|\b(?i:view full caption)\b"
        rf"|[a-z](?:Reuters|AFP|AP|EPA|Getty Images|Getty|Anadolu|Supplied)$"
    )


@cache
def _signed() -> re.Pattern[str]:
    """A dash, bar or bracket and an agency at the end of a line."""
    agency = "|".join(re.escape(name) for name in sorted(lexicon().agencies, key=len, reverse=True))
    return re.compile(rf"(?:\s[-–—|]\s?|[(\[|])(?:{agency})[)\]]?$")
