"""A record as one flat row of scalars, for tables and for map programs.

A row leaves out the claims: it has the reconciled values and says how many claims and disagreements stand behind them.
Lists are joined by "; ".
"""

from collections.abc import Callable, Iterable

import msgspec

from annals.model import Figure, Incident, Span
from annals.reference.actors import ActorTable
from annals.reference.weapons import WeaponEntry, WeaponTable

Scalar = str | int | float | None


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One column: its name, what it holds, and how it is read from a record."""

    name: str
    note: str
    """What it holds, with units; the text of the table in docs/record.md."""
    read: Callable[[Incident], Scalar]


def _column(name: str, note: str, read: Callable[[Incident], Scalar]) -> Column:
    return Column(name=name, note=note, read=read)


def joined(parts: Iterable[str | None]) -> str | None:
    """Join what is known, each once, in order; None where nothing is.

    >>> joined(["rocket", None, "drone", "rocket"])
    'rocket; drone'
    """
    return "; ".join(dict.fromkeys(part for part in parts if part)) or None


def total(spans: Iterable[Span]) -> Span:
    """Add up the spans that tell a number at all.

    The low end counts an open low end as 0. The best value and the high end are None where one of the spans leaves
    them open.

    >>> total([Span(low=3, best=3, high=3), Span(low=2), Span()])
    Span(low=5, best=None, high=None)
    """
    told = [span for span in spans if span != Span()]
    if not told:
        return Span()
    best = [span.best for span in told]
    high = [span.high for span in told]
    return Span(
        low=sum(span.low or 0 for span in told),
        best=None if None in best else sum(number or 0 for number in best),
        high=None if None in high else sum(number or 0 for number in high),
    )


def _figure_columns(name: str, done: str, read: Callable[[Incident], Figure]) -> tuple[Column, ...]:
    return (
        _column(f"{name}_low", f"Fewest people {done}; empty is open or unknown", lambda i: read(i).low),
        _column(
            f"{name}_best",
            f"Best figure for people {done}; empty is unknown",
            lambda i: read(i).best,
        ),
        _column(f"{name}_high", f"Most people {done}; empty is open or unknown", lambda i: read(i).high),
        _column(
            f"{name}_state",
            f"reported, unknown (told of, no figure) or not_reported (nothing said of people {done})",
            lambda i: read(i).state,
        ),
    )


def _munition_columns(name: str, done: str, read: Callable[[Incident], Span]) -> tuple[Column, ...]:
    return (
        _column(
            f"{name}_low",
            f"Fewest munitions {done}, summed over the kinds of weapon",
            lambda i: read(i).low,
        ),
        _column(
            f"{name}_best",
            f"Best figure for munitions {done}; empty where a kind has none",
            lambda i: read(i).best,
        ),
        _column(
            f"{name}_high",
            f"Most munitions {done}; empty where a kind is open",
            lambda i: read(i).high,
        ),
    )


def _of_actors(incident: Incident, *, perpetrators: bool) -> str | None:
    chosen = [actor for actor in incident.actors if (actor.role == "perpetrator") == perpetrators]
    return joined(actor.name or actor.actor_id for actor in chosen)


def _weapons_of(incident: Incident) -> list[WeaponEntry]:
    """The vocabulary's entries for the record's weapons, in its order."""
    table = WeaponTable.load()
    return [entry for weapon in incident.weapons if weapon.kind and (entry := table.get(weapon.kind)) is not None]


def _interactions(incident: Incident) -> str | None:
    table = ActorTable.load()
    known = [table.get(a.actor_id) for a in incident.actors if a.role == "perpetrator" and a.actor_id]
    return joined(str(entry.interaction) for entry in known if entry is not None and entry.interaction is not None)


COLUMNS: tuple[Column, ...] = (
    _column("incident_id", "Stable name of the record", lambda i: i.incident_id),
    _column("title", "One line, built from the values", lambda i: i.title),
    _column("event_type", "ACLED event type", lambda i: i.event_type),
    _column("sub_event_type", "ACLED sub-event type", lambda i: i.sub_event_type),
    _column("date_edtf", "Date in EDTF (ISO 8601-2)", lambda i: i.date.edtf),
    _column(
        "date_start",
        "First possible day, YYYY-MM-DD, inclusive; empty is open",
        lambda i: i.date.start,
    ),
    _column("date_end", "Last possible day, YYYY-MM-DD, inclusive; empty is open", lambda i: i.date.end),
    _column(
        "date_precision",
        "day, few_days, week, month, year or unknown",
        lambda i: i.date.precision,
    ),
    _column(
        "date_basis",
        "stated, relative, publication, corroborated or unknown",
        lambda i: i.date.basis,
    ),
    _column("place_name", "Name of the place, as precise as it is known", lambda i: i.place.name),
    _column("place_kind", "city, air_base, region, ...", lambda i: i.place.kind),
    _column("admin1", "First-order administrative region", lambda i: i.place.admin1),
    _column("country", "ISO 3166-1 alpha-2 code", lambda i: i.place.country),
    _column("lat", "Degrees north, WGS 84; empty above the level of a district", lambda i: i.place.lat),
    _column("lon", "Degrees east, WGS 84; empty above the level of a district", lambda i: i.place.lon),
    _column(
        "radius_m",
        "Metres: the place lies within this distance of the point",
        lambda i: i.place.radius_m,
    ),
    _column(
        "place_precision",
        "site, town, near_town, adm2, adm1, country, sea or unknown",
        lambda i: i.place.precision,
    ),
    _column(
        "perpetrators",
        "Who is said to have done it",
        lambda i: _of_actors(i, perpetrators=True),
    ),
    _column(
        "perpetrator_status",
        "named, suspected, blamed, claimed or denied, in the order of the perpetrators",
        lambda i: "; ".join(a.status for a in i.actors if a.role == "perpetrator") or None,
    ),
    _column(
        "other_actors",
        "Targets, victims and responders that are known parties",
        lambda i: _of_actors(i, perpetrators=False),
    ),
    _column(
        "perpetrator_inter",
        "ACLED's interaction classes (1 to 8) of the perpetrators that the actor table knows, each once",
        _interactions,
    ),
    _column("weapons", "Kinds of weapon", lambda i: joined(w.kind or w.name for w in i.weapons)),
    _column(
        "weapons_gtd",
        "GTD's weaptype of each kind of weapon, each once",
        lambda i: joined(str(w.gtd) for w in _weapons_of(i) if w.gtd is not None),
    ),
    _column(
        "weapons_plover",
        "Mode of PLOVER's ASSAULT of each kind of weapon, each once",
        lambda i: joined(w.plover for w in _weapons_of(i)),
    ),
    *_munition_columns("fired", "fired", lambda i: total(w.fired for w in i.weapons)),
    *_munition_columns("hit", "that hit", lambda i: total(w.hit for w in i.weapons)),
    *_figure_columns("killed", "killed", lambda i: i.killed),
    *_figure_columns("wounded", "wounded", lambda i: i.wounded),
    *_figure_columns("missing", "missing", lambda i: i.missing),
    *_figure_columns("abducted", "abducted", lambda i: i.abducted),
    _column("targets", "What was attacked", lambda i: joined(t.name or t.kind for t in i.targets)),
    _column("damage", "What was damaged", lambda i: joined(t.name or t.kind for t in i.damage)),
    _column("reports", "Number of reports", lambda i: i.corroboration.reports),
    _column(
        "origins",
        "Number of independent origins: reprints of one story count once",
        lambda i: i.corroboration.origins,
    ),
    _column("grade", "Grade of corroboration", lambda i: i.corroboration.grade),
    _column("grade_reason", "Why that grade", lambda i: i.corroboration.grade_reason),
    _column(
        "disagreements",
        "Fields on which the reports differ",
        lambda i: joined(i.disagreements),
    ),
    _column("claims", "Number of claims behind the record", lambda i: len(i.claims)),
    _column("publishers", "Who published", lambda i: joined(r.publisher for r in i.reports)),
    _column("urls", "Where it was published", lambda i: joined(r.url for r in i.reports)),
    _column("report_ids", "Ids of the reports", lambda i: joined(r.report_id for r in i.reports)),
    _column("review_status", "What people decided on it", lambda i: i.review.status),
    _column("aliases", "Other ids that lead to this record", lambda i: joined(i.aliases)),
    _column("schema_version", "Version of the record", lambda i: i.schema_version),
)


def row(incident: Incident) -> dict[str, Scalar]:
    """Return the record's values by column name, in the order of COLUMNS."""
    return {column.name: column.read(incident) for column in COLUMNS}
