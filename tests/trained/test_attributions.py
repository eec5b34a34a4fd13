"""The network's word on who did it passes only where the sentence bears it out."""

import pytest

from annals.collect.report import report_of
from annals.extract.page import lay_out
from annals.extract.trained.attributions import could_be_doer
from annals.extract.words import Words
from annals.model import Finding, Quote
from annals.reference.tables import References


@pytest.fixture(scope="module")
def references() -> References:
    return References.load()


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Several blasts were heard in Mali on Monday.", "Mali", False),
        ("Mali bombed a village on Monday.", "Mali", True),
        ("A Malian drone strike killed four on Monday.", "Malian", True),
        ("Drones hit a flour mill on Monday.", "flour mill", False),
        ("A rocket launcher was destroyed on Monday.", "launcher", False),
        ("Masked men on motorcycles shot a teacher on Monday.", "Masked men", True),
        (
            "The Rojo Patriotic Front (RPF) announced on Monday that it would attack banks.",
            "Rojo Patriotic Front",
            False,
        ),
    ],
)
def test_things_and_scenes_did_nothing(references: References, text: str, words: str, *, expected: bool) -> None:
    report = report_of(text=text, raw=text.encode())
    start = text.index(words)
    finding = Finding(field="perpetrator", words=words, quote=Quote.of(text, start, start + len(words)))
    assert could_be_doer(finding, Words(lay_out(report, references))) is expected
