"""Whether a cardinal counts events: "nine rocket attacks since May", "one of 23 on clinics this year"."""

import re

from annals.english.numbers import Number
from annals.extract import tally_periods as periods
from annals.extract import tally_words as words
from annals.extract.page import Sentence
from annals.extract.tally_levels import is_entry, is_level
from annals.extract.tally_parts import part_end

_CONTROLLED = re.compile(r"\b(?:controlled|attempted murder|mock|simulated)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\s+(?:(?:separate|different|consecutive|successive|straight)|of the (?:last|past|previous) [\w-]+)\s+"
    r"(?:days|nights|weeks|months)\b",
    re.IGNORECASE,
)
"""Days with attacks: "hit on four separate days"."""
_SHORT = re.compile(r"\b(?:hours?|nights?|overnight|day|weekend)\b", re.IGNORECASE)
_SEEN = re.compile(
    rf"\b(?:{words.EVENTS})\b[^.;]{{0,80}}\b(?:has|have|had)\s+(?:now\s+|already\s+|also\s+)?(?:seen|had|suffered|"
    rf"recorded|"
    r"reported|counted|endured|witnessed|logged|experienced)\s+\Z",
    re.IGNORECASE,
)
"""Before a number without a noun: "with Friday's stabbing, the street has seen three this year"."""
_AFTER = re.compile(
    rf"\b(?:{words.EVENTS})\b[^.;]{{0,80}}\b(?:follow(?:s|ed)|"
    rf"c[ao]mes?\s+(?:[\w-]+\s+){{0,4}}?after)\s+(?:those of\s+)?\Z",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\s+(?:others\b|(?:other|earlier|more|similar)\s+\w+)", re.IGNORECASE)
_IN_SO_MANY = re.compile(rf"\s+(?:in|during)\s+(?:[\w-]+\s+){{1,5}}?(?:{words.EVENTS})\b", re.IGNORECASE)
"""Behind people: what is counted as attacks follows, "31 aid workers were killed in 27 attacks"."""
_ONE_IN = re.compile(r"\b(?:one|\d+|two|three) (?:in|out of)\s+\Z", re.IGNORECASE)
_CHARGED = re.compile(
    r"\b(?:charg\w+|convicted|guilty|indict\w+|accus\w+|confess\w+|sentenced|tried)\b[^.;]{0,30}\b(?:with|of|to|for|"
    r"in)\s+\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:have|has|had) since\b", re.IGNORECASE)
_IN_ALL = re.compile(r"\s+(?:in all|altogether)\b", re.IGNORECASE)
_TWO = 2
_REACH = 160
"""Characters."""


def cardinal_end(
    sentence: Sentence, number: Number, text: str, *, more: bool, follows: bool, beside: bool
) -> int | None:
    """Where the phrase of a counted number of events ends; None where events are not what it counts.

    Args:
        sentence: where it stands.
        number: the number.
        text: of the report.
        more: whether the sentence states another count before.
        follows: whether that is the number next to it.
        beside: whether the sentence before states a count.
    """
    if (
        number.kind in ("none", "indefinite")
        or number.year
        or number.words.lower() == "both"
        or ((number.low or number.high or 0) < _TWO and number.kind != "vague")
        or (number.low is None and number.high is None)
    ):
        return None
    after = text[number.end : min(sentence.end, number.end + _REACH)]
    before = text[max(sentence.start, number.start - _REACH // 2) : number.start]
    if words.THREATENED.search(before) or _ONE_IN.search(before) or _CHARGED.search(before):
        return None
    elliptic = words.ELLIPTIC.match(after)
    if elliptic is not None and more:
        return number.end + elliptic.end()
    part = part_end(before, after, more=more, follows=follows, violent=bool(sentence.triggers))
    if part is not None:
        return number.end + part
    numbered = words.NUMBERED.search(before)
    if numbered is not None and not words.PEOPLE.search(before):
        return number.end
    if _bare(sentence, before, after):
        return number.end
    if is_level(before, after, follows=follows, beside=beside) or (_AFTER.search(before) and _OTHERS.match(after)):
        return number.end
    days = _SEVERAL.match(after)
    if days is not None:
        return number.end + days.end() if words.violent(sentence, text) else None
    behind = _counted_tail(after, before)
    if behind is None or _CONTROLLED.search(after[:behind]):
        return None
    rest = after[behind:]
    if _IN_SO_MANY.match(rest) and words.COUNT_THING_TAIL.match(after):
        return None
    if periods.RATE.match(rest):
        return None
    windowed = (
        periods.windowed(rest) or periods.windowed(before) or periods.windowed(after[:behind]) or is_entry(before)
    )
    separate = re.search(
        r"\b(?:separate|such|similar|previous|earlier|(?:near-?)?simultaneous|co-?ordinated|synchroni[sz]ed)\b",
        after[:behind],
    )
    told = any(pattern.search(before) for pattern in (words.LISTING, words.MADE, words.SUMMED, words.ONE_OF))
    if words.OPERATIONS.search(after[:behind]) and not told:
        return None
    if words.SEARCHES.search(after[:behind]) and words.POLICING.search(before):
        return None
    told = told and not words.BLASTS.search(after[:behind])
    further = words.MORE.search(f"{number.words}{after[:behind]}") and (
        words.FOLLOWED.match(rest) or _SINCE.search(after[:behind])
    )
    if windowed or separate or told or further or words.RECORDED.match(rest):
        return number.end + behind
    return None


def _bare(sentence: Sentence, before: str, after: str) -> bool:
    """Whether a number without a noun counts the events that the words before it name."""
    windowed = periods.WINDOW.search(after) is not None
    if words.BARE_COUNT.match(after) and windowed and words.ONE_OF.search(before):
        return bool(sentence.triggers) or words.HEADED.search(before) is not None
    told = words.IN_A_WAVE.search(before) or _SEEN.search(before)
    if _IN_ALL.match(after) and words.IN_A_WAVE.search(before):
        return True
    return words.AFRESH.match(after) is not None and windowed and told is not None


def _counted_tail(after: str, before: str) -> int | None:
    """How far the words behind a number tell what is counted: events, or things of which each was attacked."""
    tail = words.COUNT_TAIL.match(after) or words.COUNT_THING_TAIL.match(after) or words.WENT_OFF.match(after)
    if tail is not None:
        return tail.end()
    munitions = words.MUNITIONS_TAIL.match(after)
    if munitions is not None:
        window = periods.WINDOW.search(after[munitions.end() :]) or periods.WINDOW.search(before)
        return munitions.end() if window is not None and not _SHORT.search(window.group()) else None
    things = words.OBJECT_TAIL.match(after)
    if things is None:
        return None
    window = periods.WINDOW.search(after[things.end() :]) or periods.WINDOW.search(before)
    if window is None:
        return None
    lasting = periods.LASTING if words.OBJECT_LEAD.search(before) else periods.LONG
    done = words.OBJECT_LEAD.search(before) or words.OBJECT_VERB.search(before)
    return things.end() if done and lasting.search(window.group()) else None
