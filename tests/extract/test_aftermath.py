import pytest

from annals.extract.aftermath import with_own_days
from annals.model import Finding, Quote, Telling


def telling(text: str, *dates: str, trigger: str) -> Telling:
    def quote(words: str) -> Quote:
        at = text.index(words)
        return Quote.of(text, at, at + len(words))

    return Telling(
        trigger=quote(trigger),
        sentence=Quote.of(text, 0, len(text)),
        sub_event_type="Attack",
        findings=tuple(Finding(field="date", words=words, quote=quote(words)) for words in dates),
    )


def days(text: str, *dates: str, trigger: str = "shot") -> list[str]:
    return [f.words for f in with_own_days(telling(text, *dates, trigger=trigger), text, "2023-06-12").findings]


@pytest.mark.parametrize(
    ("text", "own", "later"),
    [
        ("A man was arrested on Sunday over a teacher shot in Lyon on Thursday.", "on Thursday", "on Sunday"),
        ("The coroner on Sunday identified the clerk shot on Friday night.", "on Friday night", "on Sunday"),
        ("A boy who was shot in Kano on Wednesday died in hospital on Saturday.", "on Wednesday", "on Saturday"),
        ("A boy died Saturday. He was shot in Kano on June 7.", "on June 7", "Saturday"),
        (
            "On Sunday evening, police were notified that a boy shot on Friday had died.",
            "on Friday",
            "On Sunday evening",
        ),
        ("Three men shot on Friday were mourned at a vigil on Sunday.", "on Friday", "on Sunday"),
        ("The number of dead from the men shot on Friday rose to nine on Sunday.", "on Friday", "on Sunday"),
        ("On Sunday the death toll among those shot on Friday climbed to nine.", "on Friday", "On Sunday"),
        ("Six were shot on Friday. A girl died of her wounds ten days later.", "on Friday", "ten days later"),
    ],
)
def test_the_day_of_what_came_after_goes(text: str, own: str, later: str) -> None:
    assert days(text, *sorted((own, later), key=text.index)) == [own]


def test_a_death_that_is_counted_from_the_event_does_not_date_it() -> None:
    assert days("A clerk died on Friday, a week after she was shot in Kano.", "on Friday") == []
    assert days("A clerk died on Friday after she was shot in Kano.", "on Friday") == ["on Friday"]


def test_nothing_has_happened_on_a_day_to_come() -> None:
    assert days("A clerk was shot in Kano; he told her: see you tomorrow.", "tomorrow") == []


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("The post was shelled on Friday; two days later the army admitted damage.", "two days later"),
        ("A bus was shot at on Friday. A day later, the front claimed responsibility.", "A day later"),
        ("A bus was shot at on Friday. Hours later two men were arrested.", "Hours later"),
    ],
)
def test_two_days_later_goes_where_it_is_the_time_of_an_answer(text: str, later: str) -> None:
    trigger = "shelled" if "shelled" in text else "shot"
    assert days(text, "on Friday", later, trigger=trigger) == ["on Friday"]


def test_two_days_later_stays_where_another_attack_came_then() -> None:
    text = "A bus was shot at on Friday. Two days later a second bus was attacked in Kitui."
    assert days(text, "Two days later", trigger="attacked") == ["Two days later"]


@pytest.mark.parametrize(
    "text",
    [
        "Two men were shot, a spokesman told reporters on Sunday.",
        "Police said on Sunday that two men were shot.",
        "A man accused of having shot two clerks appeared in court on Sunday.",
        "A man was arrested on Sunday in connection with the case of a clerk who was shot.",
    ],
)
def test_the_day_of_a_statement_or_a_hearing_goes_even_alone(text: str) -> None:
    assert days(text, "on Sunday") == []


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot dead on Sunday.",
        "A man was shot and died on Sunday.",
        "A man was arrested on Sunday and charged after a clerk was shot.",
        "Two shot to death on Sunday have been identified.",
        "The attack was announced to have begun when two were shot on Sunday.",
    ],
)
def test_a_day_that_may_be_the_events_own_stays(text: str) -> None:
    assert days(text, "on Sunday") == ["on Sunday"]


def test_two_days_on_which_people_died_both_stay() -> None:
    text = "Two guards died on Friday when men shot at them; a third was shot on Saturday."
    assert days(text, "on Friday", "on Saturday") == ["on Friday", "on Saturday"]


def test_days_after_another_day_are_one_time() -> None:
    text = "Two days after the vote of 4 June, gunmen shot four villagers."
    assert days(text, "4 June") == ["Two days after the vote of 4 June"]
    before = "Two days after gunmen shot a mayor on 4 June, his house burned."
    assert days(before, "4 June") == ["4 June"]


def test_a_day_that_is_the_events_own_is_not_counted_from() -> None:
    text = "The group gave the toll a day after Friday's strike on the clinic. Nine were shot there."
    assert days(text, "Friday's") == ["Friday's"]


def test_somebody_who_bears_a_name_is_not_one_whom_the_police_name() -> None:
    text = "On Sunday a guard named Omar Diallo was shot in Mopti; a colleague mourned him this morning."
    assert days(text, "On Sunday", "this morning") == ["On Sunday"]
    text = "On Sunday police named the guard. He was shot in Mopti on Friday."
    assert days(text, "On Sunday", "on Friday") == ["on Friday"]


def test_those_who_died_later_in_another_attack_keep_their_day() -> None:
    text = "Two days later four soldiers died in an ambush near Gao."
    assert days(text, "Two days later", trigger="ambush") == ["Two days later"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The death toll reached nine in the raid on Friday.", "on Friday"),
        ("The death toll rose to nine from Friday's raid.", "Friday"),
    ],
)
def test_a_toll_may_be_told_with_the_day_of_its_event(text: str, day: str) -> None:
    assert days(text, day, trigger="raid") == [day]
