"""Counts of events that a report states: "the ninth in five weeks", "dozens of attacks since October"."""

import re

from annals.english.numbers import Number, find_numbers
from annals.extract.page import Sentence
from annals.model import Quote, StatedTally

_EVENTS = (
    r"attacks?|strikes?|bombings?|shootings?|killings?|murders?|homicides?|raids?|incidents?|"
    r"assaults?|kidnappings?|abductions?|ambush(?:es)?|explosions?|blasts?|air ?strikes?|massacres?|"
    r"clashes|"
    r"stabbings?|volleys?|barrages?|hijackings?|assassinations?|episodes?|hits|incursions?|sorties|"
    r"bombardments?|shellings?|lynchings?|executions|carjackings|beheadings|violations?|operations|"
    r"skirmishes|"
    r"(?:ships?|vessels?|tankers?|boats?|freighters?|churches|mosques|schools|villages|towns|"
    r"hospitals|convoys|bases|buses|outposts|checkpoints|embassies|homes|villages)\s+(?:(?:have|had|"
    r"has)\s+)?(?:(?:been|were|was|are|is)\s+)?"
    r"(?:attacked|hit|struck|bombed|raided|hijacked|seized|targeted|damaged|sunk|lost|burned|torched|"
    r"shelled|ambushed|boarded)"
)
# Words that may stand between the number and the event's noun; none that tells of people or opens another phrase.
_BETWEEN = (
    r"(?:(?!(?:people|civilians?|persons?|men|women|children|soldiers|policemen|officers|dead|killed|"
    r"wounded|injured|hurt|died|missing|deaths?|victims?|in|by|from|after|during|before|on|at|to|and|"
    r"who|were|was|when|with)\b)[\w’'.-]+\s+){0,6}?"
)
_ORDINAL_TAIL = re.compile(
    rf"\s+(?:{_BETWEEN}(?:{_EVENTS})\b|of its (?:kind|type)\b|such\b(?:\s+{_BETWEEN}(?:{_EVENTS})\b)?|"
    rf"time\b|(?=(?:in|since|this|within|over)\b))",
    re.IGNORECASE,
)
_COUNT_TAIL = re.compile(
    rf"(?:\s+of)?(?:\s+(?:the|these|those|such|its|their))?\s+{_BETWEEN}(?:{_EVENTS})\b", re.IGNORECASE
)
_OF_THESE = re.compile(
    r"\s+(?:of (?:these|those|them)\s+(?:(?:attacks|strikes|raids|bombings)\b|(?:were|was|have been|"
    r"had been)\s+(?:claimed|carried out|launched|staged|conducted|attributed))|of the (?:attacks|"
    r"strikes|raids|bombings)\b|(?:more\s+)?(?:have been|had been|were|was)\s+(?:carried out|launched|"
    r"conducted|recorded|claimed|reported|staged|documented|logged|counted|mounted))",
    re.IGNORECASE,
)
_ELLIPTIC = re.compile(
    r"\s+(?:so far|the (?:year|month|week) before|the previous (?:year|month|week)|(?:last|this) "
    r"(?:year|month|week)|in (?:19|20)\d\d|since)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(r"\s+(?:[\w-]+\s+){0,2}?(?:such|time|of its (?:kind|type)|similar)\b", re.IGNORECASE)
_FIRST = re.compile(
    rf"\s+(?:time\b|such\b|(?:known|recorded|ever|direct|confirmed|acknowledged|reported|fatal|deadly|"
    rf"successful|[\w-]+)?\s*{_BETWEEN}(?:{_EVENTS})\b[^.;]{{0,80}}?\b(?:since|in (?:\w+ )?(?:years|"
    rf"months|decades)|ever|on (?:[\w’'-]+ )?(?:soil|territory)|of its (?:kind|type)))",
    re.IGNORECASE,
)
_COPULA = re.compile(
    r"\b(?:was|is|were|are|marks|marked|became|becomes|makes|made|making|be|being)\s+(?:it\s+)?(?:at "
    r"least\s+)?(?:only\s+)?(?:the|its|their|his|her|a)?\s*(?:\w+ and )?$",
    re.IGNORECASE,
)
_WINDOW = re.compile(
    r"\b(?:since\s+[\w’' ]{2,40}|in (?:the )?(?:past|last|previous|preceding|recent|less than|under|"
    r"as many|just|only|barely|about|around|little more than|a|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|\d+)\s*[\w ]{0,18}?(?:hours?|days?|weeks?|months?|years?|decades?)"
    r"|(?:so far )?this (?:year|month|week)|so far(?: this \w+| in \d{4})?|(?:over|within|during|"
    r"inside) (?:the )?(?:past |last |previous |space of )?(?:\w+ ){0,3}?(?:hours?|days?|weeks?|"
    r"months?|years?)|to date|last (?:year|month|week)|in (?:19|20)\d\d|during (?:19|20)\d\d|(?:a|"
    r"per) (?:day|week|month))\b",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"\b(?:count(?:s|ed)?|record(?:s|ed)?|document(?:s|ed)?|report(?:s|ed)?|disclosed|list(?:s|ed)|"
    r"logged|registered|verified|target of|series of|string of|spate of|wave of|total of|carried out|"
    r"conducted|launched|final|last)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_RISE = re.compile(
    rf"\b(?:bring\w*|brought|tak(?:es|ing)|took|rais\w+|push\w+)\s+(?:to\s+(?P<first>[\w,-]+(?: "
    rf"[\w-]+)?)\s+the\s+(?:total\s+)?(?:number|tally|count|total)\s+of\b[^.;]{{0,80}}|"
    rf"(?:the\s+)?(?:total\s+)?(?:number|tally|count|total)\b[^.;]{{0,80}}?\bto\s+(?P<second>[\w,-]+))"
    rf"|\b(?:number|tally|count|total)\s+of\s+(?:{_BETWEEN})(?:{_EVENTS})\b[^.;]{{0,90}}?\b(?:stood at|"
    rf"stands at|reached|has reached|rose to|had risen to|is put at|was put at|is now|"
    rf"was)\s+(?P<third>(?:(?:over|more than|at least|about|nearly|almost)\s+)?[\w,-]+)",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\b(?:times|twice|thrice)\b", re.IGNORECASE)
_NUMBER_OF_TIMES = re.compile(
    r"(?:(?:at least|more than|over|some|about|nearly|"
    r"almost)\s+)?[\w,-]+(?=\s+(?:separate\s+)?times\b)|\btwice\b|\bthrice\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:people|dead|killed|deaths?|wounded|injured|victims|casualties|civilians|hostages|captives|refugees)\b",
    re.IGNORECASE,
)
_TWO = 2
_REACH = 160
_LONGEST = 220


def tallies_of(sentence: Sentence, report_id: str, text: str) -> list[StatedTally]:
    """The stated counts of a sentence. An ordinal counts events up to this one; a cardinal needs a period with it."""
    found: list[tuple[int, int, int, int]] = []
    for number in sentence.numbers:
        end = (
            _ordinal(sentence, number, text, more=bool(found))
            if number.kind == "ordinal"
            else _cardinal(sentence, number, text, more=bool(found))
        )
        if end is not None:
            found.append((number.start, number.start, number.end, end))
    found += _risen(sentence, text, {n[0] for n in found})
    if sentence.triggers and _TIMES.search(text, sentence.start, sentence.end):
        found += _times_over(sentence, text)
    made = []
    for start, first, last, end in sorted(found):
        window = _window(sentence, last, text)
        stop = max(end, window[1]) if window is not None and 0 <= window[0] - end <= _REACH // 2 else end
        stop = min(stop, sentence.end, start + _LONGEST)
        begin = (
            min(start, window[0]) if window is not None and stop == end and 0 <= start - window[1] <= _TWO else start
        )
        made.append(
            StatedTally(
                report_id=report_id,
                quote=Quote.of(text, begin, max(stop, last)),
                words=text[first:last],
                what=text[last:stop].strip(" ,") if last <= stop else text[start:first].strip(" ,"),
                window=text[window[0] : window[1]] if window is not None else None,
            )
        )
    return made


def _ordinal(sentence: Sentence, number: Number, text: str, *, more: bool) -> int | None:
    """Where the phrase of an ordinal that counts events ends; None for one that does not."""
    after = text[number.end : min(sentence.end, number.end + _REACH)]
    before = text[max(sentence.start, number.start - _REACH) : number.start]
    if re.match(r"\s+and\s+(?:the\s+)?\w+(?:th|rd|nd|st|ond)\b", after):
        return None
    if number.low == 1:
        first = _FIRST.match(after)
        return number.end + first.end() if first is not None and _COPULA.search(before) else None
    tail = _ORDINAL_TAIL.match(after)
    if tail is None:
        return None
    windowed = _WINDOW.search(after) is not None or _WINDOW.search(before) is not None
    said = bool(_COPULA.search(before))
    if not tail.group().strip():
        return number.end if said or more else None
    return number.end + tail.end() if windowed or said or _STRONG.match(after) else None


def _cardinal(sentence: Sentence, number: Number, text: str, *, more: bool) -> int | None:
    """Where the phrase of a counted number of events ends; None where events are not what it counts."""
    if (
        number.kind in ("none", "indefinite")
        or number.year
        or ((number.low or number.high or 0) < _TWO and number.kind != "vague")
    ):
        return None
    after = text[number.end : min(sentence.end, number.end + _REACH)]
    before = text[max(sentence.start, number.start - _REACH // 2) : number.start]
    elliptic = _ELLIPTIC.match(after)
    if elliptic is not None and more:
        return number.end + elliptic.end()
    part = _OF_THESE.match(after)
    if (part is not None and sentence.triggers) or (part is not None and "carried out" in part.group()):
        return number.end + part.end()
    tail = _COUNT_TAIL.match(after)
    if tail is None:
        return None
    behind = after[tail.end() :]
    windowed = _WINDOW.search(behind) or _WINDOW.search(before) or _WINDOW.search(tail.group())
    separate = re.search(r"\b(?:separate|such|similar)\b", tail.group())
    return number.end + tail.end() if windowed or separate or _LISTING.search(before) else None


def _risen(sentence: Sentence, text: str, known: set[int]) -> list[tuple[int, int, int, int]]:
    """Totals that rise: "that brings to six the number of tankers attacked"."""
    found = []
    for match in _RISE.finditer(text, sentence.start, sentence.end):
        group = next(name for name in ("first", "second", "third") if match[name] is not None)
        start, end = match.span(group)
        numbers = [n for n in find_numbers(match[group]) if n.kind in ("cardinal", "vague") and not n.year]
        violent = any(match.start() <= t.start < match.end() for t in sentence.triggers)
        if numbers and violent and not _PEOPLE.search(match.group()) and start not in known:
            number = numbers[0]
            found.append((match.start(), start + number.start, start + number.end, max(match.end(), end)))
    return found


def _times_over(sentence: Sentence, text: str) -> list[tuple[int, int, int, int]]:
    """Times over: "has struck at least 12 times"."""
    found = []
    for match in _NUMBER_OF_TIMES.finditer(text, sentence.start, sentence.end):
        twice = match.group().lower() in ("twice", "thrice")
        number = (
            None
            if twice
            else next((n for n in find_numbers(f"{match.group()} times") if n.kind in ("cardinal", "vague")), None)
        )
        verb = any(not t.payload.noun and abs(t.start - match.start()) <= _REACH // 2 for t in sentence.triggers)
        if (
            verb
            and (twice or number is not None)
            and (
                _WINDOW.search(text, sentence.start, sentence.end)
                or re.search(
                    r"\b(?:has|have|had)\b[^.;]{0,60}$",
                    text[max(sentence.start, match.start() - _REACH // 2) : match.start()],
                )
            )
        ):
            found.append((match.start(), match.start(), match.end(), match.end()))
    return found


def _window(sentence: Sentence, at: int, text: str) -> tuple[int, int] | None:
    """The period that a count is stated for: the first one behind the number, else the last before it."""
    windows = [(t.start, t.end) for t in sentence.times if t.kind == "window"]
    windows += [m.span() for m in _WINDOW.finditer(text, sentence.start, sentence.end)]
    windows.sort(key=lambda w: (w[0], -w[1]))
    behind = [w for w in windows if w[0] >= at]
    return behind[0] if behind else (windows[-1] if windows else None)
