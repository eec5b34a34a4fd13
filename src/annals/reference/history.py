"""Who held which office when, and when well-known events happened: what dates a report that gives no date.

Three tables in `data/history`, each with its source in its head. They bound days and never make an incident.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from annals.reference.nations import DATA

_NEAR = 80
"""Code points between a name and the word for the office, at most."""
_BEFORE = 50
_ATTACK = "@"
"""A group of words that stands for any word of an attack."""
_HARM = re.compile(
    r"(?<!\w)(?:attack|bomb|blast|explo|shoot|shot|gunm|gunf|kill|massacr|sieg|besieg|raid|storm|strike|struck|stabb|knife"
    r"|hostage|rocket|missile|drone|dead|die[ds]?\b|slain|slay|slaughter|murder|rampage|ambush|assault|shell|abduct"
    r"|kidnap|burn|burnt|opened fire|fired|ramm|hit\b|toll|victims|wound|injur|gunned|assassin|lynch|behead|blew up)"
)
_WORD = re.compile(r"\w+")
_GONE = re.compile(
    r"\b(?:kill|assassinat|death|died|slain|murder|toppl|oust|overthrow|overthrew|depos|fall of|fled|era|regime of"
    r"|(?:was|were|been|is|being) elected|re-elect|candidate|nominee|nominated)",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:former|formerly|ex|then|late|onetime|one-time|ousted|retired|deposed)[\s-]+(?:[\w.-]+\s+){0,4}$",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][a-z]")
"""Behind a name that is somebody else's first name ("President Hassan Rouhani" names no President Hassan)."""


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """One person's time in one office."""

    person: str
    country: str
    office: tuple[str, ...]
    """Words of which one stands near the name."""
    start: str
    """First day, YYYY-MM-DD."""
    end: str | None
    """Last day; None where still held when the table was made."""


class PastEvent(msgspec.Struct, frozen=True, kw_only=True):
    """A well-known event."""

    name: str
    start: str
    end: str
    """Its first and last day, YYYY-MM-DD."""
    words: tuple[tuple[str, ...], ...]
    """Groups of phrases: of each group one stands in the sentence that names the event."""
    series: bool
    """Whether it is one of several of the same name, so that the words alone do not tell which."""
    meeting: bool
    """Whether it is a meeting, whose news is of its days."""
    doubtful: bool
    """Whether its place has seen other attacks, so that the words tell it only where their time fits its day."""
    death: bool
    """Whether it is the killing or death of somebody, whose name the words are."""


class Holder(NamedTuple):
    """Somebody named in an office: where, and all terms that the words can mean."""

    start: int
    end: int
    terms: tuple[Term, ...]


class Named(NamedTuple):
    """A name that exists since or until a known day: where it stands, first and last day (None: still)."""

    start: int
    end: int
    since: str
    until: str | None


class Recalled(NamedTuple):
    """A known event named in a sentence: where the words of all its groups stand."""

    start: int
    end: int
    events: tuple[PastEvent, ...]


@cache
def offices() -> dict[str, tuple[Term, ...]]:
    """Terms of office by the holder's last name, folded."""
    found: dict[str, list[Term]] = {}
    for row in _rows("offices.csv"):
        term = Term(
            person=row["person"],
            country=row["country"],
            office=tuple(row["office"].split("|")),
            start=row["from"],
            end=row["until"] or None,
        )
        found.setdefault(_surname(term.person), []).append(term)
    return {name: tuple(terms) for name, terms in found.items()}


@cache
def events() -> tuple[tuple[PastEvent, ...], ...]:
    """Known events; those of a series together."""
    single: list[tuple[PastEvent, ...]] = []
    series: dict[str, list[PastEvent]] = {}
    for row in _rows("events.csv"):
        groups = row["words"].lstrip("~^!?").split(";")
        event = PastEvent(
            name=row["name"],
            start=row["first"],
            end=row["last"],
            words=tuple(tuple(group.split("|")) for group in groups),
            series=row["words"].startswith("~"),
            meeting=row["words"].startswith("^"),
            doubtful=row["words"].startswith("?"),
            death=row["words"].startswith("!"),
        )
        if event.series:
            series.setdefault(event.name, []).append(event)
        else:
            single.append((event,))
    return (*single, *(tuple(known) for known in series.values()))


def holders(text: str) -> Iterator[Holder]:
    """Find the people of the table who are named in their offices.

    "Former president" names nobody in office, nor do words of an end ("the killing of", "toppled") beside the name.
    """
    words = _words(text)
    known = {name: terms for name, terms in offices().items() if _pieces(name) <= words}
    if not known:
        return
    for match in re.finditer(
        rf"(?<![\w-])(?:[ae]l-)?({'|'.join(map(re.escape, known))})(?![\w-])", text, re.IGNORECASE
    ):
        if not match[0][0].isupper() and match[0] == match[1]:
            continue
        lead = text[max(0, match.start() - _BEFORE) : match.start()]
        terms = known[match[1].lower()]
        full = [term for term in terms if re.search(_first_names(term.person), lead)]
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR].lower()
        if full:
            meant = [term for term in full if any(_phrase((word,)).search(around) for word in term.office)]
            lead = re.sub(_first_names(full[0].person), "", lead)
        elif _GIVEN.match(text, match.end()):
            continue
        else:
            meant = [term for term in terms if _titled(term, lead)]
        near = text[max(0, match.start() - _NEAR // 2) : match.end() + _NEAR // 2]
        if meant and not _FORMER.search(lead) and not _GONE.search(near):
            yield Holder(match.start(), match.end(), tuple(meant))


def names(text: str) -> Iterator[Named]:
    """Find the names of the table, each once."""
    words = _words(text)
    for pieces, pattern, since, until in _dated_names():
        if any(piece <= words for piece in pieces) and (found := pattern.search(text)):
            yield Named(found.start(), found.end(), since, until)


@cache
def _dated_names() -> tuple[tuple[tuple[frozenset[str], ...], re.Pattern[str], str, str | None], ...]:
    return tuple(
        (
            tuple(_pieces(name) for name in row["words"].split("|")),
            _phrase(tuple(row["words"].split("|"))),
            row["from"],
            row["until"] or None,
        )
        for row in _rows("names.csv")
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


@cache
def _pieces(phrase: str) -> frozenset[str]:
    """The words that a text must have where a phrase is to be found in it."""
    return frozenset(_WORD.findall(phrase.lower()))


def _first_names(person: str) -> str:
    return r"\b" + r"\s+".join(re.escape(name) for name in person.split()[:-1]) + r"\s+$"


def _titled(term: Term, lead: str) -> bool:
    """Whether the words before a last name end in the holder's title ("President ", "Defence Secretary ")."""
    return any(re.search(rf"(?<!\w){re.escape(word)}\s+$", lead, re.IGNORECASE) for word in term.office)


@cache
def _by_word() -> dict[str, tuple[int, ...]]:
    """Places in `events()` by a word of each phrase of an event's first group: a text without one names no event."""
    found: dict[str, set[int]] = {}
    for n, known in enumerate(events()):
        for phrase in known[0].words[0]:
            found.setdefault(max(_pieces(phrase), key=lambda word: (len(word), word)), set()).add(n)
    return {word: tuple(sorted(places)) for word, places in found.items()}


class Memory:
    """The known events that can be named in one text."""

    def __init__(self, text: str) -> None:
        """Pick them by the words of the text."""
        words = _words(text)
        self._text = _plain(text)
        likely = sorted({n for word in words for n in _by_word().get(word, ())})
        self._known = [
            known
            for known in (events()[n] for n in likely)
            if all(any(_pieces(phrase) <= words for phrase in group) for group in known[0].words if group != (_ATTACK,))
        ]

    def recalled(self, start: int, end: int) -> Iterator[Recalled]:
        """Find those that a sentence of the text names; of a meeting's words only the first must stand in it."""
        for known in self._known:
            first, *others = known[0].words
            search = _death(first) if known[0].death else _phrase(first)
            found = [search.search(self._text, start, end)]
            within = (0, len(self._text)) if known[0].meeting else (start, end)
            found += [_phrase(group).search(self._text, *within) for group in others]
            if all(found):
                ends = [(m.start(), m.end()) for m in found[: 1 if known[0].meeting else None] if m]
                yield Recalled(min(low for low, _ in ends), max(high for _, high in ends), known)


def recalled(text: str) -> list[Recalled]:
    """Find the known events that a text of one sentence names."""
    return list(Memory(text).recalled(0, len(text)))


@cache
def _death(names: tuple[str, ...]) -> re.Pattern[str]:
    """The killing or death of somebody: the word for it before the name, a few words between, or right behind it."""
    name = r"(?:[ae]l-)?(?:" + "|".join(re.escape(name) for name in names) + r")(?!\w)"
    word = r"(?:kill(?:ed|ing|s)|assassinat\w+|death|murder(?:ed)?|slaying|execution|executed|overthrow)"
    return re.compile(
        rf"(?<!\w){word}\s+(?:[\w'-]+\s+){{0,6}}?{name}"
        rf"|(?<!\w){name}(?:'s)?\s+(?:was\s+|were\s+|had\s+been\s+)?(?:killed|killing|assassinat\w+|death|died|hanged)"
    )


def _plain(text: str) -> str:
    return text.lower().replace("\u2019", "'")


@cache
def _phrase(words: tuple[str, ...]) -> re.Pattern[str]:
    if words == (_ATTACK,):
        return _HARM
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in words) + r")(?!\w|-elect)")


def _surname(person: str) -> str:
    return _fold(person.rsplit(maxsplit=1)[-1])


def _fold(name: str) -> str:
    return _bare(name.lower())


def _bare(name: str) -> str:
    return name.removeprefix("al-").removeprefix("el-")


def _rows(name: str) -> Iterator[dict[str, str]]:
    lines = (DATA / "history" / name).read_text(encoding="utf-8").splitlines()
    yield from csv.DictReader(line for line in lines if not line.startswith("#"))
