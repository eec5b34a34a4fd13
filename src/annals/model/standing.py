"""Which judgements stand: the later wins, and an undone one does not count. Nothing is erased."""

from collections.abc import Iterable
from datetime import UTC, datetime

from annals.model.judgement import Judgement


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that are not undone, the oldest first, whatever the order they come in.

    An `undo` may itself be undone, which restores what it had undone. Only an undo later than its subject counts.

    >>> made = Judgement(judgement_id="j1", kind="same", subject="m1", other="m2", by="ana",
    ...                  at="2020-01-01T00:00:00Z", reason="one volley")
    >>> undo = Judgement(judgement_id="j2", kind="undo", subject="j1", by="ana",
    ...                  at="2020-01-02T00:00:00Z", reason="two volleys")
    >>> [j.judgement_id for j in standing([undo, made])]
    []
    """
    by_id = {judgement.judgement_id: judgement for judgement in judgements}
    ordered = sorted(by_id.values(), key=when)
    undone: set[str] = set()
    for judgement in reversed(ordered):
        if judgement.kind == "undo" and judgement.judgement_id not in undone:
            subject = by_id.get(judgement.subject)
            if subject is not None and when(subject) < when(judgement):
                undone.add(judgement.subject)
    return tuple(j for j in ordered if j.judgement_id not in undone and j.kind != "undo")


def when(judgement: Judgement) -> tuple[str, str]:
    """Sort key by the moment of the decision, in UTC where `at` can be read; then by id."""
    try:
        at = datetime.fromisoformat(judgement.at)
    except ValueError:
        return judgement.at, judgement.judgement_id
    if at.tzinfo is None:
        at = at.replace(tzinfo=UTC)
    return at.astimezone(UTC).isoformat(), judgement.judgement_id
