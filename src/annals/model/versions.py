"""Versions of one story by one outlet: which follow which, and that all of them are one origin."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet


def next_versions(
    names: Iterable[str], later: Mapping[str, AbstractSet[str]], order: Mapping[str, str]
) -> dict[str, str]:
    """The next version of each of these reports that has a later one among them.

    Args:
        names: ids of reports.
        later: id of a report -> ids of its later versions, here or not.
        order: id -> what later ones are sorted by where none of two is known to be a version of the other.

    Returns:
        Report -> the one of its later versions that most others of these are versions of.

    >>> next_versions("abc", {"a": {"b", "c"}, "b": {"c"}}, {})
    {'a': 'b', 'b': 'c'}
    """
    here = sorted(set(names))
    found = {}
    for name in here:
        after = later.get(name, frozenset()) & set(here)
        if after:
            found[name] = min(after, key=lambda n: (-len(later.get(n, frozenset()) & after), order.get(n, ""), n))
    return found


def following(name: str, newer: Mapping[str, str]) -> tuple[str, ...]:
    """All later versions of a report, the next first; `newer` as of `next_versions`.

    >>> following("a", {"a": "b", "b": "c"})
    ('b', 'c')
    """
    found: list[str] = []
    while (name := newer.get(name, "")) and name not in found:
        found.append(name)
    return tuple(found)


def one_origin(names: Iterable[str], origins: Mapping[str, str], newer: Mapping[str, str]) -> dict[str, str]:
    """The origin of each report, where reprints and versions of one story are of one origin.

    Args:
        names: ids of reports.
        origins: id of a reprint -> id of its original.
        newer: id of a report -> id of its next version.

    >>> one_origin("abcd", {"d": "b"}, {"a": "b"})
    {'a': 'a', 'b': 'a', 'c': 'c', 'd': 'a'}
    """
    names = list(names)
    root: dict[str, str] = {}

    def found(name: str) -> str:
        while name in root:
            name = root[name]
        return name

    for old, new in sorted(newer.items()):
        first, second = found(origins.get(old, old)), found(origins.get(new, new))
        if first != second:
            root[second] = first
    return {name: found(origins.get(name, name)) for name in names}
