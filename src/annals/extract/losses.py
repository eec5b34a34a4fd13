"""Figures of harm told by a frame around the people, not by one word: "lost nine men", "sent two to hospital"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from annals.extract.clauses import Clause
from annals.extract.harm_figure import HarmFigure
from annals.extract.people_lists import People
from annals.model import Field, Finding, Quote

_FIGHTERS = re.compile(
    r"\b(?:fighters?|soldiers?|troops|men|militants?|rebels?|insurgents?|guerrillas?|comrades?|policem[ae]n|officers?|"
    r"servicem[ae]n|militiam[ae]n|marines?|sailors?|airm[ae]n|commandos?|privates|corporals?|sergeants?|lieutenants?|"
    r"captains?|cadets?|recruits?|conscripts?|jawans?|paratroopers?|gendarmes?|rangers?|constables?|troopers?)\b",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"\b(?:parents?|father|mother|sons?|daughters?|brothers?|sisters?|siblings?|wi(?:fe|ves)|husband|child(?:ren)?|"
    r"grand\w+|uncles?|aunts?|cousins?|nephews?|nieces?|relatives|family members|"
    r"members of (?:his|her|their) family)\b",
    re.IGNORECASE,
)
_SICK = re.compile(r"\b(?:patients?|wounded|injured|casualt\w+)\b", re.IGNORECASE)
_LIVES = re.compile(r"\b(?:lives|life)\Z", re.IGNORECASE)
_VICTIMS = re.compile(
    r"\b(?:people|persons|victims|civilians|men|women|children|villagers|residents|of the dead)\b|\bfamily\b",
    re.IGNORECASE,
)
_BOMBER = re.compile(r"\b(?:bomber|bl[eo]w\w* (?:himself|herself|themselves) up)\b", re.IGNORECASE)
_NO_TAKERS = re.compile(
    r"\b(?:police|officers?|deput(?:y|ies)|ambulances?|medics|paramedics|rescuers|firefighters|hospital|custody|arrest\w*)\b",
    re.IGNORECASE,
)
_BATTLE = (
    r"(?:battle|combat|action|ambush|fighting|clash\w*|attack|assault|line of duty|front\w*|engagement|field|raid|"
    r"skirmish\w*|offensive|defen[cs]e|siege|trench\w*)"
)
_WILD = (
    r"(?:ashore|into the (?:[\w-]+ )?(?:forest|bush|jungle|mountains|hills|desert|woods|creeks|mangroves)|"
    r"to (?:the bush|an? (?:unknown|undisclosed) (?:place|destination|location)))"
)
_END = r"(?=\s*(?:[.,;:]|$)|\s+(?:in|on|at|near|when|during|late|early|yesterday|overnight|and)\b)"


class _Frame(NamedTuple):
    """What stands before the people and what behind, whom it is said of, and what the clause must or must not have."""

    field: Field
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    who: re.Pattern[str] | None = None
    needs: re.Pattern[str] | None = None
    bars: re.Pattern[str] | None = None


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_FRAMES = (
    _Frame(
        "killed",
        _words(
            r"\b(?:(?:claim|took|take|taking|taken|cost|lost|losing)(?:s|ed|ing)?\s+(?:the\s+)?)$|\b(?:claim|cost)(?:s|ed|ing)?\s+$"
        ),
        None,
        who=_LIVES,
    ),
    _Frame(
        "killed", None, _words(r"\s+(?:were|was|have been|had been|are|being)?\s*(?:lost|claimed|taken)\b"), who=_LIVES
    ),
    _Frame("killed", _words(r"\b(?:cut|cuts|cutting|slit|slits|slitting|slashed)\s+the\s+throats?\s+of\s+$"), None),
    # Fighting men whom a side loses are dead; a lost team or bet is none.
    _Frame("killed", _words(r"\b(?:lost|losing|loses?|had lost|(?:the|its) loss of)\s+$"), None, who=_FIGHTERS),
    _Frame(
        "killed",
        _words(r"\b(?:lost|losing|loses)\s+$"),
        _words(r"\s+(?:in|to|during|when)\s+(?:the|an?|that|this|one)\b"),
        who=_KIN,
    ),
    _Frame("killed", _words(r"\bremains of\s+(?:the\s+)?$"), None),
    _Frame("killed", _words(r"\b(?:claimed|claims|claiming)\s+$"), _words(_END)),
    _Frame("killed", _words(r"\b(?:burial|burials|funeral|funerals)\s+(?:of|for)\s+(?:the\s+)?$"), None, who=_VICTIMS),
    _Frame(
        "killed",
        _words(r"\b(?:buried|bury|burying)\s+(?:the\s+)?$"),
        _words(r"(?!\s+(?:alive|under|beneath|in rubble))"),
        who=_VICTIMS,
    ),
    _Frame(
        "killed",
        _words(r"\badd(?:s|ed|ing)?\s+$"),
        _words(r"\s+to the (?:list|roll|toll|number|tally) of (?:the )?(?:dead|killed|victims)\b"),
    ),
    _Frame(
        "killed",
        None,
        _words(
            rf"\s+(?:had |have |has )?(?:fallen|fell)(?:(?=\s*(?:[.;]|$))|"
            rf"\s+(?:in|during|on)\s+(?:the |an? |that )?(?:\w+ ){{0,2}}?{_BATTLE}\b)"
        ),
        who=_FIGHTERS,
    ),
    _Frame("killed", _words(r"\b(?:take|took|taking)\s+$"), _words(r"\s+with (?:him|her|them)\b"), needs=_BOMBER),
    _Frame(
        "wounded",
        _words(r"\b(?:sen(?:t|ds?|ding)|put(?:s|ting)?|land(?:ed|s|ing))\s+$"),
        _words(
            r"\s+(?:(?:straight\s+)?to|into|in)\s+(?:[\w’'-]+\s+){0,3}?(?:hospitals?|emergency rooms?|intensive care)\b"
        ),
    ),
    _Frame(
        "wounded",
        _words(
            r"\b(?:received|receives|receiving|treated|treating|treats|admitted|admitting|admits|"
            r"took in|taking in|operated on|operating on)\s+$"
        ),
        None,
        who=_SICK,
    ),
    _Frame(
        "abducted",
        _words(r"\b(?:take|took|takes|taking|dragg?(?:ed|ing)|led|leading|herd(?:ed|ing))\s+$"),
        _words(rf"\s+(?:{_WILD}|with them)\b"),
        bars=_NO_TAKERS,
    ),
    _Frame(
        "abducted",
        None,
        _words(
            rf"\s+(?:were|was|have been|had been)\s+(?:taken|led|marched|driven|herded|dragged)\s+(?:off\s+)?{_WILD}\b"
        ),
        bars=_NO_TAKERS,
    ),
)
_BACK, _AHEAD = 24, 70


def losses_of(clause: Clause, people: list[People], text: str) -> Iterator[HarmFigure]:
    """The figures of a clause that a frame tells, for these counted people of the clause; each of them once."""
    for counted in people:
        if counted.none or (counted.definite and " and " not in text[counted.start : counted.end]):
            continue
        for frame in _FRAMES:
            figure = _framed(frame, counted, clause, text)
            if figure is not None:
                yield figure
                break


def _framed(frame: _Frame, counted: People, clause: Clause, text: str) -> HarmFigure | None:
    if frame.who is not None and not frame.who.search(text, counted.start, counted.end):
        return None
    before = (
        frame.before.search(text, max(clause.start, counted.start - _BACK), counted.start) if frame.before else None
    )
    if frame.before is not None and before is None:
        return None
    after = (
        frame.after.match(text, counted.end, min(clause.sentence.end, counted.end + _AHEAD)) if frame.after else None
    )
    if frame.after is not None and after is None:
        return None
    if frame.needs is not None and not frame.needs.search(text, clause.sentence.start, clause.sentence.end):
        return None
    if frame.bars is not None and frame.bars.search(text, clause.start, counted.start):
        return None
    start = before.start() if before is not None else counted.start
    end = max(counted.end, after.end() if after is not None else counted.end)
    return HarmFigure(
        finding=Finding(
            field=frame.field,
            words=text[counted.start : counted.number_end],
            quote=Quote.of(text, start, end),
            group=text[counted.number_end : counted.end].strip() or None,
            part=counted.part,
        ),
        at=start,
    )
