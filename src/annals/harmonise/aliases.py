"""Names that people gave to actors: applied to what was read, so that records follow without reading anew."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec

from annals.harmonise.actors import name_actor, speaker_of
from annals.model import Account, ActorValue, Claim, Judgement, Mention
from annals.model.claim import AccountTally
from annals.model.standing import standing
from annals.reference.actor_entry import ActorEntry
from annals.reference.actors import ActorTable
from annals.reference.phrases import words_of

_SOURCE = "what a person decided"


class Aliases:
    """The `alias` judgements that stand, the later of two on the same words winning."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        """Read the judgements; their order does not matter, and those of other kinds are passed over."""
        self._meant: dict[tuple[str, ...], tuple[str, ActorValue]] = {}
        for judgement in standing(judgements):
            if judgement.kind == "alias" and judgement.value is not None:
                actor = msgspec.json.decode(judgement.value, type=ActorValue)
                self._meant[words_of(judgement.subject).folded] = (judgement.subject, actor)

    def __bool__(self) -> bool:
        return bool(self._meant)

    def actor(self, words: str, told: ActorValue | None) -> ActorValue | None:
        """Return whom the words mean where people said so, else `told`.

        What the table knows already is only changed where the words are the alias itself; words without an actor may
        also describe around it ("fighters of the Ninth Star").
        """
        if told is None:
            return None
        if told.actor_id is not None:
            found = self._table.find(words)
            return self._of(found.actor_id) if found is not None else told
        meant = name_actor(told.name or words, self._table)
        return self._of(meant.actor_id) if meant.actor_id is not None else told

    def account(self, account: Account) -> Account:
        """Return the account with its parties, its speakers and the parties of its tallies named as people said."""
        mentions = tuple(self._mention(mention) for mention in account.mentions)
        tallies = tuple(self._tally(tally) for tally in account.tallies)
        if mentions == account.mentions and tallies == account.tallies:
            return account
        return msgspec.structs.replace(account, mentions=mentions, tallies=tallies)

    def _mention(self, mention: Mention) -> Mention:
        claims = tuple(self._claim(claim) for claim in mention.claims)
        return mention if claims == mention.claims else msgspec.structs.replace(mention, claims=claims)

    def _claim(self, claim: Claim) -> Claim:
        value, speaker = claim.value, claim.speaker
        if isinstance(value, ActorValue):
            value = self.actor(claim.words, value)
        if speaker.name is not None and speaker.actor_id is None:
            spoken = speaker_of(speaker.name, self._table).actor_id
            actor_id = self._of(spoken).actor_id if spoken is not None else None
            speaker = msgspec.structs.replace(speaker, actor_id=actor_id) if actor_id is not None else speaker
        if value == claim.value and speaker == claim.speaker:
            return claim
        return msgspec.structs.replace(claim, value=value, speaker=speaker)

    def _tally(self, tally: AccountTally) -> AccountTally:
        named = (self._of(match.entry.actor_id).name for match in self._table.scan(tally.what))
        actors = tuple(dict.fromkeys((*tally.actors, *(name for name in named if name))))
        return tally if actors == tally.actors else msgspec.structs.replace(tally, actors=actors)

    def _of(self, key: str) -> ActorValue:
        return self._by_key[key][1]

    @cached_property
    def _by_key(self) -> dict[str, tuple[str, ActorValue]]:
        # A key of our own for each name, since several may mean one actor and an actor may have no id.
        return {f"alias-{number}": meant for number, meant in enumerate(self._meant.values())}

    @cached_property
    def _table(self) -> ActorTable:
        """A table of the aliases alone, which are found in a text as names of the shipped table are."""
        return ActorTable(
            {
                key: ActorEntry(actor_id=key, name=words, kind="armed_group", source=_SOURCE)
                for key, (words, _) in self._by_key.items()
            }
        )


def renamed(accounts: Sequence[Account], judgements: Iterable[Judgement]) -> Sequence[Account]:
    """Return the accounts with the names that people gave to actors: a pure function, of the judgements that stand.

    Claims keep their ids, words and quotes. Costs nothing where there is no such judgement.
    """
    aliases = Aliases(judgements)
    return [aliases.account(account) for account in accounts] if aliases else accounts
