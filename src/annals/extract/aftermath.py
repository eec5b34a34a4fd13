"""Days of what came after an event - a statement, an arrest, a funeral, a death in hospital - told as its own."""

import re
from datetime import date, timedelta

import msgspec

from annals.english.reaction_words import HELD, TRIED
from annals.english.times import find_times
from annals.extract.when import days_meant, when_of
from annals.model import Finding, Quote, Telling

_DAYS = frozenset({"date", "weekday", "dayword", "holiday"})
_REACH = 110
_FAR = 180
_LONGEST = timedelta(days=60)
"""How long after an event its victims are still told to have died of it."""
_NEAR = 40
"""Code points between "two days after" and the day that it is counted from, at most."""
_COUNTED = re.compile(r"(?:after|before|following)\Z", re.IGNORECASE)
_EVENT = (
    r"(?:after|following|connection|when|since|while|shooting|shot|gunfire|attack\w*|killing|killed|murder\w*|bomb\w*"
    r"|stabb\w*|raid\w*|blast\w*|explo\w+|assault\w*|clash\w*|robbery|ambush\w*|strike|strikes|struck|crash\w*)"
)
_EVENT_BEFORE = re.compile(rf"\b{_EVENT}\b[^.!?;,\n]*\Z", re.IGNORECASE)
_COURT = (
    rf"(?:court|hearing|{TRIED}|arraignment|buried|funerals?|laid to rest|mourn(?:ed|ers)|vigils?|memorial|autops\w+"
    r"|notified)"
)
_LATER = (
    rf"(?:{_COURT}|{HELD}|arrests?|apprehended|captured|charges|custody|turned (?:him|her)self in|identified|released"
    r"|named|announced|visited|looking|searching|interviewed|questioned)"
)
_DEATH = r"(?:died|dies|passed away|succumbed|(?:pronounced|declared) dead)"
_SAID = re.compile(
    r"(?:(?<!\bwas )(?<!\bwere )\b(?:said|announced)|\btold (?:an? |the )?(?:reporters|journalists|media|press"
    r"|lawmakers|(?:[A-Z][\w.]+ ?){1,3}))\s*\Z"
)
_OVER = re.compile(r",?\s+(?:in connection with|over)\b")
_ARREST = re.compile(r"\b(?:arrested|detained|apprehended|captured)\b[^.!?;\n]{0,25}\Z", re.IGNORECASE)
_ANSWERED = re.compile(
    rf",?\s+(?:(?!{_EVENT}\b)[\w'\u2019.-]+\s+){{0,5}}?(?:admitted|acknowledged|conceded"
    rf"|claimed (?:responsibility|credit)|denied|condemned|withdrew|retracted|revised|lowered|raised|corrected"
    rf"|apologi[sz]ed|{_LATER}|{_DEATH})\b",
    re.IGNORECASE,
)
"""What came "two days later" and is no new event."""
_DIED_THEN = re.compile(
    rf"\b{_DEATH}\s+(?:of (?:his|her|their) (?:wounds|injuries|burns)\s+|in hospital\s+)?\Z", re.IGNORECASE
)
_IN_ANOTHER = re.compile(
    rf"[^.!?;\n]{{0,30}}\b(?:in an(?:other)?|in a|when|during)\s[^.!?;\n]{{0,30}}\b{_EVENT}\b", re.IGNORECASE
)
"""Behind a death that is of an event of its own: "two days later four died in an ambush"."""
_MORE_DEAD = (
    r"(?:rose|risen|climbed|jumped|mounted|increased|grew|grown|(?:went|gone) up|reached|passed|revised|raised|lowered|"
    r"stood)"
)
_TOLL = r"(?:tolls?|deaths|number of (?:the )?(?:dead|deaths|fatalities|victims|(?:people|those) (?:killed|who died)))"
_TOLL_ROSE = re.compile(
    rf"\b{_TOLL}\b[^.!?;\n]{{0,100}}\b{_MORE_DEAD}\b(?:(?!\b{_EVENT}\b)[^.!?;,\n]){{0,30}}\Z", re.IGNORECASE
)
_ROSE_THEN = re.compile(rf",?\s+(?:the\s+)?(?:\w+\s+)?{_TOLL}\b[^.!?;\n]{{0,60}}?\b{_MORE_DEAD}\b", re.IGNORECASE)
"""The day on which a toll was counted anew: "rose to 81 on Sunday", "on Sunday the toll rose"."""
_OWNS = re.compile(r"['\u2019]s?\s")
"""Behind a day that is the event's: "the toll rose to 81 from Sunday's"."""
_SINCE = re.compile(r",?\s+(?:[\w'\u2019-]+\s+){0,4}(?:hours?|days?|weeks?|months?|years?)\s+after\b", re.IGNORECASE)
"""Behind the day of what came after an event: "died on Friday, a week after he was shot"."""
_FRONT = re.compile(r"(?:\A|[.!?,;:\n\u2013\u2014\"\u201c]|\b[Aa]nd|\b[Bb]ut|\b[Aa]lso)\s*\Z")
_CALLED = re.compile(r"\b(?:an?|one)\s(?:[^.,;]*\s)?named\Z", re.IGNORECASE)
"""Words for somebody who bears a name ("a guard named Ali"), not for one whom the police name."""


_Beside = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]


def _words_beside(words: str) -> _Beside:
    """Patterns for such words before a time, behind one that opens its clause, without an event between, and next."""
    return (
        re.compile(rf"\b{words}\b(?:(?!\b{_EVENT}\b)[^.!?;\n]){{0,45}}\Z", re.IGNORECASE),
        re.compile(rf",?\s+(?:(?!{_EVENT}\b)[\w'\u2019.-]+\s+){{0,6}}?{words}\b", re.IGNORECASE),
        re.compile(rf"\s+{words}\b", re.IGNORECASE),
    )


_OF_LATER, _OF_COURT, _OF_DEATH = _words_beside(_LATER), _words_beside(_COURT), _words_beside(_DEATH)


def with_own_days(telling: Telling, text: str, published: str | None) -> Telling:
    """Leave out the days of what came after the event that is told, and count "two days after 4 June" as one time.

    "Two days later" goes where somebody then admitted, denied or claimed something, was arrested or died. The day on
    which somebody spoke, of a hearing or a funeral goes; that of an arrest and the like goes where another day is told;
    that on which somebody died goes where an earlier one is told, by at most sixty days. Both go where they are counted
    from the event ("died on Friday, a week after he was shot"), and a day to come dates nothing that happened.
    """
    findings = [_counted(finding, telling, text) for finding in telling.findings]
    told = [finding for finding in findings if finding.field == "date" and _names_day(finding)]
    dropped = {f.quote.start for f in told if _told_of_later(f, text)}
    left = [f for f in told if f.quote.start not in dropped]
    later = {f.quote.start for f in left if _beside(f, text, _OF_LATER)}
    dying = {f.quote.start for f in left if _beside(f, text, _OF_DEATH)}
    dropped |= {
        f.quote.start
        for f in left
        if f.quote.start in later | dying and _SINCE.match(text, f.quote.end, f.quote.end + _REACH)
    }
    own = [f for f in left if f.quote.start not in later | dying]
    if own or dying - later:
        dropped |= later
    days = [day for f in own if (day := _day(f, published)) is not None]
    dropped |= {
        f.quote.start
        for f in left
        if f.quote.start in dying
        and (day := _day(f, published)) is not None
        and any(timedelta(0) < day - other <= _LONGEST for other in days)
    }
    dropped |= {f.quote.start for f in findings if f.field == "date" and _is_answer(f, text)}
    if telling.realis == "actual":
        dropped |= {f.quote.start for f in findings if f.field == "date" and _to_come(f)}
    kept = tuple(f for f in findings if f.field != "date" or f.quote.start not in dropped)
    return msgspec.structs.replace(telling, findings=kept)


def _told_of_later(finding: Finding, text: str) -> bool:
    """Whether a day is surely that of a statement, a hearing, a funeral or an arrest for the event."""
    start, end = finding.quote.start, finding.quote.end
    return (
        _SAID.search(text, max(0, start - _REACH), start) is not None
        or (_TOLL_ROSE.search(text, max(0, start - _FAR), start) is not None and not _OWNS.match(text, end))
        or _ROSE_THEN.match(text, end, end + _REACH) is not None
        or _beside(finding, text, _OF_COURT)
        or (
            _ARREST.search(text, max(0, start - _REACH), start) is not None
            and _OVER.match(text, end, end + _REACH) is not None
        )
    )


def _is_answer(finding: Finding, text: str) -> bool:
    """Whether "two days later" is the time of an answer, an arrest or a death that came after the event."""
    chained = any(time.kind == "chain" for time in find_times(finding.words)) and not _COUNTED.search(finding.words)
    start, end = finding.quote.start, finding.quote.end
    if not chained:
        return False
    if _DIED_THEN.search(text, max(0, start - _REACH), start):
        return _IN_ANOTHER.match(text, end, end + _REACH) is None
    answered = _ANSWERED.match(text, end, end + _REACH)
    return answered is not None and _IN_ANOTHER.match(text, answered.end(), answered.end() + _REACH) is None


def _to_come(finding: Finding) -> bool:
    """Whether the words name a day ahead, on which nothing has happened yet ("tomorrow", "next Friday")."""
    parts = [part for time in find_times(finding.words) for part in time.parts]
    return any(part.word in ("tomorrow", "after tomorrow") or (part.shift or 0) > 0 for part in parts)


def _counted(finding: Finding, telling: Telling, text: str) -> Finding:
    """A day from which the event's is counted, with the words that count: "[Two days after the vote of] 4 June"."""
    if finding.field != "date" or not _names_day(finding) or finding.anchor is not None:
        return finding
    if finding.words.endswith(("'s", "\u2019s")):
        return finding  # "a day after Friday's strike": the strike was on Friday
    start, end = finding.quote.start, finding.quote.end
    for time in find_times(text[max(0, start - _REACH) : start]):
        at = max(0, start - _REACH) + time.start
        stop = at + len(time.words)
        between = text[stop:start]
        if time.kind != "chain" or not _COUNTED.search(time.words) or len(between) > _NEAR:
            continue
        own = stop <= telling.trigger.start < end + _NEAR and "," not in text[end : telling.trigger.start]
        if own or any(mark in between for mark in ".,;:!?\n"):
            continue
        quote = Quote.of(text, at, end)
        return msgspec.structs.replace(finding, words=quote.exact, quote=quote)
    return finding


def _names_day(finding: Finding) -> bool:
    return any(time.kind in _DAYS for time in find_times(finding.words))


def _beside(finding: Finding, text: str, words: _Beside) -> bool:
    start, end = finding.quote.start, finding.quote.end
    before = max(0, start - _REACH)
    if words[0].search(text, before, start):
        return True
    if words[2].match(text, end, end + _REACH) and not _EVENT_BEFORE.search(text, before, start):
        return True
    then = words[1].match(text, end, end + _REACH) if _FRONT.search(text, before, start) else None
    return then is not None and not _CALLED.search(then.group())


def _day(finding: Finding, published: str | None) -> date | None:
    span = days_meant(when_of(find_times(finding.words)), published)
    return span[0] if span is not None and span[0] == span[1] else None
