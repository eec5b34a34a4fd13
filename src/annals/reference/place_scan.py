"""Place names in running text: capitalised names that a gazetteer knows, kept apart from people and common words."""

import re
import tomllib
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files

from annals.reference.abbreviations import stands_alone, state_of
from annals.reference.candidate import PlaceMatch
from annals.reference.countries import Countries
from annals.reference.folding import fold

_TOKEN = re.compile(r"W\. ?Va\.|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['\u2019\u02bc\u2018`-][^\W_]+)*\.?")
_ARTICLES = frozenset(("al", "el", "ad", "an", "ar", "as", "at", "az", "ash", "ez", "es", "er", "ed"))
_JOINERS = _ARTICLES.union(
    ("de", "del", "la", "las", "los", "le", "les", "du", "des", "da", "do", "dos", "of", "the", "and"),
    ("am", "e", "i", "y", "on", "upon", "sur"),
)
_LONGEST_NAME = 6
_REGION_SIZE = 1_000_000
"""What `known` says of a first-order region."""
_SMALL_TOWN = 50_000
"""Below this a lone name counts only where the words around it speak of a place."""
_HAMLET = 1_000
_SHORT_NAME = 3
_STRUCK = frozenset(
    "hit hits hitting struck strikes striking attacked shelled bombed targeted targeting rocketed".split()
)
"""Before a name with a number in it, which else may be of anything: "rockets hit K-1"."""
_ABBREVIATED = frozenset({"St.", "Ft.", "Mt.", "Pt.", "Sta.", "Sto."})
_BLOCK = re.compile(
    r"\b(?:blocks?|corner|intersection|junction) of\s+(?:the\s+)?(?:(?:north|south|east|west|[NSEW]\.?)\s+)?"
    r"(?:(?:[A-Z]\w+|\d+(?:st|nd|rd|th))(?: [A-Z]\w+)? (?:and|&) )?\Z",
    re.IGNORECASE,
)
"""Before a street that is told without its noun: "the 2300 block of Baltimore", "corner of Oak and Troy"."""
_CROSSING = re.compile(
    r"(?P<other>,? (?:and|&) (?:[A-Z][\w'\u2019.-]*|\d+(?:st|nd|rd|th))(?: [A-Z][\w'\u2019.-]*)?)?"
    r" (?:streets|avenues|boulevards|roads|drives|lanes|parkways)\b"
)
_OTHER = re.compile(r"(?:[A-Z][\w'\u2019.-]*|\d+(?:st|nd|rd|th)) (?:and|&) \Z")
"""Behind and before one of two streets that share their noun: "Ogden and Kostner avenues", not "Baghdad streets"."""
_IN_TOWN = re.compile(r"\b[Ii]n (?:[A-Z][\w'\u2019.-]* and )?\Z")
"""Before towns whose streets are told of: "in Homs and Hama streets were empty"."""
_AREAS = frozenset({"county", "parish", "township", "district", "city"})
_LONG_ROADS = frozenset({"highway", "turnpike", "expressway"})
"""Roads that are called after the state that they run through."""
_WATERS = frozenset({"river", "delta"})
_SON_OF = frozenset({"bin", "ibn", "bint", "ben"})
_RUN = 3
_GAPS = frozenset({" ", "\n", "\u00a0", "-"})
_STATE_ENDS = re.compile(r"\.?(?:$|[,;:)\]\n\u2013\u2014]| ?[-\u2013\u2014(]|\s+[a-z\d]|\.\s|\s+\n)")
_SENTENCE_ENDS = frozenset({"", ".", "!", "?", '"', "\u201d", ":"})


class _Words:
    """The lists of `data/not_places.toml`."""

    def __init__(self) -> None:
        table = tomllib.loads((files("annals.reference") / "data" / "not_places.toml").read_text(encoding="utf-8"))
        self.never = frozenset(fold(word) for word in table["never"].split())
        self.never_names = frozenset(name for line in table["never_names"].splitlines() if (name := line.strip()))
        self.people = frozenset(fold(word) for word in table["people"].split())
        self.before = frozenset(table["before"].split())
        self.titles = frozenset(table["titles"].split())
        self.after = frozenset(table["after"].split())
        self.folk = frozenset(table["folk"].split())
        self.streets = frozenset(table["streets"].split())
        self.bodies = frozenset(table["bodies"].split())


@lru_cache(maxsize=1)
def _words() -> _Words:
    return _Words()


class _Token:
    __slots__ = ("capital", "end", "key", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.key = fold(text)
        article, _, rest = text.partition("-")
        self.capital = text[:1].isupper() or (article in _ARTICLES and rest[:1].isupper())


def scan_places(text: str, *, known: Callable[[str], int | None], countries: Countries) -> list[PlaceMatch]:
    """Return place names, country names and demonyms, in order, not overlapping.

    Args:
        text: running text of any length.
        known: how large the largest place of that very name is, None where a gazetteer has none (Gazetteer.known).
        countries: the country table.

    A name is the longest run of words that the gazetteer knows. It is left out where it is a common word, part of a
    person's or an organisation's name, or a small town's name with nothing around it that speaks of a place.
    """
    return _Scan(text, known, countries).matches()


class _Scan:
    """One pass over one text."""

    def __init__(self, text: str, known: Callable[[str], int | None], countries: Countries) -> None:
        self._text = text
        self._known = known
        self._countries = countries
        self._tokens = _tokens(text)
        self._lower = {token.key for token in self._tokens if token.text[:1].islower()}
        self._persons: set[str] = set()
        self._lists = _words()

    def matches(self) -> list[PlaceMatch]:
        found: list[PlaceMatch] = []
        position = 0
        while position < len(self._tokens):
            token = self._tokens[position]
            if not token.capital or token.key in {"", "the"}:
                position += 1
                continue
            if self._is_state(position):
                found.append(PlaceMatch(start=token.start, end=token.end, words=token.text, kind="place"))
                position += 1
                continue
            match, after = self._longest(position)
            if match is not None and self._meant(match, position, after):
                found.append(match)
            elif match is not None and after == position + 1:
                self._persons.add(token.key)
            position = after
        return found

    def _is_state(self, at: int) -> bool:
        """True for the short form of a state after a town ("Macon, Ga."), or one that stands alone ("N.C.")."""
        token = self._tokens[at]
        if state_of(token.text) is None:
            return False
        if stands_alone(token.text):
            return True
        before = self._tokens[at - 1] if at else None
        after_town = before is not None and before.capital and self._text[before.end : token.start] == ", "
        return after_town and _STATE_ENDS.match(self._text, token.end) is not None

    def _joined(self, left: int, right: int) -> bool:
        """Two tokens of one name stand one space, line break or hyphen apart."""
        return self._text[self._tokens[left].end : self._tokens[right].start] in _GAPS

    def _longest(self, start: int) -> tuple[PlaceMatch | None, int]:
        """Return the longest known name that starts at a token, and the token after it."""
        tokens = self._tokens
        stop = start + 1
        while stop < len(tokens) and stop - start < _LONGEST_NAME and self._joined(stop - 1, stop):
            if not (tokens[stop].capital or tokens[stop].key in _JOINERS or tokens[stop].key.isdigit()):
                break
            stop += 1
        for end in range(stop, start, -1):
            if not tokens[end - 1].capital and not tokens[end - 1].key.isdigit():
                continue
            words = self._text[tokens[start].start : tokens[end - 1].end]
            spoken = " ".join(words.split())
            if spoken.lower() in self._lists.never_names:
                return None, end
            named = self._countries.named(spoken)
            people = None if named else self._countries.of_people(spoken)
            if named or people:
                kind = "country" if named else "demonym"
            elif end == start + 1 and tokens[start].key in self._lists.never:
                return None, end
            elif self._known(spoken) is not None:
                kind = "place"
            else:
                continue
            span = (tokens[start].start, tokens[end - 1].end)
            return PlaceMatch(start=span[0], end=span[1], words=words, kind=kind, country=named or people), end
        return None, start + 1

    def _meant(self, match: PlaceMatch, start: int, end: int) -> bool:
        """Say whether a known name is used as a place."""
        if match.kind == "demonym":
            return True
        if match.kind == "country":
            return not self._is_surname(start, end) and not self._named_after(end)
        if not self._may_stand(start, end):
            return False
        if end - start > 1:
            return True
        lists, key, size = self._lists, self._tokens[start].key, self._known(match.words) or 0
        placed = self._placed(start, end)
        if start and any(c.isdigit() for c in key) and self._tokens[start - 1].key in _STRUCK:
            return True
        if placed:
            return key not in self._lower or key in lists.people or size >= _HAMLET
        if key in self._persons or key in lists.people or key in self._lower or len(key) <= _SHORT_NAME:
            return False
        return size >= _SMALL_TOWN

    def _named_after(self, end: int) -> bool:
        """True for a river or a street that bears a country's name: "the Niger River", "Turkey Run Road"."""
        return any(token.key in _WATERS for token in self._run(end)[:1]) or self._in_street(end)

    def _run(self, end: int) -> list[_Token]:
        """Return the capitalised words that go on a name, up to three."""
        stop = end
        while stop < len(self._tokens) and stop < end + _RUN and self._joined(stop - 1, stop):
            if not self._tokens[stop].capital:
                break
            stop += 1
        return self._tokens[end:stop]

    def _in_street(self, end: int) -> bool:
        """True where the capitalised words after a name end as a street or a block of flats does."""
        run = self._run(end)
        last = run[-1].key if run else ""
        return last in self._lists.streets and not (len(run) == 1 and self._tokens[end - 1].key in _AREAS)

    def _is_surname(self, start: int, end: int) -> bool:
        """True for a country's name that is a person's here: "Michael Jordan"."""
        if end - start > 1 or not start or self._tokens[start].key not in self._lists.people:
            return False
        before = self._tokens[start - 1]
        told = before.key in self._lists.people or before.key in self._lists.titles
        return before.capital and told and self._joined(start - 1, start)

    def _of_crossing(self, at: int, to: int) -> bool:
        """Whether the words at `at` to `to` are one of two streets that share their noun."""
        low = max(0, at - 40)
        found = _CROSSING.match(self._text, to)
        paired = found is not None and (found["other"] is not None or _OTHER.search(self._text, low, at) is not None)
        return paired and not _IN_TOWN.search(self._text, low, at)

    def _may_stand(self, start: int, end: int) -> bool:
        """False where the name is but a part of a longer capitalised name, a person's or an organisation's."""
        lists, countries = self._lists, self._countries
        if _BLOCK.search(self._text, max(0, self._tokens[start].start - 40), self._tokens[start].start):
            return False
        if self._of_crossing(self._tokens[start].start, self._tokens[end - 1].end):
            return False
        if start and self._tokens[start - 1].capital and self._joined(start - 1, start):
            before = self._tokens[start - 1]
            opens = start == 1 or self._text[: before.start].rstrip()[-1:] in _SENTENCE_ENDS
            if before.key in lists.titles:
                return False
            nation = countries.find(before.text) is not None
            if not nation and before.key not in (lists.before | lists.never if opens else lists.never):
                return False
        if (
            end + 1 < len(self._tokens)
            and self._tokens[end].key in _SON_OF
            and self._tokens[end + 1].capital
            and self._joined(end - 1, end)
        ):
            return False  # "the Omar bin al-Khattab mosque"
        if end < len(self._tokens) and self._tokens[end].key in lists.bodies and self._joined(end - 1, end):
            return False
        if end < len(self._tokens) and self._tokens[end].capital and self._joined(end - 1, end):
            after = self._tokens[end]
            if after.key in _LONG_ROADS and self._large(start, end):
                return True
            if self._in_street(end):
                return False  # streets are named after places elsewhere
            if after.key not in lists.after and not countries.find(after.text) and end - start == 1:
                large = (self._known(self._tokens[start].text) or 0) >= _SMALL_TOWN
                return self._placed(start, end) and large and self._tokens[start].key not in lists.people
        return True

    def _large(self, start: int, end: int) -> bool:
        words = self._text[self._tokens[start].start : self._tokens[end - 1].end]
        return (self._known(words) or 0) >= _REGION_SIZE

    def _placed(self, start: int, end: int) -> bool:
        """Say whether the words around a name speak of a place: "in X", "X, Iraq", "Iraq's X", "X province"."""
        tokens, lists = self._tokens, self._lists
        if start:
            before, gap = tokens[start - 1], self._text[tokens[start - 1].end : tokens[start].start]
            if gap in _GAPS and not before.capital:
                leads = before.key in {"the", "nearby"}
                word = tokens[start - 2].key if leads and start > 1 else before.key
                if word in lists.before:
                    return True
            if gap in {"'s ", "\u2019s "} and self._countries.named(before.text):
                return True
        if end < len(tokens):
            after, gap = tokens[end], self._text[tokens[end - 1].end : tokens[end].start]
            if gap in _GAPS and after.text in lists.before:
                return True
            if gap == " " and after.text in lists.folk:
                return True  # "a Macon woman"
            if gap == ", " and after.capital:
                region = (self._known(after.text) or 0) >= _REGION_SIZE or self._is_state(end)
                return region or self._countries.named(after.text) is not None
        return False


def _tokens(text: str) -> list[_Token]:
    tokens = []
    for found in _TOKEN.finditer(text):
        words, end = found.group(), found.end()
        if words.endswith(".") and words.count(".") == 1 and words.title() not in _ABBREVIATED:
            words, end = words[:-1], end - 1
        if words.endswith(("'s", "\u2019s")):
            words, end = words[:-2], end - 2
        if words:
            tokens.append(_Token(words, found.start(), end))
    return tokens
