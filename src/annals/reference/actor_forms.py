"""The written forms of an actor's names, and whether words in a text are one of them."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from annals.reference.actor_entry import VOICES, ActorEntry
from annals.reference.nations import nation_names
from annals.reference.phrases import Words, words_of

Manner = Literal["name", "acronym", "cautious"]

_TITLE_CASED_FROM = 4
_ARTICLES = frozenset({"al"})
_FEWEST_LEFT = 2
# Acronyms that are words of English in small letters.
_COMMON = frozenset({"let", "mod", "un", "eu", "ap", "dod", "gam", "pot", "red", "met"})


class Form(NamedTuple):
    """One way to write an actor's name."""

    actor_id: str
    keys: tuple[str, ...]
    """Loosened keys of its words."""
    folded: tuple[str, ...]
    raw: tuple[str, ...]
    """Its words as the table has them."""
    manner: Manner
    wary: bool = False
    """True for a name of everyday words, which counts only beside words for groups or speaking."""
    exact: bool = False
    """True where another spelling is another word: one-word names that are no transliteration."""
    strict: bool = False
    """True where every capital counts: "Lebanese Forces" is a militia, "Lebanese forces" are not."""


def forms_of(entry: ActorEntry) -> Iterator[Form]:
    """Yield every form of an entry's names; Arabic articles may be left out where two words remain."""
    named: list[tuple[str, Manner]] = [(entry.name, "name"), *((alias, "name") for alias in entry.aliases)]
    if entry.name in {*entry.acronyms, *entry.cautious}:
        del named[0]
    for name, manner in named:
        form = _form(entry, name, "cautious" if entry.ordinary else manner)
        yield form
        kept = [index for index, key in enumerate(form.keys) if key not in _ARTICLES]
        if _FEWEST_LEFT <= len(kept) < len(form.keys):
            yield form._replace(
                keys=tuple(form.keys[index] for index in kept),
                folded=tuple(form.folded[index] for index in kept),
                raw=tuple(form.raw[index] for index in kept),
            )
    for short in entry.acronyms:
        yield _form(entry, short, "acronym")
    for short in entry.cautious:
        yield _form(entry, short, "cautious")


def fits(form: Form, words: Words, first: int, after: int, *, caseless: bool = False) -> bool:
    """Whether the words from `first` to before `after`, which have the form's keys, are written as the form is.

    A name wants a capital on its first capitalised word; a short form wants its own capitals, or only the first for a
    pronounceable one of four letters or more ("Isis", "Farc"). A `caseless` text is not asked for capitals, but a
    short form that is a common word without them, or that is cautious anyway, does not count there, nor does another
    spelling of a single word.
    """
    raws = words.raw[first:after]
    if form.exact and words.folded[first:after] != form.folded:
        return False
    if caseless:
        if len(raws) == 1 and words.folded[first] != form.folded[0]:
            return False
        short = form.manner != "name" and form.folded[0] in _COMMON
        return form.manner != "cautious" and not short and not form.wary
    if form.manner == "name" or form.wary:
        marked = (not raw[0].islower() for own, raw in zip(form.raw, raws, strict=True) if not own[0].islower())
        return all(marked) if form.strict else next(marked, True)
    return all(_same_letters(own, raw, sure=form.manner == "acronym") for own, raw in zip(form.raw, raws, strict=True))


def _same_letters(own: str, raw: str, *, sure: bool) -> bool:
    plain = raw.replace(".", "").replace("\u2019", "'")
    if plain in {own, own + "s"}:
        return True
    return sure and len(own) >= _TITLE_CASED_FROM and own.isupper() and plain == own.capitalize()


def _form(entry: ActorEntry, name: str, manner: Manner) -> Form:
    words = words_of(name.removeprefix("The ").removeprefix("the "))
    return Form(
        entry.actor_id,
        words.loose,
        words.folded,
        tuple(raw.replace(".", "") for raw in words.raw),
        manner,
        wary=entry.ordinary,
        exact=entry.kind in VOICES and len(words) == 1,
        strict=bool(words.folded) and bool(nation_names().get(words.folded[:1])),
    )
