"""Stretches of a report that tell one event each: entries of a list, and what follows "in a separate attack"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from annals.english.times import TimeExpression
from annals.extract.candidates import Candidate
from annals.extract.headings import behind_bullet, names_only, place_heading
from annals.extract.page import Page, Sentence
from annals.extract.round_ups import paragraphs_of

_ENTRIES = 3
"""A list has at least so many entries of different days or places."""
_HOUR = re.compile(r",?\s*\d.*")
_KNOWN = 2
"""Of places that head paragraphs so many at least are known for places, and one in three."""
_HEAD = 70
"""A heading's day stands within so many code points."""
_HEADED = re.compile(r"\s*(?:\d{4}\s*)?(?:[,.:;–—)]|-\s|\n|$)")
_DAY = re.compile(r"\b\d{1,2}\b(?=.*\.\s*$)")
_DAYS = frozenset({"date", "weekday", "dayword", "holiday"})
_NUMBERED = re.compile(r"\s*\(?(?:\d{1,3}|[ivx]{1,4})[.):]\s", re.IGNORECASE)

_IN_PLACE = re.compile(
    r"(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Oo]n) (?:the )?"
    r"(?:(?:village|town|city|district|province|region|state|county) of )?"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day)\b)"
    r"[A-Z][\w\u2019'-]+(?: [A-Z][\w\u2019'-]+){0,3}(?=,| (?:on|in|at|province|district|county|state|region)\b)"
)
"""Behind a bullet or a number: "In Vitina,"."""

_KINDS = (
    r"(?:incidents?|attacks?|cases?|shootings?|strikes?|raids?|bombings?|ambush(?:es)?|clash(?:es)?|assaults?|episodes?|"
    r"killings?|stabbings?|kidnappings?|operations?|robbery|robberies|violence|developments?)"
)
_OTHER = r"(?:separate|different|unrelated|second|third|fourth|other|similar|further|parallel|simultaneous|latest)"
_ONE_MORE = r"(?:another|(?:an?|the) (?:second|third|fourth|fifth|further|separate|different))"
_GROUPS = (
    r"(?:convoys?|patrols?|groups?|waves?|swarms?|squads?|columns?|teams?|gangs?|bands?|trains?|bus(?:es)?|boats?|ships?|"
    r"vessels?|tankers?|villages?|church(?:es)?|schools?|mosques?|checkpoints?|posts?|bases?|towns?|cit(?:y|ies)|markets?|homes?)"
)
_APART = re.compile(
    rf"(?:in|at|during) (?:an?(?:other)?|yet another|one|two|other) (?:[\w-]+,? )?(?:{_OTHER}|{_KINDS})\b"
    rf"|(?:in|at|during) the (?:[\w-]+,? )?{_OTHER}\b"
    rf"|in other {_KINDS}|in another\b|separately\b|elsewhere\b",
    re.IGNORECASE,
)
_ON = re.compile(
    r"(?:also|meanwhile|and)\b|(?:(?:less|more) than |about |around |some |barely |just |nearly |almost )?"
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+|several|a few|a couple of)? ?"
    r"(?:minutes?|moments?|hours?|days?|weeks?|nights?) (?:later|afterwards|after that|earlier|before)\b"
    r"|(?:later|earlier) (?:that|the same|in the|on)\b|(?:on )?(?:the|that) (?:same|following|next) "
    r"(?:day|night|morning|afternoon|evening)\b"
    rf"|{_ONE_MORE}\s+(?:[\w-]+\s+){{0,2}}?(?:{_KINDS}|{_GROUPS})\b(?! (?:victims?|suspects?|death))",
    re.IGNORECASE,
)
_FOES = re.compile(
    r"[^,.;:\n]{0,60},\s+(?:(?:an?|another|two|three|several|suspected|unidentified|armed|masked) ){0,2}(?:[\w-]+ )?"
    r"(?:gunm[ae]n|militants|insurgents|rebels|bandits|guerrillas|militiamen|jihadists|bombers?|bombs?|blasts?|explosions?|rockets?|"
    r"missiles?|drones?|grenades?|mines?)\b",
    re.IGNORECASE,
)
"""After "earlier on Saturday" or "hours later": who or what struck, as news to the reader."""
_BACK = re.compile(r"(?:[\w-]+ ){1,5}?(?:earlier|before)\b", re.IGNORECASE)
_SPOT = re.compile(
    r"\b(?:in|at|near|outside|on|off|around|along|over|inside|from|across) (?:the |a |an )?(?:[a-z’'-]+ ){0,2}"
    r"(?=[A-Z][a-z’'-]+|\d+(?:st|nd|rd|th)\b)(?!(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
)
_QUOTES = "\"“”'‘’ "


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Sentences that tell one event, from index `first` to `last`, both inclusive."""

    first: int
    last: int
    entry: bool
    """One of a list's; otherwise one that sets itself off from what was told before it."""
    single: bool = True
    """Whether it tells one event, as far as can be seen: an entry on a region or a front may tell several."""

    def holds(self, sentence: int) -> bool:
        """Whether a sentence's index lies in it."""
        return self.first <= sentence <= self.last


def stretches_of(page: Page, candidates: Sequence[Candidate]) -> list[Stretch]:
    """The stretches of a report in order, none within another; empty for most reports.

    Entries are paragraphs that open with a day, with names and a day, or with a number, names and a month, as a list or
    a chronology has them: three at least, of different headings. Where there are none, a sentence that opens with "in a
    separate attack", or with "hours later" or "a second raid" and a place of its own, begins a stretch up to the end of
    its paragraph.
    """
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_sentence.setdefault(candidate.clause.sentence.index, []).append(candidate)
    told = [Stretch(first=first, last=last, entry=True) for first, last in paragraphs_of(page, by_sentence)]
    return _entries(page) or told or _set_off(page, by_sentence)


def _entries(page: Page) -> list[Stretch]:
    heads: dict[int, str] = {}
    paragraphs = [list(some) for _, some in groupby(page.sentences, key=lambda s: s.paragraph)]
    for number, sentences in enumerate(paragraphs):
        words = None if sentences[0].title else _heading(sentences, page.text) or _as_dateline(sentences[0], page)
        if words is not None:
            heads[number] = words
    single = len(set(heads.values())) >= _ENTRIES
    if not single:
        heads = _place_heads(paragraphs, page.text)
    if len(set(heads.values())) < _ENTRIES:
        return []
    found = []
    order = sorted(heads)
    for number, after in zip(order, [*order[1:], order[-1] + 1], strict=True):
        # Paragraphs without a heading belong to the entry above them; what follows the last entry does not.
        last = paragraphs[after - 1][-1]
        found.append(Stretch(first=paragraphs[number][0].index, last=last.index, entry=True, single=single))
    return found


def _place_heads(paragraphs: Sequence[Sequence[Sentence]], text: str) -> dict[int, str]:
    """By paragraph the place that heads it, where enough of these are known for places: no speakers' names."""
    found = {
        number: heading
        for number, sentences in enumerate(paragraphs)
        if not sentences[0].title and (heading := place_heading(sentences, text)) is not None
    }
    known = sum(heading.known for heading in found.values())
    names = Counter(_HOUR.sub("", heading.words) for heading in found.values())
    least = 1 if all(heading.runs_on for heading in found.values()) else _KNOWN
    if known < least or _ENTRIES * known < len(found) or max(names.values()) >= _ENTRIES:
        # A name that heads many paragraphs is where somebody reports from.
        return {}
    return {number: heading.words for number, heading in found.items()}


def _heading(sentences: Sequence[Sentence], text: str) -> str | None:
    """The heading that a paragraph opens with, folded: bullets, names and a day; None where it opens otherwise.

    Behind a number a month will do: "3. The harbour, February 2021."; behind a number or a bullet "In Gao," too.
    """
    start, end = sentences[0].start, sentences[-1].end
    at = behind_bullet(text, start, end)
    numbered = _NUMBERED.match(text, start, end) is not None
    named = _IN_PLACE.match(text, at, end) if at > start or numbered else None
    if named is not None:
        return named.group().lower()
    day = next((t for s in sentences for t in s.times if _a_day(t, numbered) and at <= t.start <= at + _HEAD), None)
    if day is None or not names_only(text, at, day.start) or not _HEADED.match(text, day.end, end):
        return None
    return text[at : day.end].lower()


def _as_dateline(first: Sentence, page: Page) -> str | None:
    """The same where the first of the entries opens like the whole report."""
    for start, end in page.datelines:
        if (
            not page.text[end : first.start].strip()
            and start < end <= first.start
            and _DAY.search(page.text, start, end)
        ):
            return page.text[start:end].strip().lower()
    return None


def _a_day(time: TimeExpression, numbered: bool) -> bool:
    return (time.kind in _DAYS or (numbered and time.kind == "month")) and not time.words.lower().startswith(
        ("on ", "in ", "by ", "since ")
    )


def _set_off(page: Page, by_sentence: Mapping[int, Sequence[Candidate]]) -> list[Stretch]:
    opened = [s for s in page.sentences if not s.title and _sets_off(s, by_sentence.get(s.index, []), page.text)]
    found = []
    bounds = [*(s.index for s in opened), len(page.sentences)]
    for sentence, after in zip(opened, bounds[1:], strict=True):
        last = max(s.index for s in page.sentences if s.paragraph == sentence.paragraph and s.index < after)
        if _BACK.match(page.text, sentence.start, sentence.end):
            # "Three days earlier rockets hit the same camp": what follows goes on with the news.
            last = sentence.index
        found.append(Stretch(first=sentence.index, last=last, entry=False))
    return found


def _sets_off(sentence: Sentence, candidates: Sequence[Candidate], text: str) -> bool:
    own = [c for c in candidates if c.realis == "actual" and not c.aggregate and not c.recurs]
    if not own:
        return False
    start = sentence.end - len(text[sentence.start : sentence.end].lstrip(_QUOTES))
    if _APART.match(text, start, sentence.end):
        return True
    return bool(
        _ON.match(text, start, sentence.end)
        and (
            any(c.where is not None for c in own)
            or _names_spot(sentence, text)
            or _FOES.match(text, start, sentence.end)
        )
    )


def _names_spot(sentence: Sentence, text: str) -> bool:
    """Whether a name or a number stands behind a preposition of place, in the gazetteer or not, and is no time."""
    return any(
        not any(t.start < spot.end() and spot.start() < t.end for t in sentence.times)
        for spot in _SPOT.finditer(text, sentence.start, sentence.end)
    )
