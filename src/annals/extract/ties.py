"""Ties between two events that a report asserts: in one sentence, or in one that looks back at the event before."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from annals.extract.candidates import Candidate
from annals.extract.page import Sentence
from annals.extract.tie_cues import CUES, takes_object
from annals.extract.when import when_of
from annals.model import Quote, Tie

ANSWERS = frozenset({"retaliation_for", "response_to"})
"""The relations of an answer to what it answered."""
_THREAT = re.compile(
    r"\b(?:vow\w*|threat\w*|promis\w+|warn\w*|pledg\w+|swore|sworn|will|would|could|may|might|shall|"
    r"should|fear\w*|if|call(?:s|ed|ing)? for|not|n[’']t|no|never|denied|denies|without|rather than|"
    r"ruled out|rules? out|ruling out|dismiss\w*|unrelated|whether|"
    r"plan\w*|prepar\w+|expect\w*|ready|right to|risk\w*|possible|"
    r"potential|await\w*|urg\w+|demand\w*|against|consider\w*|weigh\w*|restrain\w*|brac\w+)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
# "Reprisals are to be expected": nothing that happened.
_TO_COME = re.compile(
    r"[^,.;]{0,60}?\b(?:(?:is|are|was|were) (?:to be )?(?:expected|feared|likely|planned|possible|inevitable)|will|"
    r"would|may|might|could|attacks? (?:numbered|rose|fell))\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|minutes)\s+after\b|\bwithin (?:\w+ )?(?:hours|days) of\b", re.IGNORECASE
)
_LATER = re.compile(r"\b(?:hours?|days?|weeks?|months?|minutes)\s+later\b", re.IGNORECASE)
_HAD = re.compile(r"\bhad (?:\w+ ){0,2}$")
_SERIES = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest)\s+(?:(?:such|similar|"
    r"known|reported|deadly|major|suspected|drone|rocket|missile|bomb|suicide|mass|fatal|"
    r"[\w-]+)\s+){0,4}?(?:attacks?|strikes?|bombings?|raids?|incidents?|shootings?|time|"
    r"killings?|kidnappings?|assaults?|ambush|massacre)\b|\b(?:the latest|the newest) in a (?:series|"
    r"string|wave|spate) of\s+(?:[\w-]+\s+){0,2}?(?:attacks?|strikes?|bombings?|raids?|shootings?)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:as )?part of (?:the|a|an|its|their)\s+(?:[\w-]+\s+){0,3}?(?:offensive|operation|attack|"
    r"campaign|assault|siege|raid|battle)\b",
    re.IGNORECASE,
)
_MANY = re.compile(r"\b(?:such|similar|time|in a)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:since|in (?:as many|the (?:past|last)|less than|under|a|one|two|three|four|five|six|seven|"
    r"\d+) ?(?:\w+ ){0,2}(?:hours?|days?|weeks?|months?|years?)?|this (?:week|month|year)|within)\b",
    re.IGNORECASE,
)
_BACK = 80
_ENDING = re.compile(r"(?<=\w{3})(?:ings?|ers?|ed|es|s)$")
_ENDS = re.compile(r"[;.!?](?:\s|$)|,\s+(?:which|who|and|but|when|while)\b|,\s")
_SHORT = 2
_AHEAD = 8
"""The other of a series is told within so many sentences, where none is told before."""
_NO_NAMES = frozenset("the attack strike strik its their mr mrs president government minister".split())


@dataclass(frozen=True, kw_only=True)
class Member:
    """A word that tells an event: its sentence's index, where it stands, and the index of its telling."""

    sentence: int
    start: int
    end: int
    telling: int
    back: bool = False
    """Told as what had happened before: "had killed", "two days earlier"."""
    names: frozenset[str] = frozenset()
    """Folded words of its clause by which the event may be called again: names, days, what was hit."""


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
    order = [pair for sentence in sentences for pair in _in_order(by_sentence.get(sentence.index, []), text)]
    followed = {later.telling: earlier for later, earlier in reversed(order)}
    found: list[Tie] = []
    told: list[Member] = []
    for sentence in sentences:
        here = by_sentence.get(sentence.index, [])
        behind = [m for m in members if m.sentence > sentence.index]
        found += _answers(
            sentence, _Told(here=here, before=told, behind=behind, called=called, followed=followed), text
        )
        found += _orders(sentence, here, text)
        near = [m for m in behind if m.sentence - sentence.index <= _AHEAD]
        found += _series(sentence, here, told, near, text)
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
    found = []
    for sentence in sentences:
        here = by_sentence.get(sentence.index, [])
        for cue in CUES.finditer(text, sentence.start, sentence.end):
            if takes_object(cue) and _happened(sentence, cue, text):
                end = _object_end(sentence, cue, text)
                inside = next((m for m in here if cue.end() <= m.start < end), None)
                source = next((m for m in reversed(here) if m.start < cue.start()), None)
                if inside is not None and source is not None:
                    found.append((source, inside))
        found += _in_order(here, text)
    return found


def _in_order(here: Sequence[Member], text: str) -> list[tuple[Member, Member]]:
    """Neighbours in a sentence of which it says that one came later than the other: (the later, the earlier)."""
    found = []
    for first, second in pairwise(here):
        between = text[first.end : second.start]
        if first.telling == second.telling or CUES.search(between):
            continue
        if _AFTER.search(between):
            found.append((first, second))
        elif _LATER.search(between):
            found.append((second, first))
    return found


def _happened(sentence: Sentence, cue: re.Match[str], text: str) -> bool:
    """Whether the words speak of an answer that was given, not of one that is threatened or expected."""
    return not (
        _THREAT.search(text[max(sentence.start, cue.start() - _BACK) : cue.start()])
        or _TO_COME.match(text, cue.end(), sentence.end)
    )


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
    for cue in CUES.finditer(text, sentence.start, sentence.end):
        if not _happened(sentence, cue, text):
            continue
        pair = _taking(sentence, told, cue, text) if takes_object(cue) else _looking_back(told, cue)
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
        target = _other([*reversed(told.before)], inside)
        return (after[0], target) if target is not None else None
    nearest = _other([*reversed(beside), *after], target)
    source = nearest or told.chief(target)
    return (source, target) if source is not None else None


def _looking_back(told: _Told, cue: re.Match[str]) -> tuple[Member, Member] | None:
    before = [m for m in told.here if m.start < cue.start()]
    behind = [m for m in told.here if m.start >= cue.start()]
    # "They hit back": the words are those of the answer itself.
    itself = [m for m in behind if m.start < cue.end()]
    nearest = itself or before[-1:] or behind[:1] or told.before[-1:] or told.behind[:1]
    if not nearest:
        return None
    source = nearest[0]
    target = _other([*reversed([m for m in before if m is not source]), *reversed(told.before)], source)
    target = target or told.followed.get(source.telling)
    if target is None:
        return None
    # Told as what had happened before: then it is what is answered.
    return (target, source) if source.back and not target.back else (source, target)


def member_of(candidate: Candidate, telling: int, text: str) -> Member:
    """The word of a candidate as that of the event with the index `telling`."""
    clause = candidate.clause
    back = when_of(candidate.times).back or _HAD.search(text, clause.start, candidate.at) is not None
    return Member(
        sentence=clause.sentence.index,
        start=candidate.at,
        end=candidate.trigger.end,
        telling=telling,
        back=back,
        names=names_in(clause.sentence, clause.start, clause.end, text),
    )


def names_in(sentence: Sentence, start: int, end: int, text: str) -> frozenset[str]:
    """Words of a stretch by which an event may be called again: names, days, what was hit, the words for the event."""
    found = {
        w.folded
        for w in sentence.words
        if start <= w.start < end and text[w.start].isupper() and w.start > sentence.start and len(w.folded) > _SHORT
    }
    found |= {w.folded for w in sentence.words if start <= w.start < end and w.folded.isdigit()}
    for things in (sentence.targets, sentence.triggers):
        found |= {_stem(text[t.start : t.end]) for t in things if start <= t.start < end}
    return frozenset(found - _NO_NAMES)


def _stem(words: str) -> str:
    """The words without an ending, so that "raided", "raids" and "the raid" are one."""
    return _ENDING.sub("", words.lower())


def _other(members: Sequence[Member], than: Member) -> Member | None:
    return next((m for m in members if m.telling != than.telling), None)


def _orders(sentence: Sentence, here: list[Member], text: str) -> list[Tie]:
    quote = Quote.of(text, sentence.start, sentence.end)
    found = []
    for first, second in pairwise(here):
        between = text[first.end : second.start]
        if first.telling != second.telling and _PART.search(between):
            found.append(Tie(relation="part_of", source=first.telling, target=second.telling, quote=quote))
    found += [
        Tie(relation="follows", source=later.telling, target=earlier.telling, quote=quote)
        for later, earlier in _in_order(here, text)
    ]
    return found


def _series(sentence: Sentence, here: list[Member], told: list[Member], behind: list[Member], text: str) -> list[Tie]:
    """One series with the other event told beside it: "It was the second such attack in a month"."""
    cue = _SERIES.search(text, sentence.start, sentence.end)
    if cue is None or _THREAT.search(text[max(sentence.start, cue.start() - _BACK) : cue.start()]):
        return []
    if not (_MANY.search(cue.group()) or _PERIOD.search(text, cue.end(), sentence.end)):
        return []
    one = here[0] if here else (told[-1] if told else None)
    if one is None:
        return []
    others = [*here, *behind[:1], *reversed(told), *behind]
    other = _other(others, one)
    if other is None:
        return []
    quote = Quote.of(text, sentence.start, sentence.end)
    return [Tie(relation="same_campaign", source=one.telling, target=other.telling, quote=quote)]
