"""The value of one finding, by its field."""

import re
from collections.abc import Sequence
from itertools import pairwise

from annals.english.numbers import read_number
from annals.harmonise.actors import name_actor
from annals.harmonise.counts import population, read_people
from annals.harmonise.dating import Dating
from annals.harmonise.news_places import NewsPlace, land_told, local_dateline, news_place, police_place
from annals.harmonise.place_choice import surroundings
from annals.harmonise.places import PlaceContext, context_of, resolve_place
from annals.harmonise.weapons import read_weapon
from annals.model import Finding, Report, Telling
from annals.model.values import ActorValue, CountValue, DateValue, MunitionValue, PlaceValue, ThingValue, Value
from annals.reference.abbreviations import state_of
from annals.reference.candidate import PlaceMatch
from annals.reference.tables import References
from annals.reference.things import things

_REGION = 1_000_000
"""What Gazetteer.known says of a first-order region."""
_ONE = ("a", "an", "another")
_SEVERAL_EACH = re.compile(r"\b(?:families|couples|households)\Z")
"""A group whose number does not count persons ("two different families")."""
_NONE = ("no", "not any", "neither")
_NAMES = re.compile(r"[A-Z][\w’'.-]+(?:\s+(?:(?:al|el|de|da|bin|ibn|von|van)[ -])?[A-Z][\w’'.-]+)+")


class Valuer:
    """Values the findings of one report."""

    def __init__(
        self, report: Report, references: References, dating: Dating, tellings: Sequence[Telling] = ()
    ) -> None:
        """Take the report's geography once, for all its places, and the days of its events, each for the next."""
        self.dating = dating
        self._references = references
        self._report = report
        self._matches = _matches(report, references)
        self._context = _context(report, self._matches, references)
        self._places: dict[str, PlaceValue] = {}
        self._in_full = _in_full(report, self._matches, references)
        self._told = sorted(
            ((f.quote.start, f) for t in tellings for f in t.findings if f.field == "date"), key=lambda told: told[0]
        )
        self.taken = frozenset(
            at for t in tellings for f in t.findings if f.field == "date" for at in range(f.quote.start, f.quote.end)
        )
        """Offsets of the words that date events."""

    def value(self, finding: Finding) -> Value | None:
        """The value; None only for the stance `unclaimed`."""
        if finding.field == "date":
            return self._date(finding)
        if finding.field == "place":
            return self.place(finding.anchor or finding.words)
        if finding.field in ("killed", "wounded", "missing", "abducted"):
            return self._people(finding)
        if finding.field in ("fired", "hit", "intercepted"):
            return self._munitions(finding)
        if finding.field == "weapon":
            return read_weapon(finding.words, self._references.weapons)
        if finding.field == "perpetrator":
            return self._perpetrator(finding)
        return ThingValue(name=finding.words, kind=things().kind(finding.words))

    def _date(self, finding: Finding) -> DateValue:
        value = self._alone(finding)
        if value.start is None and value.end is None and value.edtf is None and finding.anchor is None:
            before = [self._alone(other) for at, other in self._told if at < finding.quote.start]
            told = next((v for v in reversed(before) if v.start is not None and v.end is not None), None)
            if told is None:
                return value
            return self.dating.resolve_against(finding.words, told, backwards=finding.backwards)
        return value

    def _alone(self, finding: Finding) -> DateValue:
        return self.dating.resolve(
            finding.words, anchor=finding.anchor, backwards=finding.backwards, at=finding.quote.start
        )

    def place(self, words: str) -> PlaceValue:
        """The place that words name in this report."""
        if words not in self._places:
            told = self._in_full.get(words.title() if words.isupper() else words, words)
            self._places[words] = resolve_place(told, context=self._context, gazetteer=self._references.gazetteer)
        return self._places[words]

    def news_place(self, told: Sequence[PlaceValue] = ()) -> NewsPlace | None:
        """The place of the report's news where its own words name none, or but regions and countries, `told`."""
        gazetteer = self._references.gazetteer
        around = surroundings(self._context, gazetteer)
        if told:
            return police_place(self._report, self._matches, around, self.place, told) or local_dateline(
                self._report, self._matches, around, gazetteer, self.place, told
            )
        return news_place(self._report, self._matches, around, gazetteer, self.place)

    def land(self) -> NewsPlace | None:
        """The country that the report is plainly about."""
        gazetteer = self._references.gazetteer
        return land_told(self._report, self._matches, surroundings(self._context, gazetteer), gazetteer)

    def _people(self, finding: Finding) -> CountValue:
        number = read_number(finding.words)
        none = (number is not None and number.kind == "none") or finding.words.lower() in _NONE
        counted = f"{finding.words} {finding.group}" if _SEVERAL_EACH.search(finding.group or "") else finding.words
        low, high = (0, 0) if none else read_people(counted, group=finding.group)
        named = len(_NAMES.findall(finding.words)) if _NAMES.match(finding.words) and finding.group is None else 0
        if named and (high is None or high < named):
            low = high = named
        group = finding.group
        return CountValue(
            low=low, high=high, group=group, population=population(group or finding.words), part=finding.part
        )

    def _munitions(self, finding: Finding) -> MunitionValue:
        number = read_number(finding.words)
        weapon = read_weapon(finding.group or "", self._references.weapons)
        low, high = (number.low, number.high) if number is not None else (None, None)
        if low is None and high is None and finding.words.lower() in _ONE:
            low = high = 1
        return MunitionValue(low=low, high=high, weapon=weapon.kind)

    def _perpetrator(self, finding: Finding) -> ActorValue | None:
        if finding.stance == "unclaimed":
            return None
        return name_actor(finding.anchor or finding.words, self._references.actors)


def _matches(report: Report, references: References) -> list[PlaceMatch]:
    """Every place, country and people that the report's news text names."""
    unread = [(r.start, r.end) for r in report.regions if r.kind in ("caption", "byline", "furniture")]
    return [
        match
        for match in references.gazetteer.scan(report.text)
        if not any(start <= match.start < end for start, end in unread)
    ]


def _in_full(report: Report, matches: Sequence[PlaceMatch], references: References) -> dict[str, str]:
    """Bare names that the report also tells in full, in one way only ("Fountain" -> "Fountain, Fla.")."""
    gazetteer = references.gazetteer
    found: dict[str, set[str]] = {}
    for match, holder in pairwise(matches):
        large = holder.kind == "country" or state_of(holder.words) or (gazetteer.known(holder.words) or 0) >= _REGION
        if match.kind == "place" and large and report.text[match.end : holder.start] == ", ":
            name = match.words.title() if match.words.isupper() else match.words
            full = state_of(holder.words)
            found.setdefault(name, set()).add(f"{name}, {full.name if full else holder.words}")
    return {name: next(iter(told)) for name, told in found.items() if len(told) == 1}


def _context(report: Report, matches: Sequence[PlaceMatch], references: References) -> PlaceContext:
    """The report's geography: what its text names, and its dateline's place."""
    dateline = next((report.text[r.start : r.end] for r in report.regions if r.kind == "dateline"), None)
    places = references.gazetteer.scan(dateline.title() if dateline and dateline.isupper() else dateline or "")
    return context_of(
        [match.words for match in matches],
        gazetteer=references.gazetteer,
        dateline=places[0].words if places else _dateline_place(dateline),
        publisher=report.publisher,
        url=report.url,
        text=report.text,
    )


def _dateline_place(dateline: str | None) -> str | None:
    """The first name of a dateline in capitals ("ABU DHABI, Jan 17 (Agency) -")."""
    found = re.match(r"[A-Z][A-Z .'’-]+[A-Z]", dateline or "")
    return found.group().title() if found else None
