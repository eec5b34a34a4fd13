"""The wounded who are told to have died: one person is not counted twice.

"A boy of nine was shot" and, further on or in a later report, "the nine-year-old died": the figure for the wounded has
been overtaken. So it is only where the words show that both speak of one person.
"""

import re
from collections.abc import Sequence

from annals.reconcile.case import Heard, Ruling
from annals.reconcile.live import Counted, after

_AGE = re.compile(
    r"\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"[\s-]*(?:years?|yr|yo|months?)\b",
    re.IGNORECASE,
)
_AGES = "zero one two three four five six seven eight nine ten".split()
_WORD = re.compile(r"[^\W\d_]+")
_FEMALE = frozenset("woman girl female mother daughter wife sister grandmother girlfriend aunt niece lady".split())
_MALE = frozenset("man boy male father son husband brother grandfather boyfriend uncle nephew".split())
_CHILD = frozenset("boy girl child baby infant toddler teen teenager juvenile youth kid".split())
_GROWN = frozenset("man woman father mother husband wife grandfather grandmother".split())
_DEFINITE = re.compile(r"(?:the|this|that)\s", re.IGNORECASE)
_DEAD = re.compile(r"\bd(?:ied|ies|ying)\b|\bdead\b|\bdeceased\b|\bsuccumb", re.IGNORECASE)


def died_since(wounded: Sequence[Counted], killed: Sequence[Counted]) -> dict[int, Heard]:
    """The wounded claims of single persons who are told to have died, by position, each with the claim that says so.

    It is one person where both figures are read from the same words; where the words name one age; where a report
    goes on to tell of "the boy" whom it told before; and where a later report tells of one dead and nobody wounded, and
    an earlier one of one wounded and nobody dead, who may be one person by sex and age.
    """
    dead = [(h, v) for h, v in killed if v.low == v.high == 1]
    hurt = [(h, v) for h, v in wounded if v.low == v.high == 1]
    found: dict[int, Heard] = {}
    for one in hurt:
        outcome = next((k[0] for k in dead if _same_person(one, k) or _overtaken(one, k, wounded, killed)), None)
        if outcome is not None:
            found[one[0].position] = outcome
    return found


def ruling(outcome: Heard) -> Ruling:
    """How a claim stands whose person died."""
    return Ruling(state="superseded", reason=f"This person is told to have died (“{outcome.claim.words}”).")


def _same_person(hurt: Counted, dead: Counted) -> bool:
    (h, _), (k, __) = hurt, dead
    one_report = h.claim.report_id == k.claim.report_id
    first, second = _place(h), _place(k)
    if one_report and first == second:
        return True
    if after(h, k) or not _alike(h, k):
        return False
    ages = _age(h), _age(k)
    if None not in ages and ages[0] == ages[1]:
        return True
    same_noun = bool(_nouns(h)) and _nouns(h) == _nouns(k)
    return one_report and first < second and same_noun and bool(_DEFINITE.match(k.claim.words)) and _tells_dying(k)


def _overtaken(hurt: Counted, dead: Counted, wounded: Sequence[Counted], killed: Sequence[Counted]) -> bool:
    """Whether an earlier report has but one wounded and a later one but one dead, who may be one person."""
    (h, _), (k, _) = hurt, dead
    if not after(k, h) or not _alike(h, k) or not _tells_dying(k):
        return False
    before = [v for o, v in killed if o.claim.report_id == h.claim.report_id and v.low != 0]
    since = [v for o, v in wounded if o.claim.report_id == k.claim.report_id and v.low != 0]
    others = [v for o, v in wounded if o.claim.report_id == h.claim.report_id and (v.low or 0) > 1]
    return not (before or since or others)


def _tells_dying(h: Heard) -> bool:
    """Whether the words say that the person died, as one does of wounds, rather than that a deed killed him."""
    return _DEAD.search(h.claim.quote.exact) is not None


def _alike(h: Heard, k: Heard) -> bool:
    """Whether sex and age, as far as they are told, may be those of one person."""
    ages = _age(h), _age(k)
    if None not in ages and ages[0] != ages[1]:
        return False
    ours, theirs = _nouns(h), _nouns(k)
    if (ours & _FEMALE and theirs & _MALE) or (ours & _MALE and theirs & _FEMALE):
        return False
    return not ((ours & _CHILD and theirs & _GROWN) or (ours & _GROWN and theirs & _CHILD))


def _place(h: Heard) -> int:
    """Where the words of the claim stand in its report."""
    at = h.claim.quote.exact.find(h.claim.words)
    return h.claim.quote.start + max(at, 0)


def _said(h: Heard) -> str:
    value = h.claim.value
    return f"{h.claim.words} {getattr(value, 'group', None) or ''}"


def _age(h: Heard) -> int | None:
    found = _AGE.search(_said(h))
    if found is None:
        return None
    word = found[1].lower()
    return int(word) if word.isdigit() else _AGES.index(word)


def _nouns(h: Heard) -> frozenset[str]:
    """The words that say who it is, without articles and ages."""
    words = {word.casefold() for word in _WORD.findall(_said(h))}
    return frozenset(words - _EMPTY)


_EMPTY = frozenset(
    "a an the this that his her their its of and year years old yr yo month months other another one".split()
)
