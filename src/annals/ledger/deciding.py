"""What people decide of a ledger's incidents: recorded for good, and the incidents derived anew."""

from collections.abc import Iterable, Iterator
from time import monotonic
from typing import Any

from annals import judging
from annals.errors import NotFoundError
from annals.judgement_file import Imported, judgement_lines, read_judgements, sorted_out, waiting
from annals.judging import Decided
from annals.ledger.adding import Adding
from annals.ledger.asking import Asking
from annals.model import Judgement
from annals.model.derived import Home
from annals.naming import actor_named


class Deciding(Asking, Adding):
    """The part of a ledger that takes people's decisions."""

    def judge(self, judgement: Judgement) -> None:
        """Add a person's decision and derive the incidents anew. It is never erased; undo it by another one.

        Raises:
            LedgerError: another judgement has that id, or the ledger cannot be written.
        """
        self._store.judge(judgement)
        self._derive()

    def same(self, a: str, b: str, *, by: str, reason: str, derive: bool = True) -> Decided:
        """Decide that two incidents are one.

        Args:
            a: An incident's id or its beginning, an alias (one telling of it), or a mention's id.
            b: The other.
            by: Who decides.
            reason: Why.
            derive: Derive the incidents anew at once; else `refresh` or the next build does it.

        Raises:
            NotFoundError: there is no incident of that id.
            UsageError: both are one telling, or the reason is missing.
            LedgerLockedError, LedgerError: the ledger cannot be written.
        """
        return self._decide_on_pair("same", a, b, by, reason, derive)

    def different(self, a: str, b: str, *, by: str, reason: str, derive: bool = True) -> Decided:
        """Decide that two incidents are two, or that a telling (an alias) is not of its incident. See `same`."""
        return self._decide_on_pair("different", a, b, by, reason, derive)

    def unsure(self, a: str, b: str, *, by: str, reason: str, derive: bool = True) -> Decided:
        """Decide that nobody can tell whether two incidents are one; linking then decides again. See `same`."""
        return self._decide_on_pair("unsure", a, b, by, reason, derive)

    def override(
        self, incident_id: str, field: str, value: Any, *, by: str, reason: str, derive: bool = True
    ) -> Decided:
        """Set a field of an incident. The claims stay, and say what the reports say.

        Args:
            incident_id: As in `incident`.
            field: killed, wounded, missing, abducted, date, place, sub_event_type or title.
            value: A number or {"low", "best", "high"} for a toll; the record's shape for date and place.
            by: Who decides.
            reason: Why.
            derive: As in `same`.

        Raises:
            UsageError: the field cannot be set, or not to that value.
        """
        home = self._home(incident_id)
        made = judging.setting(
            home, self.incident(home.incident_id), field, value, by=by, reason=reason, known=self._store.judgements()
        )
        return self._decide(made, derive=derive)

    def withdraw(self, incident_id: str, *, by: str, reason: str, derive: bool = True) -> Decided:
        """Mark an incident as none: a drill, a hoax. It stays in the ledger, and says so."""
        home = self._home(incident_id)
        made = judging.withdrawing(
            home, self.incident(home.incident_id), by=by, reason=reason, known=self._store.judgements()
        )
        return self._decide(made, derive=derive)

    def confirm(self, judgement_id: str, *, by: str, reason: str, derive: bool = True) -> Decided:
        """Decide the same again, having seen what came since. See `judging.again`."""
        known = self._store.judgements()
        judgement = judging.named(judgement_id, known)
        incidents = [self.incident(name) for name in sorted(set(self._store.homes_of([judgement]).values()))]
        return self._decide(judging.again(judgement, incidents, by=by, reason=reason, known=known), derive=derive)

    def alias(self, words: str, actor: str, *, by: str, reason: str, derive: bool = True) -> Decided:
        """Decide whom a name means, in all reports that are here and that will come. They are not read again.

        Args:
            words: The name as reports have it ("Brigade of the Ninth Star").
            actor: An actor's id or name in the actor table, or the name of another party of this ledger.
            by: Who decides.
            reason: Why.
            derive: As in `same`.

        Raises:
            NotFoundError: neither the table nor the ledger has such an actor; the sentence names near ones.
            UsageError: the words are no name, or are the actor's own.
        """
        known = self._store.judgements()
        made = judging.naming(words, actor_named(actor, self.browse, known), by=by, reason=reason, known=known)
        return self._decide(made, derive=derive)

    def undo(self, judgement_id: str, *, by: str, reason: str, derive: bool = True) -> Decided:
        """Take a judgement back, by a new one; an undo can be undone. See `judging.undoing`."""
        made = judging.undoing(judgement_id, by=by, reason=reason, known=self._store.judgements())
        return self._decide(made, derive=derive)

    def export_judgements(self) -> Iterator[bytes]:
        """All judgements as lines of JSON, the oldest first, for `import_judgements` here or elsewhere."""
        return judgement_lines(self._store.judgements())

    def import_judgements(
        self, lines: Iterable[bytes], *, origin: str = "judgements", derive: bool = True, dry_run: bool = False
    ) -> Imported:
        """Add judgements that were exported, from this ledger or another one. To import them again changes nothing.

        A line that cannot be taken is refused and the rest goes on. A judgement on reports that are not here is kept,
        and takes effect when they come in.

        Args:
            lines: As `export_judgements` gives them.
            origin: Where they come from, for refusals.
            derive: As in `same`.
            dry_run: Only say what would come of it; nothing is stored.

        Raises:
            LedgerLockedError, LedgerError: the ledger cannot be written; nothing was added.
        """
        known = {judgement.judgement_id: judgement for judgement in self._store.judgements()}
        added, there, refused = sorted_out(read_judgements(lines, origin), known, origin)
        names = tuple(judgement.judgement_id for judgement in added)
        wait = waiting(added, (*known, *names), self._store.homes_of(added))
        if added and not dry_run:
            self._store.judge_all(added)
            if derive:
                self._derive()
        return Imported(
            added=names,
            already_there=there,
            waiting=wait,
            refused=tuple(refused),
            derived=derive and not dry_run and bool(added),
        )

    def _home(self, name: str) -> Home:
        """The mention that an incident's id, its beginning, an alias or a mention's id stands for."""
        home = self._store.home(name)
        if home is None and self.browse.summary().derive_seconds is None:
            # Derived by an older annals, which did not note where each mention went.
            self.refresh()
            home = self._store.home(name)
        home = home or self._store.home(self.incident(name).incident_id)
        if home is None:
            raise NotFoundError(f"No telling of incident {name!r} is in this ledger; run `annals build` first.")
        return home

    def _decide_on_pair(self, verdict: judging.Verdict, a: str, b: str, by: str, reason: str, derive: bool) -> Decided:
        left, right = self._home(a), self._home(b)
        incidents = [self.incident(name) for name in dict.fromkeys((left.incident_id, right.incident_id))]
        known = self._store.judgements()
        made = judging.pair(verdict, left, right, incidents, by=by, reason=reason, known=known)
        return self._decide(made, derive=derive)

    def _decide(self, judgement: Judgement, *, derive: bool) -> Decided:
        started = monotonic()
        self._store.judge(judgement)
        if derive:
            self._derive()
        named = judgement
        known = {j.judgement_id: j for j in self._store.judgements()}
        while named.kind == "undo" and named.subject in known:
            named = known[named.subject]
        home = self._store.home(named.subject)
        return Decided(
            judgement=judgement,
            derived=derive,
            incident_id=home.incident_id if home else None,
            seconds=monotonic() - started,
        )
