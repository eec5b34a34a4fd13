"""Parts of a count of events: "three of them claimed by", "of which 39 ended", "32 in Iraq and 34 in Syria"."""

import re

from annals.extract import tally_words as words

_OF_THESE = re.compile(
    r"\s+(?:of (?:these|those|them)\s+(?:(?:attacks|strikes|raids|bombings)\b|(?:were|was|have been|"
    r"had been)\s+(?:claimed|carried out|launched|staged|conducted|attributed|blamed|aimed|directed|against|on|in)\b|"
    r"(?:in|over|during|within|since|this|last)\b)|"
    rf"of (?:the|those|these) (?:[\d,]+ |[a-z]+(?:-[a-z]+)? ){{0,2}}?{words.MANY_EVENTS}\b|"
    r"(?:more\s+)?(?:have been|had been|were|was)\s+(?:carried out|launched|"
    r"conducted|recorded|claimed|reported|staged|documented|logged|counted|mounted))",
    re.IGNORECASE,
)
_DONE_BY = re.compile(r"\b(?:claimed|carried out|launched|staged|conducted)\b", re.IGNORECASE)
"""Said of attacks and not of people: "three of them were claimed by"."""
_EVENT = re.compile(rf"\b{words.MANY_EVENTS}\Z", re.IGNORECASE)
_OF_ARMS = re.compile(
    r"\b(?:drones?|uavs?|missiles?|rockets?|shells?|mortars?|bombs|jets|warplanes|aircraft|projectiles|munitions)\b"
    r"[^.;]{0,60},\s+\Z",
    re.IGNORECASE,
)
"""Before a share of what was fired and not of attacks: "38 drones over seven regions, 11 of them over"."""
_PEOPLE_BEFORE = re.compile(
    rf"{words.PEOPLE.pattern}|\b(?:men|women|boys|girls|fighters|terrorists|militants|suspects|"
    rf"rebels|lives)\b[^.;]{{0,40}}\Z",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\s+of (?:them|which|those|these)\b(?!\s+(?:[\w-]+\s+)?(?:men|women|boys|girls|children|dead|killed|wounded|hurt|"
    r"injured)\b)(?!\s+(?:were|was|are|have|had)\s+(?:killed|wounded|hurt|injured|dead|arrested)\b)",
    re.IGNORECASE,
)
_SET_APART = re.compile(r"(?:,|\s[-–—])\s+(?:including\s+|among them\s+|with\s+|and\s+|at least\s+)?\Z", re.IGNORECASE)
"""Between a count of events and a part of it: "27 shootings this year, 22 of them by gangs"."""
_OF_WHICH = re.compile(
    r"\bof (?:which|these|those|them)\s+(?:[\w-]+\s+){0,3}?\Z|\b(?:,\s+among them|,\s+including)\s+\Z", re.IGNORECASE
)
_PEOPLE_BEHIND = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:people|civilians|soldiers|officers|policemen|men|women|children|fighters|killed|dead|"
    r"wounded|hurt|injured|died|were (?:killed|hurt|wounded|injured|arrested))\b",
    re.IGNORECASE,
)
_SHARED_OUT = re.compile(
    r"\b(?:\d[\d,]*|[a-z-]+)\s+(?:times\s+)?(?:in|on|against|near|by)\s+(?:the\s+)?[A-Z][\w ]{1,30}(?:,| and|"
    r", and)\s+\Z"
)
"""Before a number without a noun: "32 times in Iraq and 34 in Syria"."""
_OPENS_SHARES = re.compile(r"(?::|\s[–—-]|,)\s+\Z")
_PLACED = re.compile(r"\s+(?:were\s+)?(?:in|on|against|near|by)\s+(?:the\s+)?(?=[A-Z])")


def part_end(before: str, after: str, *, more: bool, follows: bool, violent: bool) -> int | None:
    """How far behind a number the words tell of which count it is a part; None where it is none.

    Args:
        before: the words of the sentence before the number, as far as they bear on it.
        after: those behind it.
        more: whether the sentence states another count before.
        follows: whether that is the number next to it.
        violent: whether the sentence has words of violence at all.
    """
    placed = _PLACED.match(after)
    if placed is not None and more and _shares(before, placed.group(), follows=follows):
        return 0
    part = _OF_THESE.match(after)
    if (
        part is not None
        and (
            (violent and not _PEOPLE_BEFORE.search(before))
            or more
            or _DONE_BY.search(part.group())
            or _EVENT.search(part.group())
        )
        and not _OF_ARMS.search(before)
    ):
        return part.end()
    if not follows or _PEOPLE_BEFORE.search(before):
        return None
    if _PART_OF.match(after):
        return 0 if _SET_APART.search(before) else None
    return 0 if _OF_WHICH.search(before) and not _PEOPLE_BEHIND.match(after) else None


def _shares(before: str, placed: str, *, follows: bool) -> bool:
    """Whether a number at a place is one of several into which a count is parted."""
    if _SHARED_OUT.search(before) or "were" in placed:
        return True
    return follows and _OPENS_SHARES.search(before) is not None and not words.PEOPLE.search(before)
