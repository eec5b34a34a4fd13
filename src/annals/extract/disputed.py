"""What is disputed: that another did it ("denied that X was to blame"), or anything at all ("disputed that")."""

import re

from annals.english.phrases import Match
from annals.extract.lexicon import StanceCue
from annals.extract.page import Sentence
from annals.extract.parties import Party

# Whom no table may know: his guilt is told in so many words.
_OF_ANOTHER = re.compile(
    r"(?:\s+that)?\s+(?:the\s+)?(?P<who>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,4})\s+"
    r"(?:was|were|is|are|had been|have been)\s+"
    r"(?:in any way\s+)?(?:behind|to blame|responsible|involved|at fault|(?:the|its|their)\s+(?:[\w-]+\s+)?"
    r"(?:authors?|culprits?|perpetrators?|attackers?|killers?))\b"
)
_NOT_THAT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput\w+|reject\w*|dismiss\w*|(?<!no )doubt\w*)\s+"
    r"(?:\w+\s+){0,2}?that\s+[^,.;:]{0,60}$",
    re.IGNORECASE,
)
_SIDES = re.compile(r"\s+(?:with|to)\s+(?:either|any|the\s+two|both)\s+(?:side|part(?:y|ies)|sides|camps?)\b")
_A_SUSPECT = re.compile(
    r"\b(?:the|a|an|one|any|no|this|that|each|another|prime|main|chief|second|first|only|lone|female|male|key|possible|"
    r"alleged|[\w-]+[- ]old|his|her|their|of|as)\s+$",
    re.IGNORECASE,
)
# Deeds of the past, told of a party that did them and not of this one.
_OF_OTHERS = re.compile(
    r"\s+(?:of|for|in|to|with)\s+(?:(?:carrying out|staging|launching|being behind|committing)\s+)?"
    r"(?:(?:many|most|numerous|several|dozens of|scores of|a (?:string|series|number|spate|wave) of)\s+(?:of\s+the\s+)?"
    r"|(?:similar|previous|earlier|past|other)\s+)[^,.;:]{0,40}?"
    r"(?:attacks|bombings|killings|raids|massacres|abductions|kidnappings|shootings|strikes|crimes|abuses|atrocities)\b"
)
_THIS = frozenset(("that", "this", "it"))
_REJECTS = ("disput", "reject", "dismiss", "contest")


def cleared_of_it(sentence: Sentence, cue: Match[StanceCue], text: str) -> Party | None:
    """The other of whom a denial says that he did it: "denied that the Ninth Star was to blame"."""
    found = _OF_ANOTHER.match(text, cue.end, sentence.end)
    return Party(start=found.start("who"), end=found.end("who"), named=True) if found is not None else None


def disputed(sentence: Sentence, cue: Match[StanceCue], text: str) -> bool:
    """Whether the words of blame are what somebody denies."""
    blames = cue.payload.stance == "blames" and cue.payload.side == "before"
    return blames and _NOT_THAT.search(text, sentence.start, cue.start) is not None


def no_part_in_war(sentence: Sentence, cue: Match[StanceCue], text: str) -> bool:
    """Whether it is denied of the war, not of the deed: "had no connection with either side"."""
    return cue.payload.stance == "denies" and _SIDES.match(text, cue.end, sentence.end) is not None


def any_story(sentence: Sentence, cue: Match[StanceCue], text: str) -> bool:
    """Whether "disputed that" may be about anything: it denies a deed only of somebody who is accused of one."""
    return (
        cue.payload.stance == "denies"
        and sentence.words[cue.first].folded.startswith(_REJECTS)
        and sentence.words[cue.last - 1].folded in _THIS
        and cleared_of_it(sentence, cue, text) is None
    )


def of_other_deeds(sentence: Sentence, cue: Match[StanceCue], text: str) -> bool:
    """Whether no charge is meant, or one of the past: "the suspect told", "has been blamed for several attacks"."""
    if cue.payload.stance not in ("blames", "suspects"):
        return False
    noun = sentence.words[cue.first].folded == "suspect" and cue.payload.side == "after"
    return bool(noun and _A_SUSPECT.search(text[sentence.start : cue.start])) or (
        _OF_OTHERS.match(text, cue.end, sentence.end) is not None
    )
