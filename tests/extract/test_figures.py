"""Figures of harm, each in a sentence of its own."""

import pytest

from annals.model import Finding, Reading

from .conftest import Read

FIELDS = ("killed", "wounded", "missing", "abducted")


def figures(reading: Reading) -> list[tuple[str, str]]:
    return [(f.field, f.words) for t in reading.tellings for f in t.findings if f.field in FIELDS]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen shot dead seven farmers near Jos on Friday.", [("killed", "seven")]),
        (
            "A car bomb killed at least 14 people and wounded 30 in Quetta.",
            [("killed", "at least 14"), ("wounded", "30")],
        ),
        (
            "Twelve soldiers were killed and 20 others injured when militants ambushed a convoy.",
            [("killed", "Twelve"), ("wounded", "20")],
        ),
        ("The shelling left three dead and a dozen wounded.", [("killed", "three"), ("wounded", "a dozen")]),
        ("The death toll from the mosque bombing has risen to 41.", [("killed", "41")]),
        ("Four people, including two children, died in the shooting.", [("killed", "Four"), ("killed", "two")]),
        ("An air strike wounded between five and seven nurses at the clinic.", [("wounded", "between five and seven")]),
        (
            "The drone attack caused no casualties, the ministry said.",
            [("killed", "no casualties"), ("wounded", "no casualties")],
        ),
        ("Nobody was hurt in the mortar attack on the barracks.", [("wounded", "Nobody was hurt")]),
        ("Rebels kidnapped 22 pupils from a school in Kasese.", [("abducted", "22")]),
        (
            "A roadside bomb killed a police officer and two civilians.",
            [("killed", "a police officer and two civilians")],
        ),
        ("The rocket attack claimed the lives of nine miners.", [("killed", "nine")]),
        ("Six fishermen went missing after the missile attack.", [("missing", "Six")]),
        (
            "A suicide bomber killed herself and four pilgrims in Karbala.",
            [("killed", "herself and four pilgrims")],
        ),
        (
            "Two teachers died and a third was seriously wounded in the grenade attack.",
            [("killed", "Two"), ("wounded", "a third")],
        ),
        ("Nine recruits were killed and as many wounded by the car bomb.", [("killed", "Nine"), ("wounded", "Nine")]),
        ("Rebels took 15 hostages and killed four of them.", [("abducted", "15"), ("killed", "four")]),
        ("The shooting sent a girl and her uncle to hospital.", [("wounded", "a girl and her uncle")]),
        ("The army acknowledged the loss of six soldiers in the ambush.", [("killed", "six")]),
        ("A mother of four was shot dead by gunmen in Iztapalapa.", [("killed", "A mother")]),
        (
            "The commander of the town garrison and three guards were killed by a roadside bomb.",
            [("killed", "The commander of the town garrison and three guards")],
        ),
        (
            "Two pupils lost their lives and several others were hurt when shells fell on Kharkiv.",
            [("killed", "Two"), ("wounded", "several")],
        ),
        ("Four guards of the governor were slain in an ambush.", [("killed", "Four")]),
        ("Rebels cut the throats of 15 villagers at dawn.", [("killed", "15")]),
        ("The knife cut the throat of a goat.", []),
        ("Shelling killed a daughter of about 20; her aunt, who is 44, was unhurt.", [("killed", "a daughter")]),
        ("Gunmen attacked the clinic; medics treated staff for shock, none seriously hurt.", []),
        ("Minor injuries to four guards were the only harm done by the grenade attack.", [("wounded", "four")]),
        (
            "Gunmen killed a harpooner and two lobstermen near the jetty.",
            [("killed", "a harpooner and two lobstermen")],
        ),
        ("Three goats were killed and a swineherd was wounded by the mortar fire.", [("wounded", "a swineherd")]),
        ("Rebels kidnapped four lepidopterists from a park lodge.", [("abducted", "four")]),
        ("His batman was shot dead by a sniper.", [("killed", "His batman")]),
        ("Six of one household died when the mortar bomb hit.", [("killed", "Six")]),
        (
            "The bodies of a missing notary and her clerk lay in the street after the shooting.",
            [("killed", "a missing notary and her clerk")],
        ),
        ("A mortar shell left two porters with severe burns.", [("wounded", "two")]),
        ("A gunner was hit in the left shoulder by a sniper.", [("wounded", "A gunner")]),
        ("A sapper lost two fingers in the grenade attack.", [("wounded", "A sapper")]),
        ("Raiders hacked a salt trader to death in the attack.", [("killed", "a salt trader")]),
        ("The court sentenced four men to death for the bombing.", []),
        ("The rocket attack cost the unit 3 KIA, 9 WIA.", [("killed", "3"), ("wounded", "9")]),
        ("Two KIA fighters fired on the convoy in Kachin.", []),
        ("The air strike claimed a couple and their two sons.", [("killed", "a couple and their two sons")]),
        ("The platoon lost a corporal and four privates in the ambush.", [("killed", "a corporal and four privates")]),
        ("Eleven constables fell in the ambush.", [("killed", "Eleven")]),
        ("Gunmen took a nurse and three drivers into the forest.", [("abducted", "a nurse and three drivers")]),
        ("Police took two men to the station after the shooting.", []),
        ("The clinic treated 17 patients after the bombing.", [("wounded", "17")]),
        ("Gunmen killed a guard; nobody aboard the tug was hurt.", [("killed", "a guard"), ("wounded", "nobody")]),
        ("Both pilots escaped unhurt when the missile hit.", [("wounded", "escaped unhurt")]),
        ("The grenade attack hurt three porters. Dead: none.", [("wounded", "three"), ("killed", "Dead: none")]),
        ("Gunmen badly injured two jurors.", [("wounded", "two")]),
        (
            "The toll of the bombing stood at seven (four men, two women and one boy).",
            [("killed", "seven"), ("killed", "four men, two women and one boy")],
        ),
        ("Rebels shot 12 hostages at the ferry landing.", [("killed", "12")]),
        (
            "An officer was shot in the hip and a burglar was killed by gunmen.",
            [("wounded", "An officer"), ("killed", "a burglar")],
        ),
        ("A man was shot in the street and the man died.", [("killed", "the man")]),
        (
            "A pilot was killed by gunmen and a stevedore was hit in the jaw.",
            [("killed", "A pilot"), ("wounded", "a stevedore")],
        ),
        (
            "The bombing killed nine; the wounded number 52, of whom seven are in a critical state.",
            [("killed", "nine"), ("wounded", "52"), ("wounded", "seven")],
        ),
        ("Deputies found a woman shot in a garage; she was pronounced dead at the scene.", [("killed", "she")]),
        ("Gunmen killed four farmers; the youngest was 12, and he died at the scene.", [("killed", "four")]),
        ("A miner was shot by gunmen but died in hospital.", [("killed", "A miner")]),
        ("Gunmen fired on a jeep. His kin called him missing.", []),
        (
            "Soldiers shot dead the driver and one from Minya in the attack.",
            [("killed", "the driver and one from Minya")],
        ),
        (
            "A nurse, a man of 33, was wounded by gunmen; a second victim, a boy, was hurt in the attack.",
            [("wounded", "a man"), ("wounded", "a boy")],
        ),
        ("Gunmen shot two clerks. One succumbed to his injuries in hospital.", [("wounded", "two"), ("killed", "One")]),
        ("The bombing, the deadliest since a 2009 blast that killed 81, left 36 people dead.", [("killed", "36")]),
        (
            "The bombing killed 22 people, among them seven children and three women.",
            [("killed", "22"), ("killed", "seven"), ("killed", "three")],
        ),
        ("The funeral of nine victims of the bombing drew a crowd.", [("killed", "nine")]),
    ],
)
def test_reads_the_number_of_the_harmed(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert figures(read(text)) == expected


def finding(reading: Reading, words: str) -> Finding:
    return next(f for t in reading.tellings for f in t.findings if f.words == words and f.field in FIELDS)


def test_a_figure_within_another_is_a_part(read: Read) -> None:
    reading = read("Nine people, including four children, were killed by the shelling of Bentiu.")
    assert not finding(reading, "Nine").part
    assert finding(reading, "four").part


def test_some_of_those_hit_are_all_of_the_dead_where_no_others_are_told(read: Read) -> None:
    assert not finding(read("Rebels took 15 hostages and killed four of them."), "four").part
    assert not finding(read("Gunmen shot seven men at a bar, of whom two died."), "two").part
    assert finding(read("The shelling killed nine people, two of them nurses."), "two").part


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two more victims died overnight, bringing the toll of the bombing to 19.", "Two"),
        ("A fifth victim of the market bombing died on Monday.", "A fifth victim"),
        ("A seventh person wounded in the shelling has died.", "A seventh person"),
        ("Three more people have died since the bombing on Sunday, which killed 30 at the market.", "Three"),
        ("A nurse hurt by the bomb died overnight, raising the toll to 23.", "A nurse"),
    ],
)
def test_whoever_is_added_to_a_toll_is_a_part_of_it(read: Read, text: str, words: str) -> None:
    assert finding(read(text), words).part


def test_one_person_told_twice_over_is_one(read: Read) -> None:
    reading = read("The victim, a 44-year-old baker, died of gunshot wounds after the shooting.")
    assert [f.words for t in reading.tellings for f in t.findings if f.field == "killed"] == ["a 44-year-old baker"]


def test_one_of_the_dead_is_a_part(read: Read) -> None:
    reading = read("A suicide bomber killed six people in Aden. Two of the dead were soldiers.")
    assert finding(reading, "Two").part


def test_the_attackers_own_dead_are_a_part_beside_other_victims_and_the_toll_without(read: Read) -> None:
    beside = read("Gunmen attacked the bank and killed two clerks. Police killed three gunmen after the attack.")
    assert finding(beside, "three").part
    assert not finding(beside, "two").part
    alone = read("Police killed three gunmen after the attack on the bank.")
    assert not finding(alone, "three").part


@pytest.mark.parametrize(
    "text",
    [
        "More than 30,000 people have been killed since the insurgency began.",
        "Fighting over the past ten years has left 5,000 dead.",
        "Fighting along the border has cost 175 lives since 8 October.",
        "Air raids killed 150 people between 1 and 25 January.",
        "Militants had killed more than 100 civilians in the month before.",
        "The division has 12,000 soldiers in the province.",
    ],
)
def test_war_totals_and_strengths_are_no_toll(read: Read, text: str) -> None:
    assert figures(read(text)) == []


def test_killed_or_wounded_together_is_neither_figure(read: Read) -> None:
    assert figures(read("Some 50 troops were killed or wounded in the ambush near Kandahar.")) == []


def test_the_speaker_is_noted(read: Read) -> None:
    reading = read("The bombing killed eight people, provincial police chief Amin Rahimi said.")
    assert finding(reading, "eight").speaker == "provincial police chief Amin Rahimi"


def test_a_hedge_is_noted(read: Read) -> None:
    assert finding(read("The bombing reportedly killed eight people in Kidal."), "eight").hedge == "reportedly"


def test_only_a_public_role_gives_a_victim_a_name(read: Read) -> None:
    leader = read("A drone strike killed senior commander Abu Omar Harithi near Idlib on Monday.")
    assert figures(leader) == [("killed", "Abu Omar Harithi")]
    assert figures(read("A drone strike killed Omar Harithi near Idlib on Monday.")) == []


@pytest.mark.parametrize(
    "teller",
    [
        "a local official said",
        "the mayor said",
        "a doctor at the district hospital said",
        "the governor, Olu Ade, told reporters",
        "a witness in Bunia later said",
        "a local defence group said",
    ],
)
@pytest.mark.parametrize("joint", [", ", " and "])
def test_who_tells_of_the_dead_is_none_of_them(read: Read, teller: str, joint: str) -> None:
    told = read(f"Gunmen attacked the market on Thursday and killed nine people{joint}{teller}.").tellings
    assert [f.words for t in told for f in t.findings if f.field == "killed"] == ["nine"]


def test_a_list_before_its_teller_keeps_its_last(read: Read) -> None:
    told = read("Gunmen shot dead a judge, his driver and a guard, said the prosecutor.").tellings
    assert [f.words for t in told for f in t.findings if f.field == "killed"] == ["a judge, his driver and a guard"]
