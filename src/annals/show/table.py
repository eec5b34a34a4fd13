"""The table of incidents: one row each where there is room, else two lines or more each, and a legend."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from annals.model import Incident
from annals.show.clean import printable
from annals.show.page import paragraph, text
from annals.show.values import NOT_REPORTED, UNKNOWN, figure_words, place_words, weapon_words, when_words

_GAP = "  "
_WIDE = ("DATE", "PLACE", "TYPE", "WEAPONS", "KILLED", "WOUNDED", "REPORTS", "DIFFER ON", "ID")
_WIDE_RIGHT = frozenset({"KILLED", "WOUNDED", "REPORTS"})
_FIRST = 17
_NUMBERS = ("KILLED", "WOUNDED", "REPORTS")
_NARROWEST = 60


def incident_table(incidents: Sequence[Incident], width: int | None) -> list[Text]:
    """Return the table: a row an incident where that fits `width` columns, else a short block each.

    None as the width is a row each whatever its length, with nothing cut, for pipes.
    """
    rows = [_cells(incident) for incident in incidents]
    widths = [max(cell_len(row[at]) for row in [_WIDE, *rows]) for at in range(len(_WIDE))]
    if width is None or sum(widths) + len(_GAP) * (len(widths) - 1) <= width:
        return [_line(_WIDE, widths, "bold"), *(_line(row, widths, None) for row in rows)]
    return _blocks(incidents, max(width, _NARROWEST))


def legend(incidents: Sequence[Incident]) -> str:
    """Return one line that explains the signs in the table."""
    parts = [
        f"{NOT_REPORTED} not reported",
        f"{UNKNOWN} no number told",
        "0 none",
        "reports: all/independent",
    ]
    if any(incident.date.basis == "publication" for incident in incidents):
        parts.append("by: only the publication date is known")
    return " · ".join(parts)


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> counted(1, "report"), counted(0, "report"), counted(2, "telling of it", "tellings of it")
    ('1 report', '0 reports', '2 tellings of it')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _cells(incident: Incident) -> tuple[str, ...]:
    return (
        when_words(incident),
        place_words(incident.place),
        _kind(incident),
        _weapons(incident) or NOT_REPORTED,
        *_figures(incident),
        ", ".join(field.replace("_", " ") for field in incident.disagreements) or "none",
        printable(incident.incident_id),
    )


def _line(cells: Sequence[str], widths: Sequence[int], style: str | None) -> Text:
    padded = []
    for name, cell, width in zip(_WIDE, cells, widths, strict=True):
        room = " " * (width - cell_len(cell))
        padded.append(room + cell if name in _WIDE_RIGHT else cell + room)
    return Text(_GAP.join(padded).rstrip(), style=style or "")


def _blocks(incidents: Sequence[Incident], width: int) -> list[Text]:
    """Set each incident as a block: date and id at the left, what and where in the middle, numbers at the right."""
    figures = [_figures(incident) for incident in incidents]
    widths = [max(map(cell_len, column)) for column in zip(_NUMBERS, *figures, strict=True)]
    room = max(width - _FIRST - len(_GAP) - sum(widths) - len(_GAP) * len(widths), 10)
    heads = f"{'DATE, ID':<{_FIRST}}{_GAP}{'PLACE, TYPE, WEAPONS':<{room}.{room}}{_numbers(_NUMBERS, widths)}"
    lines = [text((heads, "bold"))]
    for incident, numbers in zip(incidents, figures, strict=True):
        middle = [
            *paragraph(text((place_words(incident.place), "bold")), room, hang=2),
            *paragraph(text(_what(incident)), room, hang=2),
        ]
        middle += paragraph(text((_said_date(incident), "dim")), room, hang=2) if _said_date(incident) else []
        if incident.disagreements:
            differ = ", ".join(field.replace("_", " ") for field in incident.disagreements)
            middle += paragraph(text((f"reports differ on {differ}", "yellow")), room, hang=2)
        left = [
            *paragraph(text((when_words(incident), "bold")), _FIRST),
            text((printable(incident.incident_id), "cyan")),
        ]
        for at in range(max(len(left), len(middle))):
            first = left[at] if at < len(left) else text()
            second = middle[at] if at < len(middle) else text()
            line = text(_padded(first, _FIRST), _GAP, _padded(second, room) if at == 0 else second)
            lines.append(text(line, _numbers(numbers, widths)) if at == 0 else line)
            lines[-1].rstrip()
    return lines


def _padded(cell: Text, width: int) -> Text:
    return text(cell, " " * max(width - cell.cell_len, 0))


def _said_date(incident: Incident) -> str:
    """Return the words of the date where they could not be read as one."""
    if incident.date.start or incident.date.end or incident.date.edtf:
        return ""
    words = dict.fromkeys(printable(claim.words) for claim in incident.claims if claim.field == "date")
    return f"when: {', '.join(f'“{said}”' for said in words)}" if words else ""


def _numbers(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(f"{_GAP}{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))


def _figures(incident: Incident) -> tuple[str, str, str]:
    return figure_words(incident.killed), figure_words(incident.wounded), _reports(incident)


def _kind(incident: Incident) -> str:
    return printable(incident.sub_event_type or incident.event_type or "type unknown")


def _what(incident: Incident) -> str:
    weapons = _weapons(incident)
    return f"{_kind(incident)}: {weapons}" if weapons else _kind(incident)


def _weapons(incident: Incident) -> str:
    return ", ".join(dict.fromkeys(weapon_words(w.kind, None if w.kind else w.name, None) for w in incident.weapons))


def _reports(incident: Incident) -> str:
    return f"{incident.corroboration.reports}/{incident.corroboration.origins}"
