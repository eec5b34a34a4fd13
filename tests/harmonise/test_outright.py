"""Days that a report gives its events outright."""

from annals.harmonise.outright import outright_days
from annals.harmonise.timeline import Timeline
from annals.model import Finding, Quote, Report, Telling


def told(text: str, *tellings: tuple[str, str | None], published: str | None = "2018-05-31") -> dict[int, str | None]:
    report = Report(report_id="r1", text=text, published=published, raw_sha256="", text_sha256="")

    def quote(words: str) -> Quote:
        return Quote.of(text, text.index(words), text.index(words) + len(words))

    made = [
        Telling(
            trigger=quote(word),
            sentence=quote(word),
            sub_event_type="Attack",
            findings=(Finding(field="date", words=day, quote=quote(day)),) if day else (),
        )
        for word, day in tellings
    ]
    taken = frozenset(at for _, day in tellings if day for at in range(quote(day).start, quote(day).start + len(day)))
    found = outright_days(Timeline(report), made, taken)
    return {number: value.start for number, (_, value) in found.items()}


def test_it_happened_on_a_day_is_said_of_the_event_told_last() -> None:
    text = "Shelling hurt nine in Arden. It began on Monday. An ambush killed two. It happened late Tuesday."
    assert told(text, ("Shelling", None), ("ambush", None)) == {0: "2018-05-28", 1: "2018-05-29"}


def test_a_day_with_its_hour_goes_before_one_without() -> None:
    text = "An ambush killed two. Medics were called on Wednesday. It happened around 9 p.m. Tuesday."
    assert told(text, ("ambush", None)) == {0: "2018-05-29"}


def test_a_time_of_its_own_by_the_event_gives_way_only_to_the_clock() -> None:
    text = "An ambush on Monday killed two. The other raid happened on Tuesday."
    assert told(text, ("ambush", "on Monday")) == {}
    text = "An ambush on Monday killed two. It happened at 1 a.m. on Tuesday."
    assert told(text, ("ambush", "on Monday")) == {0: "2018-05-29"}


def test_nothing_is_told_without_a_publication_day() -> None:
    assert told("An ambush killed two. It happened late Tuesday.", ("ambush", None), published=None) == {}
