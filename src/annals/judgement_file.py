"""Judgements as JSON Lines: one a line, in the order of time, to be kept in git and shared.

A file only grows at its end when decisions are added, so that a difference of two versions shows what was decided.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from annals.errors import UsageError
from annals.judging import MOST_BY, MOST_REASON, MOST_VALUE
from annals.model import Judgement, Refusal
from annals.model.standing import when
from annals.reconcile.overrides import OVERRIDABLE

_PAIRS = ("same", "different", "unsure")
_KEYS = Judgement.__struct_fields__
_MOST_ID = 100
_lines = msgspec.json.Decoder(dict[str, Any])


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a file of judgements."""

    added: tuple[str, ...] = ()
    """Ids of the judgements that were not there before."""
    already_there: int = 0
    """Judgements that the ledger held already, word for word."""
    waiting: tuple[str, ...] = ()
    """Of the added ones, those that name a telling or a judgement that this ledger does not hold. They are kept, and
    take effect when the reports come in."""
    refused: tuple[Refusal, ...] = ()
    """Lines that are no judgement, or another one of an id that is there."""
    derived: bool = False
    """Whether the incidents were derived anew and show them."""


def judgement_lines(judgements: Iterable[Judgement]) -> Iterator[bytes]:
    """Write judgements as lines of JSON in UTF-8, the oldest first, every key in every line."""
    for judgement in sorted(judgements, key=when):
        yield msgspec.json.encode(judgement) + b"\n"


def read_judgements(lines: Iterable[bytes], origin: str) -> Iterator[tuple[int, Judgement | Refusal]]:
    """Read lines as `judgement_lines` writes them; empty lines are passed over.

    Args:
        lines: of JSON in UTF-8.
        origin: where they come from, as shown to people.

    Yields:
        The number of each line, from 1, with the judgement or a refusal that says what is wrong with it.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield number, _read(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
        except UsageError as error:
            yield number, Refusal(origin=f"{origin}, line {number}", reason=str(error))


def sorted_out(
    read: Iterable[tuple[int, Judgement | Refusal]], known: Mapping[str, Judgement], origin: str
) -> tuple[list[Judgement], int, list[Refusal]]:
    """What of the lines is new, how many are known word for word, and what is refused.

    One of an id that is there with other content is refused: a judgement is never changed.
    """
    new: dict[str, Judgement] = {}
    refused: list[Refusal] = []
    there = 0
    for number, item in read:
        if isinstance(item, Refusal):
            refused.append(item)
            continue
        other = known.get(item.judgement_id) or new.get(item.judgement_id)
        if other is None:
            new[item.judgement_id] = item
        elif other == item:
            there += 1
        else:
            refused.append(Refusal(origin=f"{origin}, line {number}", field=None, reason=_conflict(item, other)))
    return list(new.values()), there, refused


def waiting(added: Sequence[Judgement], known: Iterable[str], mentions: Iterable[str]) -> tuple[str, ...]:
    """Which of the added judgements name what the ledger does not hold.

    Args:
        added: the judgements.
        known: the ids of all judgements, the added ones too.
        mentions: those of the named mentions that belong to an incident.
    """
    there, told = set(known), set(mentions)
    return tuple(
        j.judgement_id
        for j in added
        if (j.subject not in there if j.kind == "undo" else not told.issuperset(named_mentions(j)))
    )


def named_mentions(judgement: Judgement) -> tuple[str, ...]:
    """The mentions that a judgement names."""
    match judgement.kind:
        case "undo" | "alias":
            return ()
        case "same" | "different" | "unsure":
            return judgement.subject, judgement.other or ""
        case _:
            return (judgement.subject,)


def _read(line: bytes) -> Judgement:
    try:
        told = _lines.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"This is no JSON object: {error}.") from error
    unknown = sorted(told.keys() - set(_KEYS))
    if unknown:
        raise UsageError(f"{unknown[0][:60]}: a judgement has no such key; its keys are {', '.join(_KEYS)}.")
    try:
        judgement = msgspec.convert(told, Judgement)
    except msgspec.ValidationError as error:
        raise UsageError(f"This is no judgement: {error}.") from error
    _check(judgement)
    return judgement


def _check(judgement: Judgement) -> None:
    """Raise UsageError where a judgement of that kind cannot be like this."""
    kind = judgement.kind
    for name, value, most in (
        ("judgement_id", judgement.judgement_id, _MOST_ID),
        ("subject", judgement.subject, MOST_REASON),
        ("by", judgement.by, MOST_BY),
        ("reason", judgement.reason, MOST_REASON),
    ):
        if not value.strip():
            raise UsageError(f"{name}: it is empty.")
        if len(value) > most:
            raise UsageError(f"{name}: {len(value)} characters are too many; at most {most} are taken.")
    if (judgement.other is not None) != (kind in _PAIRS):
        raise UsageError(f"other: {kind} is said of {'two tellings; name the other one' if kind in _PAIRS else 'one'}.")
    if kind in _PAIRS and judgement.other == judgement.subject:
        raise UsageError("other: it is the same telling as the subject.")
    if (judgement.field is not None) != (kind == "override"):
        raise UsageError(f"field: {'say which field is set' if kind == 'override' else f'{kind} sets none'}.")
    if kind == "override" and judgement.field not in OVERRIDABLE:
        raise UsageError(f"field: {str(judgement.field)[:60]!r} cannot be set; try {', '.join(OVERRIDABLE)}.")
    if kind in ("override", "alias"):
        _check_value(judgement.value)
    _check_moment(judgement.at)


def _check_value(value: str | None) -> None:
    if value is None:
        raise UsageError("value: it is missing; give JSON in a string.")
    if len(value.encode()) > MOST_VALUE:
        raise UsageError(f"value: it has {len(value.encode())} bytes; at most {MOST_VALUE} are taken.")
    try:
        msgspec.json.decode(value)
    except msgspec.DecodeError as error:
        raise UsageError(f"value: {value[:60]!r} is no JSON: {error}.") from error


def _check_moment(at: str) -> None:
    """Which of two decisions is the later one must be plain."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        raise UsageError(f"at: {at[:60]!r} is no moment; give ISO 8601 such as 2026-05-03T14:00:00+00:00.") from None
    if moment.tzinfo is None:
        raise UsageError(f"at: {at[:60]!r} has no zone; add +00:00, or the zone that it was said in.")


def _conflict(item: Judgement, other: Judgement) -> str:
    names = [name for name in _KEYS if getattr(item, name) != getattr(other, name)]
    differ = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    return (
        f"Another judgement {item.judgement_id} is there already, which differs in {differ}; it was kept. "
        "A judgement is never changed; undo it and decide anew."
    )
