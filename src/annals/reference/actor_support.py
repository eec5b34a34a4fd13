"""Which actor an ambiguous name means in one text, and whether the text supports it at all."""

import tomllib
from collections.abc import Callable, Collection, Sequence
from functools import cache

from annals.reference.actor_forms import Form
from annals.reference.nations import DATA
from annals.reference.phrases import Words

_NAMED_ELSEWHERE = 4
_COUNTRY_NAMED = 2
_GROUP_WORD = 2
_SURE = 1
_CUE_REACH = 2
_SHOUTED_NEIGHBOURS = 3
_WATERS = frozenset({("sea", "of"), ("gulf", "of"), ("city", "of"), ("port", "of"), ("town", "of")})


def choose(
    forms: Sequence[Form],
    words: Words,
    first: int,
    after: int,
    *,
    certain: Collection[str],
    countries: Collection[str],
    countries_of: Callable[[str], Collection[str]],
    before: str | None,
) -> str | None:
    """Return the id of the actor meant by the words from `first` to before `after`, None where that stays open.

    In favour count, from strong to weak: another name of the actor in the text (`certain`); one of its countries
    named (`countries`), or a word for groups beside it ("fighters"). A cautious form needs one of these; against a
    rival for whom the form is sure, it needs the first. In brackets it means the actor `before` it, or not it at all.
    """
    if len(forms) == 1 and forms[0].manner != "cautious":
        return forms[0].actor_id
    rivals_sure = any(form.manner != "cautious" for form in forms)
    if words.folded[max(0, first - 2) : first] in _WATERS:
        return None
    if _shouted(words, first, after) and not rivals_sure:
        forms = [form for form in forms if form.actor_id in certain]
    cued = _beside_group_word(words, first, after)
    told = first > 0 and words.folded[first - 1] in {"told", "tells"}
    bracketed = words.text[words.starts[first] - 1 : words.starts[first]] == "("
    best: list[tuple[int, str]] = []
    for form in forms:
        named = form.actor_id in certain
        at_home = not form.wary and any(code in countries for code in countries_of(form.actor_id))
        if form.manner == "cautious":
            if rivals_sure and (told or not named or (bracketed and before != form.actor_id)):
                continue
            score = _NAMED_ELSEWHERE * named + _COUNTRY_NAMED * at_home + (_GROUP_WORD if cued else 0)
        else:
            score = _SURE + _NAMED_ELSEWHERE * named + _COUNTRY_NAMED * at_home
        if score:
            best.append((score, form.actor_id))
    best.sort(reverse=True)
    if not best or (len(best) > 1 and best[0][0] == best[1][0] and best[0][1] != best[1][1]):
        return None
    return best[0][1]


def _beside_group_word(words: Words, first: int, after: int) -> bool:
    near = (*words.folded[max(0, first - _CUE_REACH) : first], *words.folded[after : after + _CUE_REACH])
    return any(word in _group_words() for word in near)


def _shouted(words: Words, first: int, after: int) -> bool:
    """Whether the words stand among capitals, where a short form cannot be told from a common word."""
    near = (*words.raw[max(0, first - 3) : first], *words.raw[after : after + 3])
    return sum(raw.isupper() and raw.isalpha() and len(raw) > 1 for raw in near) >= _SHOUTED_NEIGHBOURS


@cache
def _group_words() -> frozenset[str]:
    return frozenset(tomllib.loads((DATA / "descriptions.toml").read_text("utf-8"))["beside_names"]["words"])
