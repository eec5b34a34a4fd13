"""Round-ups without headings: an opening that tells of several events, then a paragraph for each."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from annals.extract.candidates import Candidate
from annals.extract.page import Page, Sentence

_LEAST = 3
"""So many paragraphs at least tell an event each."""
_OPENING = 2
"""The opening is the title and the sentences up to this index."""
_WITHIN = 2
"""The paragraph's own time or place stands in so many of its first sentences."""
_WHEN = frozenset({"date", "weekday", "dayword", "holiday", "clock", "daypart"})
_HOUR = re.compile(r"\d[:.]\d\d|\b\d{1,2} ?[ap]\.?m\b")
_LATEST = re.compile(r"\b(?:first|latest|last|next|worst|deadliest|most recent)\s+(?:[\w-]+\s+)?\Z", re.IGNORECASE)


def paragraphs_of(page: Page, by_sentence: Mapping[int, Sequence[Candidate]]) -> list[tuple[int, int]]:
    """The first and last sentence of each paragraph of a round-up that tells an event of its own; mostly none.

    "Five people were killed in shootings over the weekend", says the opening, and each of three paragraphs or more then
    tells who was hurt, with a day, an hour or a place that no other paragraph has.
    """
    if not any(
        (c.aggregate or c.wider) and (c.plural or c.harmful)
        for s in page.sentences
        if s.title or s.index <= _OPENING
        for c in by_sentence.get(s.index, ())
    ):
        return []
    found: dict[str, tuple[int, int]] = {}
    for _, some in groupby(page.sentences, key=lambda s: s.paragraph):
        sentences = list(some)
        if sentences[0].title or any(c.aggregate for c in by_sentence.get(sentences[0].index, ())):
            continue
        head = _head(sentences, by_sentence, page.text)
        if head is not None and head not in found:
            found[head] = (sentences[0].index, sentences[-1].index)
    return list(found.values()) if len(found) >= _LEAST else []


def _head(sentences: Sequence[Sentence], by_sentence: Mapping[int, Sequence[Candidate]], text: str) -> str | None:
    """When and where a paragraph tells harm as news; None for any other."""
    told = [c for s in sentences for c in by_sentence.get(s.index, ()) if c.realis == "actual" and not c.wider]
    first = next((c for c in told if not c.aggregate), None)
    if first is None or (first.recurs and not _LATEST.search(text, sentences[0].start, first.at)):
        return None
    if not any(c.harmful for c in told) and not any(s.harm for s in sentences):
        return None
    opening = sentences[:_WITHIN]
    times = [t.words for s in opening for t in s.times if t.kind in _WHEN or _HOUR.search(t.words)]
    places = [p.words for s in opening for p in s.places if p.kind == "place"]
    if not times or not (places or any(_HOUR.search(words) for words in times)):
        return None
    return " ".join((*times[:2], *places[:1])).lower()
