"""Dates of one report against its publication day and against each other."""

import msgspec
import pytest

from annals.harmonise.dating import Dating
from annals.harmonise.timeline import Timeline
from annals.model import DateValue, Quote, Report, Telling


def report(text: str, published: str | None) -> Report:
    return Report(report_id="r1", text=text, published=published, raw_sha256="", text_sha256="")


def read(text: str, words: str, published: str | None) -> DateValue:
    return Dating(report(text, published)).resolve(words, at=text.rindex(words))


def news(text: str, published: str | None, prominence: str = "reported") -> DateValue | None:
    at = text.index("shelling")
    trigger = Quote.of(text, at, at + len("shelling"))
    telling = Telling(trigger=trigger, sentence=trigger, sub_event_type="Attack", prominence=prominence)  # type: ignore[arg-type]
    found = Dating(report(text, published)).news_date(telling)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("The first raid was on 4 May 2015. On 9 June a convoy burned.", None, "2015-06-09"),
        ("In 2015 the road was still open. On 9 June a convoy burned.", None, "2015-06-09"),
        ("The raid of 28 December 2015 was the first. On 9 June a convoy burned.", None, "2016-06-09"),
        ("The first raid was on 4 May 2015. On 9 June a convoy burned.", "2018-03-01", "2015-06-09"),
        (
            "The truce was signed on 4 May 2015. " + "It held. " * 200 + "On 9 June a convoy burned.",
            "2018-03-01",
            "2017-06-09",
        ),
        ("Since 2015 the road is closed. On 9 June a convoy burned.", "2018-07-01", "2018-06-09"),
        ("The raid of 28 December 2015 was the first. On 9 June a convoy burned.", "2018-07-01", "2018-06-09"),
    ],
)
def test_a_day_without_a_year_takes_the_year_that_the_text_carries(text: str, published: str | None, day: str) -> None:
    assert read(text, "9 June", published).start == day


def test_without_any_year_a_day_stays_without_one() -> None:
    value = read("The road was open. On 9 June a convoy burned.", "9 June", None)
    assert (value.edtf, value.start) == ("XXXX-06-09", None)


def test_the_friday_is_told_from_the_day_before_it_and_not_from_publication() -> None:
    text = "Mortars opened up on 12 March 2018. Before dawn on the Friday the clinic was hit."
    assert read(text, "Friday", "2018-05-30").start == "2018-03-16"
    other = "Mortars opened up on 12 March 2018. The clinic was hit again on Friday."
    assert read(other, "Friday", "2018-05-30").start == "2018-05-25"


def test_undated_news_happened_on_the_first_day_told_that_is_not_one_of_talking() -> None:
    text = "The mayor said on Thursday that the shelling had stopped. It began on Tuesday at noon."
    value = news(text, "2018-05-31")
    assert value is not None
    assert (value.start, value.end, value.basis) == ("2018-05-29", "2018-05-29", "relative")


def test_the_day_that_is_said_outright_is_that_of_undated_news() -> None:
    value = news("On Monday a truce was agreed. A man was held over Sunday night's deadly shelling.", "2018-05-31")
    assert value is not None
    assert value.edtf == "2018-05-27"


def test_undated_news_was_over_when_somebody_spoke_of_it() -> None:
    value = news("The mayor said on Tuesday that the shelling had stopped.", "2018-05-31")
    assert value is not None
    assert (value.start, value.end, value.basis) == ("2018-05-25", "2018-05-29", "publication")


def test_undated_news_without_any_day_lies_in_the_week_up_to_publication() -> None:
    value = news("The shelling has stopped.", "2018-05-31")
    assert value is not None
    assert (value.edtf, value.precision) == ("2018-05-25/2018-05-31", "week")


def narrowed(text: str, vague: str, published: str) -> DateValue | None:
    at = text.index("shelling")
    trigger = Quote.of(text, at, at + len("shelling"))
    telling = Telling(trigger=trigger, sentence=trigger, sub_event_type="Attack")
    dating = Dating(report(text, published))
    found = dating.narrowed(telling, [dating.resolve(vague)])
    return found[0] if found else None


def test_a_night_or_a_weekend_is_narrowed_by_the_first_day_within_it() -> None:
    text = "Four died in overnight shelling. It was Wednesday when the mayor came; shells hit at 11 p.m. on Tuesday."
    found = narrowed(text, "overnight", "2018-05-30")
    assert found is not None
    assert found.edtf == "2018-05-29"
    text = "Four died in shelling at the weekend. A truce was agreed on Friday. Shells hit the mill early on Saturday."
    found = narrowed(text, "at the weekend", "2018-05-28")
    assert found is not None
    assert found.edtf == "2018-05-26"


def test_a_day_stays_as_it_is_told_and_a_week_without_days_too() -> None:
    assert narrowed("The shelling was on Tuesday. Aid came on Monday.", "on Tuesday", "2018-05-30") is None
    assert narrowed("The shelling was last week. Aid came on Tuesday.", "last week", "2018-05-30") is None


def test_a_recalled_event_or_a_report_without_day_gets_no_date_of_news() -> None:
    assert news("The shelling has stopped.", "2018-05-31", prominence="recalled") is None
    assert news("The shelling began on Tuesday.", None) is None


def test_days_to_come_and_days_long_past_are_not_those_of_the_news() -> None:
    text = "After the shelling the school opens again next Monday. Until 2 February 2018 it was a barracks."
    assert Timeline(report(text, "2018-05-31")).news_day(frozenset()) is None


def test_an_old_page_is_read_against_the_day_that_it_gives_itself() -> None:
    text = "Created: 3 May 2019. Two men were shot on Thursday, the sheriff said."
    assert read(text, "on Thursday", "2022-11-14").start == "2019-05-02"
    assert read(text, "on Thursday", "2019-05-04").start == "2019-05-02"


def test_an_archived_page_was_written_by_the_day_on_which_it_was_kept() -> None:
    text = "Two men were shot on Thursday, the sheriff said."
    kept = msgspec.structs.replace(
        report(text, "2022-11-14"), url="http://web.archive.org/web/20190504101112/http://example.org/mill"
    )
    assert Dating(kept).resolve("on Thursday", at=text.index("on Thursday")).start == "2019-05-02"


@pytest.mark.parametrize("published", [None, "2021-09", "2021-09-20"])
def test_a_weekday_with_its_day_of_the_month_is_not_that_of_another_week(published: str | None) -> None:
    text = "They left on August 30, 2021. On Thursday, August 26, a bomb killed nine."
    found = read(text, "On Thursday, August 26", published)
    assert found.start == found.end == "2021-08-26"
