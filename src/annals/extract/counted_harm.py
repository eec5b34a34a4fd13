"""The figure that a word of harm gives of counted people: its number, its group, and whether it is a part of a toll."""

import re
from functools import lru_cache

from annals.english.phrases import Match
from annals.extract.counting import HARMED_BEFORE
from annals.extract.harm_figure import HarmFigure
from annals.extract.lexicon import Harm
from annals.extract.people_lists import People
from annals.extract.period_tolls import of_enemy
from annals.model import Field, Finding, Quote

_RISEN = re.compile(r"\b(?:went|gone|goes|rose|risen|climbed|jumped|moved|edged|crept|shot)\s+$", re.IGNORECASE)
_UP_TO = re.compile(r"up to\s+", re.IGNORECASE)
_DEATH = re.compile(
    r"\b(?:killed|killing|kills|dead|deadly|died|dies|dying|deaths?|fatal(?:ly|ities|ity)?|murder\w*|homicides?|"
    r"slain|slaying|manslaughter|mourn\w*|funeral|bod(?:y|ies) of|(?:the|his|her|their) bod(?:y|ies)|corpses?|"
    r"(?:did not|didn[’']t) survive|could not be (?:saved|revived|resuscitated))\b",
    re.IGNORECASE,
)
_HURT = re.compile(r"\b(?:wound(?:ed|s|ing)|injur(?:ed|ies|ing)|hurt|hospitali[sz]ed)\b", re.IGNORECASE)
_TOLD_BEFORE = 400
_ORDINAL = re.compile(
    r"\b(?:second|third|(?:four|fif|six|seven|eigh|nin|ten|twelf|\w+teen|\w+tie)th|\d+(?:nd|rd|th))\b", re.IGNORECASE
)
_TOLL_AHEAD = re.compile(
    r"[^.;]{0,80}?\b(?:bring|rais|tak|push|lift|mov)(?:s|es|e|ing)\s+(?:\w+\s+){0,3}?(?:toll|number|count|tally|"
    r"total|dead|deaths|killed)\b",
    re.IGNORECASE,
)
"""Behind "two more died": the toll to which they are added follows."""
_DIED_SINCE = re.compile(
    r"(?:\s+[\w’'-]+){0,14}?\s+(?:died|dies|(?:has|have|had) died|succumb(?:ed|s)|passed away)\b[^.;]{0,90}?,\s+"
    r"(?:bring|rais|tak|push|lift|mov)ing\s+(?:\w+\s+){0,3}?(?:toll|number|count|tally|total)\b",
    re.IGNORECASE,
)
"""Behind one who died of an attack told before: "a nurse died overnight, raising the toll to 23"."""
_RISEN_AFTER = re.compile(
    r"\b(?:toll|dead|deaths|killed)\b[^.;]{0,80}\b(?:risen|rose|rises|climbed|climbs|gone up|went up|increased|grown|"
    r"grew)\b[^.;]{0,80}\b(?:after|as|when|with)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""Before those who died since: "has risen to 26 after five died in hospital"."""
_BESIDES = re.compile(
    r"[^.;]{0,80}?\b(?:since|after|beyond|besides|in addition to|on top of)\b[^.;]{0,60}?\b(?:killed|dead|died|"
    r"deaths)\b",
    re.IGNORECASE,
)
"""Behind "four more died": those before them are told after."""
_SOME_ONLY = re.compile(
    r"(?-i:[A-Z])|\b(?:civilians?|soldiers?|troops|officers?|police\w*|guards?|passengers|tourists|pupils|students|children|"
    r"women|villagers|players|delegates|staff|workers|bystanders?|hostages|foreigners|journalists)\b",
    re.IGNORECASE,
)
"""Who alone are none of the harmed: others may be ("no civilians were hurt", "no US soldiers")."""
_KNOWN = re.compile(
    r"\band\b|(?:\b(?:his|her|their|my|our)|[’']s?)\s+(?:[\w-]+\s+){0,2}(?:wife|husband|son|daughter|mother|father|brother|"
    r"sister|child|baby|grand\w+|parents|sons|daughters|children|uncle|aunt|cousin|nephew|niece|girlfriend|boyfriend)\b",
    re.IGNORECASE,
)
"""Told without a number, but no less sure: kin of somebody, and several in one phrase."""


def figure_of(cue: Match[Harm], field: Field, counted: People, text: str, *, part: bool) -> HarmFigure:
    """The figure of `field` that a word of harm gives of the people it counts; `part`: they are known for some only."""
    start, end = min(counted.start, cue.start), max(counted.end, cue.end)
    up_to = _UP_TO.match(text, counted.start)
    risen = up_to is not None and _RISEN.search(text[max(0, counted.start - 12) : counted.start])
    words = text[up_to.end() if up_to is not None and risen else counted.start : counted.number_end]
    group = text[counted.number_end : counted.end].strip() or None
    whole = counted.partitive and _first_told(field, counted, cue, text)
    restricted = counted.none and group is not None and _SOME_ONLY.search(group) is not None
    return HarmFigure(
        finding=Finding(
            field=field,
            words=words,
            quote=Quote.of(text, start, end),
            group=group,
            part=not whole
            and (
                part
                or counted.part
                or counted.offenders
                or restricted
                or of_enemy(counted.start, text)
                or _increment(field, counted, text)
            ),
        ),
        at=cue.start,
        counted=not counted.definite or _KNOWN.search(text, counted.start, counted.end) is not None,
    )


@lru_cache(maxsize=4)
def tells_death(text: str) -> bool:
    """Whether a text has any word for a death."""
    return _DEATH.search(text) is not None


def _first_told(field: Field, some: People, cue: Match[Harm], text: str) -> bool:
    """Whether "two of them died" is all that is told of the dead: a part of those hit is the whole of the dead."""
    if field != "killed" or cue.payload.role == "nouns" or _TOLL_AHEAD.match(text, some.end):
        return False
    return _DEATH.search(text, max(0, some.start - _TOLD_BEFORE), min(some.start, cue.start)) is None


def _increment(field: Field, counted: People, text: str) -> bool:
    """Whether "six others" adds to the same figure: the other wounded may be others than the dead, told before."""
    if field == "killed" and not counted.none and _DIED_SINCE.match(text, counted.end):
        return True
    if field == "killed" and _RISEN_AFTER.search(text, max(0, counted.start - _TOLD_BEFORE), counted.start):
        return True
    if not counted.adds:
        return False
    if field == "killed" and (
        counted.follows
        or _TOLL_AHEAD.match(text, counted.end)
        or _BESIDES.match(text, counted.end)
        or HARMED_BEFORE.match(text, counted.end)
    ):
        return True
    if field in ("missing", "abducted"):
        return not _ORDINAL.search(text, counted.start, counted.end)
    told = _HURT if field == "wounded" else _DEATH
    return told.search(text, max(0, counted.start - _TOLD_BEFORE), counted.start) is not None
