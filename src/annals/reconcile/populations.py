"""Do two figures count the same people?"""

import re

from annals.model.values import CountValue

# What a population may be another word for (populations as in harmonise/data/people.toml).
_BROADER: dict[str, frozenset[str]] = {
    "security_forces": frozenset(("soldiers", "police", "guards", "peacekeepers", "leaders")),
    "soldiers": frozenset(("peacekeepers", "leaders", "guards", "contractors")),
    "police": frozenset(("guards", "leaders")),
    "militants": frozenset(("attackers", "gang_members", "leaders", "soldiers", "prisoners")),
    "staff": frozenset(("contractors", "drivers", "medics", "aid_workers", "teachers", "guards", "firefighters")),
    "officials": frozenset(("politicians", "diplomats", "judges_and_lawyers", "leaders", "staff")),
    "children": frozenset(("students",)),
}
# Told of people by who they are to others or by chance; each may be soldiers as well as civilians.
_ANY_KIND = frozenset(("men", "foreigners", "relatives", "passengers", "prisoners", "leaders", "contractors"))
_ARMED = frozenset(("soldiers", "security_forces", "police", "militants", "attackers", "gang_members", "peacekeepers"))
# Populations that are told because they are but some of the victims.
_APART = _ARMED | frozenset(("children", "women", "leaders", "foreigners", "journalists", "medics", "aid_workers"))
# Words that say no more than that people are counted.
_ANYONE = frozenset(
    """a an the of and any other others one ones people persons person casualty casualties death deaths fatality
    fatalities injury injuries victim victims dead wounded killed injured hurt missing lives life human loss losses
    somebody someone anyone nobody no none more at least about around""".split()
)
_NOBODY = re.compile(
    r"\W*(?:nobody|no[ -]one|no (?:people|persons?|casualt\w+|deaths?|fatalit\w+|victims?|injur\w+|"
    r"loss of (?:human )?li\w+))"
    r"\b(?!\s+(?:in|of|from|among|at|on)\b)",
    re.IGNORECASE,
)
_NO_OTHERS = re.compile(
    r"\W*(?:no|not any|without)\s+(?:other|further|more|additional)\b|\W*(?:no one|nobody) else\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
_STEM = 4


def names_a_group(value: CountValue) -> bool:
    """Whether the figure counts some people only ("US personnel"), not whoever was hit ("people")."""
    if value.population:
        return True
    words = [word.casefold() for word in _WORD.findall((value.group or "")[:200])]
    return any(word not in _ANYONE for word in words)


def speaks_for_all(words: str) -> bool:
    """Whether the words of a "none" are of nobody at all, whoever else the sentence names.

    >>> speaks_for_all("Nobody died"), speaks_for_all("none of the guards"), speaks_for_all("no US personnel")
    (True, False, False)
    """
    return _NOBODY.match(words) is not None


def no_others(words: str) -> bool:
    """Whether the words of a "none" are of nobody else.

    >>> no_others("no other injuries"), no_others("no injuries")
    (True, False)
    """
    return _NO_OTHERS.match(words) is not None


def is_part_of_all(some: CountValue, everybody: CountValue) -> bool:
    """Whether `some` counts a group, and `everybody` more people and no group: of one telling, the one is a part."""
    if not names_a_group(some) or names_a_group(everybody) or some.low is None or everybody.low is None:
        return False
    return everybody.low > max(some.low, some.high or 0)


def may_be_part(some: CountValue, everybody: CountValue) -> bool:
    """Whether two tellings can both be right since those whom the one counts may be some of the other's.

    So it is for groups that seldom are all the victims, such as soldiers or children: "3 soldiers" and "8 people". "12
    villagers" and "14 people" are mostly meant for the same people.
    """
    return is_part_of_all(some, everybody) and (some.population in _APART or bool(_names(some.group)))


def different_people(a: CountValue, b: CountValue) -> bool:
    """Whether the figures are known to count different people, so that they cannot contradict each other.

    True where the populations exclude each other (soldiers, children), and where both groups carry names and share
    none of them ("Iraqi soldiers", "American contractors"). Where that is not known they may be the same people.
    """
    if a.population and b.population and not _alike(a.population, b.population):
        return True
    left, right = _names(a.group), _names(b.group)
    return bool(left and right and not left & right)


def _alike(a: str, b: str) -> bool:
    """Whether the two may be words for the same people."""
    if a == b or a in _ANY_KIND or b in _ANY_KIND:
        return True
    if "civilians" in (a, b):
        return not {a, b} & _ARMED
    return b in _BROADER.get(a, ()) or a in _BROADER.get(b, ())


def _names(group: str | None) -> set[str]:
    """The first letters of the group's capitalised words, so that "Iraq", "Iraqi" and "Iraqis" meet."""
    return {
        word.replace(".", "")[:_STEM].casefold()
        for word in _WORD.findall((group or "")[:200])
        if word[0].isupper() and word.casefold() not in _ANYONE
    }
