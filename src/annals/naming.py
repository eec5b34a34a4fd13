"""Whom a person means who names an actor: one of the table, or another party of the ledger."""

from collections.abc import Sequence
from difflib import get_close_matches

from annals.errors import NotFoundError
from annals.harmonise.aliases import Aliases
from annals.model import ActorValue, Judgement
from annals.reference.actors import ActorTable
from annals.store.browse import Browse

_NEAR = 5
_LIKE = 0.6
_LONGEST = 200


def actor_named(name: str, browse: Browse, known: Sequence[Judgement]) -> ActorValue:
    """Return the actor that an id or a name stands for.

    The table comes first, then the names that people gave already, then the parties of the ledger.

    Raises:
        NotFoundError: there is none; the sentence names near ones.
    """
    name = " ".join(name.split())[:_LONGEST]
    table = ActorTable.load()
    entry = table.get(name) or table.find(name)
    if entry is not None:
        return ActorValue(actor_id=entry.actor_id, name=entry.name)
    told = ActorValue(name=name)
    decided = Aliases(known).actor(name, told)
    if decided is not None and decided != told:
        return decided
    own = browse.actors(text=name, size=_NEAR).rows if name else ()
    party = next((row for row in own if row.name.casefold() == name.casefold()), None)
    if party is not None:
        return ActorValue(actor_id=party.actor_id, name=party.name)
    names = sorted({name for entry in table for name in (entry.actor_id, entry.name)})
    near = get_close_matches(name, names, n=_NEAR, cutoff=_LIKE)
    hint = f"near it: {', '.join(near)}" if near else "give an id or a name of the table, or a party of this ledger"
    raise NotFoundError(f"There is no actor {name[:80]!r} in the actor table or in this ledger; {hint}.")
