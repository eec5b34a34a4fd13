"""Counts of events that a report states."""

import pytest

from .conftest import Read

BOMB = "A car bomb killed six people in Mogadishu on Monday. "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was the third attack in a week and the ninth this year.", ["third", "ninth"]),
        ("It was the fourth outbreak of fighting in the district this year.", ["fourth"]),
        ("They were the 250th and 251st mass shootings of the year.", ["250th", "251st"]),
        ("The monitor called it the deadliest night in four years.", ["deadliest"]),
        ("It was the worst massacre in the country's history.", ["worst"]),
        ("It was the latest in a series of attacks, and the sixth on a market since May.", ["sixth"]),
        ("The attack is the first of its kind in the city.", ["first"]),
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
        ("Gunners had shot down 38 drones over seven regions, 11 of them over the capital.", []),
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
        ("Murders in June: 14. Kidnappings in June: 6.", ["14", "6"]),
        ("Bombings this year: 31 (last year: 44).", ["31", "44"]),
        ("There were 12 raids on farms in March, against 5 in April.", ["12", "5"]),
        ("The port saw nine robberies in 2021. In 2022 there were 17.", ["nine", "17"]),
        ("Last month: three ambushes. This month: seven.", ["three", "seven"]),
        ("Shootings are up 40 per cent, to 63, since May.", ["63"]),
        ("The state's homicide toll for the year is now 88.", ["88"]),
        ("The guild logged 40 assaults this year, of which 9 were in the north.", ["40", "9"]),
        (
            "Strikes this week number 15: eight in Homs, four in Hama and three near Deraa.",
            ["15", "eight", "four", "three"],
        ),
        ("Four of the lynchings were filmed.", ["Four"]),
        ("There have been 22 knife and acid attacks since May.", ["22"]),
        ("The raid was one of 11 that the junta has carried out on the valley since June.", ["11"]),
        ("The chapel was torched on Friday, second on this road since Lent.", ["second"]),
        ("It was the 30th ambush of the year in the hills and the eleventh on this track.", ["30th", "eleventh"]),
        ("He is the sixth councillor to have been shot since the vote.", ["sixth"]),
        ("A clerk was seized on his way home, the fifth taken this month.", ["fifth"]),
        ("It was the fourth sectarian death this year.", ["fourth"]),
        ("It's the 14th act of arson in the quarter.", ["14th"]),
        ("It was the first raid on a convent.", ["first"]),
        ("The island suffered its first bombing on Monday.", ["first"]),
        ("The gang had never before attacked a clinic.", ["never"]),
        ("Six temples have come under attack since July.", ["Six"]),
        ("Our patrols have been shot at 23 times since the truce.", ["23"]),
        ("That's four times now they've bombed my stall.", ["four"]),
        ("Six days, six stabbings: the suburb is afraid.", ["six"]),
        ("For the third Friday running, the temple was stoned.", ["third"]),
        ("There was a raid on the farm each night last week, five in all.", ["five"]),
        ("A fourth bomb in a month went off at the depot.", ["fourth"]),
        ("Market blast: three held in Cali.", []),
        ("A bus was attacked on the tenth of May.", []),
        ("Two gunmen were shot dead, and a third in a field on Sunday.", []),
        ("She charged him with three murders.", []),
        ("Bandits took 30 cows, three times what they had taken in the raid in May.", []),
        ("The strike by nurses, the third this year, shut the wards.", []),
        ("It was the ninth time that the widow had been to the spot where he was shot.", []),
        ("A mother of three hit by a bullet died this week.", []),
        ("The raid cost 12 lives, four of them in the hospital.", []),
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
        ("A lorry was set ablaze at the port, the fourth since Monday.", ["fourth"]),
        ("The capital was under drone attack for the sixth night running.", ["sixth"]),
        ("Jets struck the dam three nights in a row.", ["three"]),
        ("The dam was hit on four separate days in April.", ["four"]),
        ("The post was bombed again, a day after the last raid and for the third time this month.", ["third"]),
        ("Police logged 30 stabbings this year, 21 of them in the old town.", ["30", "21"]),
        ("Raids this year killed 30 people, 21 of them children.", []),
        (
            "Police have logged 90 murders so far this year; the figure for the same period last year was 71.",
            ["90", "71"],
        ),
        ("Attacks on nurses have tripled to 24 in six months.", ["24"]),
        ("Attacks on nurses rose from 8 in 2022 to 24 last year.", ["8", "24"]),
        ("Attacks on nurses rose to 24 per cent.", []),
        ("Rebels have raided the town no fewer than 14 times in May.", ["no fewer than 14"]),
        ("Abductions of nurses in the hills number 13 since May.", ["13"]),
        ("It is the fourth act of sabotage on the line in two months.", ["fourth"]),
        ("It was the second grenade thrown at the office in a month.", ["second"]),
        ("Rebels have thrown grenades at 40 shops so far this year.", ["40"]),
        ("The dam was hit on five of the last seven nights.", ["five"]),
        ("Another shooting, the state's third on a campus this term, emptied the hall.", ["third"]),
        ("The team, whose bus was attacked in May, won for the fourth time this year.", []),
        ("The bell rang twice this week; the dam was hit.", []),
        ("The number of soldiers hurt in the strikes has risen to 24.", []),
        ("The toll of the raids has risen to 24.", []),
        ("Jets bombed three depots along the border between Niger and Mali.", []),
        ("Jets bombed three depots between 3 March and early May.", ["three"]),
        ("Rebels raided 30 farms from April to June.", ["30"]),
        ("The town's murder count for the year stands at 11.", ["11"]),
        ("Figures released on Tuesday put kidnappings in the port at 61 last year.", ["61"]),
        ("Knife attacks this year: 37.", ["37"]),
        ("With Sunday's stabbing the street has seen three in two years.", ["three"]),
        ("The raid followed two others on the same road.", ["two"]),
        ("A dozen drones have hit the depot in the past month.", ["A dozen"]),
        ("A dozen drones have hit the depot in the past hour.", []),
        ("The guard has been robbed four times since May.", ["four"]),
        ("Rebels have raided the town on three previous occasions.", ["three"]),
        ("The mayor has survived two attempts on his life since May.", ["two"]),
        ("It was the first use of a drone by a gang in the country.", ["first"]),
        ("It was the first attack on a temple in the district.", ["first"]),
        ("It was the first strike on the town in a series of three.", []),
        ("The shooting was the county's first of the year.", ["first"]),
        ("The raid was the largest of its kind this year.", ["largest"]),
        ("It is the second deadliest attack in the country's history.", []),
        ("There were 12 kidnappings in the province last quarter.", ["12"]),
        ("It was the city's fifth fatal shooting of 2024.", ["fifth"]),
        ("Police were called to nine shootings over the weekend.", ["nine"]),
        ("Six nurses were killed in nine attacks last year.", ["nine"]),
        ("He won the seat for the second time in three years, a year after he was shot.", []),
        ("The navy has lost three boats this year.", []),
        ("Three explosions were heard in the city on Friday.", []),
    ],
)
def test_what_counts_events_is_a_tally(read: Read, text: str, words: list[str]) -> None:
    assert [t.words for t in read(BOMB + text).tallies] == words


def test_the_window_is_kept_in_the_report_s_words(read: Read) -> None:
    assert [t.window for t in read(BOMB + "It was the fourth such attack in three days.").tallies] == ["in three days"]


def test_the_window_is_not_that_of_what_a_count_is_compared_with(read: Read) -> None:
    (tally,) = read(BOMB + "Rebels claimed 11 attacks, their highest number this year.").tallies
    assert tally.window is None


def test_days_running_are_their_own_window(read: Read) -> None:
    (tally,) = read(BOMB + "Drones attacked the port for the third consecutive night.").tallies
    assert tally.window == "third consecutive night"


def test_what_was_attacked_several_times_is_the_target(read: Read) -> None:
    (tally,) = read(BOMB + "The rebels have fired at trucks on seven occasions since May.").tallies
    assert [f.words for f in tally.parts if f.field == "target"] == ["trucks"]
