"""The words of `furniture.toml`, laid out for looking up by the first word of a line."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

_FIRST = re.compile(r"[^\s:|]+")


class Phrases:
    """Phrases that a line may begin with."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Lay them out by their first word."""
        self._by_first: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in phrases:
            first = _FIRST.match(phrase)
            self._by_first[first.group() if first else ""].append(phrase)

    def opening(self, line: str) -> str | None:
        """The rest of the line after the longest phrase that it begins with, None where it begins with none.

        >>> Phrases(["share this", "share"]).opening("share this story")
        ' story'
        """
        first = _FIRST.match(line)
        rest: str | None = None
        for phrase in self._by_first.get(first.group() if first else "", ()):
            if line.startswith(phrase):
                after = line[len(phrase) :]
                whole = not after[:1].isalnum() or not phrase[-1].isalnum()
                if whole and (rest is None or len(after) < len(rest)):
                    rest = after
        return rest

    def labelled(self, line: str) -> bool:
        """Whether the line is one of the phrases, or one followed by a colon or bar."""
        rest = self.opening(line)
        return rest is not None and rest.lstrip()[:1] in ("", ":", "|")


class Lexicon(NamedTuple):
    """The tables of `furniture.toml`; see there for what each means."""

    limit: int
    caption_limit: int
    whole: frozenset[str]
    openings: Phrases
    labels: Phrases
    within: tuple[str, ...]
    headings: Phrases
    caption_openings: Phrases
    caption_labels: Phrases
    credits: tuple[str, ...]
    byline_whole: frozenset[str]
    byline_openings: Phrases
    byline_within: tuple[str, ...]
    roles: frozenset[str]
    agencies: tuple[str, ...]
    not_a_person: frozenset[str]
    not_a_place: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Read the table once."""
    raw: dict[str, Any] = tomllib.loads((files(__package__) / "furniture.toml").read_text("utf-8"))
    furniture, caption, byline, names = raw["furniture"], raw["caption"], raw["byline"], raw["names"]
    return Lexicon(
        limit=raw["limits"]["words"],
        caption_limit=raw["limits"]["caption_words"],
        whole=frozenset(furniture["whole"]),
        openings=Phrases(furniture["opening"]),
        labels=Phrases(furniture["label"]),
        within=tuple(furniture["within"]),
        headings=Phrases(furniture["heading"]),
        caption_openings=Phrases(caption["opening"]),
        caption_labels=Phrases(caption["label"]),
        credits=tuple(caption["credit"]),
        byline_whole=frozenset(byline["whole"]),
        byline_openings=Phrases(byline["opening"]),
        byline_within=tuple(byline["within"]),
        roles=frozenset(byline["role"]),
        agencies=tuple(raw["agencies"]["names"]),
        not_a_person=frozenset(names["not_a_person"]),
        not_a_place=frozenset(names["not_a_place"]),
    )
