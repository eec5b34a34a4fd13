"""Counts of events that a report states: "the ninth in five weeks", "dozens of attacks since October".

A number counts events where the words behind it say so ("nine rocket attacks"), or leave out what was just said ("the
ninth in five weeks"); a cardinal needs a period, too, or words that list. A superlative counts those that were worse.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from annals.english.numbers import Number
from annals.extract import tally_periods as periods
from annals.extract import tally_words as words
from annals.extract.page import Sentence
from annals.extract.tally_cardinals import cardinal_end
from annals.extract.tally_heard import heard_end
from annals.extract.tally_ordinals import ordinal_end
from annals.extract.tally_scope import parts_of
from annals.extract.tally_totals import Counted, days_running, not_since, superlatives, times_over, totals
from annals.model import Quote, StatedTally

if TYPE_CHECKING:
    from annals.model.claim import TallyForm

_WALKOUT = re.compile(
    r"\b(?:general|hunger|wildcat|token|solidarity|sympathy|protest|sit-down|one-day|two-day|24-hour|48-hour|(?:work|teach|min|dock|driv|farm|bank)ers[’']|"
    r"doctors[’']|pilots[’']|nurses[’']) strikes?\b"
    r"|\bstrikes?\b[^.;]{0,60}\bby (?:[\w-]+ ){0,3}?(?:staff|workers|drivers|(?:cabin|ground|train|bus|rail) crews|"
    r"teachers|doctors|nurses|pilots|controllers|miners|dockers|unions?|lorry drivers)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"\s+to\s+(?!be\b)")
_TWO = 2
_BACK = 2
"""Sentences."""
_SINCE_THEN = re.compile(r"since(?: then)?", re.IGNORECASE)
_DATING = frozenset({"date", "weekday", "dayword", "holiday", "month", "ago"})
_LED_TO = re.compile(
    r"\s*(?:[:,]|,?\s*there (?:were|was|had been|have been)|had|saw)?\s*(?:only |just )?", re.IGNORECASE
)
_DAYS = frozenset({"weekday", "dayword", "date"})
_REACH = 160
_LONGEST = 220
_ASIDE = re.compile(
    r",\s+(?:its|the|their)\s+(?:second[- ])?(?:highest|lowest|largest|biggest|most|fewest|worst|busiest|heaviest)\b",
    re.IGNORECASE,
)
"""Behind a count: what it is compared with has a period of its own."""


def tallies_of(
    sentence: Sentence,
    report_id: str,
    text: str,
    before: Sequence[StatedTally] = (),
    heard: Sequence[tuple[int, int]] = (),
) -> list[StatedTally]:
    """The stated counts of a sentence. An ordinal counts events up to this one; a cardinal needs a period with it.

    Args:
        sentence: the sentence.
        report_id: of its report.
        text: of its report.
        before: the counts of the sentence before it, which it may carry on ("In April there were 21").
        heard: the words, from the first code point to behind the last, that another reader takes for counts.
    """
    found: list[Counted] = []
    if _of_labour(sentence, text):
        return []
    others = totals(sentence, text)
    if words.TIMES.search(text, sentence.start, sentence.end):
        others += times_over(sentence, text)
    others += [
        one
        for one in days_running(sentence, text)
        if not any(one.first < o.last and o.first < one.last for o in others)
    ]
    most = superlatives(sentence, text)
    for number in sentence.numbers:
        if any(number.start < n.last and n.first < number.end for n in others):
            continue
        more = any(n.first < number.start for n in (*found, *others))
        if number.kind == "ordinal":
            ranked = more or any(n.first < number.start for n in most)
            end = ordinal_end(sentence, number, text, more=ranked)
            form: TallyForm = "first" if number.low == 1 else "ordinal"
        else:
            follows = _next_to(sentence, number, [*found, *others])
            end = cardinal_end(sentence, number, text, more=more, follows=follows, beside=bool(before))
            form = "count"
        if end is None and any(a < number.end and number.start < b for a, b in heard):
            end = heard_end(sentence, number, text)
        if end is not None:
            found.append(Counted(number.start, number.start, number.end, end, form))
    found += others
    found += most
    found += not_since(sentence, text)
    found.sort()
    stated: list[StatedTally] = []
    for one in found:
        tally = _stated(one, found, sentence, report_id, text)
        earlier = stated or before
        stated.append(_carried_on(tally, earlier[-1]) if earlier and _leaves_out(one, text) else tally)
    return stated


def _of_labour(sentence: Sentence, text: str) -> bool:
    """Whether a sentence tells of strikes by which people leave their work."""
    return not sentence.weapons and _WALKOUT.search(text, sentence.start, sentence.end) is not None


def _next_to(sentence: Sentence, number: Number, found: Sequence[Counted]) -> bool:
    """Whether the number before this one is a count of events; days and years are no numbers here."""
    earlier = [
        other
        for other in sentence.numbers
        if other.end <= number.start
        and other.kind in ("cardinal", "vague")
        and not other.year
        and not any(t.start <= other.start < t.end for t in sentence.times)
    ]
    last = max((one.last for one in found if one.last <= number.start), default=None)
    return last is not None and all(other.start < last for other in earlier)


def _leaves_out(one: Counted, text: str) -> bool:
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


def _stated(one: Counted, found: list[Counted], sentence: Sentence, report_id: str, text: str) -> StatedTally:
    start, first, last, end, form = one
    window = _window(sentence, one, text, _reach(one, found, sentence))
    stop = max(end, window[1]) if window is not None and 0 <= window[0] - end <= _REACH // 2 else end
    stop = min(stop, sentence.end, start + _LONGEST)
    begin = start
    if window is not None and stop == end and 0 <= start - window[1] <= _TWO:
        begin = min(start, window[0])
    phrase = text[last:end]
    if words.RUNNING.search(phrase):
        window = (first, end)
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


def _reach(one: Counted, found: list[Counted], sentence: Sentence) -> int:
    """Where the words of a count end at the latest: before the next one, where that has a period of its own."""
    return min((other.first for other in found if other.first >= one.end), default=sentence.end)


def _window(sentence: Sentence, one: Counted, text: str, reach: int) -> tuple[int, int] | None:
    """The period that a count is stated for: the first one behind the number, else the last before it, else its day.

    One that leads to a number without a noun is its own: "Bombings this year: 31 (last year: 44)".
    """
    at, form = one.last, one.form
    windows = [(t.start, t.end) for t in sentence.times if t.kind == "window"]
    windows += [m.span() for m in periods.WINDOW.finditer(text, sentence.start, sentence.end)]
    if form == "most":
        windows += [m.span() for m in periods.MOST_WINDOW.finditer(text, at, sentence.end)]
    aside = _ASIDE.search(text, at, sentence.end)
    if aside is not None:
        windows = [w for w in windows if w[0] < aside.start()]
    windows.sort(key=lambda w: (w[0], -w[1]))
    led = [w for w in windows if _LED_TO.fullmatch(text, w[1], one.first)] if one.end == one.last else []
    if led:
        return led[-1]
    behind = [w for w in windows if at <= w[0] < reach] or [w for w in windows if w[0] >= at]
    if behind or windows:
        return behind[0] if behind else windows[-1]
    days = [(t.start, t.end) for t in sentence.times if t.kind in _DAYS and 0 <= t.start - one.end <= _REACH // 2]
    return days[0] if days and form == "count" else None
