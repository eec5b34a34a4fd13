"""The table of actors: finding one by name, and all that a text names.

The shipped tables, `data/actors/*.toml`, hold for each id: `name`; `aliases`, other names and spellings; `acronyms`,
short forms that mean this actor wherever they stand in capitals; `cautious`, short forms that count only where the
report supports them ("IS", "KH"); `ordinary = true` for a name made of everyday words; `kind`; `inter`, ACLED's
interaction class where the kind's own does not fit; `countries`; `since`, `until`; `parents`, each an id with years
("pmf 2014-"); `successor`; `wikidata`; `source`, where it is not the file's; `see`, what stands for `{see}` in the
file's source where that is not the name. States and their arms are made by rule (`state_actors`); `[states]` gives
them proper names.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import msgspec

from annals.english.remembering import remembered
from annals.reference.actor_entry import ActorEntry
from annals.reference.actor_files import shipped_entries, with_extra
from annals.reference.actor_forms import Form, fits, forms_of
from annals.reference.actor_support import choose
from annals.reference.descriptions import ties
from annals.reference.phrases import PhraseTable, Words, words_of
from annals.reference.state_actors import (
    country_at,
    find_state,
    match_arm,
    match_arm_of,
    match_bare,
    may_begin,
    state_entry,
)

_EDGES = " \t\r\n.,;:\"“”'\u2018\u2019()"
_LONG = 200
_BRACKETED = re.compile(r"\s*\([^()]{0,80}\)?$")
_LEADING = ("the", "a", "an", "so", "called", "al")
_HYPHENED_BEFORE = frozenset({"anti", "pro", "non"})


class ActorMatch(msgspec.Struct, frozen=True, kw_only=True):
    """An actor named in a text: `text[start:end] == words`."""

    start: int
    """Code point where the name begins."""
    end: int
    """Code point after its last."""
    words: str
    entry: ActorEntry


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Words that may name an actor: the forms that fit them, or the state that they name."""

    first: int
    after: int
    forms: tuple[Form, ...] = ()
    state: str | None = None


class ActorTable:
    """Actors by id and by name. Immutable after loading."""

    def __init__(self, entries: Mapping[str, ActorEntry]) -> None:
        """Index the names of `entries`, by id."""
        self._entries = dict(entries)
        self._forms: PhraseTable[Form] = PhraseTable()
        for entry in self._entries.values():
            for form in forms_of(entry):
                self._forms.add_keys(form.keys, form)
        self._scan_cased = remembered(partial(self._matches, caseless=False))
        self._scan_caseless = remembered(partial(self._matches, caseless=True))
        self._find_bare = remembered(self._find)

    @classmethod
    def load(cls, extra: Path | None = None) -> "ActorTable":
        """Return the shipped table, with the actors and names of the file `extra` added (see `with_extra`).

        Raises:
            UsageError: `extra` is not there or cannot be read.
            InputError: `extra` is malformed; says which entry and key.
        """
        return cls(with_extra(shipped_entries(), extra)) if extra else _shipped()

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[ActorEntry]:
        return iter(self._entries.values())

    def get(self, actor_id: str) -> ActorEntry | None:
        """Return the entry of an id, a state's included; None where the id is unknown."""
        return self._entries.get(actor_id) or state_entry(actor_id)

    def find(self, words: str) -> ActorEntry | None:
        """Return the actor that exactly these words name, in any transliteration; only short forms mind their case.

        Never a part of the words: "Hezbollah supporters" finds nothing. None also where the words name several actors.

        >>> table = ActorTable.load()
        >>> table.find("the Hashed al-Shaabi").name, table.find("Ethiopian troops").actor_id
        ('Popular Mobilization Forces', 'state:ET:military')
        """
        bare = words.strip(_EDGES)
        return self._find_bare(bare) or self._find_bare(_BRACKETED.sub("", bare).strip(_EDGES))

    def _find(self, name: str) -> ActorEntry | None:
        split = words_of(name)
        for first in range(min(len(split), 4)):
            if first and split.folded[first - 1] not in _LEADING and split.loose[first - 1] != "al":
                break
            forms = self._forms.get(split.loose[first:])
            small = name == name.lower()
            forms = [
                form
                for form in forms
                if fits(form, split, first, len(split), caseless=small)
                or (form.manner == "name" and not small and not form.exact)
            ]
            entry = self._only(forms, split.folded[first:])
            if entry:
                return entry
        state = find_state(name)
        return self.get(state) if state else None

    def scan(self, text: str, *, caseless: bool | None = None) -> list[ActorMatch]:
        """Return the actors that the text names, in order, not overlapping; the longest name wins. Linear.

        Short forms that mean several things ("IS", "RSF", "AFP") count only where the rest of the text tells which is
        meant. A bare country counts only where it says, does or is blamed for something. A `caseless` text is not asked
        for capitals; None decides by the text: a long one without a capital is caseless.
        """
        if caseless is None:
            caseless = len(text) >= _LONG and text == text.lower()
        return list((self._scan_caseless if caseless else self._scan_cased)(text))

    def _matches(self, text: str, *, caseless: bool) -> tuple[ActorMatch, ...]:
        split = words_of(text)
        candidates: list[_Candidate] = []
        countries: set[str] = set()
        index = 0
        while index < len(split):
            candidate = self._named(split, index, caseless=caseless) if self._forms.begins(split, index) else None
            state = None
            if may_begin(split, index):
                country = country_at(split, index, caseless=caseless)
                if country:
                    countries.add(country[1])
                state = (
                    match_arm(split, index, caseless=caseless)
                    or match_arm_of(split, index, caseless=caseless)
                    or match_bare(split, index, caseless=caseless)
                )
            if state and (candidate is None or state.after > candidate.after):
                candidate = _Candidate(state.first, state.after, state=state.actor_id)
            if candidate is None:
                index += 1
                continue
            candidates.append(candidate)
            index = candidate.after
        return tuple(self._decided(split, candidates, countries))

    def _named(self, words: Words, first: int, *, caseless: bool) -> _Candidate | None:
        best = None
        for after, forms in self._forms.ends_at(words, first):
            fitting = tuple(form for form in forms if fits(form, words, first, after, caseless=caseless))
            if fitting:
                best = _Candidate(first, after, fitting)
        if best is None:
            return None
        if words.hyphened(first) and words.folded[first - 1] in _HYPHENED_BEFORE:
            return None
        if words.hyphened(best.after) and words.folded[best.after] in ties():
            return None
        return best

    def _decided(self, words: Words, candidates: list[_Candidate], countries: set[str]) -> Iterator[ActorMatch]:
        certain = {
            candidate.forms[0].actor_id
            for candidate in candidates
            if len(candidate.forms) == 1 and candidate.forms[0].manner != "cautious"
        }
        last: str | None = None
        for candidate in candidates:
            actor_id = candidate.state or choose(
                candidate.forms,
                words,
                candidate.first,
                candidate.after,
                certain=certain,
                countries=countries,
                countries_of=lambda key: self._entries[key].countries,
                before=last,
            )
            last = actor_id
            entry = self.get(actor_id) if actor_id else None
            if entry:
                start, end = words.starts[candidate.first], words.ends[candidate.after - 1]
                yield ActorMatch(start=start, end=end, words=words.text[start:end], entry=entry)

    def _only(self, forms: Sequence[Form], folded: tuple[str, ...]) -> ActorEntry | None:
        """Return the one actor meant: an exact spelling before a like one, a sure form before a cautious one."""
        exact = [form for form in forms if form.folded == folded] or list(forms)
        sure = [form for form in exact if form.manner != "cautious"] or exact
        ids = {form.actor_id for form in sure}
        return self._entries[ids.pop()] if len(ids) == 1 else None


@cache
def _shipped() -> ActorTable:
    return ActorTable(shipped_entries())
