"""Deaths that a pronoun tells."""

import pytest

from annals.collect import report_of
from annals.extract.clauses import clauses_of
from annals.extract.later_died import later_died
from annals.extract.page import lay_out
from annals.reference.tables import References


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He was airlifted to Saint Luke's Hospital, where he later died.", ["He was airlifted to Saint Luke"]),
        ("She was pronounced dead at the scene.", ["She was pronounced dead"]),
        ("A guard was found with stab wounds; he could not be saved.", ["he could not be saved"]),
        ("He told the council that a clerk had died in hospital.", []),
        ("She said that her nephew died at the scene.", []),
        ("He died his hair.", []),
        # A long way without a death is read at once.
        ("He was " + "taken to the local hospital and later transferred to a medical center, " * 30 + "in a van.", []),
    ],
)
def test_a_pronoun_dies_only_on_the_way_to_its_verb(text: str, words: list[str], references: References) -> None:
    sentences = lay_out(report_of(text=text, raw=b""), references).sentences
    clauses = [clause for sentence in sentences for clause in clauses_of(sentence, text)]
    found = [f.finding.quote.exact for clause in clauses for f in later_died(clause, text)]
    assert len(found) == len(words)
    assert all(quote.startswith(told) for quote, told in zip(found, words, strict=True))
