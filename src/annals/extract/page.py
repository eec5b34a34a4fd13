"""A report laid out for reading: sentences with everything that the tables recognise in them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from annals.english import numbers, sentences, times
from annals.english.phrases import Match, Word, words_of
from annals.extract.harm_words import harm_words
from annals.extract.lexicon import Harm, StanceCue, Trigger, table
from annals.model import Report
from annals.reference.actors import ActorMatch
from annals.reference.candidate import PlaceMatch
from annals.reference.tables import References
from annals.reference.things import ThingWord, things
from annals.reference.weapons import WeaponMatch, WeaponTable

UNREAD = ("caption", "byline", "furniture", "dateline")


_HEADLINE = 120
"""Code points of the longest headline."""


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=_Placed)


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence and what stands in it; all offsets are those of the report's text."""

    index: int
    start: int
    end: int
    paragraph: int
    title: bool
    words: list[Word]
    triggers: list[Match[Trigger]]
    harm: list[Match[Harm]]
    stances: list[Match[StanceCue]]
    targets: list[Match[ThingWord]]
    numbers: list[numbers.Number]
    times: list[times.TimeExpression]
    weapons: list[WeaponMatch]
    places: list[PlaceMatch]
    actors: list[ActorMatch]
    noise: list[str]

    def word_at(self, offset: int) -> int:
        """Index of the first word that starts at or after `offset`."""
        return bisect_left(self.words, offset, key=lambda word: word.start)


def is_headline(sentence: Sentence, text: str) -> bool:
    """Whether a sentence is a title, or a line of its own without a full stop: a headline within the text."""
    if sentence.title:
        return True
    alone = text[max(0, sentence.start - 1) : sentence.start] in ("", "\n")
    ended = text[sentence.end : sentence.end + 1] in ("", "\n")
    return (
        alone
        and ended
        and sentence.end - sentence.start < _HEADLINE
        and text[sentence.end - 1 : sentence.end].isalnum()
    )


@dataclass(frozen=True, kw_only=True)
class Page:
    """A report's readable sentences in order, and its datelines' words."""

    text: str
    sentences: list[Sentence]
    weapons: WeaponTable
    datelines: list[tuple[int, int]] = field(default_factory=list)


def lay_out(report: Report, references: References) -> Page:
    """Cut the report's news text into sentences and mark them; captions, by-lines and furniture are left out."""
    text = report.text
    all_numbers = [n for n in numbers.find_numbers(text) if n.unit_kind == "plain"]
    all_times = times.find_times(text)
    all_weapons = references.weapons.scan(text)
    all_places = [p for p in references.gazetteer.scan(text) if p.kind != "demonym" and not _own_word(p.words)]
    all_actors = references.actors.scan(text)
    found: list[Sentence] = []
    paragraph = 0
    for begin, end, title in _readable(report):
        paragraph += 1
        last = begin
        for start, stop in sentences.split(text, begin, end):
            paragraph += "\n" in text[last:start]
            last = stop
            found.append(
                _mark(
                    index=len(found),
                    text=text,
                    start=start,
                    end=stop,
                    paragraph=paragraph,
                    title=title,
                    numbers_=_within(all_numbers, start, stop),
                    times_=_within(all_times, start, stop),
                    weapons=_within(all_weapons, start, stop),
                    places=_within(all_places, start, stop),
                    actors=_within(all_actors, start, stop),
                )
            )
    datelines = [(r.start, r.end) for r in report.regions if r.kind == "dateline"]
    return Page(text=text, sentences=found, weapons=references.weapons, datelines=datelines)


def _mark(
    *,
    index: int,
    text: str,
    start: int,
    end: int,
    paragraph: int,
    title: bool,
    numbers_: list[numbers.Number],
    times_: list[times.TimeExpression],
    weapons: list[WeaponMatch],
    places: list[PlaceMatch],
    actors: list[ActorMatch],
) -> Sentence:
    lexicon = table()
    words = words_of(text, start, end)
    return Sentence(
        index=index,
        start=start,
        end=end,
        paragraph=paragraph,
        title=title,
        words=words,
        triggers=list(lexicon.triggers.find(words)),
        harm=harm_words(words, text),
        stances=_cues(words),
        targets=list(things().targets.find(words)),
        numbers=numbers_,
        times=times_,
        weapons=weapons,
        places=places,
        actors=actors,
        noise=[m.payload for m in lexicon.noise.find(words) if not any(p.start <= m.start < p.end for p in places)],
    )


# Adverbs that may stand within a phrase of blame, claim or denial: "is widely believed to be behind".
_WITHIN = frozenset(
    "widely strongly quickly swiftly repeatedly publicly openly officially formally initially later also since largely "
    "generally long still now explicitly directly squarely firmly flatly categorically vehemently angrily jointly "
    "previously earlier subsequently mostly commonly mainly".split()
)


def _cues(words: list[Word]) -> list[Match[StanceCue]]:
    """The phrases of blame, claim and denial, in order, those with an adverb within them too."""
    lexicon = table()
    found = list(lexicon.stances.find(words))
    kept = [index for index, word in enumerate(words) if word.folded not in _WITHIN]
    if len(kept) == len(words):
        return found
    for match in lexicon.stances.find([words[index] for index in kept]):
        first, last = kept[match.first], kept[match.last - 1] + 1
        within = [m for m in found if m.first < last and first < m.last]
        if all(first <= m.first and m.last <= last and m.last - m.first < last - first for m in within):
            found = [m for m in found if m not in within] + [match._replace(first=first, last=last)]
    return sorted(found, key=lambda match: match.first)


def _own_word(words: str) -> bool:
    """Whether a one-word place name is a word of harm or of events ("Toll of blast rises"), capital or not."""
    lexicon, parts = table(), words_of(words)
    return len(parts) == 1 and (
        any(True for _ in lexicon.harm.find(parts)) or any(True for _ in lexicon.triggers.find(parts))
    )


def _readable(report: Report) -> Iterable[tuple[int, int, bool]]:
    """Stretches of news text as (start, end, is title)."""
    at = 0
    for region in report.regions:
        if region.kind in UNREAD or region.kind == "title":
            if region.start > at:
                yield at, region.start, False
            if region.kind == "title":
                yield region.start, region.end, True
            at = max(at, region.end)
    if at < len(report.text):
        yield at, len(report.text), False


def _within(items: Sequence[P], start: int, end: int) -> list[P]:
    first = bisect_left(items, start, key=lambda item: item.start)
    inside: list[P] = []
    for item in items[first:]:
        if item.start >= end:
            break
        if item.end <= end:
            inside.append(item)
    return inside
