"""Answers told by order alone: "A struck B two days after B's missiles hit it", "the raids follow X's attack".

That one event came after the other ties nothing by itself. It does where each hit the other: whoever did the second is
whom the first hit, or the other way round, and no side did both.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from annals.extract.page import Sentence
from annals.extract.parties import kin, land_ids, parties_in
from annals.extract.tie_members import Member
from annals.reference.nations import nation_names

_FOLLOW = re.compile(
    r"\b(?:the|these|those|this|that|its|their)\s+(?:[\w-]+\s+)?(?P<what>raids?|strikes?|bombardments?|shelling|attacks?|operations?|"
    r"offensive|assaults?|sorties?)\s+(?:follow(?:s|ed)?|c[oa]mes?\s+(?:[\w-]+\s+){1,3}after)\s+"
    r"(?!(?:an?\s+|the\s+)?(?:similar|another|series|string|spate|wave|pattern|earlier|previous)\b)",
    re.IGNORECASE,
)
_MILITARY = frozenset({"Air/drone strike", "Shelling/artillery/missile attack", "Armed clash"})
_REACH = 120


def hit_each_other(sentence: Sentence, later: Member, earlier: Member, text: str) -> bool:
    """Whether, in a sentence that tells both, the doer of one is whom the other hit."""
    first, second = (later, earlier) if later.start < earlier.start else (earlier, later)
    # Each clause from its own subject on: the second begins right behind the first's words.
    cut = _parted(first, second, text)
    spans = {first.telling: (sentence.start, cut), second.telling: (cut, sentence.end)}
    one = _sides(sentence, *spans[later.telling], text)
    other = _sides(sentence, *spans[earlier.telling], text)
    if not one or not other or one[0] == other[0]:
        return False
    return other[0] in one[1:] or (one[0] in other[1:] and len(one) == 1)


def _parted(first: Member, second: Member, text: str) -> int:
    after = re.compile(r"\bafter\b|,", re.IGNORECASE).search(text, first.end, second.start)
    return after.end() if after is not None else second.start


def _sides(sentence: Sentence, start: int, end: int, text: str) -> list[str]:
    """The lands and parties named in a stretch, in order."""
    found = [(a.start, kin(a.entry.actor_id)) for a in sentence.actors if start <= a.start and a.end <= end]
    found += [
        (w.start, name)
        for w in sentence.words
        if start <= w.start < end and text[w.start].isupper()
        for name in sorted(land_ids(text[w.start : w.end]))[:1]
    ]
    return list(dict.fromkeys(name for _, name in sorted(found)))


def followed(
    sentence: Sentence,
    here: Sequence[Member],
    told: Sequence[Member],
    called: Mapping[int, Counter[str]],
    text: str,
) -> list[tuple[int, int]]:
    """Pairs of tellings, an answer and what it answered, of "the raids follow Monday's attack by the Ninth Star".

    The one who did what came first must be named, and be told of beside the answer as somebody other than its doer.
    """
    cue = _FOLLOW.search(text, sentence.start, sentence.end)
    if cue is None:
        return []
    target = next((m for m in here if m.start >= cue.end()), None)
    if target is None:
        return []
    parties = parties_in(sentence, cue.end(), min(sentence.end, target.end + _REACH), text, countries=True)
    names = {w.folded for p in parties for w in sentence.words if p.start <= w.start < p.end}
    before = [m for m in told if m.telling != target.telling and m.types & _MILITARY]
    answers = list(dict.fromkeys(m.telling for m in before))
    if not cue["what"].lower().endswith("s"):
        answers = answers[-1:]
    doers = {name for m in told if m.telling in answers for name in m.doers}
    struck = {key for t in answers for word in called.get(t, ()) for key in _keys(word)}
    theirs = {key for name in names for key in _keys(name)}
    their_own = {key for name in doers for key in _keys(name)}
    return [(answer, target.telling) for answer in answers] if theirs & struck and not theirs & their_own else []


def _keys(name: str) -> set[str]:
    """By what a name may be known again: itself, and the land whose people it is ("Russia's", "Russian")."""
    bare = name.removesuffix("'s").removesuffix("’s").removesuffix("s")
    return {bare} | {f"state:{code}" for code in (*nation_names().get((name,)), *nation_names().get((bare,)))}
