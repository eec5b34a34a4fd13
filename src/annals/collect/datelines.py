"""The place, date and agency before a story's first words ("KANO, Nigeria, Jan 3 (Agency) - ")."""

import re

from annals.collect.lexicon import lexicon

_HEAD = 160
"""Code points in which a dateline must end."""
_WORD = r"[^\W\d_][\w'\u2019\u02bc`.]{0,24}(?:-[\w'\u2019]{1,24}){0,2}"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,4}}"
_PLACES = rf"(?P<place>{_PLACE})(?:(?:, |,|/| / | and ){_PLACE}){{0,4}}"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )"
_DATE = (
    rf"(?i:{_DAY}?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})(?:,? (?:\d{{4}}|\d{{2}}))?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d\d-\d\d)"
)
_FULL_DATE = rf"(?i:{_DAY}?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}),? \d{{4}})"
_AGENCY = r"(?:\([^()\n]{1,40}\)|\[[^\[\]\n]{1,40}\])"
_DASH = r"(?:-{1,3}|[\u2013\u2014\u2015\u2212])(?=[\s\"'\u201c\u2018(\[]|[^\W\d_a-z])"

_DATED = re.compile(rf"{_PLACES},? {_DATE},?(?: ?{_AGENCY}){{0,2}} ?(?:{_DASH} ?|[:.] )")
_BY_AGENCY = re.compile(rf"{_PLACES},?(?: ?{_AGENCY}){{1,2}} ?(?:{_DASH}|:) ?")
_DASHED = re.compile(rf"{_PLACES} ?{_DASH} ")
_COLON = re.compile(rf"{_PLACES}: ")
_STOP = re.compile(rf"(?P<place>{_PLACE})\. (?=[^\W\d_a-z])")
_DATE_ONLY = re.compile(rf"{_DATE}(?: ?{_AGENCY})? ?{_DASH} ?")
_DATE_IN_BRACKETS = re.compile(rf"(?:\({_FULL_DATE}\)|\[{_FULL_DATE}\]):? (?=[\"'\u201c\u2018]|[^\W\d_a-z])")
_DATE_STOP = re.compile(rf"{_FULL_DATE}(?: ?{_AGENCY})?[.:] (?=[^\W\d_a-z])")
_AGENCY_ONLY = re.compile(rf"{_AGENCY} ?{_DASH} ?")
_BULLET = re.compile(r"[*\u2022\u25cf\u00b7-] ?")
_TEXT_MARK = re.compile(r"\[(?i:text|excerpts?|article|report)\] ?")
_MANY_WORDS = 5


def dateline_end(paragraph: str, *, first: bool) -> int:
    """How many code points of a paragraph are its dateline; 0 where it has none.

    Datelines with a date, with an agency or with a place in capitals and a dash are known anywhere, since round-ups
    have one for each item, but for "Mora, 3 April. ", which there heads the entry of a chronology; the weaker forms
    ("Baghdad: ", "MOSCOW. ", "Kabul - ") only at the story's beginning.

    >>> dateline_end("KANO, Nigeria (AP) - Two men", first=False)
    21
    >>> [dateline_end("Lima: Two men were hurt in a fight", first=first) for first in (True, False)]
    [6, 0]
    >>> dateline_end("Police: Two men were hurt in a fight", first=True)
    0
    """
    head = paragraph[:_HEAD]
    bullet = _BULLET.match(head)
    skip = bullet.end() if bullet else 0
    end = _strong(head[skip:], first=first) or (_weak(head[skip:], paragraph) if first else 0)
    if not end or skip + end >= len(paragraph):
        return 0
    for more in (_DATE_ONLY, _DATE_STOP, _TEXT_MARK):
        mark = more.match(head, skip + end)
        end = mark.end() - skip if mark and mark.end() < len(paragraph) else end
    return skip + end


def _strong(head: str, *, first: bool) -> int:
    dated = _DATED.match(head)
    if dated and _named(dated["place"]) and (first or not _heads_entry(dated)):
        return dated.end()
    by_agency = _BY_AGENCY.match(head)
    if by_agency and _named(by_agency["place"]):
        return by_agency.end()
    dashed = _DASHED.match(head)
    if dashed and dashed["place"].isupper() and _named(dashed["place"]):
        return dashed.end()
    alone = _DATE_ONLY.match(head) or _AGENCY_ONLY.match(head)
    return alone.end() if alone else 0


def _heads_entry(dated: re.Match[str]) -> bool:
    """Whether it is the heading of a chronology's entry ("Mora, 3 April. "): no dash, agency or capitals."""
    return dated.group().rstrip().endswith((".", ":")) and not dated["place"].isupper() and "(" not in dated.group()


def _weak(head: str, paragraph: str) -> int:
    alone = _DATE_STOP.match(head) or _DATE_IN_BRACKETS.match(head)
    if alone:
        return alone.end()
    colon = _COLON.match(head)
    if colon and _named(colon["place"]) and _goes_on(paragraph, colon.end()):
        return colon.end()
    stop = _STOP.match(head)
    if stop and stop["place"].isupper() and len(stop["place"]) > 3 and _named(stop["place"]):  # noqa: PLR2004 - "U.S. "
        return stop.end()
    dashed = _DASHED.match(head)
    if dashed and _named(dashed["place"]) and _goes_on(paragraph, dashed.end()):
        # "The group - which denies it - said": a second dash makes the first a bracket, not a dateline.
        sentence = re.split(r"[.!?]", paragraph[dashed.end() : dashed.end() + 300], maxsplit=1)[0]
        return 0 if re.search(rf" {_DASH} ", sentence) else dashed.end()
    return 0


def _named(place: str) -> bool:
    """Whether every word has a capital and the first is none of those that announce something else."""
    words = place.split()
    small = {"of", "de", "del", "la", "el", "al", "the", "and", "bin"}
    return (
        len(words) <= _MANY_WORDS
        and words[0].lower().strip(".") not in lexicon().not_a_place
        and words[-1].lower().strip(".") not in lexicon().not_a_place
        and all(word[0].isupper() or word.lower() in small for word in words)
    )


def _goes_on(paragraph: str, at: int) -> bool:
    """Whether a story follows: a capital, a figure or a quotation mark, and more than a few words."""
    rest = paragraph[at : at + 200]
    return (rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in "\"'\u201c\u2018") and len(
        rest.split()
    ) > _MANY_WORDS
