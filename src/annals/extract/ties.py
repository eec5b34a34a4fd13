"""Ties between two events that a report asserts: in one sentence, or in one that looks back at the event before."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from annals.extract.looked_back import DID_IT, PRONOUN_BEHIND, came_after, looked_back
from annals.extract.page import Sentence
from annals.extract.provoked import provoked, provoked_pairs
from annals.extract.series import Course, series
from annals.extract.struck_back import followed as after
from annals.extract.struck_back import hit_each_other
from annals.extract.tie_cues import CUES, cues_in, only_threatened, takes_object, undergone
from annals.extract.tie_members import Member, names_in, other
from annals.model import Quote, Tie

ANSWERS = frozenset({"retaliation_for", "response_to"})
"""The relations of an answer to what it answered."""
# "Reprisals are to be expected": nothing that happened.
_TO_COME = re.compile(
    r"[^,.;]{0,60}?\b(?:(?:is|are|was|were) (?:to be )?(?:expected|feared|likely|planned|possible|inevitable)|will|"
    r"would|may|might|could|attacks? (?:numbered|rose|fell))\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|minutes)\s+after\b|\bwithin (?:\w+ )?(?:hours|days) of\b", re.IGNORECASE
)
_AFTER_OPENS = re.compile(
    r"[\s“\"]*(?:[\w-]+\s+){0,3}?(?:hours?|days?|weeks?|months?|minutes)\s+after\b", re.IGNORECASE
)
_LATER = re.compile(r"\b(?:hours?|days?|weeks?|months?|minutes)\s+later\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:as )?part of (?:the|a|an|its|their)\s+(?:[\w-]+\s+){0,3}?(?:offensive|operation|attack|"
    r"campaign|assault|siege|raid|battle)\b",
    re.IGNORECASE,
)
# "To avenge its leader, killed on Monday": the harm behind the comma belongs to what is answered.
_ENDS = re.compile(
    r"[;.!?](?:\s|$)|,\s+(?!(?:who\s+)?(?:(?:was|were|had been|itself|himself)\s+)*"
    r"(?:killed|shot|assassinated|slain|murdered|executed|lynched|blown up|abducted|gunned down|stabbed|beheaded)\b)"
)
_AHEAD = 8
"""The other of a series is told within so many sentences, where none is told before."""


def ties_of(members: Sequence[Member], sentences: Sequence[Sentence], text: str) -> list[Tie]:
    """The ties of a report; `members` are the words of events that happened and are one event each, in order.

    A threat of revenge ties nothing. Where the sentence names one event only, "in retaliation" looks back at the
    event told before it; "punishment for the Gao convoy" at the one of whose place or victims the words speak.
    """
    by_sentence: dict[int, list[Member]] = {}
    for member in members:
        by_sentence.setdefault(member.sentence, []).append(member)
    called: dict[int, Counter[str]] = {}
    for member in members:
        called.setdefault(member.telling, Counter()).update(member.names)
    order = [pair for sentence in sentences for pair in _in_order(sentence, by_sentence.get(sentence.index, []), text)]
    followed = {later.telling: earlier for later, earlier in reversed(order)}
    found: list[Tie] = []
    told: list[Member] = []
    for sentence in sentences:
        here = by_sentence.get(sentence.index, [])
        behind = [m for m in members if m.sentence > sentence.index]
        found += _answers(
            sentence, _Told(here=here, before=told, behind=behind, called=called, followed=followed), text
        )
        found += provoked(sentence, here, told, text)
        found += _orders(sentence, here, text)
        quote = Quote.of(text, sentence.start, sentence.end)
        found += [
            Tie(relation="response_to", source=source, target=target, quote=quote)
            for source, target in after(sentence, here, told, called, text)
        ]
        told = [*told, *here]
    answered = frozenset(frozenset((tie.source, tie.target)) for tie in found if tie.relation in ANSWERS)
    told = []
    for sentence in sentences:
        here = by_sentence.get(sentence.index, [])
        near = [m for m in members if 0 < m.sentence - sentence.index <= _AHEAD]
        found += series(sentence, Course(here=here, told=told, near=near, called=called, answered=answered), text)
        told = [*told, *here]
    return list(dict.fromkeys(_turned(tie, followed) for tie in found))


def _turned(tie: Tie, followed: Mapping[int, Member]) -> Tie:
    """The tie as it is, or the other way round where the report says that its target came after its source."""
    earlier = followed.get(tie.target)
    if tie.relation not in ANSWERS or earlier is None or earlier.telling != tie.source or tie.source in followed:
        return tie
    return msgspec.structs.replace(tie, source=tie.target, target=tie.source)


def asserted_pairs(members: Sequence[Member], sentences: Sequence[Sentence], text: str) -> list[tuple[Member, Member]]:
    """Pairs of words that must be two events: a sentence says that the first answered, or came after, the second.

    Each member has a telling of its own here. Only what stands within one sentence is taken, the second right behind
    the words that say so.
    """
    by_sentence: dict[int, list[Member]] = {}
    for member in members:
        by_sentence.setdefault(member.sentence, []).append(member)
    found = answered_pairs(members, sentences, text)
    for sentence in sentences:
        found += _in_order(sentence, by_sentence.get(sentence.index, []), text)
    return found


def answered_pairs(members: Sequence[Member], sentences: Sequence[Sentence], text: str) -> list[tuple[Member, Member]]:
    """Those of the asserted pairs of which the first answered the second."""
    by_sentence: dict[int, list[Member]] = {}
    for member in members:
        by_sentence.setdefault(member.sentence, []).append(member)
    found = []
    for sentence in sentences:
        here = by_sentence.get(sentence.index, [])
        for cue in cues_in(text, sentence.start, sentence.end):
            if takes_object(cue) and _happened(sentence, cue, text):
                end = _object_end(sentence, cue, text)
                inside = next((m for m in here if cue.end() <= m.start < end), None)
                source = next((m for m in reversed(here) if m.start < cue.start()), None)
                if source is None and not text[sentence.start : cue.start()].strip(' “"'):
                    # "To avenge the ambush, soldiers shot dead ...".
                    source = next((m for m in here if m.start >= end), None)
                if inside is not None and source is not None:
                    found.append((source, inside))
        before = by_sentence.get(sentence.index - 1, [])
        found += provoked_pairs(sentence, here, before, text)
    return found


def looking_back(members: Sequence[Member], sentences: Sequence[Sentence], text: str) -> list[tuple[Member, Member]]:
    """Pairs of words, an answer and what was told last before its sentence; each member has a telling of its own."""
    return looked_back(members, sentences, text, _happened) + came_after(members, sentences, text)


_CALLED = re.compile(r"\b(?:the|that|this|its|their|his|her|[\w-]+[\u2019']s)\s+(?:[\w-]+\s+){0,3}\Z", re.IGNORECASE)


def called_again(
    members: Sequence[Member], sentences: Sequence[Sentence], text: str
) -> Iterator[tuple[Member, Member, list[Member]]]:
    """Words for what was answered that call again an event told before: (they, that event, the others told before).

    "A response to the raid" is about the event before that is told as a raid, and none of the others; "revenge for
    abuses" is about none.
    """
    for sentence in sentences:
        here = [m for m in members if m.sentence == sentence.index]
        before = [m for m in members if m.sentence < sentence.index]
        for cue in cues_in(text, sentence.start, sentence.end):
            if not (here and before and takes_object(cue) and _happened(sentence, cue, text)):
                continue
            end = _object_end(sentence, cue, text)
            inside = next((m for m in here if cue.end() <= m.start < end), None)
            words = names_in(sentence, cue.end(), end, text)
            alike = [m for m in before if words & m.names]
            calls = inside is not None and _CALLED.search(text, cue.end(), inside.start) is not None
            if inside is not None and calls and alike and len(alike) < len(before):
                yield inside, alike[-1], [m for m in before if not words & m.names]


def _in_order(sentence: Sentence, here: Sequence[Member], text: str) -> list[tuple[Member, Member]]:
    """Neighbours in a sentence of which it says that one came later than the other: (the later, the earlier)."""
    found = []
    for first, second in pairwise(here):
        between = text[first.end : second.start]
        if first.telling == second.telling or CUES.search(between):
            continue
        if _AFTER.search(between):
            found.append((first, second))
        elif _LATER.search(between) or (
            first is here[0] and "," in between and _AFTER_OPENS.match(text, sentence.start, first.start)
        ):
            # "Two days after a bomb killed twelve recruits, jets struck a camp" too.
            found.append((second, first))
    return found


def _happened(sentence: Sentence, cue: re.Match[str], text: str) -> bool:
    """Whether the words speak of an answer that was given, not of one that is threatened or expected."""
    return not (only_threatened(text, sentence.start, cue.start()) or _TO_COME.match(text, cue.end(), sentence.end))


def _object_end(sentence: Sentence, cue: re.Match[str], text: str) -> int:
    stop = _ENDS.search(text, cue.end(), sentence.end)
    return stop.start() if stop is not None else sentence.end


@dataclass(frozen=True, kw_only=True)
class _Told:
    """What is told in a sentence, before it and behind it, and by which words each event is called."""

    here: list[Member]
    before: list[Member]
    behind: list[Member]
    called: Mapping[int, Counter[str]]
    followed: Mapping[int, Member]
    """Telling -> the event after which the report says that it came."""

    def meant(self, words: frozenset[str]) -> Member | None:
        """The event that the words call again: the one that shares most of them that not all events share."""
        shared = {
            telling: sum(1 for word in words if word in names and not all(word in n for n in self.called.values()))
            for telling, names in self.called.items()
        }
        best = max(shared.values(), default=0)
        if best == 0:
            return None
        likely = {telling for telling, score in shared.items() if score == best}
        # The event told last is what the sentence speaks of; what it calls again is an earlier one.
        last = self.before[-1].telling if self.before else None
        likely = likely - {last} or likely
        return next(m for m in [*reversed(self.before), *self.here, *self.behind] if m.telling in likely)

    def chief(self, than: Member) -> Member | None:
        """The event told most so far, other than `than`: what "it" or "the night" speaks of."""
        counts = Counter(m.telling for m in self.before if m.telling != than.telling)
        if not counts:
            return None
        most = max(counts.values())
        return next(m for m in reversed(self.before) if counts[m.telling] == most)


def _answers(sentence: Sentence, told: _Told, text: str) -> list[Tie]:
    found = []
    for cue in cues_in(text, sentence.start, sentence.end):
        if not _happened(sentence, cue, text) or undergone(cue, text, sentence.start):
            continue
        taking = takes_object(cue) and not PRONOUN_BEHIND.match(text, cue.end(), sentence.end)
        pair = _taking(sentence, told, cue, text) if taking else _looking_back(told, cue, text)
        if pair is not None:
            source, target = pair
            relation = "retaliation_for" if cue["revenge"] else "response_to"
            quote = Quote.of(text, sentence.start, sentence.end)
            found.append(Tie(relation=relation, source=source.telling, target=target.telling, quote=quote))
    return found


def _taking(sentence: Sentence, told: _Told, cue: re.Match[str], text: str) -> tuple[Member, Member] | None:
    """What answers, and the object: an event named behind the words, or called again by its place, day or victims."""
    end = _object_end(sentence, cue, text)
    inside = next((m for m in told.here if cue.end() <= m.start < end), None)
    target = inside or told.meant(names_in(sentence, cue.end(), end, text))
    if target is None:
        return None
    beside = [m for m in told.here if m.start < cue.start()]
    after = [m for m in told.here if m.start >= end]
    if after and inside is not None and all(m.telling == inside.telling for m in after):
        # "In response to the launch, jets struck": the deed answers; what it answers was told before.
        target = other([*reversed(told.before)], inside)
        return (after[0], target) if target is not None else None
    nearest = other([*reversed(beside), *after], target)
    source = nearest or told.chief(target)
    return (source, target) if source is not None else None


def _looking_back(told: _Told, cue: re.Match[str], text: str) -> tuple[Member, Member] | None:
    before = [m for m in told.here if m.start < cue.start()]
    if before and told.before and DID_IT.search(text, before[-1].end, cue.start()):
        # "The front, which lost a man in the strike, said that it had fired them in return".
        done = other([*reversed(told.before)], before[-1])
        return (done, before[-1]) if done is not None else None
    behind = [m for m in told.here if m.start >= cue.start()]
    # "They hit back": the words are those of the answer itself.
    itself = [m for m in behind if m.start < cue.end()]
    nearest = itself or before[-1:] or behind[:1] or told.before[-1:] or told.behind[:1]
    if not nearest:
        return None
    source = nearest[0]
    target = other([*reversed([m for m in before if m is not source]), *reversed(told.before)], source)
    target = target or told.followed.get(source.telling)
    if target is None:
        return None
    # Told as what had happened before: then it is what is answered.
    return (target, source) if source.back and not target.back else (source, target)


def _orders(sentence: Sentence, here: list[Member], text: str) -> list[Tie]:
    quote = Quote.of(text, sentence.start, sentence.end)
    found = []
    for first, second in pairwise(here):
        between = text[first.end : second.start]
        if first.telling != second.telling and _PART.search(between):
            found.append(Tie(relation="part_of", source=first.telling, target=second.telling, quote=quote))
    for later, earlier in _in_order(sentence, here, text):
        found.append(Tie(relation="follows", source=later.telling, target=earlier.telling, quote=quote))
        if hit_each_other(sentence, later, earlier, text):
            found.append(Tie(relation="response_to", source=later.telling, target=earlier.telling, quote=quote))
    return found
