"""What a person decides, made into judgements: same, different, unsure, override, withdraw, alias, undo.

A judgement is only ever added. It names mentions, not incidents, so that it still holds when reports come in or another
reader reads them: an incident's id stands for its first mention, an alias for the mention that it was made of.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import msgspec

from annals.errors import NotFoundError, UsageError
from annals.model import ActorValue, Incident, Judgement
from annals.model.derived import Home
from annals.model.ids import content_id
from annals.model.matter import seen
from annals.model.standing import standing
from annals.reconcile.overrides import override
from annals.reference.phrases import words_of

MOST_REASON = 2000
"""Code points that a reason may have."""

MOST_BY = 200
"""Code points that a name of who decides may have."""

MOST_VALUE = 20_000
"""Bytes that an overriding value may have as JSON."""

MOST_NAME = 200
"""Code points that a name of an actor may have."""

_SHORTEST_PREFIX = 5

Verdict = Literal["same", "different", "unsure"]


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """A decision that was recorded, and what became of the incidents."""

    judgement: Judgement
    derived: bool
    """Whether the incidents were derived anew and show it; else `Ledger.refresh` or the next build does that."""
    incident_id: str | None
    """The incident that the subject's mention belongs to now; None for an undo of what names none."""
    seconds: float
    """How long recording and deriving took."""


def pair(
    verdict: Verdict,
    left: Home,
    right: Home,
    incidents: Iterable[Incident],
    *,
    by: str,
    reason: str,
    known: Sequence[Judgement],
) -> Judgement:
    """The judgement that two mentions tell one event, or two, or that nobody can tell.

    Args:
        verdict: which of these.
        left: a mention.
        right: the other.
        incidents: those that the two belong to now.
        by: who decides.
        reason: why.
        known: all judgements there are.

    Raises:
        UsageError: both are one mention, or reason or name are missing or too long.
    """
    if left.mention_id == right.mention_id:
        raise UsageError(
            f"{left.own_id} and {right.own_id} are the same telling of one report; give two incidents, or an incident "
            "and one of its aliases."
        )
    subject, other = sorted((left.mention_id, right.mention_id))
    return _made(verdict, subject, by=by, reason=reason, known=known, other=other, seen=seen(None, incidents))


def setting(
    home: Home, incident: Incident, field: str, value: Any, *, by: str, reason: str, known: Sequence[Judgement]
) -> Judgement:
    """The judgement that a field of an incident has another value.

    Raises:
        UsageError: the field cannot be set or not to that; the sentence says what can.
    """
    try:
        encoded = msgspec.json.encode(value)
    except (TypeError, UnicodeEncodeError) as error:
        raise UsageError(f"{field}: the value is no JSON value ({error}).") from error
    if len(encoded) > MOST_VALUE:
        raise UsageError(f"{field}: the value has {len(encoded)} bytes; give at most {MOST_VALUE}.")
    made = _made(
        "override",
        home.mention_id,
        by=by,
        reason=reason,
        known=known,
        field=field,
        value=encoded.decode(),
        seen=seen(field, [incident]),
    )
    try:
        override(incident, made)
    except ValueError as error:
        raise UsageError(f"{str(error).partition(': ')[2]}.") from error
    return made


def withdrawing(home: Home, incident: Incident, *, by: str, reason: str, known: Sequence[Judgement]) -> Judgement:
    """The judgement that an incident is none: a drill, a hoax, a report that was taken back."""
    return _made("withdraw", home.mention_id, by=by, reason=reason, known=known, seen=seen(None, [incident]))


def again(
    judgement: Judgement, incidents: Iterable[Incident], *, by: str, reason: str, known: Sequence[Judgement]
) -> Judgement:
    """The same judgement once more, on what its mentions' incidents say now.

    Args:
        judgement: same, different, unsure, an override or a withdrawal.
        incidents: those that its mentions belong to now.
        by: who decides.
        reason: why.
        known: all judgements there are.

    Raises:
        UsageError: it is on no incident.
    """
    if judgement.seen is None and judgement.kind in ("alias", "undo"):
        raise UsageError(
            f"{judgement.judgement_id} is {judgement.kind} and on no incident; there is nothing to confirm."
        )
    return _made(
        judgement.kind,
        judgement.subject,
        by=by,
        reason=reason,
        known=known,
        other=judgement.other,
        field=judgement.field,
        value=judgement.value,
        seen=seen(judgement.field, incidents),
    )


def named(judgement_id: str, known: Sequence[Judgement]) -> Judgement:
    """The judgement of that id, or whose id alone begins so, with five letters and digits at least.

    Raises:
        NotFoundError: there is none, or there are several.
    """
    begun = [j for j in known if j.judgement_id == judgement_id] or [
        j for j in known if len(judgement_id) >= _SHORTEST_PREFIX and j.judgement_id.startswith(judgement_id)
    ]
    if len(begun) != 1:
        what = "Several judgements begin with" if begun else "There is no judgement"
        raise NotFoundError(f"{what} {judgement_id[:60]!r}; `annals log` lists them.")
    return begun[0]


def naming(words: str, actor: ActorValue, *, by: str, reason: str, known: Sequence[Judgement]) -> Judgement:
    """The judgement that words mean an actor, in every report of the ledger.

    Args:
        words: The name as reports have it; case, accents and usual transliterations are read alike.
        actor: Whom it means; without an id it is a party that the table lacks, by its name.
        by: Who decides.
        reason: Why.
        known: All judgements there are.

    Raises:
        UsageError: the words are no name or too long, or are the actor's own name; or as for `pair`.
    """
    words = " ".join(words.split())
    if not words_of(words).folded:
        raise UsageError("words: they hold no letter; give the name as reports have it.")
    if len(words) > MOST_NAME:
        raise UsageError(f"words: {len(words)} characters are too many for a name; give at most {MOST_NAME}.")
    if actor.actor_id is None and words_of(words).folded == words_of(actor.name or "").folded:
        raise UsageError(f"{words}: it is that party's name already; give another actor, by id or name.")
    value = msgspec.json.encode(actor).decode()
    return _made("alias", words, by=by, reason=reason, known=known, value=value)


def meant(judgement: Judgement) -> str:
    """Whom the name of an `alias` judgement means, in words; "" for a judgement of another kind."""
    if judgement.kind != "alias" or judgement.value is None:
        return ""
    actor = msgspec.json.decode(judgement.value, type=ActorValue)
    return f"{actor.name} ({actor.actor_id})" if actor.actor_id else actor.name or ""


def undoing(judgement_id: str, *, by: str, reason: str, known: Sequence[Judgement]) -> Judgement:
    """The judgement that takes another one back.

    Args:
        judgement_id: its id, or a beginning of it that no other has, five letters and digits at least.
        by: who decides.
        reason: why.
        known: all judgements there are.

    Raises:
        NotFoundError: there is no such judgement, or several.
        UsageError: it is undone already; the sentence names what undid it.
    """
    subject = named(judgement_id, known)
    if subject.kind != "undo" and subject not in standing(known):
        raise UsageError(f"{subject.judgement_id} is undone already; `annals log` shows by what.")
    return _made("undo", subject.judgement_id, by=by, reason=reason, known=known)


def _made(
    kind: Literal["same", "different", "unsure", "override", "withdraw", "alias", "undo"],
    subject: str,
    *,
    by: str,
    reason: str,
    known: Sequence[Judgement],
    seen: tuple[str, ...] | None = None,
    **rest: str | None,
) -> Judgement:
    by, reason = by.strip(), reason.strip()
    for name, value, most in (("by", by, MOST_BY), ("reason", reason, MOST_REASON)):
        if not value:
            raise UsageError(f"{name}: it is empty; say {'who decides' if name == 'by' else 'why'}.")
        if len(value) > most:
            raise UsageError(f"{name}: {len(value)} characters are too many; give at most {most}.")
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise UsageError(f"{name}: it holds half of a Unicode character; mend the input.") from error
    at = _now(known)
    judgement_id = content_id("j", kind, subject, rest.get("other"), rest.get("field"), rest.get("value"), by, at)
    return Judgement(
        judgement_id=judgement_id, kind=kind, subject=subject, by=by, at=at, reason=reason, seen=seen, **rest
    )


def _now(known: Sequence[Judgement]) -> str:
    """This moment, but always after every judgement there is, since the later one wins."""
    now = datetime.now(UTC)
    for judgement in known:
        try:
            at = datetime.fromisoformat(judgement.at)
        except ValueError:
            continue
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
        now = max(now, at + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds")
