"""What stands at a stretch of a report: the sentence, and the lexicons' own reading of the same words."""

from bisect import bisect_right
from collections.abc import Sequence

from annals.english.numbers import Number
from annals.english.times import TimeExpression
from annals.extract.clauses import Clause, clauses_of
from annals.extract.page import P, Page, Sentence
from annals.extract.people import people_of
from annals.extract.people_lists import People
from annals.extract.said import Said
from annals.extract.speakers import answering, speakers_of
from annals.extract.whereabouts import Where, places_of, remember, stand_ins
from annals.reference.weapons import WeaponMatch


class Words:
    """A page's sentences with what the lexicons find in them, each read when first asked for."""

    def __init__(self, page: Page) -> None:
        """Take a page that is laid out."""
        self.page = page
        self.text = page.text
        self._places: dict[int, list[Where]] | None = None
        self._said: dict[int, list[Said]] | None = None
        self._people: dict[int, list[People]] = {}
        self._clauses: dict[int, list[Clause]] = {}

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset; None in captions, by-lines and between sentences."""
        at = bisect_right(self.page.sentences, offset, key=lambda sentence: sentence.start) - 1
        if at < 0 or offset >= self.page.sentences[at].end:
            return None
        return self.page.sentences[at]

    def clauses(self, sentence: Sentence) -> list[Clause]:
        """The sentence's clauses."""
        if sentence.index not in self._clauses:
            self._clauses[sentence.index] = clauses_of(sentence, self.text)
        return self._clauses[sentence.index]

    def times(self, start: int, end: int) -> list[TimeExpression]:
        """The time expressions that touch [start, end)."""
        return _touching(self._at(start, "times"), start, end)

    def weapons(self, start: int, end: int) -> list[WeaponMatch]:
        """The weapons that touch [start, end)."""
        return _touching(self._at(start, "weapons"), start, end)

    def numbers(self, start: int, end: int) -> list[Number]:
        """The numbers that touch [start, end)."""
        return _touching(self._at(start, "numbers"), start, end)

    def _at(self, offset: int, kind: str) -> list:  # type: ignore[type-arg]
        sentence = self.sentence_at(offset)
        return getattr(sentence, kind) if sentence is not None else []

    def places(self, start: int, end: int) -> list[Where]:
        """The place phrases that touch [start, end)."""
        sentence = self.sentence_at(start)
        if sentence is None:
            return []
        return [w for w in self.places_in(sentence) if w.quote.start < end and w.quote.end > start]

    def places_in(self, sentence: Sentence) -> list[Where]:
        """The place phrases of a sentence."""
        if self._places is None:
            self._places = _all_places(self.page)
        return self._places[sentence.index]

    def people(self, start: int, end: int) -> list[People]:
        """The counted people that touch [start, end)."""
        sentence = self.sentence_at(start)
        if sentence is None:
            return []
        return _touching(self.people_in(sentence), start, end)

    def people_in(self, sentence: Sentence) -> list[People]:
        """The counted people of a sentence."""
        if sentence.index not in self._people:
            self._people[sentence.index] = people_of(sentence, self.text)
        return self._people[sentence.index]

    def said(self) -> dict[int, list[Said]]:
        """The speakers by the sentence's index."""
        if self._said is None:
            self._said = {}
            last: Said | None = None
            for sentence in self.page.sentences:
                said = speakers_of(sentence, self.clauses(sentence), self.text, earlier=self.page.sentences, last=last)
                last = said[-1] if said else answering(sentence, self.text) or last
                self._said[sentence.index] = said
        return self._said


def _touching(items: Sequence[P], start: int, end: int) -> list[P]:
    return [item for item in items if item.start < end and item.end > start]


def _all_places(page: Page) -> dict[int, list[Where]]:
    told: dict[str, Where] = {}
    found = {}
    for sentence in page.sentences:
        places = places_of(sentence, page.text)
        places += stand_ins(sentence, page.text, told, places)
        remember(told, places)
        found[sentence.index] = places
    return found
