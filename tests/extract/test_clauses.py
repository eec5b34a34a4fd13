"""Clauses: where a sentence stops telling one event and tells another."""

import pytest

from annals.collect.report import report_of
from annals.extract.clauses import clauses_of
from annals.extract.page import lay_out
from annals.reference.tables import References


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A mine killed two on Monday near the bridge where rebels shot dead nine in 2014.", 2),
        ("Gunmen shot a guard in Gao, near the inn where a bomb killed six last year.", 2),
        ("Gunmen stormed a bar where they shot dead nine people on Monday.", 1),
        ("They were held in a camp where a riot killed nine last year.", 1),
    ],
)
def test_what_happened_at_a_place_long_before_is_a_clause_of_its_own(text: str, parts: int) -> None:
    (sentence,) = lay_out(report_of(text=text, raw=b"", published="2022-05-14"), References.load()).sentences
    assert len(clauses_of(sentence, text)) == parts
