"""What a phrase of counted people is, and how lists of them become one: "two soldiers, a medic and three children"."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from annals.english.numbers import read_number

_NUMBER_AHEAD = (
    r"(?!\s+(?:at|an?|the|up|some|about|several|many|most|both|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"\w+teen|\w+ty|\d[\d,]*)\b)"
)
_BEHIND = re.compile(
    r"\s*,?\s*(?:\([^()]{0,40}\)\s*)?(?:was |were )?(?:among|amongst) "
    rf"(?:them{_NUMBER_AHEAD}|those|(?:the |its |their |at least |"
    r"about )?(?:\w+ )?(?:dead|victims|wounded|injured|killed|casualties|fatalities))\b",
    re.IGNORECASE,
)
_BEHIND_REACH = 90
_JOINTS = (",", "and", ", and", "&", "as well as", "along with", "together with", "plus")
_ONE_OF = re.compile(r"of (?:the |an? |his |its )?(?:[\w’'-]+ ){0,4}[\w’'-]+,? and")
_ALL_AMONG = re.compile(r"\s+were\s+among", re.IGNORECASE)
"""Behind a list, all of which is told to be a part: "a nurse and two boys were among the dead"."""
_SINGLE = re.compile(r"an?\s", re.IGNORECASE)
_GOES_ON = re.compile(
    r"[^,.;]{0,20},\s+(?:was|is|has|had|died|remain\w*|suffer\w*|sustain\w*|survived|surviv\w*)\b", re.IGNORECASE
)
"""Behind who somebody is, of one person: the verb of one."""
_REFLEXIVES = ("himself", "herself")
_ONE = re.compile(
    r"(?:the|his|her|their)\s+(?:(?!\w+s\b)[\w-]+\s+){0,2}?(?:victim|suspect|man|woman|boy|girl|child|"
    r"person|teen|teenager|driver|officer|soldier|deputy|mother|father|son|daughter|wife|husband|brother|"
    r"sister|deceased|shooter|gunman|attacker)\Z",
    re.IGNORECASE,
)
_FATE = re.compile(r"\s+(?:was|were|are|is|have|has|had)\b")
"""Behind people who have a fate of their own."""
_DASH = re.compile(r"\s[-\u2013\u2014]\s|\u2014")
_LIVES = re.compile(r"\b(?:lives|life)\Z", re.IGNORECASE)
"""What people lose is nobody beside them: "two lost their lives and five others were hurt"."""
_FORCES = re.compile(
    r"\b(?:soldiers|troops|policem[ae]n|police officers|police|gendarmes|guards|militiamen|fighters|rangers|militants|"
    r"constables|commandos|marines)\Z",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?:captain|major|colonel|general|lieutenant|sergeant|corporal|private|commander|officer|constable|inspector|"
    r"sub-inspector|superintendent|deputy|recruit|conscript|cadet|man|woman|sergeant-major|[\w-]*old|brigadier|\w+er-in-chief|"
    r"[A-Z][\w’'-]+)\b"
)
_SPEAKS = re.compile(
    r"(?:,[^,.;:\n]{2,60},|\s+(?:in|of|at|for|from|with|who)\s[^,.;:\n]{2,60}?|"
    r"(?:\s+(?!(?:and|or|was|were|is|are|had|has|have|died|dead|killed|wounded|injured|hurt|when|as|after|that|the)\b)"
    r"[\w’'-]+){1,3}?)?\s+(?:\w+ly\s+|also\s+|then\s+)?"
    r"(?:said|says|told|tells|added|adds|announced|confirmed|reported|reports|wrote|tweeted|posted|stated|explained|"
    r"recalled|insisted|noted|estimated|put the|declared)\b"
)
"""Behind somebody who tells of the dead and is none of them: "killed nine people, a local official said"."""
_NAMED_END = re.compile(r"\b[A-Z][\w’'-]*\Z")


@dataclass(frozen=True, kw_only=True)
class People:
    """A noun phrase that counts people. Offsets are the report's; `first` and `last` index the sentence's words."""

    start: int
    end: int
    first: int
    last: int
    number_end: int
    """Where the number ends; equal to `end` where the number stands alone or the phrase is a list."""
    part: bool
    """It says itself that it is a part ("two of the dead", "including three children")."""
    definite: bool
    """Without any number ("the bishop"): worth less than a counted phrase."""
    none: bool
    """It counts nobody ("no soldiers", "no one")."""
    offenders: bool
    """It counts those who attacked."""
    adds: bool = False
    """ "Two more", "another three", "six others": it adds to people told before, and no harm is told before it in its
    sentence."""
    partitive: bool = False
    """It counts some of people told before, whatever befell those ("two of them", "29 of the 120 admitted")."""
    follows: bool = False
    """An ordinal counts it on from others with the same fate ("a sixth victim", "the third fatality")."""


def join_lists(found: list[People], text: str) -> list[People]:
    """Make "two soldiers, a medic and three children" one phrase."""
    found = _spelt_out(found, text)
    joined: list[People] = []
    for people in found:
        before = joined[-1] if joined else None
        between = text[before.end : people.start].strip().lower() if before else "?"
        if (
            before is not None
            and (between in _JOINTS or (_ONE_OF.fullmatch(between) and _single(before, text)))
            and before.part == people.part
            and not (people.part and _numbered(before, text) and _numbered(people, text))
            and _complete(before, text)
            and _complete(people, text)
            and not before.none
            and not people.none
            and (_ALL_AMONG.match(text, people.end) or not _BEHIND.match(text, people.end, people.end + _BEHIND_REACH))
            and not _apposition(before, people, between, found, text)
            and not _SPEAKS.match(text, people.end)
        ):
            joined[-1] = People(
                start=before.start,
                end=people.end,
                first=before.first,
                last=people.last,
                number_end=people.end,
                part=before.part,
                definite=before.definite and people.definite,
                none=False,
                offenders=before.offenders and people.offenders,
            )
        else:
            joined.append(people)
    return joined


def _spelt_out(found: list[People], text: str) -> list[People]:
    """The same, with those as parts that spell out a sum told before: "18 died: 12 civilians and six policemen"."""
    for first in range(1, len(found)):
        between = text[found[first - 1].end : found[first].start]
        if ":" not in between and not _DASH.search(between):
            continue
        whole = [_count(people, text) for people in found[:first]]
        total, last = 0, first
        while last < len(found) and (
            last == first or text[found[last - 1].end : found[last].start].strip().lower() in _JOINTS
        ):
            total += _count(found[last], text) or 0
            last += 1
            if last - first > 1 and total in whole and not _FATE.match(text, found[last - 1].end):
                parts = [replace(people, part=True) for people in found[first:last]]
                return [*found[:first], *parts, *found[last:]]
    return found


def _count(people: People, text: str) -> int | None:
    """Its number where it is a plain one."""
    number = read_number(text[people.start : people.number_end])
    return number.low if number is not None and number.low == number.high else None


def _numbered(people: People, text: str) -> bool:
    """Whether a number stands before a noun: such parts ("including seven children and three women") are told apart."""
    return people.number_end < people.end and not re.match(r"an?\s", text[people.start : people.end], re.IGNORECASE)


def _apposition(before: People, people: People, between: str, found: list[People], text: str) -> bool:
    """Whether ", a Briton and a Romanian," says who the two people before it are, rather than adding to them."""
    if between != ",":
        return False
    if before.definite and _ONE.match(text[before.start : before.end]):
        # "The victim, a 51-year-old clerk, died": who the one person is.
        behind = text[people.end : people.end + 2].lstrip()[:1] or "."
        return behind in (",", ".") and bool(re.match(r"an?\s", text[people.start : people.end]))
    if before.number_end == before.end:
        # "A second victim, a man of 33, was treated": who he is.
        return bool(_SINGLE.match(text, before.start) and _SINGLE.match(text, people.start)) and bool(
            _GOES_ON.match(text, people.end)
        )
    number = read_number(text[before.start : before.number_end])
    if number is None or number.kind != "cardinal" or number.low is None or number.low != number.high:
        return False
    rest = found[found.index(people) :][: number.low]
    if number.low == 1:
        # "One of the wounded, a 60-year-old man, died": an aside on one told of a part.
        aside = text[people.end : people.end + 1] == "," and re.match(r"(?:an?)\s", text[people.start : people.end])
        return before.part and bool(aside)
    if len(rest) < number.low:
        return False
    if _FORCES.search(text, before.start, before.end) and not any(_RANK.search(text, p.start, p.end) for p in rest):
        # "Two soldiers, a priest and a nurse" are four people; "two officers, a captain and a major" are two.
        return False
    single = all(re.match(r"(?:an?|one|another)\s", text[p.start : p.end], re.IGNORECASE) for p in rest)
    joints = [text[a.end : b.start].strip().lower() for a, b in pairwise(rest)]
    return single and all(joint in (",", "and", ", and", "&") for joint in joints)


def _single(people: People, text: str) -> bool:
    """Whether the phrase is of one person: "the commander", "a member"."""
    return bool(
        re.match(r"(?:the|an?|his|her|their)\s", text[people.start : people.end], re.IGNORECASE)
    ) and not re.search(r"\w(?<!s)s\Z|\d|men\Z|people\Z", text[people.start : people.end])


def _complete(people: People, text: str) -> bool:
    """Whether the phrase names whom it counts, so that it can be a member of a list; "the Syrian ..." opens a name."""
    if text[people.start : people.end].lower() in _REFLEXIVES:
        return True
    if _LIVES.search(text, people.start, people.end):
        return False
    if people.definite and _NAMED_END.search(text[people.start + 3 : people.end]):
        return False
    return people.number_end < people.end or people.last - people.first > 1


def with_part(people: People, text: str) -> People:
    """Note "a toddler among them" and "two officers (both women) were among the dead"."""
    if people.part or not _BEHIND.match(text, people.end, people.end + _BEHIND_REACH):
        return people
    return replace(people, part=True)
