"""The table of weapons: kinds in one vocabulary, the words that tell them, and other vocabularies' codes.

`data/weapons.toml` lists the kinds. A phrase that holds a weapon's word but tells of no weapon used ("bomb threat",
"missile defence") is listed there too and hides the word.
"""

import re
import tomllib
from collections.abc import Collection, Iterator
from functools import cache

import msgspec

from annals.reference.calibres import calibre_after, calibre_before
from annals.reference.nations import DATA
from annals.reference.phrases import PhraseTable, Words, fold, words_of

_OPEN = frozenset({"explosive", "munition", "projectile", "strike"})
_MOST_FILLERS = 3
_LETTERS_DIGITS = re.compile(r"(?<=[A-Za-z])[-\s]?(?=\d)")


class WeaponEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of weapon."""

    kind: str
    """The word of our vocabulary ("roadside_bomb")."""
    family: str
    """The broader kind that it belongs to ("bomb"); a kind that is its own family is the general word for it."""
    sub_event: str | None = None
    """ACLED's sub-event type where the weapon alone decides it, else None."""
    plover: str | None = None
    """Mode of PLOVER's ASSAULT."""
    gtd: int | None = None
    """GTD's weaptype."""
    words: tuple[str, ...] = ()
    """Phrases, singular or as given; plurals are made by rule. What follows "|" must follow but is not part of it."""
    names: tuple[str, ...] = ()
    """Models and brands."""
    wary: tuple[str, ...] = ()
    """Models that are everyday words too."""


class WeaponMatch(msgspec.Struct, frozen=True, kw_only=True):
    """A weapon told in a text: `text[start:end] == words`, with its calibre where that stands beside it."""

    start: int
    """Code point where the words begin."""
    end: int
    """Code point after their last."""
    words: str
    kind: str
    name: str | None = None
    """Model or brand as the table writes it ("Katyusha"); None where not told."""
    calibre_mm: float | None = None


class _Word(msgspec.Struct, frozen=True, kw_only=True):
    """What a phrase stands for; `kind` is None for a phrase that hides a weapon's word."""

    kind: str | None = None
    name: str | None = None
    raw: tuple[str, ...] = ()
    wary: bool = False
    length: int | None = None
    """How many of the phrase's words tell the weapon, None for all: "strike" of "strike on"."""


class _Found(msgspec.Struct, kw_only=True):
    first: int
    after: int
    kind: str
    names: list[str]
    wary: bool


class WeaponTable:
    """Kinds of weapon and the words for them. Immutable after loading."""

    def __init__(
        self,
        entries: dict[str, WeaponEntry],
        hiding: tuple[str, ...] = (),
        fillers: tuple[str, ...] = (),
        general: dict[str, dict[str, list[str]]] | None = None,
    ) -> None:
        """Index the words of `entries`, by kind.

        Args:
            entries: The kinds.
            hiding: Phrases that tell of no weapon.
            fillers: Words that may stand within a weapon's name.
            general: Families before which the more general `kinds` and `words` give way.
        """
        self._entries = entries
        self._broad = general or {"kinds": {}, "words": {}}
        self._fillers = frozenset(fillers)
        self._phrases: PhraseTable[_Word] = PhraseTable(loose=False)
        for entry in entries.values():
            for phrase in entry.words:
                told, _, rest = phrase.partition("|")
                for form in _numbers_of(told):
                    length = len(words_of(form)) if rest else None
                    self._phrases.add(form + rest, _Word(kind=entry.kind, length=length))
            for name in (*entry.names, *entry.wary):
                self._add_name(entry.kind, name, wary=name in entry.wary)
        for phrase in hiding:
            for form in _numbers_of(phrase):
                self._phrases.add(form, _Word())

    @classmethod
    def load(cls) -> "WeaponTable":
        """Return the shipped table."""
        return _shipped()

    def __iter__(self) -> Iterator[WeaponEntry]:
        return iter(self._entries.values())

    def get(self, kind: str) -> WeaponEntry | None:
        """Return the entry of a kind, None where the vocabulary lacks it."""
        return self._entries.get(kind)

    def sub_event_type(self, kind: str) -> str | None:
        """Return ACLED's sub-event type for a kind; None where the weapon alone does not decide it.

        >>> WeaponTable.load().sub_event_type("drone")
        'Air/drone strike'
        """
        entry = self._entries.get(kind)
        return entry.sub_event if entry else None

    def family(self, kind: str) -> str | None:
        """Return the broader kind ("firearm" for "pistol"), None for an unknown kind."""
        entry = self._entries.get(kind)
        return entry.family if entry else None

    def gives_way(self, words: str, kind: str, others: Collection[str]) -> bool:
        """Whether a weapon's words tell no more than one of the `others` does, the kinds told of the same event.

        >>> table = WeaponTable.load()
        >>> table.gives_way("blast", "explosive", {"explosive", "car_bomb"}), table.gives_way("bombs", "bomb", {"bomb"})
        (True, False)
        """
        families = {*self._broad["kinds"].get(kind, ()), *self._broad["words"].get(words.lower(), ())}
        return any(self._entries[other].family in families for other in others if other != kind)

    def kind(self, words: str) -> str | None:
        """Return the most specific kind that the words tell, None for none.

        >>> WeaponTable.load().kind("a blast from a roadside bomb"), WeaponTable.load().kind("bomb threats")
        ('roadside_bomb', None)
        """
        found = self.best(words)
        return found.kind if found else None

    def best(self, words: str) -> WeaponMatch | None:
        """Return the weapon that the words tell best: one with a model, else a specific kind, else the first.

        >>> WeaponTable.load().best("a bomb dropped by a drone").kind
        'drone'
        """
        told = self.scan(words)
        kinds = {match.kind for match in told}
        found = [match for match in told if not self.gives_way(match.words, match.kind, kinds)]
        return min(found, key=lambda match: (match.name is None, self._general(match.kind), match.start), default=None)

    def scan(self, text: str) -> list[WeaponMatch]:
        """Return the weapons that the text tells, in order, not overlapping. Linear.

        A model and the noun after it are one match ("Shahed-136 drones"), and so are a weapon and its calibre.

        >>> [(m.words, m.kind, m.name, m.calibre_mm) for m in WeaponTable.load().scan("two 122 mm Grad rockets")]
        [('122 mm Grad rockets', 'rocket', 'Grad', 122.0)]
        """
        words = words_of(text)
        joined = self._joined(words, self._plain(words))
        matches: list[WeaponMatch] = []
        for index, found in enumerate(joined):
            start, end = words.starts[found.first], words.ends[found.after - 1]
            floor = matches[-1].end if matches else 0
            ceiling = words.starts[joined[index + 1].first] if index + 1 < len(joined) else None
            before = calibre_before(text, floor, start)
            after = None if before else calibre_after(text, end, ceiling)
            start = before.start if before else start
            end = after.end if after else end
            told = before or after
            matches.append(
                WeaponMatch(
                    start=start,
                    end=end,
                    words=text[start:end],
                    kind=found.kind,
                    name=" ".join(dict.fromkeys(found.names)) or None,
                    calibre_mm=told.millimetres if told else None,
                )
            )
        return matches

    def _plain(self, words: Words) -> list[_Found]:
        """Find the longest phrases from left to right; one that hides a weapon's word is passed over."""
        found: list[_Found] = []
        index = 0
        while index < len(words):
            best: tuple[int, _Word] | None = None
            for after, payloads in self._phrases.ends_at(words, index):
                fitting = [word for word in payloads if _fits(word, words, index, after)]
                if fitting:
                    best = (after, min(fitting, key=lambda word: word.wary))
            if best is None:
                index += 1
                continue
            after, word = best
            if word.kind is not None:
                names = [word.name] if word.name else []
                told = after if word.length is None else index + word.length
                found.append(_Found(first=index, after=told, kind=word.kind, names=names, wary=word.wary))
            index = after
        return found

    def _joined(self, words: Words, found: list[_Found]) -> list[_Found]:
        """Join a model to its noun and a general noun to the specific one before it; drop lone everyday words."""
        kept: list[_Found] = []
        for one in found:
            last = kept[-1] if kept else None
            if (
                last is not None
                and _adjacent(words, last.after, one.first, self._fillers)
                and self._go_together(last, one)
            ):
                kind = self._finer(last, one)
                wary = last.wary and one.wary
                kept[-1] = _Found(first=last.first, after=one.after, kind=kind, names=last.names + one.names, wary=wary)
            else:
                kept.append(one)
        return [one for one in kept if not one.wary]

    def _go_together(self, last: _Found, one: _Found) -> bool:
        same = self.family(last.kind) == self.family(one.kind)
        if last.wary:
            return same
        if last.names:
            return same or (one.kind in {"missile", "rocket", "projectile", "munition"} and not one.names)
        return (same and self._general(one.kind)) or (
            one.kind == "explosive" and self.family(last.kind) in {"bomb", "suicide_bomb", "grenade", "mortar"}
        )

    def _finer(self, last: _Found, one: _Found) -> str:
        """Return the kind of two joined words: of one family the more exact, else that of the first."""
        same = self.family(last.kind) == self.family(one.kind)
        return one.kind if same and self._vagueness(one.kind) < self._vagueness(last.kind) else last.kind

    def _general(self, kind: str) -> bool:
        return self._vagueness(kind) > 0

    def _vagueness(self, kind: str) -> int:
        """0 for an exact kind, 1 for a family's general word, 2 for a word that leaves even the family open."""
        return 2 if kind in _OPEN else int(self._entries[kind].family == kind)

    def _add_name(self, kind: str, name: str, *, wary: bool) -> None:
        forms = {name, _LETTERS_DIGITS.sub("-", name), _LETTERS_DIGITS.sub("", name)}
        for form in forms:
            for written in (form, form + "s"):
                raw = words_of(written).raw
                self._phrases.add(written, _Word(kind=kind, name=name, raw=raw, wary=wary))


def _fits(word: _Word, words: Words, first: int, after: int) -> bool:
    """Whether a model is written as one: with its capitals."""
    for own, raw in zip(word.raw, words.raw[first:after], strict=False):
        if not own[0].isupper():
            continue
        bare = own.removesuffix("s")
        if not raw[0].isupper() or (len(bare) > 1 and bare.isupper() and not raw.removesuffix("s").isupper()):
            return False
    return True


def _adjacent(words: Words, after: int, first: int, fillers: frozenset[str]) -> bool:
    """Whether nothing but a few fillers stands between ("Katyusha-type rockets")."""
    between = range(after, first)
    return (
        len(between) <= _MOST_FILLERS
        and all(words.folded[index] in fillers for index in between)
        and all(words.joined[index] for index in range(after, first + 1))
    )


def _numbers_of(phrase: str) -> tuple[str, ...]:
    """Return the phrase and its plural by rule."""
    last = fold(phrase.rsplit(maxsplit=1)[-1])
    if last.endswith(("s", "x", "ch", "sh")):
        return (phrase, phrase + "es")
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return (phrase, phrase[:-1] + "ies")
    return (phrase, phrase + "s")


@cache
def _shipped() -> WeaponTable:
    table = tomllib.loads((DATA / "weapons.toml").read_text("utf-8"))
    entries = {kind: msgspec.convert({"kind": kind, **row}, WeaponEntry) for kind, row in table["kinds"].items()}
    return WeaponTable(entries, tuple(table["none"]["words"]), tuple(table["between"]["words"]), table["general"])
