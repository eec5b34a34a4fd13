"""Reading the actor tables: the shipped ones and a project's own."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from annals.errors import InputError, UsageError
from annals.reference.actor_entry import INTERACTIONS, ActorEntry, Membership
from annals.reference.nations import DATA
from annals.reference.state_actors import state_entry

_MEMBERSHIP = re.compile(r"(\S+)(?: (\d{4})?-(\d{4})?)?")
_NAMING = ("aliases", "acronyms", "cautious")


def shipped_entries() -> dict[str, ActorEntry]:
    """Return the entries of `data/actors/*.toml` by id; those of states carry proper names only."""
    entries: dict[str, ActorEntry] = {}
    folder = DATA / "actors"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            entries |= {entry.actor_id: entry for entry in _entries(file.read_text("utf-8"), file.name)}
    return entries


def with_extra(entries: dict[str, ActorEntry], extra: Path) -> dict[str, ActorEntry]:
    """Return the entries with those of a project's own file added.

    The file has the form of the shipped ones: `source = "..."`, a table `[actors]` with one entry an id and, for proper
    names of a state's arm, a table `[states]`. An id that is known already gains the names; what else the file says
    of it replaces what the table says.

    Raises:
        UsageError: the file is not there or cannot be read.
        InputError: it is not TOML, or an entry has a wrong or missing key; says which.
    """
    try:
        text = extra.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{extra}: the file of actors cannot be read ({error}); give a TOML file in UTF-8.") from error
    added = dict(entries)
    for entry in _entries(text, str(extra), known=entries):
        added[entry.actor_id] = entry
    return added


def _entries(text: str, origin: str, known: dict[str, ActorEntry] | None = None) -> Iterator[ActorEntry]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"not TOML ({error}).", origin=origin) from error
    source = table.get("source", "not told")
    for actor_id, row in _rows(table, "actors", origin):
        before = (known or {}).get(actor_id)
        plain = {**_plain(before), **row} if before else row
        if before:
            plain |= {key: (*getattr(before, key), *row.get(key, ())) for key in _NAMING}
        yield _entry(actor_id, plain, source, origin)
    for actor_id, row in _rows(table, "states", origin):
        before = (known or {}).get(actor_id) or state_entry(actor_id)
        if before is None:
            raise InputError(
                'is no state; write "state:", a country code and an arm, such as "state:IQ:police".',
                origin=origin,
                field=f"states.{actor_id}",
            )
        wrong = sorted(row.keys() - set(_NAMING))
        if wrong:
            raise InputError(
                f"has the unknown key {wrong[0]}; a state takes {', '.join(_NAMING)}.",
                origin=origin,
                field=f"states.{actor_id}",
            )
        names = {key: (*getattr(before, key), *row.get(key, ())) for key in _NAMING}
        yield msgspec.structs.replace(before, source=source, **names)


def _rows(table: dict[str, Any], key: str, origin: str) -> Iterator[tuple[str, dict[str, Any]]]:
    rows = table.get(key, {})
    if not isinstance(rows, dict):
        raise InputError("is not a table of entries by id.", origin=origin, field=key)
    for actor_id, row in rows.items():
        if not isinstance(row, dict):
            raise InputError("is not an entry with keys.", origin=origin, field=f"{key}.{actor_id}")
        yield actor_id, row


def _plain(entry: ActorEntry) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(entry)
    plain["inter"] = plain.pop("interaction")
    plain["parents"] = [
        member.actor_id + (f" {member.since or ''}-{member.until or ''}" if member.since or member.until else "")
        for member in entry.parents
    ]
    del plain["actor_id"]
    return plain


def _entry(actor_id: str, row: dict[str, Any], source: str, origin: str) -> ActorEntry:
    plain = {"source": source, **row, "actor_id": actor_id}
    plain["source"] = str(plain["source"]).replace("{see}", str(plain.pop("see", None) or plain.get("name")))
    plain["interaction"] = plain.pop("inter", INTERACTIONS.get(str(row.get("kind"))))
    unknown = sorted(plain.keys() - set(ActorEntry.__struct_fields__))
    if unknown:
        raise InputError(f"has the unknown key {unknown[0]}.", origin=origin, field=f"actors.{actor_id}")
    try:
        plain["parents"] = [_membership(words) for words in row.get("parents", ())]
        return msgspec.convert(plain, ActorEntry)
    except (msgspec.ValidationError, TypeError) as error:
        raise InputError(f"{error}.", origin=origin, field=f"actors.{actor_id}") from error


def _membership(words: str) -> Membership:
    """Read "pmf 2014-2019", "pmf 2014-" or "pmf"."""
    found = _MEMBERSHIP.fullmatch(words)
    if not found:
        raise TypeError(f'the parent "{words}" is not an id with optional years ("pmf 2014-")')
    return Membership(
        actor_id=found[1],
        since=int(found[2]) if found[2] else None,
        until=int(found[3]) if found[3] else None,
    )
