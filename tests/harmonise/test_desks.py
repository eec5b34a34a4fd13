"""Where a report was written is not where it happened, if it says where that was."""

import msgspec
import pytest

from annals.collect.report import report_of
from annals.extract.readers import reader
from annals.harmonise import harmonise
from annals.model import Finding, PlaceValue, Quote
from annals.reference.tables import References

REFERENCES = References.load()
STORY = "{}, May 6 (Desk) - Gunmen killed four {} on Tuesday, police said. The attackers fled.\n"


@pytest.mark.parametrize(
    ("written", "told", "stays"),
    [
        ("NAIROBI", "herders in Mandera", False),
        ("MANILA", "people at a market in Cotabato", False),
        ("NEW DELHI", "soldiers at a post in Manipur", False),
        ("MAIDUGURI", "traders in the state of Borno", True),
        ("CALI", "farmers in Palmira", True),
        ("BOGOTA", "officers in Colombia", True),
        ("LAHORE", "worshippers", True),
    ],
)
def test_the_town_of_a_dateline_is_the_place_only_where_no_other_is_told(
    written: str, told: str, *, stays: bool
) -> None:
    text = STORY.format(written, told)
    report = report_of(text=text, raw=text.encode(), published="2021-05-06")
    reading = reader("rules", REFERENCES).read(report)
    telling = max(reading.tellings, key=lambda t: len(t.findings))
    desk = Finding(field="place", words=written, quote=Quote.of(text, 0, len(written)))
    findings = (desk, *(f for f in telling.findings if f.quote.start > len(written)))
    reading = msgspec.structs.replace(reading, tellings=(msgspec.structs.replace(telling, findings=findings),))
    account = harmonise(report, reading, REFERENCES)
    starts = [c.quote.start for m in account.mentions for c in m.claims if isinstance(c.value, PlaceValue)]
    assert (0 in starts) is stays
