"""The words by which a report's story is known."""

from annals.harmonise.story import story_of
from annals.model import Report
from annals.model.quote import Region


def report(text: str, *regions: Region, title: str | None = None) -> Report:
    return Report(report_id="r1", text=text, title=title, raw_sha256="", text_sha256="", regions=regions)


def test_a_story_is_its_rare_words_and_ages_not_the_words_of_all_news() -> None:
    told = story_of(report("Shells fell on Velmont, and a 34-year-old was hit. Gunners of the Orsa Brigade denied it."))
    assert {"velmont", "orsa", "34-year-old"} <= set(told)
    assert not {"the", "was", "and"} & set(told)


def test_words_are_counted_and_the_most_telling_come_first() -> None:
    told = story_of(report("Velmont burned. Police in Velmont said Velmont was calm.", title="Velmont burns"))
    assert told["velmont"] == 4
    assert next(iter(told)) == "velmont"


def test_a_title_that_stands_in_the_text_is_counted_there_only() -> None:
    text = "Velmont burns\n\nFire rose over the town."
    title = Region(start=0, end=13, kind="title")
    assert story_of(report(text, title, title="Velmont burns"))["velmont"] == 1


def test_the_byline_is_the_outlets_and_not_the_storys() -> None:
    byline = Region(start=0, end=14, kind="byline")
    assert "kordan" not in story_of(report("By Ilse Kordan\nA mine killed two near Velmont.", byline))


def test_a_long_report_gives_a_bounded_number_of_words() -> None:
    text = " ".join(f"Name{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}x" for n in range(600))
    assert len(story_of(report(text))) == 80
