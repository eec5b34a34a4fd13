"""On which fields the live claims of a record contradict each other in meaning, not merely in words."""

from collections.abc import Iterable
from typing import get_args

from annals.model.values import Field


def named(contradicted: Iterable[str]) -> tuple[str, ...]:
    """The contradicted claim fields, each once, in the order in which the model lists fields.

    Each field's own rule finds its contradictions: numbers that cannot both be right for the same people or
    munitions, days and places that exclude each other, a denial against a blame. Superseded claims, parts, and
    fields of which one claim is only vaguer than another ("at least 12" and 14) are none.

    >>> named(["wounded", "date", "wounded"])
    ('date', 'wounded')
    """
    found = set(contradicted)
    return tuple(field for field in get_args(Field) if field in found)
