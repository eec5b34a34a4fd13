"""What every part of a ledger holds: the store, the stages, and how they are let go of."""

from typing import Self

from annals.model.rules import RuleSet
from annals.pipeline import Pipeline, Reader
from annals.store.browse import Browse
from annals.store.store import Store


class Held:
    """A store and the stages that fill it."""

    def __init__(
        self, store: Store, stages: Pipeline, *, jobs: int | None = None, rules: RuleSet | None = None
    ) -> None:
        """Use `Ledger.open`; this is for a store or a pipeline of one's own."""
        self._store = store
        self._stages = stages
        self._jobs = jobs
        self._rules = rules
        self._loaded: Reader | None = None

    @property
    def writable(self) -> bool:
        """Whether decisions and reports can be stored; False on read-only media."""
        return self._store.writable

    @property
    def rules(self) -> RuleSet:
        """The set of rules by which the ledger's records are made."""
        return self._store.rules()

    @property
    def browse(self) -> Browse:
        """What pages ask of the ledger: lists, facets, search, map, time, actors, reports, runs, review queue."""
        return self._store.browse

    def close(self) -> None:
        """Let go of the file; harmless when repeated."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
