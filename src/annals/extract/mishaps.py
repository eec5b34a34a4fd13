"""Blasts, fires and alarms that a report itself puts down to an accident or to a drill."""

import re
from collections.abc import Iterable

from annals.extract.candidates import Candidate
from annals.extract.page import Page

_VESSELS = (
    r"(?:gas(?! canisters?)|boiler|pipeline|cylinder|(?:fuel|gas|oil|storage|propane|chemical|ammonia) tank"
    r"|pressure vessel|transformer)"
)
_CAUSE = re.compile(
    r"\b(?:gas|boiler|(?:grain )?dust|steam|propane|ammonia|transformer|factory|refinery|fireworks?) "
    r"(?:blasts?|explosions?|leaks?)\b"
    rf"|\b{_VESSELS}\b[^.;]{{0,40}}\b(?:leak\w*|explod\w+|ruptur\w+|burst|blew|ignit\w+|caught fire|overheat\w+)\b"
    r"|\btanks?\b[^.;]{0,40}\b(?:leak\w*|ruptur\w+|overheat\w+)\b"
    r"|\bleak(?:ed|ing|s)?\b[^.;]{0,30}\b(?:gas|ignit\w+|fumes|pipe|tank|cylinder)\b"
    r"|\bpressure vessel\b|\bgas (?:cylinders?|bottles?)\b|\bshort[- ]circuits?\b|\belectrical fault\b"
    r"|\bfaulty (?:wiring|valve|stove|heater|cylinder|boiler)\b|\bnegligen(?:ce|t)\b"
    r"|\b(?:an?|the|as|deadly|industrial|tragic|worst|such|this) accidents?\b|\baccidental(?:ly)?\b"
    r"|\bsafety (?:breach\w*|rules|standards|inspect\w+|violations?|lapses?)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:no|not|nor|never|nobody|\w+n['\u2019]t|rul(?:e[sd]?|ing) out|den(?:y|ies|ied)|disput\w+|doubt\w*|rather than"
    r"|instead of|first (?:thought|believed|said|blamed)|initially|(?:packed|filled|rigged|laden|loaded|stuffed) with)"
    r"\b[^.;]{0,30}\Z",
    re.IGNORECASE,
)
"""Before a cause that is denied, or that somebody made into arms."""
_ARMS = re.compile(
    r"\b(?:(?:car|truck|roadside) bombs?|suicide (?:bomb|attack)\w*|explosive (?:devices?|belts?|vests?)|detonators?"
    r"|air ?strikes?|(?:hit|struck) by (?:an? |the )?(?:\w+ )?(?:missiles?|rockets?|shells?|drones?)"
    r"|claim(?:ed|s|ing) responsibility)\b",
    re.IGNORECASE,
)
_DEED = r"(?:bombs?|explosives?|foul play|sabotage|arson|attack|crime|criminal|suspicious|deliberate|terror\w*)"
_NO_DEED = re.compile(
    r"\b(?:rul(?:e[sd]?|ing) out|no (?:sign|trace|evidence|indication|hint|suggestion)s? of|nothing to suggest|"
    rf"not (?:being )?(?:treat\w+|regard\w+|believ\w+)[^.;]{{0,20}})[^.;]{{0,30}}\b{_DEED}\b"
    r"|\bnot (?:looking|searching) for (?:anyone|anybody|a suspect|suspects)\b"
    rf"|\b{_DEED}[^.;]{{0,20}}\b(?:was|has been|were|is) ruled out\b",
    re.IGNORECASE,
)
_DRILL = re.compile(
    r"\b(?:took|taking|take) part in (?:the|an?) (?:[\w-]+ )?(?:exercise|drill)\b"
    r"|\b(?:the|this|an?|annual|full-scale|live) (?:[\w-]+ )?(?:drill|exercise)\b",
    re.IGNORECASE,
)
_PLAYED = re.compile(
    r"\bblanks\b|\bblank (?:rounds|ammunition|cartridges)\b|\b(?:exercise|training|drill) scenario\b"
    r"|\bmock (?:attack\w*|casualt\w+|gunm[ae]n|bomb\w*|victims?|hostages?)\b|\bsimulat\w+|\brole[- ]?play\w*"
    r"|\b(?:fake|stage|theatrical) blood\b"
    r"|\bplay(?:ed|ing) (?:the )?(?:victims?|gunm[ae]n|wounded|attackers?|dead)\b",
    re.IGNORECASE,
)
_ENOUGH = 2
_MANY = 3
_BACK = 60


def accidental(page: Page) -> bool:
    """Whether a report puts what blew up to an accident: in its headline, twice, or once with a deed ruled out.

    It does not where it tells of arms, or of somebody who claims what was done.
    """
    armed = _ARMS.search(page.text)
    if armed is not None and not _NOT_SO.search(page.text, max(0, armed.start() - _BACK), armed.start()):
        return False
    causes = 0
    for sentence in page.sentences:
        found = _CAUSE.finditer(page.text, sentence.start, sentence.end)
        here = sum(1 for cause in found if not _NOT_SO.search(page.text, sentence.start, cause.start()))
        if here and sentence.title:
            return True
        causes += here + (_NO_DEED.search(page.text, sentence.start, sentence.end) is not None)
    return causes >= _ENOUGH


def rehearsed(page: Page) -> bool:
    """Whether a report tells of a drill: its shots and its dead are played.

    That a drill is told of is not enough: troops at an exercise are attacked in earnest.
    """
    played = _times(_PLAYED, page)
    return played >= _ENOUGH and played + _times(_DRILL, page) >= _MANY


def _times(pattern: re.Pattern[str], page: Page) -> int:
    return sum(1 for s in page.sentences for _ in pattern.finditer(page.text, s.start, s.end))


def by_itself(told: Iterable[Candidate]) -> bool:
    """Whether clauses tell only of what may happen without anybody's doing: a blast, a fire, the harm."""
    return not any(c.named or c.doers or c.arms for c in told)
