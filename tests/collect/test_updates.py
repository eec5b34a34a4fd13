import pytest

from annals.collect import report_of
from annals.collect.updates import edition_of, later_versions
from annals.model import Report
from tests.collect.test_copies import OTHER, WIRE

ROUND_UP = [
    "Fishermen in the delta have begun to mend the jetties that the floods of last autumn carried away upstream.",
    "The ministry of works promised timber and two barges, and asked the villages to send a list of what they need.",
]


def told(
    *paragraphs: str,
    title: str | None = None,
    published: str | None = "2021-03-05",
    publisher: str | None = "The Post",
    url: str | None = None,
) -> Report:
    return report_of(
        text="\n\n".join(paragraphs), raw=b"", title=title, published=published, publisher=publisher, url=url
    )


def newer(old: Report, new: Report) -> bool:
    """Whether `new` is a later version of `old`; that `old` is none of `new` is asserted."""
    found = later_versions([[new.report_id, old.report_id]], {r.report_id: r for r in (old, new)})
    assert new.report_id not in found
    return found.get(old.report_id) == frozenset({new.report_id})


def test_a_story_told_again_by_its_outlet_with_much_of_its_text_is_a_later_version() -> None:
    old = told(*WIRE[:3], OTHER[0])
    assert newer(old, told(*WIRE[:2], *OTHER[1:], published="2021-03-06", publisher="the post "))
    assert not newer(old, told(*WIRE[:2], *OTHER[1:], published="2021-03-06", publisher="The Courier"))
    assert not newer(old, told(*OTHER[1:], *ROUND_UP, published="2021-03-06")), "another story"
    assert not newer(old, told(*WIRE[:2], *OTHER[1:], published="2021-03-20")), "background, weeks later"


def test_two_days_told_from_one_template_are_no_versions_unless_the_later_is_a_correction() -> None:
    fourth, fifth = (told(f"Shells fell on {n} March.", *WIRE, published=f"2021-03-0{n}") for n in (4, 5))
    assert not newer(fourth, fifth)
    corrected = told("Correction: the day.", "Shells fell on 3 March.", *WIRE, published="2021-03-05")
    assert newer(fourth, corrected)


def test_what_stands_under_the_same_address_later_is_a_later_version() -> None:
    old = told(*WIRE[:2], url="https://www.post.example/news/17/?utm_source=letter")
    new = told(*ROUND_UP, published="2021-03-29", publisher="Post", url="http://post.example/news/17#top")
    assert newer(old, new)
    assert not newer(old, told(*ROUND_UP, published="2021-03-06", url="https://post.example/news/18"))
    front = "https://post.example/"
    assert not newer(told(*WIRE[:2], url=front), told(*ROUND_UP, published="2021-03-06", url=front))


def test_without_names_of_outlets_the_host_tells() -> None:
    old = told(*WIRE, publisher=None, url="https://post.example/a")
    new = told(*WIRE[:4], *OTHER, published="2021-03-06", publisher=None, url="https://post.example/b")
    assert newer(old, new)
    assert not newer(old, told(*WIRE[:4], *OTHER, published="2021-03-06", publisher=None, url="https://sun.example/b"))


def test_a_marked_update_needs_only_some_of_the_text_or_of_the_headline() -> None:
    old = told(*OTHER, title="Shell hits harbour of Port Example")
    new = told(*ROUND_UP, *WIRE, title="UPDATE 1-Shell hits harbour, dozens flee", published="2021-03-06")
    assert newer(old, new)
    plain = told(*ROUND_UP, *WIRE, title="Shell hits harbour, dozens flee", published="2021-03-06")
    assert not newer(old, plain)
    assert not newer(old, told(*ROUND_UP, title="UPDATE 1-Jetties to be mended", published="2021-03-06"))


def test_of_one_day_the_edition_tells_then_the_hour_then_nothing() -> None:
    first, second = told(*WIRE, title="Shell hits port"), told(*WIRE, OTHER[0], title="UPDATE 2-Shell hits port")
    assert newer(first, second)
    assert not newer(first, told(*WIRE, OTHER[0], title="Shell hits port"))
    morning, evening = (told(*WIRE, OTHER[0], published=f"2021-03-05T{at}") for at in ("08:00", "20:00"))
    assert newer(morning, evening)
    undated = told(*WIRE, published=None)
    assert not newer(undated, told(*WIRE, OTHER[0], published="2021-03-06"))
    assert newer(undated, told("(Corrects the day in the first sentence)", *WIRE, published=None))


@pytest.mark.parametrize(
    ("title", "text", "edition"),
    [
        ("UPDATE 3-Barge sinks off the delta", "A barge sank.", 3),
        ("Update: Barge sinks", "A barge sank.", 1),
        ("CORRECTED-Barge sinks", "A barge sank.", 1),
        ("Barge sinks", "DELTA TOWN (updates toll, adds witness) - A barge sank.", 1),
        ("Barge sinks", "A barge sank.\n\nAn earlier version of this story gave another day.", 1),
        ("Barge sinks", "A barge sank.\n\nThis article has been amended to give the right name.", 1),
        ("Update on the barge", "The owner spoke.", 0),
        ("Corrections officer held", "He was held.", 0),
        ("Barge sinks", "The ministry said the report was corrected.", 0),
    ],
)
def test_the_mark_of_an_update_or_a_correction(title: str, text: str, edition: int) -> None:
    assert edition_of(told(text, title=title)) == edition


def test_only_reports_of_one_group_are_asked() -> None:
    old, new = told(*WIRE), told(*WIRE, OTHER[0], published="2021-03-06")
    reports = {r.report_id: r for r in (old, new)}
    assert later_versions([[old.report_id], [new.report_id, "gone"]], reports) == {}
