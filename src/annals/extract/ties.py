"""Ties between two events that a report asserts: in one sentence, or in one that looks back at the event before."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from annals.extract.announced import announced, explained
from annals.extract.answered import answered_pairs, calls_last, happened, object_end, of_another
from annals.extract.looked_back import DID_IT, PRONOUN_BEHIND, came_after, looked_back
from annals.extract.page import Sentence
from annals.extract.provoked import provoked
from annals.extract.series import Course, series
from annals.extract.struck_back import followed as after
from annals.extract.struck_back import hit_each_other
from annals.extract.tie_cues import CUES, cues_in, in_the_fight, relation_of, takes_object, undergone
from annals.extract.tie_members import Member, names_in, other
from annals.model import Quote, Tie

ANSWERS = frozenset({"retaliation_for", "response_to"})
"""The relations of an answer to what it answered."""
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
    by_index = {sentence.index: sentence for sentence in sentences}
    found: list[Tie] = []
    told: list[Member] = []
    for sentence in sentences:
        here = by_sentence.get(sentence.index, [])
        behind = [m for m in members if m.sentence > sentence.index]
        found += _answers(
            sentence,
            _Told(here=here, before=told, behind=behind, called=called, followed=followed, sentences=by_index),
            text,
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
    return _one_way(dict.fromkeys(_turned(tie, followed) for tie in found))


def _one_way(ties: Iterable[Tie]) -> list[Tie]:
    """The ties without those that have an answer answered by what it answers: what is told first is believed."""
    found: list[Tie] = []
    for tie in ties:
        back = (tie.target, tie.source)
        if tie.relation not in ANSWERS or all(k.relation not in ANSWERS or (k.source, k.target) != back for k in found):
            found.append(tie)
    return found


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


def looking_back(members: Sequence[Member], sentences: Sequence[Sentence], text: str) -> list[tuple[Member, Member]]:
    """Pairs of words, an answer and what was told last before its sentence; each member has a telling of its own."""
    return looked_back(members, sentences, text, happened) + came_after(members, sentences, text)


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


@dataclass(frozen=True, kw_only=True)
class _Told:
    """What is told in a sentence, before it and behind it, and by which words each event is called."""

    here: list[Member]
    before: list[Member]
    behind: list[Member]
    called: Mapping[int, Counter[str]]
    followed: Mapping[int, Member]
    """Telling -> the event after which the report says that it came."""
    sentences: Mapping[int, Sentence]
    """By their index."""

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
    quote = Quote.of(text, sentence.start, sentence.end)
    ahead = announced(sentence, told.here, told.before, told.behind, text)
    if ahead is not None:
        relation, answer, answered = ahead
        return [Tie(relation=relation, source=answer.telling, target=answered.telling, quote=quote)]
    found = []
    for cue in cues_in(text, sentence.start, sentence.end):
        if not happened(sentence, cue, text) or undergone(cue, text, sentence.start):
            continue
        if of_another(sentence, cue, told.here, text):
            continue
        taking = takes_object(cue) and not PRONOUN_BEHIND.match(text, cue.end(), sentence.end)
        if in_the_fight(cue) and not taking and not _from_afar(told, cue):
            continue
        pairs = _taking(sentence, told, cue, text) if taking else _looking_back(sentence, told, cue, text)
        relation = relation_of(cue)
        for source, target in pairs:
            found.append(Tie(relation=relation, source=source.telling, target=target.telling, quote=quote))
    return found


def _from_afar(told: _Told, cue: re.Match[str]) -> bool:
    """Whether those who fire back do so with guns or aircraft that reach another place."""
    beside = [m for m in told.here if m.end >= cue.start()] or told.here
    return any(m.types & _REACHING for m in beside)


_REACHING = frozenset({"Shelling/artillery/missile attack", "Air/drone strike"})
_BOTH = re.compile(
    r"\b(?:both(?: of them| (?:the )?(?:attacks|deeds|raids|bombings|strikes|killings|shootings|incidents|salvoes))?|"
    r"the two(?: (?:attacks|deeds|raids|bombings|strikes|killings|shootings|incidents|salvoes))?)\s+"
    r"(?:were|was|are|had been|as)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
_TWO = 2


def _taking(sentence: Sentence, told: _Told, cue: re.Match[str], text: str) -> list[tuple[Member, Member]]:
    """What answers, and the object: an event named behind the words, or called again by its place, day or victims."""
    end = object_end(sentence, cue, text)
    inside = next((m for m in told.here if cue.end() <= m.start < end), None)
    words = names_in(sentence, cue.end(), end, text)
    target = inside or told.meant(words) or explained(sentence, words, told.behind, told.sentences, text)
    after = [m for m in told.here if m.start >= end]
    if target is None and calls_last(sentence, cue.end(), end, text):
        # "In response to the attack, jets struck": that told last.
        target = next((m for m in reversed(told.before) if not m.back), None)
    if target is None:
        return []
    beside = [m for m in told.here if m.start < cue.start()]
    if not beside and not after and _BOTH.search(text, sentence.start, cue.start()):
        both = list(
            {m.telling: m for m in reversed(told.before) if m.telling != target.telling and not m.back}.values()
        )
        if len(both) >= _TWO:
            return [(one, target) for one in both[:_TWO]]
    if after and inside is not None and all(m.telling == inside.telling for m in after):
        # "In response to the launch, jets struck": the deed answers; what it answers was told before.
        target = other([*reversed(told.before)], inside)
        return [(after[0], target)] if target is not None else []
    nearest = other([*reversed(beside), *after], target)
    source = nearest or told.chief(target)
    return [(source, target)] if source is not None else []


def _looking_back(sentence: Sentence, told: _Told, cue: re.Match[str], text: str) -> list[tuple[Member, Member]]:
    before = [m for m in told.here if m.start < cue.start()]
    if before and told.before and DID_IT.search(text, before[-1].end, cue.start()):
        # "The front, which lost a man in the strike, said that it had fired them in return".
        done = other([*reversed(told.before)], before[-1])
        return [(done, before[-1])] if done is not None else []
    behind = [m for m in told.here if m.start >= cue.start()]
    # "They hit back": the words are those of the answer itself.
    itself = [m for m in behind if m.start < cue.end()]
    nearest = itself or before[-1:] or behind[:1] or told.before[-1:] or told.behind[:1]
    if not nearest or (not told.here and _left_open(sentence, cue, text)):
        return []
    source = nearest[0]
    target = other([*reversed([m for m in before if m is not source]), *reversed(told.before)], source)
    target = target or told.followed.get(source.telling)
    if target is None:
        return []
    # Told as what had happened before: then it is what is answered.
    return [(target, source) if source.back and not target.back else (source, target)]


def _left_open(sentence: Sentence, cue: re.Match[str], text: str) -> bool:
    """Whether a sentence that opens with "in return" goes on to tell what was done, by no word that is known."""
    opens = cue.group()[:3].lower() == "in " and not text[sentence.start : cue.start()].strip(' “"')
    return opens and sentence.end - cue.end() > _SHORT


_SHORT = 25


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
