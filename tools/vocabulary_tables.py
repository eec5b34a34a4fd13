"""The tables of docs/vocabularies.md, from the vocabularies themselves."""

from annals.english.number_words import VAGUE
from annals.reference.actor_entry import INTERACTIONS
from annals.reference.weapons import WeaponTable

_CLASSES = {
    1: "state forces",
    2: "rebel groups",
    3: "political militias",
    4: "identity militias",
    5: "rioters",
    6: "protesters",
    7: "civilians",
    8: "external and other forces",
}


def vague_words() -> str:
    """What each vague word becomes."""
    rows = [f"| {phrase} | {_end(low)} | {_end(high)} |" for phrase, (low, high) in VAGUE.items()]
    return _table(("words", "low", "high"), rows)


def weapons() -> str:
    """Each kind of weapon with the codes of other vocabularies."""
    rows = [
        f"| `{entry.kind}` | `{entry.family}` | {entry.sub_event or ''} | {entry.plover or ''} | "
        f"{entry.gtd if entry.gtd is not None else ''} |"
        for entry in WeaponTable.load()
    ]
    return _table(("kind", "family", "ACLED sub-event type", "PLOVER mode", "GTD weaptype"), rows)


def actor_kinds() -> str:
    """ACLED's interaction class of each kind of actor."""
    rows = [f"| `{kind}` | {number} | {_CLASSES[number]} |" for kind, number in INTERACTIONS.items()]
    return _table(("kind", "class", "its name"), rows)


def _end(value: int | None) -> str:
    return "open" if value is None else f"{value:,}"


def _table(heads: tuple[str, ...], rows: list[str]) -> str:
    rule = "| " + " | ".join("---" for _ in heads) + " |"
    return "\n".join(("| " + " | ".join(heads) + " |", rule, *rows)) + "\n"
