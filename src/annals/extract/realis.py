"""Whether an event's word tells of something that happened."""

import re

from annals.english.phrases import Match, Word
from annals.extract.clauses import Clause
from annals.extract.lexicon import Trigger, table
from annals.model import Realis

_NEAR = 5
_FAR = 9
_FUTURE = re.compile(
    r"(?:\s+(?!(?:that|which|who|had|has|have|was|were|is|are|and|but|as|when|after)\b)[\w’'.-]+){0,8}?"
    r"\s+(?:will|would|could|might|may|can)\s+(?:not\s+|never\s+|also\s+|only\s+)?(?!have\b)\w+",
    re.IGNORECASE,
)
_CALLED_OFF = re.compile(
    r"\s+(?:off\b|(?:was|were|had been|has been)\s+"
    r"(?:called off|cancelled|canceled|aborted|postponed|scrapped|foiled|thwarted))",
    re.IGNORECASE,
)
# "Arson was not ruled out": whether there was any is open, or settled against it.
_RULED_OUT = re.compile(
    r"\s+(?:(?:(?:has|have|had|can|could)\s*(?:not|n[’']t)?\s+(?:yet\s+)?)?(?:is|was|are|were|been|be)(?:n[’']t)?\s+"
    r"(?:not\s+)?(?:yet\s+)?(?:being\s+)?(?:ruled out|excluded)|(?:not\s+)?ruled out)\b",
    re.IGNORECASE,
)
_DENIED_REACH = 2
_HABIT = frozenset({"are", "is", "gets", "get", "being"})
_AHEAD = 90
_PURPOSE = re.compile(r"\b(?:to|in order to|from|of|for|against)\s+$", re.IGNORECASE)


def realis_of(clause: Clause, trigger: Match[Trigger], text: str, *, headline: bool) -> Realis:
    """Judge by the cues in front of the trigger within its clause; a past verb form outweighs a distant cue."""
    sentence = clause.sentence
    first = sentence.word_at(clause.start)
    form, noun = trigger.payload.form, trigger.payload.noun
    reach = _FAR if noun or form in ("base", "ing") else _NEAR
    window = sentence.words[max(first, trigger.first - reach) : trigger.first]
    cues = list(table().realis.find(window))
    happened = not noun and form in ("past", "participle") and not _modal_before(window)
    for cue in reversed(cues):
        distance = len(window) - cue.last
        kind = cue.payload
        if happened and kind in ("hypothetical", "planned", "threatened") and distance > 1:
            continue
        if happened and kind == "denied" and distance > _DENIED_REACH:
            continue
        if noun and kind in ("hypothetical", "denied") and distance > (2 if _weak(text[cue.start : cue.end]) else 4):
            continue
        if _weak(text[cue.start : cue.end]) and not noun and form not in ("base", "ing"):
            continue
        return kind  # type: ignore[return-value]
    if not noun and form in ("past", "participle") and not headline and window[-1:] and window[-1].folded in _HABIT:
        # "When more of their people are killed": the present passive tells a habit or a case, not the news.
        return "hypothetical"
    if noun and _FUTURE.match(text[trigger.end : min(clause.end, trigger.end + _AHEAD)]):
        return "hypothetical"
    if noun and _RULED_OUT.match(text[trigger.end : min(clause.end, trigger.end + _AHEAD)]):
        return "hypothetical"
    if _CALLED_OFF.match(text[trigger.end : trigger.end + 40]):
        return "planned"
    if (
        not noun
        and form == "base"
        and not headline
        and _PURPOSE.search(text[max(clause.start, trigger.start - 8) : trigger.start])
    ):
        return "hypothetical"
    return "actual"


def _modal_before(window: list[Word]) -> bool:
    folded = [w.folded for w in window[-4:]]
    return (
        any(w in ("would", "could", "might", "may", "should", "will", "if", "to") for w in folded)
        and "have" not in folded
    )


def _weak(words: str) -> bool:
    """Cues that deny or doubt only what stands right behind them."""
    return words.lower() in (
        "against",
        "any",
        "no",
        "not",
        "without",
        "can",
        "able to",
        "whether",
        "used to",
        "the next",
        "should",
        "would",
        "could",
        "may be",
        "likely to",
    )
