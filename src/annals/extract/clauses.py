"""Clauses: the stretches of a sentence that can each tell an event of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from annals.english.time_parts import TimePart
from annals.extract.lexicon import Trigger
from annals.extract.page import Sentence
from annals.extract.tie_cues import answers_told, openings
from annals.reference.event_families import compatible_types

# A word that opens a clause about something else. `cause`: the clause tells what led to the harm named before
# ("five died when a bomb exploded"); `other`: it tells another event ("two days after rockets struck").
_OPENERS = {
    "when": "cause",
    "as": "cause",
    "after": "after",
    "following": "after",
    "before": "other",
    "since": "other",
    "while": "other",
    "whereas": "other",
    "but": "other",
    "although": "other",
    "though": "other",
    "amid": "other",
    "despite": "other",
    "because": "cause",
    "unleashing": "other",
    "triggering": "other",
    "prompting": "other",
    "recalling": "other",
}
_PHRASES = re.compile(r"\b(?:less than|within (?:\w+ )?hours of|on the heels of|ahead of)\b", re.IGNORECASE)
_AND = re.compile(r"\band (?:a|an|another|the|one|two|three|later|then)\s+(?:[\w’'.-]+\s+){0,5}$", re.IGNORECASE)
_JUST_AND = re.compile(r"\band\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_OPENING = re.compile(r"\b(?:after|before|of|following|since)\b", re.IGNORECASE)
_COUNTS_FROM = re.compile(r"\b(?:after|before|of|since)\Z")
# "The second in a week, after the one on a café in which 22 were killed".
_THE_ONE = re.compile(r"\s+(?:the ones?|that|those)\s+(?:on|in|at|near|against|of|outside|that)\b", re.IGNORECASE)
_COUNTED = re.compile(r"(?:\w+ )?(?:\w+[ -])?(?:hours?|days?|weeks?|months?|minutes) ", re.IGNORECASE)
_NO_CLAUSE = frozenset("which who whom whose where when and or but including among mostly all most some".split())
_COMMA = re.compile(r",\s|\s[-–—]\s")
_AS_BEFORE = ("many", "much", "well", "part", "a ", "an ", "of ", "few", "soon", "saying", "far", "to ")
_AS_BEHIND = (
    *(
        "known",
        "such",
        "described",
        "identified",
        "as well",
        "as many",
        "seen",
        "regarded",
        "as few",
        "named",
        "as far",
    ),
    *("as soon", "served", "just", "given", "put", "reported", "counted", "listed", "treated", "viewed", "dismissed"),
)
_THEN = re.compile(
    r"\b(?:since|in|until|of|before)\s+(?P<time>(?:(?:early|mid|late)[ -])?"
    r"(?:(?:[A-Z]\w+\s+)?(?:\d{1,2},?\s+)?(?:19|20)\d\d|"
    r"(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|"
    r"last (?:year|month|week))),?\s+\Z"
)
"""Before a "when" that tells what happened at another time: "the worst since 2019, when 38 died"."""
_BUT_GOES_ON = re.compile(
    r"\s+(?:(?:later|then|soon|both|all|also|shortly afterwards|eventually)\s+)?(?:died|succumbed|survived|"
    r"did not survive|(?:was|were) (?:later |then |soon )?(?:pronounced|declared) dead|lost (?:his|her|their) li\w+)\b",
    re.IGNORECASE,
)
"""Behind a "but" without a subject of its own: it tells more of whom the sentence speaks of."""
_QUOTE_MARKS = 2
_TWO = 2
_LAST_AND = re.compile(r"\band\b(?!.*\band\b)")
_BREAK = re.compile(r"[;–—]|\s-\s|:\s")


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A stretch of a sentence; `link` is how it hangs on the clause before ("" for the first)."""

    sentence: Sentence
    start: int
    end: int
    link: str
    opener: str = ""

    def holds(self, start: int, end: int) -> bool:
        """Whether the stretch lies within the clause."""
        return self.start <= start and end <= self.end


def told_of_then(clause: Clause, text: str) -> bool:
    """Whether a clause that opens with "when" tells what happened at the time right before it ("since 2019, when")."""
    return _THEN.search(text, clause.sentence.start, clause.start) is not None


def clauses_of(sentence: Sentence, text: str) -> list[Clause]:
    """Cut a sentence into clauses, in order, covering all of it."""
    cuts: dict[int, tuple[str, str]] = {}
    chain_starts = {t.start: t for t in sentence.times}
    for word in sentence.words:
        kind = _OPENERS.get(word.folded)
        if kind is None or word.start == sentence.start or _inside_time(sentence, word.start, word.folded):
            continue
        if word.folded == "as" and _plain_as(sentence, word.start, text):
            continue
        if word.folded == "but" and _BUT_GOES_ON.match(text, word.end):
            continue
        then = _THEN.search(text, sentence.start, word.start) if word.folded == "when" else None
        if then is not None:
            told = [t.start for t in sentence.times if t.start <= then.start("time") < t.end and t.kind != "window"]
            cuts[told[0] if told and told[0] > sentence.start else word.start] = ("other", word.folded)
            continue
        if kind == "after" and _THE_ONE.match(text, word.end):
            kind = "other"
        cuts[word.start] = (kind, word.folded)
    for at in _recalled_there(sentence):
        cuts[at] = ("other", "where")
    for time in chain_starts.values():
        if time.kind == "chain" and time.start > sentence.start and _COUNTS_FROM.search(time.words):
            cuts = {at: how for at, how in cuts.items() if not time.start <= at < time.end}
            cuts[time.start] = ("other", time.words)
    for found in _PHRASES.finditer(text, sentence.start, sentence.end):
        if found.start() > sentence.start:
            cuts[found.start()] = ("other", found.group().lower())
    for found in openings(text, sentence.start, sentence.end):
        if found.start() > sentence.start:
            cuts[found.start()] = ("other", found.group().lower())
    for found in answers_told(text, sentence.start, sentence.end):
        cuts[found.start()] = ("other", found.group().lower())
    for found in _BREAK.finditer(text, sentence.start, sentence.end):
        cuts[found.end()] = ("next", found.group().strip())
    opening = _after_opening(sentence, text)
    if opening is not None:
        cuts[opening] = ("main", "")
    for at in _second_events(sentence, text):
        cuts.setdefault(at, ("other", "and"))
    bounds = [sentence.start, *sorted(cuts), sentence.end]
    return [
        Clause(sentence=sentence, start=a, end=b, link=cuts.get(a, ("", ""))[0], opener=cuts.get(a, ("", ""))[1])
        for a, b in pairwise(bounds)
        if b > a
    ]


def _recalled_there(sentence: Sentence) -> Iterator[int]:
    """Where a clause opens that tells what happened at a place long before ("the park where a bomb killed 75 in May").

    Such a clause has a word for an event and an older time of its own; "a bar where they shot five" goes on.
    """
    for word in sentence.words:
        if word.folded != "where" or word.start == sentence.start:
            continue
        told = [m.start for m in sentence.triggers] + [m.start for m in sentence.harm]
        older = any(t.start > word.end and any(_long_past(part) for part in t.parts) for t in sentence.times)
        if older and any(at < word.start for at in told) and any(at > word.end for at in told):
            yield word.start


def _long_past(part: TimePart) -> bool:
    """Whether it is a time by which no news of the day is told."""
    if part.bound is not None or part.shift == 0:
        return False
    if part.kind in ("ago", "chain"):
        return part.unit in ("week", "month", "year", "decade") and (part.direction or 0) <= 0
    return part.kind in ("month", "year", "season") or (part.kind == "period" and part.shift == -1)


def _after_opening(sentence: Sentence, text: str) -> int | None:
    """Where the main clause begins in "Hours after the attack on X, jets struck Y"; None where none so opens."""
    opener = next((t for t in sentence.times if t.kind == "chain" and t.start - sentence.start <= _QUOTE_MARKS), None)
    cue = next(
        (c for c in openings(text, sentence.start, sentence.end) if c.start() - sentence.start <= _QUOTE_MARKS), None
    )
    timed = opener is not None and _OPENING.search(opener.words) is not None
    if not (timed or cue is not None) or len(sentence.triggers) < _TWO:
        return None
    first, second = sentence.triggers[0], sentence.triggers[1]
    if timed and opener is not None and _COUNTED.match(opener.words):
        # "Two days after a bomb killed twelve in Aden, jets struck ...".
        return _next_clause(sentence, first.end, text)
    if not first.payload.noun:
        return None
    commas = [m.end() for m in _COMMA.finditer(text, first.end, second.start)]
    return commas[-1] if commas else None


def _next_clause(sentence: Sentence, at: int, text: str) -> int | None:
    """Where the next clause with an event of its own begins behind a comma; a participle or a relative begins none."""
    for comma in _COMMA.finditer(text, at, sentence.end):
        word = sentence.words[sentence.word_at(comma.end()) :][:1]
        if not word or word[0].folded.endswith("ing") or word[0].folded in _NO_CLAUSE:
            continue
        return comma.end() if any(t.start >= comma.end() for t in sentence.triggers) else None
    return None


def _second_events(sentence: Sentence, text: str) -> list[int]:
    """Where "and another attack on Y" begins after "the attack on X": two nouns of events joined by "and"."""
    found = []
    for left, right in pairwise(sentence.triggers):
        gap = text[left.end : right.start]
        if re.search(r"[.;:]", gap):
            continue
        joined = _AND.search(text, left.end, right.start) if left.payload.noun and right.payload.noun else None
        if joined is None and _unlike(left.payload, right.payload):
            joined = _LAST_AND.search(text, left.end, right.start)
        if (
            joined is None
            and not right.payload.noun
            and right.payload.form == "past"
            and _accused(sentence, left.start)
        ):
            joined = _JUST_AND.search(text, left.end, right.start)
        if joined:
            found.append(joined.start())
    return found


def _accused(sentence: Sentence, before: int) -> bool:
    """Whether the event named at `before` is what somebody is accused of ("accused X of killing Y and bombed Z")."""
    return any(m.payload.stance == "blames" and m.end <= before for m in sentence.stances)


def _unlike(left: Trigger, right: Trigger) -> bool:
    """Whether both name a type and no report would use the two for one event."""
    return (
        bool(left.type and right.type) and left.sure and right.sure and not compatible_types({left.type}, {right.type})
    )


def _inside_time(sentence: Sentence, at: int, word: str) -> bool:
    return any(t.start <= at < t.end and (word == "since" or t.start < at or t.kind != "chain") for t in sentence.times)


def _plain_as(sentence: Sentence, at: int, text: str) -> bool:
    """The "as" of "as many as", "known as", "as part of", "as a": no clause of its own."""
    after = text[at + 2 : at + 14].lstrip().lower()
    before = text[max(sentence.start, at - 16) : at].rstrip().lower()
    return after.startswith(_AS_BEFORE) or before.endswith(_AS_BEHIND)
