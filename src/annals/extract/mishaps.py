"""Blasts, fires and alarms that a report itself puts down to an accident or to a drill."""

import re
from collections.abc import Iterable

from annals.extract.candidates import Candidate
from annals.extract.page import Page

_VESSELS = r"(?:gas|boiler|pipeline|cylinder|canister|tank|pressure vessel|transformer|battery)"
_CAUSE = re.compile(
    r"\b(?:gas|boiler|(?:grain )?dust|steam|propane|ammonia|transformer|factory|refinery|fireworks?) "
    r"(?:blasts?|explosions?|leaks?)\b"
    rf"|\b{_VESSELS}\b[^.;]{{0,40}}\b(?:leak\w*|explod\w+|ruptur\w+|burst|blew|ignit\w+|caught fire|overheat\w+)\b"
    r"|\bleak(?:ed|ing|s)?\b[^.;]{0,30}\b(?:gas|ignit\w+|fumes|pipe|tank|cylinder)\b"
    r"|\bpressure vessel\b|\bgas (?:cylinders?|bottles?|canisters?)\b|\bshort[- ]circuits?\b|\belectrical fault\b"
    r"|\bfaulty (?:wiring|valve|stove|heater|cylinder|boiler)\b|\bnegligen(?:ce|t)\b"
    r"|\b(?:an?|the|as|deadly|industrial|tragic|worst|such|this) accidents?\b|\baccidental(?:ly)?\b"
    r"|\bsafety (?:breach\w*|rules|standards|inspect\w+|violations?|lapses?)\b",
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
_PLAYED = re.compile(
    r"\b(?:took|taking|take) part in (?:the|an?) (?:[\w-]+ )?(?:exercise|drill)\b"
    r"|\b(?:the|this|an?|annual|full-scale|live) (?:[\w-]+ )?(?:drill|exercise)\b"
    r"|\bblanks\b|\bblank (?:rounds|ammunition|cartridges)\b|\b(?:exercise|training|drill) scenario\b"
    r"|\bmock (?:attack\w*|casualt\w+|gunm[ae]n|bomb\w*|victims?|hostages?)\b|\bsimulat\w+|\brole[- ]?play\w*"
    r"|\b(?:fake|stage|theatrical) blood\b"
    r"|\bplay(?:ed|ing) (?:the )?(?:victims?|gunm[ae]n|wounded|attackers?|dead)\b",
    re.IGNORECASE,
)
_ENOUGH = 2
_MANY = 3


def accidental(page: Page) -> bool:
    """Whether a report puts what blew up to an accident: in its headline, twice, or once with a deed ruled out."""
    causes = 0
    for sentence in page.sentences:
        here = sum(1 for _ in _CAUSE.finditer(page.text, sentence.start, sentence.end))
        if here and sentence.title:
            return True
        causes += here + (_NO_DEED.search(page.text, sentence.start, sentence.end) is not None)
    return causes >= _ENOUGH


def rehearsed(page: Page) -> bool:
    """Whether a report tells of a drill: its shots and its dead are played."""
    return sum(1 for s in page.sentences for _ in _PLAYED.finditer(page.text, s.start, s.end)) >= _MANY


def by_itself(told: Iterable[Candidate]) -> bool:
    """Whether clauses tell only of what may happen without anybody's doing: a blast, a fire, the harm."""
    return not any(c.named or c.doers for c in told)
