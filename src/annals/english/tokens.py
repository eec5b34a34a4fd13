"""Text as tokens, and grammars over them: one letter a token, so that a grammar is a regular expression.

A grammar names *classes* of words ("weekday", "month", "unit"). Every token is written as one private letter that
stands for the set of classes it belongs to, and a rule such as `{on}?{weekday}{daypart}?` is an ordinary regular
expression over these letters. Rules stay readable, and reading stays linear in the length of the text.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      \d{4}-\d{2}-\d{2}(?!\d)                        # 2019-12-03
    | \d{1,2}-\d{1,2}-\d{4}(?![\d-])                 # 03-12-2019
    | \d{6}[A-Z](?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\d{2}(?!\w)  # 031830ZDEC19
    | \d{1,2}:\d{2}(?::\d{2})?(?!\d)                 # 18:30
    | \d{1,4}([/.])\d{1,2}\1\d{1,4}(?!\d)            # 3/12/2019, 03.12.2019
    | \d{1,3}(?:[,\u00a0\u202f]\d{2,3})+(?!\d)(?:\.\d+)?  # 1,200 and 1,00,000
    | \d+(?:\.\d+)?[^\W\d_]*                         # 40, 2.5, 22nd, 107mm
    | \.\d+                                          # .38
    | [AaPp]\.\s?[Mm]\b\.?                           # p.m.
    | ['\u2019]s(?!\w)                               # Monday's
    | [^\W\d_]+[^\W_]*                               # words, M4
    | [^\w\s]
    | \n[^\S\n]*\n\s*                                # a blank line
    """,
    re.VERBOSE,
)

BREAK = "\n"
"""What a blank line reads as; no expression crosses it."""


class Tokens(NamedTuple):
    """The tokens of a text, in order."""

    text: str
    raw: list[str]
    """As written; a blank line is BREAK."""
    words: list[str]
    """In lower case, with straight apostrophes."""
    starts: list[int]
    ends: list[int]
    """One past the last code point."""


@lru_cache(maxsize=4)
def tokenise(text: str) -> Tokens:
    r"""Cut a text into words, figures and punctuation marks.

    >>> tokenise("Dec. 3, at 9 p.m.\n\nMonday\u2019s 22nd").words
    ['dec', '.', '3', ',', 'at', '9', 'p.m.', '\n', 'monday', "'s", '22nd']
    """
    raw, starts, ends = [], [], []
    for match in _TOKEN.finditer(text):
        word = match.group()
        raw.append(BREAK if word[0] == "\n" else word)
        starts.append(match.start())
        ends.append(match.end())
    words = ["'s" if word == "\u2019s" else word.lower() for word in raw]
    return Tokens(text, raw, words, starts, ends)


class Grammar:
    """Classes of words, and the letters that stand for them."""

    def __init__(
        self,
        classes: Mapping[str, Iterable[str]],
        *,
        figures: Mapping[str, Iterable[str]],
        capitalised: Iterable[str] = (),
    ) -> None:
        """Make a grammar.

        Args:
            classes: words, in lower case, of each class; a word may be in several.
            figures: the classes of each kind of token that starts with a digit, see `encode`.
            capitalised: words that belong to their classes only with a capital ("May", "March").
        """
        of_word: dict[str, set[str]] = {}
        for name, members in classes.items():
            for word in members:
                of_word.setdefault(word, set()).add(name)
        letters: dict[frozenset[str], str] = {frozenset(): "."}

        def letter(names: Iterable[str]) -> str:
            return letters.setdefault(frozenset(names), chr(0xE000 + len(letters)))

        self._words = {word: letter(names) for word, names in of_word.items()}
        self._figures = {kind: letter(names) for kind, names in figures.items()}
        self._capitalised = frozenset(capitalised)
        known = {name for names in letters for name in names}
        self._classes = {
            name: "[" + "".join(sign for names, sign in letters.items() if name in names) + "]" for name in known
        }

    def encode(self, tokens: Tokens, figure: Callable[[str], str]) -> str:
        """Write one letter a token; "." is a token of no class.

        Args:
            tokens: the text.
            figure: the kind, among the grammar's `figures`, of a token in lower case that starts with a digit.
        """
        words, figures, capitalised = self._words, self._figures, self._capitalised
        out = []
        for index, word in enumerate(tokens.words):
            sign = words.get(word)
            if sign is not None:
                out.append("." if word in capitalised and tokens.raw[index] == word else sign)
            elif word[0] in "0123456789":
                out.append(figures.get(figure(word), "."))
            else:
                out.append(".")
        return "".join(out)

    def compile(self, rule: str) -> re.Pattern[str]:
        """Compile a rule: a regular expression in which `{name}` stands for any token of a class.

        Raises KeyError for a class that the grammar does not have.
        """
        return re.compile(re.sub(r"\{([a-z_]+)\}", lambda m: self._classes[m[1]], rule.replace(" ", "")))
