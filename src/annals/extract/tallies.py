"""Counts of events that a report states: "the ninth in five weeks", "dozens of attacks since October".

A number counts events where the words behind it say so ("nine rocket attacks"), or leave out what was just said ("the
ninth in five weeks"); a cardinal needs a period, too, or words that list. A superlative counts those that were worse.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from annals.english.numbers import Number, find_numbers
from annals.extract import tally_words as words
from annals.extract.page import Sentence
from annals.extract.tally_scope import parts_of
from annals.model import Quote, StatedTally
from annals.model.claim import TallyForm

_NOT = re.compile(r"\bnot\b", re.IGNORECASE)
_TO = re.compile(r"\s+(?:[\w’'.-]+\s+){0,7}?to\b", re.IGNORECASE)
_CONTROLLED = re.compile(r"\b(?:controlled|attempted murder|mock|simulated)\b", re.IGNORECASE)
_FOR_THE = re.compile(r"\bfor the\s+$", re.IGNORECASE)
_TIME = re.compile(
    r"\s+time\b(?=[^.;]{0,60}?\b(?:since|in (?:\w+ ){1,4}?(?:years?|months|decades?)|ever)\b)", re.IGNORECASE
)
_TO_DO = re.compile(r"\s+to\s+(?!be\b)")
_TWO = 2
_BACK = 2
"""Sentences."""
_SINCE_THEN = re.compile(r"since(?: then)?", re.IGNORECASE)
_DATING = frozenset({"date", "weekday", "dayword", "holiday", "month", "ago"})
_REACH = 160
_LONGEST = 220
_THAT = re.compile(r"\b(?:that|when|(?:it|they|he|she|we|\w+s)\s+(?:has|have|had))\b")
_ORDINALS_IN_LIST = re.compile(r"\s+and\s+(?:the\s+)?\w+(?:th|rd|nd|st|ond)\b")


class _Counted(NamedTuple):
    start: int
    """Of the phrase."""
    first: int
    """Of the number."""
    last: int
    """Behind the number."""
    end: int
    """Behind what is counted."""
    form: TallyForm = "count"


def tallies_of(sentence: Sentence, report_id: str, text: str) -> list[StatedTally]:
    """The stated counts of a sentence. An ordinal counts events up to this one; a cardinal needs a period with it."""
    found: list[_Counted] = []
    others = _risen(sentence, text)
    if sentence.triggers and words.TIMES.search(text, sentence.start, sentence.end):
        others += _times_over(sentence, text)
    for number in sentence.numbers:
        if any(number.start < n.last and n.first < number.end for n in others):
            continue
        more = bool(found) or any(n.first < number.start for n in others)
        if number.kind == "ordinal":
            end = _ordinal(sentence, number, text, more=more)
            form: TallyForm = "first" if number.low == 1 else "ordinal"
        else:
            end, form = _cardinal(sentence, number, text, more=more), "count"
        if end is not None:
            found.append(_Counted(number.start, number.start, number.end, end, form))
    found += others
    found += _most(sentence, text)
    found += _not_since(sentence, text)
    found.sort()
    stated: list[StatedTally] = []
    for one in found:
        tally = _stated(one, found, sentence, report_id, text)
        stated.append(_carried_on(tally, stated[-1]) if stated and _leaves_out(one, text) else tally)
    return stated


def _leaves_out(one: _Counted, text: str) -> bool:
    """Whether a count leaves out what it counts, as it was just said: "88 shootings last year, 110 the year before"."""
    phrase = text[one.last : one.end]
    return one.form in ("count", "ordinal") and not words.LIKE.search(phrase) and not _own_noun(phrase)


def _carried_on(tally: StatedTally, before: StatedTally) -> StatedTally:
    """The count with the scope of the one before it, where its own words do not limit it otherwise."""
    told = {finding.field for finding in tally.parts}
    parts = (*(finding for finding in before.parts if finding.field not in told), *tally.parts)
    return msgspec.structs.replace(tally, parts=parts, named=before.named, like=before.like)


def looked_back_to(tally: StatedTally, sentence: Sentence, sentences: Sequence[Sentence]) -> str | None:
    """The words of the time last told before a bare "since" ("two further attacks since"); None for other windows."""
    if tally.window is None or not _SINCE_THEN.fullmatch(tally.window):
        return None
    for one in reversed(sentences[max(0, sentence.index - _BACK) : sentence.index + 1]):
        told = [t for t in one.times if t.kind in _DATING and t.start < tally.quote.start]
        if told:
            return told[-1].words
    return None


def _stated(one: _Counted, found: list[_Counted], sentence: Sentence, report_id: str, text: str) -> StatedTally:
    start, first, last, end, form = one
    window = _window(sentence, last, text, _reach(one, found, sentence), form)
    stop = max(end, window[1]) if window is not None and 0 <= window[0] - end <= _REACH // 2 else end
    stop = min(stop, sentence.end, start + _LONGEST)
    begin = start
    if window is not None and stop == end and 0 <= start - window[1] <= _TWO:
        begin = min(start, window[0])
    phrase = text[last:end]
    head = _subject(sentence, text, first) if form != "count" and not _own_noun(phrase) else None
    left = max((other.end for other in found if other.last <= first), default=sentence.start)
    right = min((other.first for other in found if other.first >= end), default=sentence.end)
    return StatedTally(
        report_id=report_id,
        quote=Quote.of(text, begin, max(stop, last)),
        words=text[first:last],
        form=form,
        what=text[last:stop].strip(" ,") if last <= stop else text[start:first].strip(" ,"),
        named=text[start:end] if head is None else f"{text[head[0] : head[1]]} {text[start:end]}",
        window=text[window[0] : window[1]] if window is not None else None,
        like=bool(words.LIKE.search(phrase)) or (head is None and form != "count" and not _own_noun(phrase)),
        deadly=form == "most" and words.MOST.match(text[first:last]) is not None and _deadly(text[first:last]),
        parts=parts_of(
            sentence, text, start=start, number=(first, last), stretch=(left, right), end=end, form=form, head=head
        ),
    )


def _subject(sentence: Sentence, text: str, at: int) -> tuple[int, int] | None:
    """The subject of which a bare ordinal is said, where it names an event: "the rocket fire" of "was the 14th on"."""
    low = max(sentence.start, at - _REACH)
    said = words.COPULA.search(text[low:at])
    if said is None:
        return None
    stop = low + said.start()
    cut = words.HEAD_END.search(text, sentence.start, stop)
    head = (sentence.start, cut.start() if cut is not None else stop)
    told = re.search(rf"\b(?:{words.EVENTS}|fire)\b", text[slice(*head)], re.IGNORECASE)
    return head if told or any(head[0] <= w.start and w.end <= head[1] for w in sentence.weapons) else None


def _own_noun(phrase: str) -> bool:
    """Whether the words behind an ordinal name what is counted themselves."""
    if _TO_DO.match(phrase):
        return False
    return bool(
        re.search(rf"\b(?:{words.EVENTS})\b", phrase, re.IGNORECASE)
        or words.THING_TAIL.match(phrase)
        or re.search(r"\bto be\b", phrase)
    )


def _deadly(superlative: str) -> bool:
    found = words.MOST.match(superlative)
    return found is not None and found["deadly"] is not None


def _reach(one: _Counted, found: list[_Counted], sentence: Sentence) -> int:
    """Where the words of a count end at the latest: before the next one, where that has a period of its own."""
    return min((other.first for other in found if other.first >= one.end), default=sentence.end)


def _ordinal(sentence: Sentence, number: Number, text: str, *, more: bool) -> int | None:
    """Where the phrase of an ordinal that counts events ends; None for one that does not."""
    after = text[number.end : min(sentence.end, number.end + _REACH)]
    before = text[max(sentence.start, number.start - _REACH) : number.start]
    if _ORDINALS_IN_LIST.match(after):
        return None
    said = words.COPULA.search(before)
    if said is not None and (_NOT.search(said.group()) or words.LED_BY.search(said.group())):
        if _NOT.search(said.group()):
            return None
        said = None
    if number.low == 1:
        return _first(sentence, number, text, before, said)
    windowed = _windowed(after) or _windowed(before)
    hurt = words.TO_HURT_TAIL.match(after) or words.THING_TAIL.match(after)
    if (
        hurt is not None
        and windowed
        and (
            said
            or sentence.title
            or words.THING_TAIL.match(after)
            or _TO.match(hurt.group())
            or words.IN_APPOSITION.search(before)
        )
    ):
        return number.end + hurt.end()
    tail = words.ORDINAL_TAIL.match(after)
    if tail is None:
        bare = words.BARE_TAIL.match(after)
        headed = said is not None and words.HEADED.search(before[: said.start()])
        return number.end if bare is not None and windowed and headed and sentence.triggers else None
    if words.RUNNING.search(tail.group()):
        return number.end + tail.end() if any(not t.payload.noun for t in sentence.triggers) else None
    if tail.group().strip().lower() == "time" and not _times_of_violence(sentence, number, text, said=bool(said)):
        return None
    if not tail.group().strip():
        headed = said is not None and words.HEADED.search(before[: said.start()])
        beside = words.IN_APPOSITION.search(before)
        told = beside is not None and words.HEADED.search(before[: beside.start()])
        return number.end if headed or told or more else None
    said_so = said and not words.BLASTS.search(tail.group())
    return number.end + tail.end() if windowed or said_so or words.STRONG.match(after) else None


def _first(sentence: Sentence, number: Number, text: str, before: str, said: re.Match[str] | None) -> int | None:
    """Where the phrase of a "first" ends that says that nothing like it had happened before; None for another."""
    after = text[number.end : min(sentence.end, number.end + _REACH)]
    first = words.FIRST.match(after) if said else None
    first = first or words.FIRST_SUCH.match(after)
    beside = words.IN_APPOSITION.search(before)
    head = before[: said.start()] if said else before[: beside.start()] if beside else ""
    if first is None and words.HEADED.search(head):
        first = words.FIRST_BARE.match(after)
    if first is None and said and (words.OWN.search(before) or words.KNOWN.match(after)):
        first = words.FIRST_EVER.match(after)
    if first is None and any(not t.payload.noun and t.end <= number.start for t in sentence.triggers):
        first = _TIME.match(after) if _FOR_THE.search(before) else None
    return number.end + first.end() if first is not None else None


def _windowed(phrase: str) -> bool:
    """Whether words tell a period, in their first clause; "earlier this month" is a day in it."""
    clause = phrase.split(";", 1)[0]
    return any(not words.WITHIN.search(clause[: found.start()]) for found in words.WINDOW.finditer(clause))


def _times_of_violence(sentence: Sentence, number: Number, text: str, *, said: bool) -> bool:
    """Whether "the third time" is one of violence: by what follows its "that", else by the verb before it."""
    behind = _THAT.search(text, number.end, sentence.end)
    if said:
        rest = text[behind.end() : sentence.end] if behind is not None else ""
        starts = [trigger.start for trigger in sentence.triggers] + [harm.start for harm in sentence.harm]
        violent = any(behind is not None and start >= behind.end() for start in starts)
        return behind is None or violent or re.search(rf"\b(?:{words.HURT}|under (?:fire|attack))\b", rest) is not None
    if any(not t.payload.noun for t in sentence.triggers):
        return True
    done = rf"\b(?:{words.HURT}|{words.UNDER_ATTACK}|thrown at|exploded|went off|opened fire|detonated)\b"
    return re.search(done, text[sentence.start : sentence.end], re.IGNORECASE) is not None


def _cardinal(sentence: Sentence, number: Number, text: str, *, more: bool) -> int | None:
    """Where the phrase of a counted number of events ends; None where events are not what it counts."""
    if (
        number.kind in ("none", "indefinite")
        or number.year
        or ((number.low or number.high or 0) < _TWO and number.kind != "vague")
        or (number.low is None and number.high is None)
    ):
        return None
    after = text[number.end : min(sentence.end, number.end + _REACH)]
    before = text[max(sentence.start, number.start - _REACH // 2) : number.start]
    if words.THREATENED.search(before):
        return None
    elliptic = words.ELLIPTIC.match(after)
    if elliptic is not None and more:
        return number.end + elliptic.end()
    placed = words.PLACED.match(after)
    if placed is not None and more and (words.SHARED_OUT.search(before) or "were" in placed.group()):
        return number.end
    part = words.OF_THESE.match(after)
    if part is not None and (sentence.triggers or more or words.DONE_BY.search(part.group())):
        return number.end + part.end()
    numbered = words.NUMBERED.search(before)
    if numbered is not None and not words.PEOPLE.search(before):
        return number.end
    if _bare(sentence, before, after):
        return number.end
    behind = _counted_tail(after, before)
    if behind is None or _CONTROLLED.search(after[:behind]):
        return None
    rest = after[behind:]
    if words.RATE.match(rest):
        return None
    windowed = _windowed(rest) or _windowed(before) or _windowed(after[:behind])
    separate = re.search(r"\b(?:separate|such|similar|previous|earlier)\b", after[:behind])
    told = any(pattern.search(before) for pattern in (words.LISTING, words.MADE, words.SUMMED, words.ONE_OF))
    if words.OPERATIONS.search(after[:behind]) and not told:
        return None
    if words.SEARCHES.search(after[:behind]) and words.POLICING.search(before):
        return None
    told = told and not words.BLASTS.search(after[:behind])
    further = words.MORE.search(f"{number.words}{after[:behind]}") and words.FOLLOWED.match(rest)
    if windowed or separate or told or further or words.RECORDED.match(rest):
        return number.end + behind
    return None


def _bare(sentence: Sentence, before: str, after: str) -> bool:
    """Whether a number without a noun counts the events that the words before it name."""
    windowed = words.WINDOW.search(after) is not None
    if words.BARE_COUNT.match(after) and windowed and words.ONE_OF.search(before):
        return bool(sentence.triggers) or words.HEADED.search(before) is not None
    return words.AFRESH.match(after) is not None and windowed and words.IN_A_WAVE.search(before) is not None


def _counted_tail(after: str, before: str) -> int | None:
    """How far the words behind a number tell what is counted: events, or things of which each was attacked."""
    tail = words.COUNT_TAIL.match(after) or words.COUNT_THING_TAIL.match(after) or words.WENT_OFF.match(after)
    if tail is not None:
        return tail.end()
    things = words.OBJECT_TAIL.match(after)
    if things is None:
        return None
    window = words.WINDOW.search(after[things.end() :]) or words.WINDOW.search(before)
    if window is None:
        return None
    lasting = words.LASTING if words.OBJECT_LEAD.search(before) else words.LONG
    done = words.OBJECT_LEAD.search(before) or words.OBJECT_VERB.search(before)
    return things.end() if done and lasting.search(window.group()) else None


def _most(sentence: Sentence, text: str) -> list[_Counted]:
    """Superlatives over a time: "the deadliest attack in years"."""
    found = []
    for match in words.MOST.finditer(text, sentence.start, sentence.end):
        tail = words.MOST_TAIL.match(text, match.end(), sentence.end)
        if tail is None or not sentence.triggers:
            continue
        window = words.MOST_WINDOW.search(text, match.end(), min(sentence.end, match.end() + _REACH))
        if window is not None:
            found.append(_Counted(match.start(), match.start(), match.end(), tail.end(), "most"))
    return found


def _not_since(sentence: Sentence, text: str) -> list[_Counted]:
    """What had not happened before: "thought not to have been used there since 2011"."""
    return [
        _Counted(match.start(), *match.span("not"), match.end("not"), "first")
        for match in words.NOT_SINCE.finditer(text, sentence.start, sentence.end)
    ]


def _risen(sentence: Sentence, text: str) -> list[_Counted]:
    """Totals that rise: "that brings to six the number of tankers attacked"."""
    found = []
    for match in words.RISE.finditer(text, sentence.start, sentence.end):
        group = next(name for name in ("first", "second", "third") if match[name] is not None)
        start, end = match.span(group)
        numbers = [n for n in find_numbers(match[group]) if n.kind in ("cardinal", "vague") and not n.year]
        violent = any(match.start() <= t.start < match.end() for t in sentence.triggers) or re.search(
            rf"\b(?:{words.HURT})\b", match.group(), re.IGNORECASE
        )
        if numbers and violent and not _toll(match.group()):
            number = numbers[0]
            begin, stop = match.start(), max(match.end(), end)
            found.append(_Counted(begin, start + number.start, start + number.end, stop))
    return found


def _toll(phrase: str) -> bool:
    """Whether a total is of people who came to harm rather than of attacks: "the number of people killed"."""
    found = words.PEOPLE.search(phrase)
    return found is not None and not re.search(rf"\b(?:{words.THINGS})\s+(?:{words.HURT})\b", phrase, re.IGNORECASE)


def _times_over(sentence: Sentence, text: str) -> list[_Counted]:
    """Times over: "has struck at least 12 times"."""
    found = []
    for match in words.NUMBER_OF_TIMES.finditer(text, sentence.start, sentence.end):
        twice = match.group().lower() in ("twice", "thrice")
        number = (
            None
            if twice
            else next((n for n in find_numbers(f"{match.group()} times") if n.kind in ("cardinal", "vague")), None)
        )
        verb = any(not t.payload.noun and abs(t.start - match.start()) <= _REACH // 2 for t in sentence.triggers)
        if words.SHOTS.search(text, sentence.start, match.start()):
            continue
        hurt = words.HURT_OVER.search(text, sentence.start, sentence.end)
        if (
            (verb or hurt)
            and (twice or number is not None)
            and (
                words.ATTACKED.search(text, max(sentence.start, match.start() - _REACH // 2), match.start())
                or words.WINDOW.search(text, sentence.start, sentence.end)
                or re.search(
                    r"\b(?:has|have|had)\b[^.;]{0,60}$",
                    text[max(sentence.start, match.start() - _REACH // 2) : match.start()],
                )
            )
        ):
            found.append(_Counted(match.start(), match.start(), match.end(), match.end()))
    return found


def _window(sentence: Sentence, at: int, text: str, reach: int, form: TallyForm) -> tuple[int, int] | None:
    """The period that a count is stated for: the first one behind the number, else the last before it."""
    windows = [(t.start, t.end) for t in sentence.times if t.kind == "window"]
    windows += [m.span() for m in words.WINDOW.finditer(text, sentence.start, sentence.end)]
    if form == "most":
        windows += [m.span() for m in words.MOST_WINDOW.finditer(text, at, sentence.end)]
    windows.sort(key=lambda w: (w[0], -w[1]))
    behind = [w for w in windows if at <= w[0] < reach] or [w for w in windows if w[0] >= at]
    return behind[0] if behind else (windows[-1] if windows else None)
