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
# Words that say no more than that people are counted.
_ANYONE = frozenset(
    """a an the of and any other others one ones people persons person casualty casualties death deaths fatality
    fatalities injury injuries victim victims dead wounded killed injured hurt missing lives life human loss losses
    somebody someone anyone nobody no none more at least about around""".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
_STEM = 4


def names_a_group(value: CountValue) -> bool:
    """Whether the figure counts some people only ("US personnel"), not whoever was hit ("people")."""
    if value.population:
        return True
    words = [word.casefold() for word in _WORD.findall((value.group or "")[:200])]
    return any(word not in _ANYONE for word in words)


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
