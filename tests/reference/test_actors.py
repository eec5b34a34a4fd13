"""Actors: one name in many spellings, short forms that mean several things, and what is no name at all."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.errors import InputError, UsageError
from annals.reference.actor_entry import VOICES
from annals.reference.actors import ActorTable
from tests.cases import cases

TABLE = ActorTable.load()

NAMES = {
    "kataib-hezbollah": ["Kataib Hezbollah", "Kataeb Hizbullah", "Kata’ib Hezbollah", "the Hezbollah Brigades"],
    "hezbollah": ["Hezbollah", "Hizbullah", "Hizballah", "Hizbollah", "Lebanese Hezbollah", "Lebanon's Hezbollah"],
    "pmf": ["Hashd", "Hashed", "PMF", "PMU", "Hashd al-Shaabi", "Hashed al-Sha'abi", "Popular Mobilisation Forces"],
    "islamic-state": ["IS", "ISIS", "ISIL", "Isis", "Daesh", "Daeh", "Da'esh", "the so-called Islamic State"],
    "asaib-ahl-al-haq": ["AAH", "Asaib Ahl al-Haq", "Asa'ib Ahl al-Haqq", "League of the Righteous"],
    "houthis": ["Houthis", "the Huthis", "Ansar Allah", "Ansarullah", "Houthi rebels"],
    "hts": ["HTS", "Hayat Tahrir al-Sham", "Hay'at Tahrir al-Sham", "Hayat Tahrir as-Sham"],
    "qassam-brigades": ["Izz ad-Din al-Qassam Brigades", "Ezzedine al-Qassam Brigades", "Al-Qassam Brigades"],
    "pkk": ["PKK", "Kurdistan Workers' Party", "Kurdistan Workers’ Party (PKK)", "Kurdistan Workers Party"],
    "taliban": ["Taliban", "the Taleban", "the Afghan Taliban"],
    "ttp": ["Tehrik-i-Taliban Pakistan", "Tehreek-e-Taliban Pakistan", "TTP", "the Pakistani Taliban"],
    "lashkar-e-taiba": ["Lashkar-e-Taiba", "Lashkar-e-Tayyiba", "Lashkar-i-Taiba", "LeT"],
    "jaish-e-mohammed": ["Jaish-e-Mohammed", "Jaish-e-Mohammad", "Jaish-e-Muhammad"],
    "ltte": ["LTTE", "Tamil Tigers", "Liberation Tigers of Tamil Eelam"],
    "abu-sayyaf": ["Abu Sayyaf", "Abu Sayaf", "the Abu Sayyaf Group"],
    "jemaah-islamiyah": ["Jemaah Islamiyah", "Jemaah Islamiah", "Jemaah Islamiya"],
    "boko-haram": ["Boko Haram"],
    "iswap": ["ISWAP", "Islamic State West Africa Province"],
    "al-shabaab": ["al-Shabaab", "Al Shabab", "Shabaab", "Al-Shabaab"],
    "jnim": ["JNIM", "Jama'at Nusrat al-Islam wal-Muslimin", "Jamaat Nusrat ul-Islam wal-Muslimin (JNIM)"],
    "m23": ["M23", "the March 23 Movement", "M23 rebels"],
    "fdlr": ["FDLR", "Democratic Forces for the Liberation of Rwanda"],
    "lra": ["Lord's Resistance Army", "Lord’s Resistance Army (LRA)"],
    "rsf": ["Rapid Support Forces", "the Rapid Support Forces (RSF)"],
    "tplf": ["TPLF", "Tigray People's Liberation Front"],
    "wagner": ["Wagner", "the Wagner Group", "Wagner mercenaries"],
    "eta": ["ETA", "Euskadi Ta Askatasuna", "Basque Homeland and Freedom"],
    "ira": ["IRA", "the Provisional IRA", "Irish Republican Army"],
    "real-ira": ["Real IRA"],
    "red-brigades": ["Red Brigades", "Brigate Rosse"],
    "kla": ["Kosovo Liberation Army"],
    "vrs": ["Bosnian Serb forces", "Army of Republika Srpska"],
    "farc": ["FARC", "Farc", "Revolutionary Armed Forces of Colombia"],
    "shining-path": ["Shining Path", "Sendero Luminoso"],
    "fmln": ["FMLN", "Farabundo Marti National Liberation Front"],
    "contras": ["the Contras", "contras"],
    "cjng": ["CJNG", "Jalisco New Generation Cartel"],
    "ms-13": ["MS-13", "MS13", "Mara Salvatrucha"],
    "irgc": ["IRGC", "Revolutionary Guards", "Islamic Revolutionary Guard Corps"],
    "quds-force": ["Quds Force", "the Qods Force"],
    "global-coalition": ["US-led coalition", "the U.S.-led coalition", "American-led coalition"],
    "sohr": ["Syrian Observatory for Human Rights", "SOHR"],
    "reuters": ["Reuters"],
    "afp": ["AFP", "Agence France-Presse"],
    "msf": ["MSF", "Médecins Sans Frontières", "Doctors Without Borders"],
    "state:US:military": [
        "Pentagon",
        "CENTCOM",
        "U.S. Central Command",
        "US troops",
        "American soldiers",
        "the US Navy",
    ],
    "state:IL:military": ["IDF", "Israel Defense Forces", "Israeli army", "the Israeli air force", "Israel's military"],
    "state:CD:military": ["FARDC", "Congolese army", "the army of the Democratic Republic of the Congo"],
    "state:SD:military": ["SAF", "Sudanese Armed Forces", "Sudan's army"],
    "state:PH:military": ["Armed Forces of the Philippines", "Philippine troops"],
    "state:GB:military": ["Royal Air Force", "British troops", "UK Ministry of Defence"],
    "state:IQ:police": ["Iraqi police", "Iraqi federal police", "the police of Iraq"],
    "state:IQ:security": ["Iraqi security forces"],
    "state:UA:military": ["Ukraine's defence ministry", "Ukrainian armed forces", "Ministry of Defence of Ukraine"],
    "state:TD:government": ["the government of Chad", "Chadian authorities"],
    "state:BR:police": ["Brazilian military police"],
    "state:IN:border": ["Indian border guards"],
    "state:IL": ["Israel"],
    "state:IR": ["Iran", "Tehran"],
}


@pytest.mark.parametrize(("actor_id", "name"), [(key, name) for key, names in NAMES.items() for name in names])
def test_a_name_is_found_in_its_usual_spellings(actor_id: str, name: str) -> None:
    found = TABLE.find(name)
    assert found is not None
    assert found.actor_id == actor_id


@pytest.mark.parametrize(
    "words",
    [
        "Hezbollah supporters",
        "al-Qaeda-linked militants",
        "anti-Taliban militia",
        "gunmen",
        "Iranian-backed militias",
        "Front for the Liberation of Ruritania",
        "is",
        "",
        "the",
        "Hamas-run ministry",
        "Michael",
        "pro-Iranian groups",
        "New Mexico police",
    ],
)
def test_a_part_of_a_name_or_a_description_finds_nobody(words: str) -> None:
    assert TABLE.find(words) is None


def test_a_name_of_several_actors_finds_none_of_them() -> None:
    assert TABLE.find("National Liberation Army") is None
    assert TABLE.find("RSF") is None


def named(text: str) -> list[tuple[str, str]]:
    return [(match.words, match.entry.actor_id) for match in TABLE.scan(text)]


SENTENCES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "Fighters from Kataib Hezbollah, which is not the Lebanese Hezbollah, clashed with Iraqi federal police.",
        [
            ("Kataib Hezbollah", "kataib-hezbollah"),
            ("Lebanese Hezbollah", "hezbollah"),
            ("Iraqi federal police", "state:IQ:police"),
        ],
    ),
    ("IS fighters overran a village in Syria.", [("IS", "islamic-state")]),
    ("What is left of the town is rubble.", []),
    ("THIS IS HOW THE WAR IN IRAQ BEGAN", []),
    ("The Shining Path bombed a bank in Lima.", [("Shining Path", "shining-path")]),
    ("It was a shining path to a better life.", []),
    ("The RSF shelled a market, residents of Sudan's capital said.", [("RSF", "rsf")]),
    (
        "Press freedom group Reporters Without Borders (RSF) was worried.",
        [("Reporters Without Borders", "reporters-without-borders"), ("RSF", "reporters-without-borders")],
    ),
    (
        "MANILA, Philippines (AFP) - The Armed Forces of the Philippines (AFP) lost a man. An AFP officer told AFP so.",
        [
            ("AFP", "afp"),
            ("Armed Forces of the Philippines", "state:PH:military"),
            ("AFP", "state:PH:military"),
            ("AFP", "state:PH:military"),
            ("AFP", "afp"),
        ],
    ),
    ("US and Iraqi troops searched the houses.", [("US", "state:US:military"), ("Iraqi troops", "state:IQ:military")]),
    ("Israeli air strikes hit the port; Israel denied it.", [("Israeli", "state:IL:military"), ("Israel", "state:IL")]),
    ("Two people died in Israel on Friday.", []),
    ("Washington blamed Iran for the raid.", [("Washington", "state:US"), ("Iran", "state:IR")]),
    ("Michael Jordan said he would return.", []),
    ("Jordan said it had closed the border.", [("Jordan", "state:JO")]),
    ("The port is Houthi-controlled and the militia is al-Qaeda-linked.", []),
    ("Iran-backed Houthi rebels fired at a ship.", [("Houthi rebels", "houthis")]),
    ("Anti-Taliban fighters held the valley.", []),
    ("Rioters burned cars in Ukraine near the Sea of Azov.", []),
    ("Lebanese forces deployed.", [("Lebanese forces", "state:LB:military")]),
    ("The Lebanese Forces militia withdrew.", [("Lebanese Forces", "lebanese-forces")]),
    ("Fighters of the Azov held the plant, Ukraine said.", [("Azov", "azov"), ("Ukraine", "state:UA")]),
    ("The turkey was eaten before the army arrived.", []),
    (
        "Nigeria's army said Boko Haram and ISWAP had fought each other.",
        [("Nigeria's army", "state:NG:military"), ("Boko Haram", "boko-haram"), ("ISWAP", "iswap")],
    ),
    ("New Mexico police arrested a man.", []),
    ("Provisional IRA gunmen shot a soldier; the RUC found the car.", [("Provisional IRA", "ira"), ("RUC", "ruc")]),
    (
        "FMLN guerrillas attacked a Salvadoran army post.",
        [("FMLN guerrillas", "fmln"), ("Salvadoran army", "state:SV:military")],
    ),
    ("Bosnian Serb forces shelled the town.", [("Bosnian Serb forces", "vrs")]),
    ("A spokesman for the army of Chad spoke.", [("army of Chad", "state:TD:military")]),
    ("The date was 17 November, a public holiday in Greece.", []),
    ("The group November 17 shot the attaché.", [("November 17", "november-17")]),
    (
        "The National Liberation Army seized a village near Tetovo in Macedonia.",
        [("National Liberation Army", "nla-macedonia")],
    ),
    ("Colombia's National Liberation Army blew up the pipeline.", [("National Liberation Army", "eln-colombia")]),
    (
        "Al Jazeera and the Syrian Observatory for Human Rights reported it.",
        [("Al Jazeera", "al-jazeera"), ("Syrian Observatory for Human Rights", "sohr")],
    ),
    ("Kurdistan Workers’\nParty militants fled.", [("Kurdistan Workers’\nParty", "pkk")]),
    (
        "U.S. Marines landed. U.K. troops followed.",
        [("U.S. Marines", "state:US:military"), ("U.K. troops", "state:GB:military")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_scan_names_the_parties_of_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_a_text_without_capitals_is_not_asked_for_them() -> None:
    text = (
        "the fmln claimed the attack. u.s. officials and the salvadoran army blamed the shining path for it, and "
        "let us hope that this is the end of it. the is of identity, mend your ways, who knows what was the action. "
    )
    assert [actor_id for _, actor_id in named(text)] == [
        "fmln",
        "state:US:government",
        "state:SV:military",
        "shining-path",
    ]
    assert named("the shining path of virtue") == []


def test_the_longest_name_wins() -> None:
    assert named("Islamic State West Africa Province fighters") == [("Islamic State West Africa Province", "iswap")]


def test_the_table_is_wide_and_sound() -> None:
    entries = list(TABLE)
    parties = [e for e in entries if e.kind not in VOICES and not e.actor_id.startswith("state:")]
    assert len(parties) >= 600
    assert len({code for entry in parties for code in entry.countries}) >= 90
    ids = {entry.actor_id for entry in entries}
    for entry in entries:
        assert entry.source
        assert entry.interaction is None or 1 <= entry.interaction <= 8
        assert entry.since is None or entry.until is None or entry.since <= entry.until
        assert entry.successor is None or entry.successor in ids
        assert all(TABLE.get(parent.actor_id) for parent in entry.parents), entry.actor_id
        assert all(TABLE.get(f"state:{code}") for code in entry.countries), entry.actor_id


def test_every_party_says_where_a_stranger_can_look_it_up() -> None:
    for entry in TABLE:
        if entry.kind not in VOICES and not entry.actor_id.startswith("state:"):
            assert re.search(r"Wikipedia, article “[^{}“”]+”", entry.source), (entry.actor_id, entry.source)


def test_wikidata_ids_have_their_form_and_stand_once() -> None:
    known = [entry.wikidata for entry in TABLE if entry.wikidata is not None]
    assert all(re.fullmatch(r"Q[1-9]\d{0,9}", name) for name in known)
    assert len(set(known)) == len(known)


def test_what_a_group_became_came_later() -> None:
    years = {entry.actor_id: entry for entry in TABLE}
    for entry in TABLE:
        after = years.get(entry.successor or "")
        if after is not None and entry.since is not None and after.until is not None:
            assert entry.since <= after.until, entry.actor_id


def test_every_shipped_name_finds_its_actor_or_is_shared() -> None:
    for entry in TABLE:
        for name in (entry.name, *entry.aliases):
            found = TABLE.find(name)
            shared = found is None and sum(name in (other.name, *other.aliases) for other in TABLE) > 1
            assert shared or (found is not None and found.actor_id == entry.actor_id), (entry.actor_id, name, found)


def test_a_state_is_made_by_rule_for_every_country() -> None:
    entry = TABLE.get("state:FJ:police")
    assert entry is not None
    assert (entry.name, entry.kind, entry.interaction, entry.countries) == ("Fijian police", "police", 1, ("FJ",))
    assert TABLE.get("state:ZZ:police") is None
    assert TABLE.get("state:FJ:bakery") is None


def test_a_project_adds_actors_and_names(tmp_path: Path) -> None:
    extra = tmp_path / "ours.toml"
    extra.write_text(
        'source = "our field notes"\n[actors]\n'
        'blue-falcons = { name = "Blue Falcons", kind = "gang", countries = ["HT"], parents = ["g9-haiti 2021-"] }\n'
        'hamas = { aliases = ["The Movement of Zeal"] }\n'
        '[states]\n"state:IQ:police" = { aliases = ["Swift Response Command"] }\n',
        encoding="utf-8",
    )
    table = ActorTable.load(extra)
    falcons, hamas, police = (
        table.find(name) for name in ("Blue Falcons", "Movement of Zeal", "Swift Response Command")
    )
    assert falcons is not None
    assert (falcons.source, falcons.interaction, falcons.parents[0].since) == ("our field notes", 3, 2021)
    assert hamas is not None
    assert (hamas.actor_id, hamas.wikidata) == ("hamas", "Q38799")
    assert table.find("Islamic Resistance Movement") == hamas
    assert police is not None
    assert police.actor_id == "state:IQ:police"
    assert TABLE.find("Blue Falcons") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[actors", "not TOML"),
        ('[actors]\nx = { kind = "gang" }', "actors.x"),
        ('[actors]\nx = { name = "X", kind = "choir" }', "actors.x"),
        ('[actors]\nx = { name = "X", kind = "gang", alias = ["Y"] }', "actors.x"),
        ('[actors]\nx = { name = "X", kind = "gang", parents = ["a b c"] }', "actors.x"),
        ("actors = 3", "actors"),
        ("[actors]\nx = 3", "actors.x"),
        ('[states]\n"state:Q1:police" = { aliases = ["X"] }', "states.state:Q1:police"),
        ('[states]\n"state:IQ:police" = { kind = "gang" }', "kind"),
    ],
)
def test_a_faulty_file_is_refused_with_the_place_of_the_fault(tmp_path: Path, text: str, told: str) -> None:
    extra = tmp_path / "ours.toml"
    extra.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=told):
        ActorTable.load(extra)


def test_a_missing_file_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.toml"):
        ActorTable.load(tmp_path / "none.toml")


PIECES = st.lists(
    st.sampled_from(
        [
            "IS",
            "is",
            "ISIS",
            "Hezbollah",
            "al",
            "-",
            "the",
            "US",
            "U.S.",
            "and",
            "Iraqi",
            "troops",
            "army",
            "of",
            "(",
            ")",
            ",",
            ".",
            "\n",
            "AFP",
            "told",
            "RSF",
            "Sudan",
            "said",
            "blamed",
            "by",
            "Israel",
            "’s",
            "K.H",
        ]
    )
    | st.text(max_size=8),
    max_size=60,
)


@given(PIECES)
@cases(150)
def test_matches_lie_in_the_text_in_order_and_apart(pieces: list[str]) -> None:
    text = " ".join(pieces)
    last = 0
    for match in TABLE.scan(text):
        assert last <= match.start < match.end <= len(text)
        assert text[match.start : match.end] == match.words
        last = match.end


@given(st.text(max_size=60))
@cases(150)
def test_find_takes_any_words(words: str) -> None:
    found = TABLE.find(words)
    assert found is None or found == TABLE.get(found.actor_id)


def test_a_hostile_text_is_scanned_to_its_end() -> None:
    for piece in ("US and ", "a.", "Islamic State of ", "Iraqi special federal ", "'s ", "(", "al-"):
        assert all(match.end <= len(piece) * 20_000 for match in TABLE.scan(piece * 20_000))
