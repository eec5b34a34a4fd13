"""Hints stand where the lexicons and the rules say, at the pieces that touch their words."""

import re

from annals.collect.report import report_of
from annals.extract.page import lay_out
from annals.extract.rules import RuleReader
from annals.extract.trained.hints import HINTS, NOBODY, Hints, hints_of
from annals.extract.trained.pieces import Pieces
from annals.reference.tables import References

TEXT = "Gunmen killed at least 12 people in Gao on Monday. The army blamed JNIM. Two shells hit Ber in May."


def _pieces(text: str) -> Pieces:
    words = list(re.finditer(r"\w+|[^\w\s]", text))
    return Pieces(
        ids=list(range(len(words))),
        starts=[w.start() for w in words],
        ends=[w.end() for w in words],
        heads=[True] * len(words),
    )


def _hints() -> tuple[Hints, Pieces]:
    references = References.load()
    report, pieces = report_of(text=TEXT, raw=TEXT.encode()), _pieces(TEXT)
    page = lay_out(report, references)
    return hints_of(page, RuleReader(references).read_page(page, report), pieces, [(0, 6)]), pieces


def _words(hints: Hints, pieces: Pieces, name: str) -> list[str]:
    rows = [int(row) for row in hints.matrix[:, HINTS.index(name)].nonzero()[0]]
    return [TEXT[pieces.starts[i] : pieces.ends[i]] for i in rows]


def test_each_hint_holds_at_its_words_alone() -> None:
    hints, pieces = _hints()
    assert _words(hints, pieces, "number:cardinal") == ["at", "least", "12", "Two"]
    assert _words(hints, pieces, "time:weekday") == ["on", "Monday"]
    assert _words(hints, pieces, "harm:killed") == ["killed"]
    assert _words(hints, pieces, "stance:blames") == ["blamed"]
    assert _words(hints, pieces, "actor:armed_group") == ["JNIM"]
    assert _words(hints, pieces, "unread") == ["Gunmen"]
    assert _words(hints, pieces, "sentence") == ["Gunmen", "The", "Two"]


def test_the_rules_findings_are_hints_and_say_which_event_they_tell() -> None:
    hints, pieces = _hints()
    assert _words(hints, pieces, "rules:killed") == ["at", "least", "12"]
    words = {TEXT[a:b]: int(n) for a, b, n in zip(pieces.starts, pieces.ends, hints.tellings, strict=True)}
    assert words["12"] == words["Gao"] != words["Ber"]
    assert words["."] == NOBODY


def test_names_of_hints_are_told_once() -> None:
    assert len(set(HINTS)) == len(HINTS)
