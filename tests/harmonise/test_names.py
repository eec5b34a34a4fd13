"""The names of a report."""

from annals.harmonise.names import names_of
from annals.model import Report
from annals.model.quote import Region


def report(text: str, *regions: Region) -> Report:
    return Report(report_id="r1", text=text, raw_sha256="", text_sha256="", regions=regions)


def test_names_are_the_words_that_never_stand_in_small_letters() -> None:
    text = "Shells fell on Velmont. Gunners of the Orsa Brigade denied it; Mayor Tamas saw shells at Velmont."
    assert names_of(report(text)) == ("velmont", "gunners", "orsa", "brigade", "mayor", "tamas")


def test_the_byline_is_the_outlets_and_not_the_storys() -> None:
    text = "By Ilse Kordan\nA mine killed two near Velmont."
    byline = Region(start=0, end=14, kind="byline")
    assert names_of(report(text, byline)) == ("velmont",)


def test_a_long_report_gives_a_bounded_number_of_names() -> None:
    text = " ".join(f"Name{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}x" for n in range(600))
    assert len(names_of(report(text))) == 150
