"""Counts of events that a report states."""

import pytest

from .conftest import Read

BOMB = "A car bomb killed six people in Mogadishu on Monday. "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was the third attack in a week and the ninth this year.", ["third", "ninth"]),
        ("Dozens of bombings have hit the city since January.", ["Dozens"]),
        ("It was the first time since 2011 that the harbour had been attacked.", ["first"]),
        ("That brings to six the number of ships attacked off the coast since May.", ["six"]),
        ("Militants have struck the harbour at least 12 times this year.", ["at least 12"]),
        ("The command has disclosed 63 strikes in Somalia last year, 47 the year before.", ["63", "47"]),
        ("It was the group's third raid on a bank in as many days.", ["third"]),
        ("For the third time this month, a grenade was thrown at the mayor's house.", ["third"]),
        ("The post was attacked 11 times last month, four of them in the past week alone.", ["11", "four"]),
        ("Seven car bombs have gone off in the capital since the vote in May.", ["Seven"]),
        ("The blast, one of 23 on clinics this year, closed the ward.", ["23"]),
        ("The blast, the city's third in a month, broke windows.", ["third"]),
        ("It was the first of its kind in the canton in a decade.", ["first"]),
        ("Attacks on schools are up: the number of attacks rose to 44 last year from 29 in 2022.", ["44", "29"]),
        ("The wave of bombings - eight since Sunday - has emptied the bazaars.", ["eight"]),
        ("Three more bombings followed in the next two weeks.", ["Three"]),
        ("It came after another raid on the post, the fourth since the truce.", ["fourth"]),
        ("Pirates attacked 14 ships in the strait between April and July.", ["14"]),
        ("Police counted 40 kidnappings in March alone.", ["40"]),
        ("Three of these were claimed by the rebels.", ["Three"]),
        ("There have been four raids on the town.", ["four"]),
        ("Of the 30 attacks, 12 were in Herat.", ["30", "12"]),
        ("Troops came under attack 66 times since May, 32 times in Iraq and 34 in Syria.", ["66", "32", "34"]),
        ("It was the first of three bombings.", ["three"]),
        ("The raid, the first on the port since the truce, failed.", ["first"]),
        ("Jets struck in the first such raid since 2020.", ["first"]),
        ("It was the army's first strike inside Chad.", ["first"]),
        ("Drones attacked the port for the first time since the war began.", ["first"]),
        ("Drones attacked the port for the third consecutive night.", ["third"]),
        ("The shrine reopened for the first time since it was bombed.", []),
        ("The first strike on the camp was at nine.", []),
        ("In the first attack, a bomb went off.", []),
        ("It looks like the first time that they have used a boat.", ["first"]),
        ("Village and post came under attack six times overnight.", ["six"]),
        ("The second attack killed a guard.", []),
        ("Two guards were hurt in the second attack.", []),
        ("The dead of Friday's strike now number 59.", []),
        ("Witnesses reported three explosions near the gate.", []),
        ("There was a second blast.", []),
        ("Three tankers were damaged, the navy told reporters earlier this month.", []),
        ("Gunmen make two attacks a week on the road.", []),
        ("He had fired three times at the guard.", []),
        ("Police carried out 12 raids on Friday.", []),
        ("Attacks have killed 90 people since January.", []),
        ("Of the 20 wounded, four of them were children.", []),
    ],
)
def test_what_counts_events_is_a_tally(read: Read, text: str, words: list[str]) -> None:
    assert [t.words for t in read(BOMB + text).tallies] == words


def test_the_window_is_kept_in_the_report_s_words(read: Read) -> None:
    assert [t.window for t in read(BOMB + "It was the fourth such attack in three days.").tallies] == ["in three days"]
