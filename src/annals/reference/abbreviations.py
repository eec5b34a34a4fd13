"""Short forms of the names of states and provinces: "Macon, Ga.", "Charleston, W.Va.", "Washington, DC"."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from annals.reference.countries import countries


class State(NamedTuple):
    """What a short form stands for."""

    name: str
    country: str
    """ISO 3166-1 alpha-2."""


@cache
def _states() -> dict[str, State]:
    table = tomllib.loads((files("annals.reference") / "data" / "abbreviations.toml").read_text(encoding="utf-8"))
    return {
        _bare(form): State(name, country) for country, names in table.items() for name, forms in names.items()
        for form in forms
    }  # fmt: skip


def _bare(form: str) -> str:
    return form.replace(".", "").replace(" ", "")


def state_of(form: str) -> State | None:
    """Return what a short form stands for, None where it is none. Full stops may be left out, capitals not changed.

    >>> state_of("W.Va."), state_of("Ga")
    (State(name='West Virginia', country='US'), State(name='Georgia', country='US'))
    """
    return _states().get(_bare(form))


def stands_alone(form: str) -> bool:
    """Say whether a short form is one without a town before it: it is dotted ("N.C."), or it is "DC".

    >>> stands_alone("N.C."), stands_alone("IN"), stands_alone("Miss.")
    (True, False, False)
    """
    return state_of(form) is not None and (form.rstrip(".").count(".") > 0 or form == "DC")


@cache
def _after_comma() -> re.Pattern[str]:
    forms = sorted(_states(), key=len, reverse=True)
    dotted = "|".join(r"\.?".join(re.escape(letter) for letter in form) for form in forms)
    return re.compile(rf"(,\s*)({dotted})\.?(?=$|[\s,;:)\]\u2013\u2014-])")


def spelled_out(words: str) -> str:
    """Write out the state after a town, with its country, which the short form tells too.

    >>> spelled_out("a bar in Macon, Ga."), spelled_out("Wash.")
    ('a bar in Macon, Georgia state, United States', 'Washington state, United States')
    """
    state = state_of(words)
    if state is not None and (stands_alone(words) or not _bare(words).isupper()):
        return _full(state)
    return _after_comma().sub(_written, words) if "," in words else words


def _written(found: re.Match[str]) -> str:
    state = state_of(found[2])
    return f"{found[1]}{_full(state)}" if state else found[0]


def _full(state: State) -> str:
    noun = "" if state.name == "District of Columbia" else " state"  # for it may be a town's name too: "Washington"
    return f"{state.name}{noun}, {countries().name(state.country) or state.country}"
