"""What an entry of a list tells stays within it."""

from annals.collect.report import report_of
from annals.extract.readers import reader
from annals.reference.tables import References

LIST = """Week in the Krajina

Knin: gunmen burned eleven farmhouses on Friday and shot dead an elderly couple.
Glina: two grenades were thrown into a refugee column on Sunday; six people were hurt.
Bihac: mortar rounds fell on the market on Tuesday. Five died.
"""


def test_the_place_of_the_next_entry_is_none_of_an_entrys_own() -> None:
    report = report_of(text=LIST, raw=LIST.encode(), published="1995-08-30")
    tellings = reader("trained", References.load()).read(report).tellings
    told = {t.trigger.exact: {f.words for f in t.findings if f.field == "place"} for t in tellings}
    assert len(told) == 3
    assert not told["shot dead"] & {"Glina", "Bihac"}
    assert told["grenades"] == {"Glina"}
    assert told["fell on"] == {"Bihac"}
