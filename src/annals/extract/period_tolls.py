"""Figures that are no event's whole toll: the dead of a war, of a period, of an older event, or of the enemy alone."""

import re

from annals.extract.clauses import Clause
from annals.extract.page import Sentence

_MONTHS = (
    "(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|"
    "Nov|Dec"
)
_WIDER = re.compile(
    r"\b(?:since (?:the )?(?:war|conflict|insurgency|uprising|start|beginning|fighting|violence|it began|\d{4})|"
    r"in the (?:war|conflict|insurgency)|"
    r"(?:so far )?this year|(?:so far )?this (?:month|century|decade)|over the (?:past|last) (?:\w+ )?(?:years?|"
    r"months?|decades?)|in (?:the )?(?:past|last) (?:\w+ )?(?:years|months|decades?)|"
    r"(?:in|during) the (?:first|last) (?:\w+ )?(?:months|quarter|half) of|in \w+ years of|during the (?:war|"
    r"conflict|insurgency)|last year alone|"
    r"the (?:war|conflict|insurgency|fighting|violence)\b[^.;]{0,60}\b(?:has|have|had) (?:led|caused|killed|"
    r"claimed|left|cost|displaced)|"
    r"(?:in|over|during|within) the (?:past|last|previous) (?:[\w-]+ )?(?:hours|days|nights|weeks?|fortnight)|"
    r"the (?:first|other|previous|earlier|last|preceding) (?:two|three|four|five|six|\d+)(?: \w+)? (?:had )?(?:killed|"
    r"claimed|left|wounded|injured|took)|in all (?:those|these|its|of its|the) years|"
    r"each year|every year|a year|this year alone|on average|in total since|to date since|"
    r"in the (?:past|last|previous) (?:month|year)|in the (?:weeks?|months?|years?) (?:before|since)|"
    rf"(?:has|have|had)\b[^.;]{{0,90}}?\bsince (?:(?:early|mid|late)[ -]|last )?(?:\d{{1,2}} )?"
    rf"(?:{_MONTHS}|year|month)|"
    rf"between (?:\d{{1,2}} (?:(?:{_MONTHS}) )?|(?:{_MONTHS})(?: \d{{1,2}})? )and (?:\d{{1,2}} )?"
    rf"(?:{_MONTHS}))\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:\d|January|February|March|April|May|June|July|August|September|October|November|December)\s*,?\s*$"
)
_WIDER_REACH = 60
_RANKED = re.compile(
    r"\b(?:\w+est|worst|most|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|"
    r"latest)\b[^.;,]{0,50}\Z",
    re.IGNORECASE,
)
"""Before a period this ranks one event among those of the period: the figure is that event's own."""
_MANY = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|tens of thousands|hundreds of thousands)\b[^.;,]{0,40}\b(?:have|had) been "
    r"(?:killed|wounded|injured|hurt|kidnapped|abducted|murdered|displaced)\s*(?:[.,;]|and\b|or\b|in recent\b)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"[\"\u201c]?(?:in )?(?:several |two |three |a number of )?"
    r"(?:separate|other|similar|further|previous|earlier|past|parallel|subsequent)\s+(?:[\w-]+\s+){0,2}",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"\b(?:19|20)\d\d\s+(?:[\w-]+\s+){1,3}(?:that|which)\s+(?:had\s+)?(?:(?:killed|claimed|left|wounded|injured|took)\s+"
    r"(?:at least |about |some |more than |the lives of |nearly )?)?\Z",
    re.IGNORECASE,
)
_OLD_REACH = 90
_ENEMY = re.compile(
    r"\benem(?:y|ies)(?:[’']s?)?\s+(?:losses|casualties|dead|killed|side)\b[^.;]{0,40}\Z", re.IGNORECASE
)
_LEDE = 1
"""Up to this sentence "dozens have been killed" is the news."""


def tells_others(sentence: Sentence, text: str) -> bool:
    """Whether a sentence opens with several events beside that of the news: "Separate bombings killed eight"."""
    return any(
        text[event.end - 1] == "s" and _OTHERS.fullmatch(text, sentence.start, event.start) is not None
        for event in sentence.triggers
    )


def is_wider(clause: Clause, text: str) -> bool:
    """Whether a clause tells the toll of a war, a month, all attacks since a day ("has cost 90 lives since April")."""
    end = min(clause.sentence.end, clause.end + _WIDER_REACH)
    if clause.sentence.index > _LEDE and _MANY.search(text, clause.start, end):
        return True
    return any(
        not (found.group().lower() == "this year" and _DATED.search(text, clause.sentence.start, found.start()))
        and not _RANKED.search(text, clause.start, found.start())
        for found in _WIDER.finditer(text, clause.start, end)
    )


def of_old_event(start: int, text: str) -> bool:
    """Whether what stands at `start` belongs to an event told by its year in passing: "a 2009 blast that killed 81"."""
    return _OLD.search(text, max(0, start - _OLD_REACH), start) is not None


def of_enemy(start: int, text: str) -> bool:
    """Whether a figure at `start` is what one side says of the other's: "enemy losses: 24 killed"."""
    return _ENEMY.search(text, max(0, start - _OLD_REACH), start) is not None
