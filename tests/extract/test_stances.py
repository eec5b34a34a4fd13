"""Who says who did it: claims, denials, blame, silence, and the doers that a report names itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.model import Finding, Reading
from tests.cases import cases

from .conftest import Read


def said(reading: Reading) -> list[Finding]:
    return [f for t in reading.tellings for f in t.findings if f.field == "perpetrator"]


def heard(reading: Reading) -> list[tuple[str, str, str | None]]:
    return [(f.stance, f.anchor or f.words, f.speaker) for f in said(reading)]


BOMB = "A bomb killed three people in Kidal on Friday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ansar Dine claimed responsibility.", ("claims", "Ansar Dine", "Ansar Dine")),
        ("The attack was claimed by Ansar Dine.", ("claims", "Ansar Dine", "Ansar Dine")),
        ("Ansar Dine had claimed a similar attack in June.", ("claims", "Ansar Dine", "Ansar Dine")),
        ("The bombing, which Ansar Dine claimed, was the first there.", ("claims", "Ansar Dine", "Ansar Dine")),
        (
            "Ansar Dine, an offshoot of another group, denied involvement.",
            ("denies", "Ansar Dine", "Ansar Dine"),
        ),
        ("Ansar Dine called the accusation baseless.", ("denies", "Ansar Dine", "Ansar Dine")),
        ("Mali blamed Ansar Dine for the bombing.", ("blames", "Ansar Dine", "Mali")),
        ("The governor accused Ansar Dine of planting the bomb.", ("blames", "Ansar Dine", "The governor")),
        ("Mali held Ansar Dine responsible.", ("blames", "Ansar Dine", "Mali")),
        ("Police suspect Ansar Dine.", ("suspects", "Ansar Dine", "Police")),
        ("Ansar Dine is believed to be behind the blast.", ("suspects", "Ansar Dine", None)),
    ],
)
def test_each_stance_has_its_party_and_its_speaker(
    read: Read, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert expected in heard(read(BOMB + text))


@pytest.mark.parametrize(
    "text",
    [
        "Mali accused Ansar Dine of smuggling cigarettes.",
        "Ansar Dine denied journalists access to the town.",
        "Nobody asked whether Ansar Dine was behind it.",
    ],
)
def test_a_charge_about_something_else_is_no_stance(read: Read, text: str) -> None:
    assert [h for h in heard(read(BOMB + text)) if h[1] == "Ansar Dine"] == []


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility.",
        "Nobody immediately claimed the attack.",
        "There was no claim of responsibility.",
        "No militant organisation had taken responsibility by Sunday.",
        "The bombing went unclaimed.",
        "Responsibility has not been claimed.",
    ],
)
def test_nobody_claimed_it(read: Read, text: str) -> None:
    assert [h[0] for h in heard(read(BOMB + text))] == ["unclaimed"]


def test_what_a_party_tells_of_its_own_deed_is_a_claim(read: Read) -> None:
    reading = read("The Turkish defence ministry said it had bombed a camp near Duhok on Monday, killing four people.")
    assert [h[:2] for h in heard(reading)] == [("claims", "Turkish defence ministry")]


def test_another_party_told_by_a_speaker_is_blamed(read: Read) -> None:
    reading = read("Boko Haram fighters killed 20 farmers near Maiduguri on Monday, a police spokesman said.")
    assert heard(reading) == [("blames", "Boko Haram fighters", "a police spokesman")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gunmen shot dead a mayor in Veracruz on Saturday.", ["Gunmen"]),
        ("A Taliban ambush in Ghazni killed six soldiers on Monday.", ["Taliban"]),
        ("Three teachers were killed in Niger on Monday by militants from Boko Haram.", ["militants from Boko Haram"]),
        ("Kenyan jets bombed a camp near Kismayo on Monday, killing six.", ["Kenyan jets"]),
        ("Six soldiers were killed in an attack on a base near Gao on Monday.", []),
        ("Five policemen killed in the bombing were buried on Monday in Quetta.", []),
        ("A bombing hit a base used by Kenyan troops near Kismayo on Monday, killing six.", []),
    ],
)
def test_doers_in_the_report_s_own_voice(read: Read, text: str, words: list[str]) -> None:
    assert [f.words for f in said(read(text)) if f.stance == "states"] == words


def test_a_pronoun_and_the_group_stand_for_the_party_named_before(read: Read) -> None:
    reading = read(
        "Two bombs exploded in Quetta on Tuesday, killing six people. The Baloch Liberation Army is the oldest of "
        "the separatist groups. The group claimed the attack."
    )
    assert [h[:2] for h in heard(reading)] == [("claims", "Baloch Liberation Army")]
    assert said(reading)[0].words == "The group"


def test_an_apposition_belongs_to_the_speaker(read: Read) -> None:
    reading = read(
        "Shells killed two in Goma on Monday. Jean Bahati, a spokesman for the army, said M23 had shelled the town."
    )
    assert [h[1:] for h in heard(reading)] == [("M23", "Jean Bahati, a spokesman for the army")]


@given(
    st.text(max_size=300)
    | st.lists(
        st.sampled_from(
            "who which claimed denied blamed , the group said it Hamas by of and was “ ” not attack killed . )".split()
        )
    ).map(" ".join)
)
@cases(60)
def test_no_text_raises_and_every_quote_stands_in_it(read: Read, text: str) -> None:
    reading = read(text)
    assert all(f.words in f.quote.exact for f in said(reading) if f.words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ansar Dine praised the town's elders and said it had planted the bomb.",
         ("claims", "Ansar Dine", "Ansar Dine")),
        ("The army admitted that one of its patrols had planted the bomb.", ("claims", "army", "The army")),
        ("The Harakat al-Nujaba militia issued a statement and said it was holding its crew.",
         ("claims", "Harakat al-Nujaba militia", "The Harakat al-Nujaba militia")),
        ("A Telegram channel run by Ansar Dine published a claim for the bombing.",
         ("claims", "Ansar Dine", "A Telegram channel")),
        ("The claim of responsibility was made by Ansar Dine.", ("claims", "Ansar Dine", "Ansar Dine")),
        ("Residents of the town say it was the MNLA again.", ("blames", "MNLA", "Residents of the town")),
        ("Officials put the blame for the bombing on Ansar Dine.", ("blames", "Ansar Dine", "Officials")),
        ("Police blame all of the bombings on the youth wing of Hefazat.",
         ("blames", "youth wing of Hefazat", "Police")),
        ("The mayor holds the Sons of Azawad responsible.", ("blames", "Sons of Azawad", "The mayor")),
        ("According to witnesses, the attackers were Tuareg rebels.", ("blames", "Tuareg rebels", "witnesses")),
        ("It has Ansar Dine's fingerprints all over it, a colonel said.", ("suspects", "Ansar Dine", "a colonel")),
        ("Bombs in markets are a trademark of Ansar Dine.", ("suspects", "Ansar Dine", None)),
        ("It resembled earlier bombings by Ansar Dine.", ("suspects", "Ansar Dine", None)),
        ("Suspicion fell on Ansar Dine, police said.", ("suspects", "Ansar Dine", "police")),
        ("A source told a radio station that Ansar Dine was thought to have carried it out.",
         ("suspects", "Ansar Dine", "A source")),
        ("A junta spokesman did not answer calls.", ("declines", "junta", "A junta spokesman")),
        ("Police say it is too early to name anyone.", ("declines", "Police", "Police")),
        ('"Nonsense," answered a spokesman for Ansar Dine.', ("denies", "Ansar Dine", "a spokesman for Ansar Dine")),
    ],
)  # fmt: skip
def test_frames_of_claiming_and_blaming(read: Read, text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in heard(read(BOMB + text))


def test_who_speaks_behind_a_comma_is_not_suspected_too(read: Read) -> None:
    assert [h[1] for h in heard(read(BOMB + "Suspicion fell on Ansar Dine, police said."))] == ["Ansar Dine"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An Israeli strike on a house in Baalbek killed three people on Monday.", ["Israeli"]),
        ("Russian missiles slammed into a block of flats in Kharkiv on Monday, killing six.", ["Russian"]),
        ("A US drone strike killed a shepherd in Nangarhar on Friday.", ["US"]),
        ("A Kenya attack left four people dead in Lamu on Sunday.", []),
        ("A French air base was shelled in Gao on Sunday, killing one soldier.", []),
    ],
)
def test_a_nation_before_a_strike_did_it_and_a_land_before_an_attack_is_where(
    read: Read, text: str, words: list[str]
) -> None:
    assert [f.words for f in said(read(text)) if f.stance == "states"] == words


def test_villages_in_a_state_say_nothing(read: Read) -> None:
    reading = read("Gunmen raided three villages in Plateau state on Monday and killed nine people.")
    assert [f.speaker for f in said(reading)] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Colombian army said Colombian guerrillas shot dead two farmers near Tumaco on Monday.", "blames"),
        ("The Israeli army said Israeli settlers opened fire near Hebron on Monday and killed a shepherd.", "blames"),
        ("Kenyan opposition leaders said Kenyan police shot dead four people in Kisumu on Monday.", "blames"),
        ("The Colombian government said Colombian troops shot dead two farmers near Tumaco on Monday.", "claims"),
    ],
)
def test_compatriots_are_no_arm_of_their_state(read: Read, text: str, expected: str) -> None:
    assert {h[0] for h in heard(read(text))} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The attack was claimed on Sunday by a group called the Army of the Dawn.",
         ("claims", "Army of the Dawn", "Army of the Dawn")),
        ("It had no warning, with Ansar Dine claiming responsibility a day later.",
         ("claims", "Ansar Dine", "Ansar Dine")),
        ("Leaflets signed by Ansar Dine were left at the spot.", ("claims", "Ansar Dine", "Leaflets")),
        ("A commander of Ansar Dine told a radio station that his men had done it.",
         ("claims", "Ansar Dine", "A commander of Ansar Dine")),
        ("A colonel saw the hand of Ansar Dine in it.", ("suspects", "Ansar Dine", "A colonel")),
        ("Officials have not ruled out the involvement of Ansar Dine.", ("suspects", "Ansar Dine", "Officials")),
        ("An inquiry found that Ansar Dine had planted the bomb.", ("blames", "Ansar Dine", "An inquiry")),
    ],
)  # fmt: skip
def test_further_frames(read: Read, text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in heard(read(BOMB + text))


@pytest.mark.parametrize(
    "text",
    [
        "The government blamed the wave of attacks on Ansar Dine.",
        "Ansar Dine claimed both attacks.",
        "The two attacks were later claimed by Ansar Dine.",
    ],
)
def test_a_word_on_several_attacks_reaches_each(read: Read, text: str) -> None:
    reading = read(BOMB + "On Sunday gunmen shot dead two policemen in Gao. " + text)
    told = [t for t in reading.tellings if not t.aggregate]
    assert len(told) == 2
    assert all(any(f.words == "Ansar Dine" for f in t.findings if f.field == "perpetrator") for t in told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ansar Dine was quickly blamed.", ("blames", "Ansar Dine", None)),
        ("Ansar Dine is widely believed to be behind the bombing.", ("suspects", "Ansar Dine", None)),
        ("The army said Ansar Dine had planted it.", ("blames", "Ansar Dine", "The army")),
        ("Residents accused the paramilitary RSF of planting the bomb.", ("blames", "paramilitary RSF", "Residents")),
        ("The RSF's media office denied it.", ("denies", "RSF", "The RSF's media office")),
    ],
)
def test_adverbs_pronouns_and_letters_do_not_hide_a_stance(
    read: Read, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert expected in heard(read(BOMB + text))


def test_who_suspects_somebody_does_not_blame_him_too(read: Read) -> None:
    text = "Suspected Abu Sayyaf militants beheaded two fishermen on Jolo on Tuesday, the military said."
    assert [h[0] for h in heard(read(text))] == ["suspects"]


def test_an_article_opens_a_phrase_of_its_own(read: Read) -> None:
    told = heard(read(BOMB + "A source told reporters the Sons of Azawad were responsible."))
    assert ("blames", "Sons of Azawad", "A source") in told


def test_a_group_that_no_table_knows_speaks_for_itself(read: Read) -> None:
    told = heard(read(BOMB + "The Sahel Avengers said they had planted the bomb."))
    assert ("claims", "Sahel Avengers", "The Sahel Avengers") in told


def test_who_is_quick_to_claim_claims(read: Read) -> None:
    assert ("claims", "Ansar Dine", "Ansar Dine") in heard(read(BOMB + "Ansar Dine was quick to claim the bombing."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army, which accuses Ansar Dine of the attack, lost two men.", ("blames", "Ansar Dine", "The army")),
        ("The attack, blamed by the army on Ansar Dine, was the third.", ("blames", "Ansar Dine", "the army")),
        ("The army blamed it on a group known locally as Ansar Dine.", ("blames", "Ansar Dine", "The army")),
        ("A minister said that the order had come from Ansar Dine.", ("blames", "Ansar Dine", "A minister")),
        ("It was struck by a shell fired from a Malian helicopter, Ansar Dine said.",
         ("blames", "Malian helicopter", "Ansar Dine")),
        ("The bombing bears the hallmarks of Ansar Dine.", ("suspects", "Ansar Dine", None)),
        ("The army denied it and condemned it, blaming bandits.", ("blames", "bandits", "The army")),
        ("A commander of Ansar Dine, Iyad Sow, claimed the bombing.",
         ("claims", "Ansar Dine", "A commander of Ansar Dine, Iyad Sow")),
        ("Ansar Dine said through its website that two suicide bombers had carried out the attack.",
         ("claims", "Ansar Dine", "Ansar Dine")),
        ("Ansar Dine claimed the siege.", ("claims", "Ansar Dine", "Ansar Dine")),
        ("Ansar Dine is banned. The dissident group admitted responsibility.",
         ("claims", "Ansar Dine", "Ansar Dine")),
        ("A separatist leader said that the government had staged the raid.",
         ("blames", "government", "A separatist leader")),
    ],
)  # fmt: skip
def test_who_blames_and_claims_in_longer_sentences(
    read: Read, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert expected in heard(read(BOMB + text))


def test_it_goes_on_to_blame_for_whoever_spoke_before(read: Read) -> None:
    told = heard(read("A bomb killed three people in Kidal on Friday, the shadow cabinet said. It blamed Ansar Dine."))
    assert ("blames", "Ansar Dine", "the shadow cabinet") in told


def test_the_group_is_the_one_that_the_report_introduced(read: Read) -> None:
    told = heard(read(BOMB + "A group calling itself the Dawn of Azawad has grown. The group claimed the bombing."))
    assert ("claims", "Dawn of Azawad", "Dawn of Azawad") in told


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors link the bombing to a feud between Ansar Dine and the MNLA.",
        "Police have named the ship as the Star of Gao.",
    ],
)
def test_a_quarrel_and_a_name_blame_nobody(read: Read, text: str) -> None:
    assert [h for h in heard(read(BOMB + text)) if h[0] == "blames"] == []


MASSACRE = "Gunmen killed nine people in the village of Tarkint in Mali on Friday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ansar Dine rejected any link.", ("denies", "Ansar Dine", "Ansar Dine")),
        ("Ansar Dine put out a note denying any part in it.", ("denies", "Ansar Dine", "Ansar Dine")),
        ("Ansar Dine turned the accusation around.", ("denies", "Ansar Dine", "Ansar Dine")),
        ("Ansar Dine said its men were not in the valley.", ("denies", "Ansar Dine", "Ansar Dine")),
        ("Ansar Dine was not involved, the governor said.", ("denies", "Ansar Dine", "the governor")),
        ("Musa Sow, a former guard who leads Ansar Dine, denied it.", ("denies", "Ansar Dine", None)),
        ("Masked men who said they belonged to Ansar Dine denied it.", ("denies", "Ansar Dine", None)),
        ("The mayor said both raiders had been members of Ansar Dine.", ("blames", "Ansar Dine", "The mayor")),
        ('"This was a raid by Ansar Dine," the mayor said.', ("blames", "Ansar Dine", "the mayor")),
        ("The mayor, Musa Sow, wept. He held Ansar Dine responsible.", ("blames", "Ansar Dine", "The mayor, Musa Sow")),
        ("Ansar Dine said one of its men had slipped past the guards.", ("claims", "Ansar Dine", "Ansar Dine")),
        (
            "The governor blamed a little-known group, the Brigade of the Red Dune.",
            ("blames", "Brigade of the Red Dune", "The governor"),
        ),
        ("The mayor said riders of the Dune Hill front had done it.", ("blames", "Dune Hill front", "The mayor")),
        (
            "The herders' council, Tabital Gondo, said its members had taken no part.",
            ("denies", "Tabital Gondo", "The herders' council, Tabital Gondo"),
        ),
        ("Police said that Musa Sow led the raiders.", ("blames", "Musa Sow", "Police")),
        ("The man behind the killings, Musa Sow, was shot in May.", ("blames", "Musa Sow", None)),
    ],
)
def test_party_and_speaker_are_read_in_further_words(
    read: Read, text: str, expected: tuple[str, str, str | None]
) -> None:
    told = heard(read(MASSACRE + text))
    assert any(expected[:2] == h[:2] and (expected[2] is None or expected[2] == h[2]) for h in told), told


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke of Ansar Dine at a wedding.",
        "Ansar Dine has often attacked the village in the past.",
        "The order came from Gao, the minister said.",
        "A caller who spoke for Ansar Dine said it was not responsible.",
    ],
)
def test_habits_talk_and_towns_are_no_blame(read: Read, text: str) -> None:
    assert [
        h for h in heard(read(MASSACRE + text)) if h[0] in ("states", "blames", "claims") and h[1] != "Gunmen"
    ] == []


def test_clothes_are_no_doers(read: Read) -> None:
    told = heard(read("Raiders disguised as policemen stormed a clinic in Gao on Friday and killed six people."))
    assert "policemen" not in {party for _, party, _ in told}


def test_who_strikes_back_at_fighters_claims_nothing_of_their_deed(read: Read) -> None:
    told = heard(read(MASSACRE + "The army said it had killed 20 terrorists in the forest."))
    assert all(stance != "claims" for stance, _, _ in told)


def test_who_struck_a_mine_claims_nothing(read: Read) -> None:
    for whose in ("soldiers", "men"):
        text = f"A mine killed two guards in Gao on Friday. The army said one of its {whose} had struck a mine."
        assert [h for h in heard(read(text)) if h[0] == "claims"] == []


def test_at_least_is_no_place(read: Read) -> None:
    told = heard(read("Ansar Dine killed at least nine people in the village of Tarkint in Mali on Friday."))
    assert ("states", "Ansar Dine", None) in told


def test_a_person_with_the_name_of_a_land_is_no_land(read: Read) -> None:
    text = "A gunman killed four people in a shop in Reading on Friday. The mayor named the shooter as Chad Baker."
    blamed = {party for stance, party, _ in heard(read(text)) if stance == "blames"}
    assert blamed == {"Chad Baker"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Witnesses said the gunman laughed. Police identified him as Musa Sow.", ("blames", "Musa Sow", "Police")),
        ("Musa Sow, 22, was arrested in Gao and was charged with nine murders.", ("blames", "Musa Sow", None)),
        ("Ansar Dine admitted to the killings in a leaflet.", ("claims", "Ansar Dine", "Ansar Dine")),
    ],
)
def test_more_of_who_did_it(read: Read, text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in heard(read("A former guard shot dead nine people in a market in Gao on Friday. " + text))


def test_two_named_together_are_both_blamed(read: Read) -> None:
    text = "Two men shot dead three people in a shop in Gao on Friday. "
    told = heard(read(text + "Police named them as Musa Sow, 40, and Ali Keita."))
    assert {("blames", "Musa Sow", "Police"), ("blames", "Ali Keita", "Police")} <= set(told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ansar Dine said that it had done it.", ("claims", "Ansar Dine", "Ansar Dine")),
        ("Ansar Dine said it had carried out the bombing together with AQIM.", ("claims", "AQIM", "Ansar Dine")),
        (
            'Ansar Dine said in a message that two of its "lions" had carried out the attack.',
            ("claims", "Ansar Dine", "Ansar Dine"),
        ),
        (
            "A preacher hinted that opponents of the Malian government were behind it.",
            ("blames", "opponents of the Malian government", None),
        ),
        ("The villagers put it down to Ansar Dine.", ("blames", "Ansar Dine", "The villagers")),
        ("Suspicion fell at once on Ansar Dine.", ("suspects", "Ansar Dine", None)),
        ("The interior ministry had on Sunday named Ansar Dine.", ("blames", "Ansar Dine", "The interior ministry")),
        ("The governor denied that Dogons were the authors.", ("denies", "Dogons", "The governor")),
        ("The governor said that the attackers were of the Bozo people.", ("blames", "Bozo people", "The governor")),
        (
            'The governor said that the warlord Amara Diop was "undoubtedly" behind it.',
            ("blames", "Amara Diop", "The governor"),
        ),
        (
            "The state blamed bandits and, in court, Ansar Dine, which denied it.",
            ("blames", "Ansar Dine", "The state"),
        ),
        (
            "Police blamed the Desert Council, a herders' body, which denied it.",
            ("denies", "Desert Council", "a herders' body"),
        ),
    ],
)
def test_further_words_for_a_deed_that_was_told_before(
    read: Read, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert expected in heard(read(BOMB + text))


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The justice minister, Awa Keita, disputed that.", "justice minister"),
        ("Police blamed a war between the Sinaloa cartel and its rivals.", "Sinaloa"),
        ("A man took credit for the bombing in the name of our brothers.", "our brothers"),
        ("A second group said it was behind it. Ansar Dine said it had carried it out.", "second group"),
        ("The governor said that the herders had no connection with either side in the war.", "governor"),
    ],
)
def test_who_is_no_party_to_the_deed(read: Read, text: str, party: str) -> None:
    assert [h for h in heard(read(BOMB + text)) if h[1].lower().endswith(party.lower())] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A channel close to the Red Hill Front said the group had done it.",
            ("claims", "Red Hill Front", "A channel close to the Red Hill Front"),
        ),
        ("The killings were blamed on Ansar Dine by the governor.", ("blames", "Ansar Dine", "the governor")),
        ("Officials suspect the involvement of Ansar Dine.", ("suspects", "Ansar Dine", "Officials")),
        (
            "The president said a local gang, Los Ardillos, was responsible.",
            ("blames", "Los Ardillos", "The president"),
        ),
        ("Ansar Dine denied any involvement and blamed the army.", ("blames", "army", "Ansar Dine")),
    ],
)
def test_who_is_meant_and_who_speaks_in_longer_phrases(
    read: Read, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert expected in heard(read(BOMB + text))


@pytest.mark.parametrize(
    "text",
    [
        "The suspect, a student, told police that he had acted alone.",
        "Ansar Dine rejected the government's claim that it had planted the bomb.",
        "Police have often been accused of similar killings in the region.",
    ],
)
def test_no_blame_in_a_noun_or_in_what_was_done_before(read: Read, text: str) -> None:
    parties = [(s, p) for s, p, _ in heard(read(BOMB + text)) if s in ("claims", "blames", "suspects")]
    assert not [p for _, p in parties if p in ("police", "Police", "government")]
