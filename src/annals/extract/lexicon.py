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
    responses: Phrases[str]


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("annals.extract").joinpath("lexicons", f"{name}.toml").read_text("utf-8"))


@cache
def table() -> Table:
    """The lexicons; read on first use, the same object ever after."""
    cues, people = _load("cues"), _load("people")
    return Table(
        triggers=_triggers(),
        harm=_harm(),
        people=Phrases([(form, kind == "plural") for unit in people["units"] for form, kind in noun_forms(unit)]),
        parts=_plain(people["parts"]),
        realis=Phrases([(phrase, kind) for kind, phrases in cues["realis"].items() for phrase in phrases]),
        hedges=_plain(cues["hedges"]["words"]),
        saying=Phrases([pair for verb in cues["saying"]["verbs"] for pair in verb_forms(verb)]),
        according=_plain(cues["saying"]["according"]),
        anonymous=_plain(cues["saying"]["anonymous"]),
        stances=_stances(cues["stances"]),
        series=_plain(cues["series"]["before"]),
        another=_plain(cues["again"]["another"]),
        armed=Phrases([(form, True) for noun in cues["armed"]["nouns"] for form, _ in noun_forms(noun)]),
        noise=Phrases([(phrase, kind) for kind, phrases in _load("noise").items() for phrase in phrases]),
        responses=_responses(),
    )


def _plain(phrases: list[str]) -> Phrases[bool]:
    return Phrases([(phrase, True) for phrase in phrases])


def _triggers() -> Phrases[Trigger]:
    entries: list[tuple[str, Trigger]] = []
    for row in _load("triggers")["trigger"]:
        for noun in row["nouns"]:
            entries += [(f, Trigger(row["type"], row["sure"], form, noun=True)) for f, form in noun_forms(noun)]
        for verb in row["verbs"]:
            entries += [(f, Trigger(row["type"], row["sure"], form, noun=False)) for f, form in verb_forms(verb)]
    return Phrases(entries)


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
        return [(f"{aux} {rest}", "participle") for aux in ("was", "were", "been", "being", "are", "is")]
    return noun_forms(phrase) if role in ("nouns", "both", "tolls") else [(phrase, "base")]


def _stances(rows: dict[str, list[str]]) -> Phrases[StanceCue]:
    entries = []
    for key, phrases in rows.items():
        stance, _, side = key.partition("_")
        entries += [(phrase, StanceCue(stance, side or "none")) for phrase in phrases]
    return Phrases(entries)


def _responses() -> Phrases[str]:
    entries: list[tuple[str, str]] = []
    for row in _load("responses")["response"]:
        entries += [(form, row["category"]) for verb in row["verbs"] for form, _ in verb_forms(verb)]
        entries += [(form, row["category"]) for noun in row["nouns"] for form, _ in noun_forms(noun)]
    return Phrases(entries)
