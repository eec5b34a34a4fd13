"""Whether an ordinal counts events: "the ninth in five weeks", "for the third time", "the first since"."""

import re

from annals.english.numbers import Number
from annals.extract import tally_periods as periods
from annals.extract import tally_words as words
from annals.extract.page import Sentence

_NOT = re.compile(r"\bnot\b", re.IGNORECASE)
_TO = re.compile(r"\s+(?:[\w’'.-]+\s+){0,7}?to\b", re.IGNORECASE)
_FOR_THE = re.compile(r"\bfor the\s+$", re.IGNORECASE)
_TIME = re.compile(
    r"\s+time\b(?=[^.;]{0,60}?\b(?:since|in (?:\w+ ){1,4}?(?:years?|months|decades?)|ever)\b)", re.IGNORECASE
)
_THAT = re.compile(r"\b(?:that|when|(?:it|they|he|she|we|\w+s)\s+(?:has|have|had))\b")
_ORDINALS_IN_LIST = re.compile(r"\s+and\s+(?:the\s+)?\w+(?:th|rd|nd|st|ond)\b")
_CLAUSE = re.compile(
    r";|\s[–—-]\s|,?\s(?:after|despite|because|although|while|but)\s|,\s(?:[\w-]+\s){0,3}(?:days?|weeks?|months?|"
    r"years?)\s"
    r"(?:after|before|since)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s(?:who|whose|which|where|when)\b[^,;]{0,120},")
"""Tells of something else: "the team, whose bus was attacked in March, won for the fourth time"."""
_AND_FOR = re.compile(r"\band for the\s+\Z", re.IGNORECASE)
_OF_SEVERAL = re.compile(
    r"\A[^.;]{0,60}?\b(?:(?:of|that) (?:the )?(?:day|night|morning|evening|two|three|four|several|many)|in (?:a|"
    r"the) (?:\w+ )?"
    r"(?:series|string|wave|chain|sequence|campaign|operation))\b",
    re.IGNORECASE,
)
"""Behind a first that is only the first of several that the report tells."""
_DAY = re.compile(
    r"\s+(?:day )?of (?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|"
    r"Decem)ber)\b(?!\s+\d{4})",
    re.IGNORECASE,
)
_RANK = re.compile(r"[\s-]+(?:most|\w{3,}est|worst)\b(?!\s+(?:of|in)\b)", re.IGNORECASE)
"""Behind an ordinal: "the second deadliest"."""
_OWN_TIME = re.compile(r"\b(?:day|night|week|weekend|month|year)[’']s\s+\Z", re.IGNORECASE)
_ALONE = re.compile(r"\s*(?:[,.;)]|\Z)")
_SERIES = re.compile(r"(?:,\s+(?:and\s+)?|\band\s+)(?:(?:the|its|their|his|her|[\w-]+[’']s)\s+)?\Z", re.IGNORECASE)
"""Before a further ordinal of the same event: "the third in a week and the ninth this year"."""
_WHOSE = re.compile(r"(?:,|\band)\s+[\w-]+[’']s\s+\Z")
_OWN_BESIDE = re.compile(r",\s+(?:its|their|[\w-]+[’']s)\s+\Z")
_WITHIN = re.compile(r"\s+(?:in|within|since|this) ")
_COMMA = re.compile(r",\s+\Z")
_A = re.compile(r"\ban?\s+\Z", re.IGNORECASE)
_DEATHS = re.compile(
    rf"\s+{words.BETWEEN}(?:deaths?|fatalit(?:y|ies)|victims?)\b(?:\s+of (?:snipers?|violence|gunfire|knife crime|mob "
    r"justice))?(?!\s+(?:of|from|in|after)\s+(?:the|that|this|\w+day[’']s)\b)",
    re.IGNORECASE,
)
"""Behind an ordinal: deaths that stand for as many deeds, over a longer time than one of them."""
_SET_OFF = re.compile(r"\b(?:bombs?|grenades?)\Z", re.IGNORECASE)
_IN_WHICH = re.compile(r"\s+(?=in which\b)", re.IGNORECASE)
_ASIDE_CLAUSE = re.compile(r"\b(?:where|when|after|who|which|since|because)\b", re.IGNORECASE)
_SUFFERED = re.compile(
    r"\b(?:suffer(?:s|ed)|saw|sees|seen|witnessed|recorded|experienced|endured|had)\s+(?:its|their|the \w+[’']s)\s+\Z",
    re.IGNORECASE,
)
_THING = re.compile(rf"\b(?:{words.BUILT})\b", re.IGNORECASE)
_VIOLENT = re.compile(
    rf"\b(?:{words.HURT}|{words.UNDER_ATTACK}|thrown at|exploded|erupted|went off|gone off|opened (?:fire|up)|"
    r"detonated|launched|claimed the (?:life|lives)|turned (?:deadly|violent))\b",
    re.IGNORECASE,
)
_USED = re.compile(r"\bused\s+(?:[\w-]+\s+){0,4}?(?:against|on|in)\b", re.IGNORECASE)
_FEW = 3
_REACH = 160
"""Characters."""


def ordinal_end(sentence: Sentence, number: Number, text: str, *, more: bool) -> int | None:
    """Where the phrase of an ordinal that counts events ends; None for one that does not.

    `more` says whether the sentence states another count before it.
    """
    after = text[number.end : min(sentence.end, number.end + _REACH)]
    before = text[max(sentence.start, number.start - _REACH) : number.start]
    listed = _ORDINALS_IN_LIST.match(after)
    if _DAY.match(after):
        return None
    if listed is not None or _RANK.match(after):
        # "The 250th and 251st shootings of the year" are both counted, "the first and second blasts" are told apart.
        tail = (
            words.ORDINAL_TAIL.match(after, listed.end()) if listed is not None and (number.low or 0) > _FEW else None
        )
        rest = after[tail.end() :] if tail is not None else ""
        return number.end + tail.end() if tail is not None and periods.windowed(rest) else None
    said = words.COPULA.search(before)
    if said is not None and (_NOT.search(said.group()) or words.LED_BY.search(said.group())):
        if _NOT.search(said.group()):
            return None
        said = None
    further = more and _SERIES.search(before) is not None
    if number.low == 1:
        return _first(sentence, number, text, before, said, further=further)
    within = periods.windowed(after) or periods.windowed(before)
    hurt = words.TO_HURT_TAIL.match(after) or words.THING_TAIL.match(after)
    if (
        hurt is not None
        and (within or (said and _THING.search(hurt.group())))
        and (
            said
            or sentence.title
            or words.THING_TAIL.match(after)
            or _TO.match(hurt.group())
            or words.IN_APPOSITION.search(before)
            or further
        )
    ):
        return number.end + hurt.end()
    tail = words.ORDINAL_TAIL.match(after)
    if tail is None and (said or words.IN_APPOSITION.search(before)) and (deaths := _DEATHS.match(after)):
        return number.end + deaths.end() if periods.lasting(after[deaths.end() :]) else None
    if tail is None and more and _WHOSE.search(before) and _ALONE.match(after):
        return number.end
    if tail is None and _OWN_TIME.search(before) and _ALONE.match(after):
        return number.end if words.HEADED.search(before) else None
    if tail is None:
        bare = words.BARE_TAIL.match(after)
        beside = words.IN_APPOSITION.search(before) or _COMMA.search(before)
        headed = (said is not None and words.HEADED.search(before[: said.end()])) or (
            beside is not None and _tells(sentence, before[: beside.start()], number.start)
        )
        headed = headed and bool(sentence.triggers)
        return number.end if bare is not None and ((within and (headed or further)) or (said and headed)) else None
    if words.RUNNING.search(tail.group()):
        return number.end + tail.end() if any(not t.payload.noun for t in sentence.triggers) else None
    if tail.group().strip().lower() == "time" and not _times_of_violence(sentence, number, text, said=bool(said)):
        return None
    if not tail.group().strip():
        if _A.search(before):
            return None
        headed = said is not None and words.HEADED.search(before[: said.start()]) is not None
        beside = words.IN_APPOSITION.search(before)
        told = beside is not None and _tells(sentence, before[: beside.start()], number.start)
        return number.end if headed or told or more else None
    led = said or sentence.title or words.IN_APPOSITION.search(before) or _WITHIN.match(after, tail.end())
    if _SET_OFF.search(tail.group()) and not led:
        return None
    said_so = (said or _OWN_BESIDE.search(before)) and not words.BLASTS.search(tail.group())
    return number.end + tail.end() if within or said_so or words.STRONG.match(after) else None


def _first(
    sentence: Sentence, number: Number, text: str, before: str, said: re.Match[str] | None, *, further: bool
) -> int | None:
    """Where the phrase of a "first" ends that says that nothing like it had happened before; None for another."""
    after = text[number.end : min(sentence.end, number.end + _REACH)]
    first = words.FIRST.match(after) or _told_first(after) if said else None
    first = first or words.FIRST_SUCH.match(after)
    beside = words.IN_APPOSITION.search(before)
    head = before[: said.start()] if said else before[: beside.start()] if beside else ""
    if first is None and (further or words.HEADED.search(head)):
        first = words.FIRST_BARE.match(after)
    if first is None and further:
        first = _IN_WHICH.match(after)
    if first is None and said:
        known = words.OWN.search(before) or words.KNOWN.match(after) or words.HEADED.search(head)
        first = words.FIRST_EVER.match(after) if known else None
        first = first if first is not None and not _OF_SEVERAL.search(after[first.end() :]) else None
    if first is None and _SUFFERED.search(before):
        first = _told_first(after)
    if first is None and said and periods.lasting(after):
        first = words.TO_HURT_TAIL.match(after)
    if first is None and any(not t.payload.noun and t.end <= number.start for t in sentence.triggers):
        first = _TIME.match(after) if _FOR_THE.search(before) else None
    return number.end + first.end() if first is not None else None


def _told_first(after: str) -> re.Match[str] | None:
    """What an event is said to be the first of, over whatever time: "it was the first raid on a port"."""
    tail = words.ORDINAL_TAIL.match(after)
    if tail is None or not tail.group().strip() or words.BLASTS.search(tail.group()) or _SET_OFF.search(tail.group()):
        return None
    return None if _OF_SEVERAL.search(after[tail.end() :]) else tail


def _tells(sentence: Sentence, before: str, at: int) -> bool:
    """Whether the words before tell of violence, by a noun or by its verb."""
    if words.HEADED.search(before) or re.search(rf"\b(?:{words.HURT})\b", before, re.IGNORECASE):
        return True
    return any(not t.payload.noun and t.end <= at for t in sentence.triggers)


def _times_of_violence(sentence: Sentence, number: Number, text: str, *, said: bool) -> bool:
    """Whether "the third time" is one of violence: by what follows its "that", else by the verb before it."""
    behind = _THAT.search(text, number.end, sentence.end)
    if said:
        rest = text[behind.end() : sentence.end] if behind is not None else ""
        further = _ASIDE_CLAUSE.search(rest)
        rest = rest[: further.start()] if further is not None and further.start() > 0 else rest
        stop = sentence.end if behind is None else behind.end() + len(rest)
        starts = [trigger.start for trigger in sentence.triggers] + [harm.start for harm in sentence.harm]
        violent = any(behind is not None and behind.end() <= start < stop for start in starts)
        return behind is None or violent or _violent(sentence, rest)
    # The verb stands in the clause of the number: "won for the second time, a year after he was shot".
    cut = [m.start() for m in _CLAUSE.finditer(text, sentence.start, sentence.end)]
    joined = _AND_FOR.search(text, sentence.start, number.start)
    low = sentence.start if joined else max((at for at in cut if at < number.start), default=sentence.start)
    high = min((at for at in cut if at >= number.end), default=sentence.end)
    aside = [m.span() for m in _ASIDE.finditer(text, low, high)]
    if any(
        not t.payload.noun and low <= t.start < high and not any(a <= t.start < b for a, b in aside)
        for t in sentence.triggers
    ):
        return True
    return _violent(sentence, _ASIDE.sub(",", text[low:high]))


def _violent(sentence: Sentence, words_told: str) -> bool:
    """Whether words tell of violence, by the verb or by what was done."""
    if _VIOLENT.search(words_told):
        return True
    return bool(sentence.weapons) and _USED.search(words_told) is not None
