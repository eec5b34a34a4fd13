"""The rule reader's words, read once from the TOML files in `lexicons/`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from annals.english.inflect import Form, noun_forms, verb_forms
from annals.english.phrases import Phrases


class Trigger(NamedTuple):
    """A word that names an event: its ACLED sub-type ("" where the context decides), and how it stands."""

    type: str
    sure: bool
    form: Form
    noun: bool


class Harm(NamedTuple):
    """A word of harm: the field that its number belongs to, its role, and its form."""

    field: str
    role: str
    form: Form


class StanceCue(NamedTuple):
    """A phrase of blame, claim or denial, and on which side its party stands ("before", "after", "none")."""

    stance: str
    side: str


class ResponseCue(NamedTuple):
    """A word of something done or said about an event: its PLOVER category, its form, and whether it is a noun."""

    category: str
    form: Form
    noun: bool


class Table(NamedTuple):
    """All lexicons, as phrase sets."""

    triggers: Phrases[Trigger]
    harm: Phrases[Harm]
    people: Phrases[bool]
    parts: Phrases[bool]
    realis: Phrases[str]
    hedges: Phrases[bool]
    saying: Phrases[Form]
    according: Phrases[bool]
    anonymous: Phrases[bool]
    stances: Phrases[StanceCue]
    series: Phrases[bool]
    another: Phrases[bool]
    noise: Phrases[str]
    armed: Phrases[bool]
    deeds: Phrases[Form]
    responses: Phrases[ResponseCue]


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("annals.extract").joinpath("lexicons", f"{name}.toml").read_text("utf-8"))


@cache
def table() -> Table:
    """The lexicons; read on first use, the same object ever after."""
    cues, people, spoken = _load("cues"), _load("people"), _load("stances")
    return Table(
        triggers=_triggers(),
        harm=_harm(),
        people=Phrases(
            [(form, kind == "plural") for unit in people["units"] for form, kind in noun_forms(unit)]
            + [(plural, True) for plural in people["plurals"]]
        ),
        parts=_plain(people["parts"]),
        realis=Phrases([(phrase, kind) for kind, phrases in cues["realis"].items() for phrase in phrases]),
        hedges=_plain(cues["hedges"]["words"]),
        saying=_verbs(spoken["saying"]["verbs"]),
        according=_plain(spoken["saying"]["according"]),
        anonymous=_plain(spoken["saying"]["anonymous"]),
        stances=_stances(spoken),
        deeds=_verbs(spoken["deeds"]["verbs"]),
        series=_plain(cues["series"]["before"]),
        another=_plain(cues["again"]["another"]),
        armed=Phrases([(form, True) for noun in cues["armed"]["nouns"] for form, _ in noun_forms(noun)]),
        noise=Phrases([(phrase, kind) for kind, phrases in _load("noise").items() for phrase in phrases]),
        responses=_responses(),
    )


def _plain(phrases: list[str]) -> Phrases[bool]:
    return Phrases([(phrase, True) for phrase in phrases])


def _triggers() -> Phrases[Trigger]:
    rows = _load("triggers")["trigger"]
    # Nouns first: of two equal forms ("the bombing", "bombing a camp") the first counts, and the noun says more.
    nouns = [
        (form, Trigger(row["type"], row["sure"], kind, noun=True))
        for row in rows
        for noun in row["nouns"]
        for form, kind in noun_forms(noun)
    ]
    verbs = [
        (form, Trigger(row["type"], row["sure"], kind, noun=False))
        for row in rows
        for verb in row["verbs"]
        for form, kind in verb_forms(verb)
    ]
    return Phrases(nouns + verbs)


def _harm() -> Phrases[Harm]:
    entries: list[tuple[str, Harm]] = []
    for field, roles in _load("harm").items():
        for role, phrases in roles.items():
            for phrase in phrases:
                entries += [(f, Harm(field, role, form)) for f, form in _harm_forms(role, phrase)]
    # Whole phrases of "none" win over the verbs within them by length alone; equal phrases keep the first.
    return Phrases(entries)


def _harm_forms(role: str, phrase: str) -> list[tuple[str, Form]]:
    if role in ("active", "suffered") and not phrase.startswith("be "):
        return verb_forms(phrase)
    if phrase.startswith("be "):
        rest = phrase.removeprefix("be ")
        return [(f"{aux} {rest}", "participle") for aux in ("was", "were", "been", "being", "are", "is", "be")]
    return noun_forms(phrase) if role in ("nouns", "both", "tolls") else [(phrase, "base")]


def _verbs(verbs: list[str]) -> Phrases[Form]:
    return Phrases([pair for verb in verbs for pair in verb_forms(verb)])


def _stances(tables: dict[str, Any]) -> Phrases[StanceCue]:
    entries = []
    objects = tables["objects"]["of_events"]
    for stance in ("claims", "denies", "blames", "suspects", "praises", "declines", "retracts"):
        for side, rows in tables[stance].items():
            phrases = list(rows.get("phrases", ()))
            verbs = [*rows.get("verbs", ()), *(f"{v} {o}" for v in rows.get("verbs_of_events", ()) for o in objects)]
            phrases += [form for verb in verbs for form, _ in verb_forms(verb)]
            entries += [(phrase, StanceCue(stance, side)) for phrase in phrases]
    return Phrases(entries)


def _responses() -> Phrases[ResponseCue]:
    entries: list[tuple[str, ResponseCue]] = []
    for row in _load("responses")["response"]:
        kind = row["category"]
        entries += [(f, ResponseCue(kind, form, noun=False)) for verb in row["verbs"] for f, form in verb_forms(verb)]
        entries += [(f, ResponseCue(kind, form, noun=True)) for noun in row["nouns"] for f, form in noun_forms(noun)]
    return Phrases(entries)
