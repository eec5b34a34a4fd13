"""Lines that say who wrote a story."""

import re

from annals.collect.lexicon import lexicon
from annals.collect.lines import Line, bare, holds

_NAME = r"[^\W\d_a-z][^\W\d_]*(?:['\u2019.-][^\W\d_]*){0,3}"
_PARTICLE = r"(?:al|el|bin|ibn|abu|de|da|di|del|della|du|van|von|der|den|ter|la|le|ben|y)"
_PERSON = rf"{_NAME}(?:[ -](?:{_PARTICLE}[ -])?{_NAME}){{1,3}}"
_LONE = re.compile(rf"{_PERSON}(?:(?:,| and| &|,? and) {_PERSON}){{0,4}}", re.UNICODE)
_PLACED = re.compile(
    rf"{_PERSON}(?:(?:,| and) {_PERSON}){{0,3}},? (?:in|at|reporting from) [A-Z][^.\n]{{1,40}}", re.UNICODE
)
_BY = re.compile(
    rf"(?:By|BY|by):? (?:{_PERSON}|{_NAME})(?:(?:,| and| &| with|,? and) (?:{_PERSON}|{_NAME})){{0,5}}"
    rf"(?: (?:in|for|of|at) [A-Z][^.\n]{{1,40}})?(?:,? [A-Z][\w ,'\u2019-]{{0,60}})?",
    re.UNICODE,
)
_SHORT = 12
"""Words of a line that only says who wrote."""
_STAFF = 60
"""Words of a list of who reported, wrote and edited."""
_AFTER_BY = re.compile(r"[\s|,;:/\u2022\u00b7-]+")


def is_byline(line: Line, *, head: bool) -> bool:
    """Whether a line names who wrote, reported or edited; `head`: it stands before the story's first paragraph."""
    words = line.words
    if words > _STAFF:
        return False
    table = lexicon()
    folded = line.folded
    plain = bare(folded)
    if plain in table.byline_whole or line.text.strip(" -–—()[].*") in table.agencies:
        return True
    framed = line.text[0] in "([-–—*_" or ";" in line.text
    if table.byline_openings.opening(plain) is not None and (
        framed or (words <= _SHORT and (not line.closed or words <= _SHORT // 2))
    ):
        return "by our" not in plain or _has_role(plain)
    if words <= table.limit and holds(folded, table.byline_within):
        return framed or "contributed" in folded or words <= _SHORT
    if words > _SHORT:
        return False
    if "@" in line.text and not line.closed:
        return True
    if _is_by(line, plain):
        return True
    return head and not line.closed and (_is_person(line.text) or (_has_role(plain) and bool(_LONE.match(line.text))))


def is_person_line(line: Line) -> bool:
    """Whether a line is nothing but a person's name, as far as its shape tells.

    >>> [is_person_line(Line(0, words, gap=True)) for words in ("Jane Q. Roe", "Market Blast")]
    [True, False]
    """
    return line.words <= _SHORT and _is_person(line.text)


def _is_by(line: Line, plain: str) -> bool:
    """Whether it is "By" and names ("By Jane Roe and John Doe in Cairo"); "By Friday Night" is none."""
    if not plain.startswith(("by ", "by:")) or line.closed:
        return False
    first = _AFTER_BY.split(plain[3:].strip(), maxsplit=1)[0]
    if _has_role(plain):
        return True
    return bool(_BY.fullmatch(line.text.split("|")[0].strip(" -–—•*"))) and first not in lexicon().not_a_person


def _is_person(text: str) -> bool:
    shown = text.strip(" *|•")
    found = _LONE.fullmatch(shown) or _PLACED.fullmatch(shown)
    if not found or shown.isupper():
        return False
    head = re.split(r" in | at | reporting ", shown, maxsplit=1)[0]
    return lexicon().not_a_person.isdisjoint(bare(word).lower() for word in re.split(r"[\s,-]+", head))


def _has_role(plain: str) -> bool:
    return not lexicon().roles.isdisjoint(word.strip(".,;:'") for word in plain.split())
