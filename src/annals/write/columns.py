"""A record as one flat row of scalars, for tables and for map programs.

A row leaves out the claims: it has the reconciled values and says how many claims and disagreements stand behind them.
Lists are joined by "; ".
"""

from collections.abc import Callable, Iterable

import msgspec

from annals.model import Figure, Incident, Span
from annals.write.codes import (
    ACLED_GEO,
    ACLED_TIME,
    GTD_SPECIFICITY,
    UCDP_DATE,
    UCDP_WHERE,
    acled_inter,
    civilian_targeting,
    civilians_killed,
    gtd_claimed,
    gtd_claimmode,
    gtd_compclaim,
    gtd_day,
    gtd_guncertain,
    gtd_vicinity,
    gtd_weaptypes,
    plover_modes,
)

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
        _column(
            f"{name}_rule",
            "The set of rules that chose the best figure, or who set it; empty where there is none",
            lambda i: read(i).rule,
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
    _column("weapons", "Kinds of weapon", lambda i: joined(w.kind or w.name for w in i.weapons)),
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
    _column(
        "civilian_targeting",
        "ACLED: yes for the sub-types that are violence against civilians; empty is unknown",
        civilian_targeting,
    ),
    _column(
        "civilians_killed_low",
        "Fewest civilians told apart among the killed; empty is not told",
        lambda i: civilians_killed(i)[0],
    ),
    _column(
        "civilians_killed_high",
        "Most civilians told apart among the killed; empty is open or not told",
        lambda i: civilians_killed(i)[1],
    ),
    _column(
        "acled_time_precision",
        "ACLED: 1 day, 2 week, 3 month or coarser",
        lambda i: ACLED_TIME.get(i.date.precision),
    ),
    _column(
        "acled_geo_precision",
        "ACLED: 1 town, 2 near a town, 3 larger region",
        lambda i: ACLED_GEO.get(i.place.precision),
    ),
    _column(
        "ucdp_date_prec",
        "UCDP GED: 1 day, 2 two to six days, 3 week, 4 month, 5 year",
        lambda i: UCDP_DATE.get(i.date.precision),
    ),
    _column(
        "ucdp_where_prec",
        "UCDP GED: 1 exact, 2 near, 3 and 4 second- and first-order unit, 6 country, 7 sea",
        lambda i: UCDP_WHERE.get(i.place.precision),
    ),
    _column(
        "acled_inter",
        "ACLED: interaction classes (1 to 8) of the perpetrators that the actor table knows, each once",
        lambda i: joined(acled_inter(i)),
    ),
    _column("gtd_weaptype", "GTD: weaptype of each kind of weapon, each once", lambda i: joined(gtd_weaptypes(i))),
    _column(
        "plover_mode", "PLOVER: mode of ASSAULT of each kind of weapon, each once", lambda i: joined(plover_modes(i))
    ),
    _column("gtd_iyear", "GTD: year; empty is unknown", lambda i: gtd_day(i)[0]),
    _column("gtd_imonth", "GTD: month; 0 is unknown", lambda i: gtd_day(i)[1]),
    _column("gtd_iday", "GTD: first possible day of the month; 0 is unknown", lambda i: gtd_day(i)[2]),
    _column(
        "gtd_specificity",
        "GTD: 1 town or near it, 3 district, 4 province, 5 no better",
        lambda i: GTD_SPECIFICITY.get(i.place.precision),
    ),
    _column("gtd_vicinity", "GTD: 1 near the place, 0 at it; empty is unknown", gtd_vicinity),
    _column("gtd_claimed", "GTD: 1 somebody claims it, 0 nobody is told to, -9 not told", gtd_claimed),
    _column(
        "gtd_claimmode",
        "GTD: 1 letter, 2 call, 4 e-mail, 5 note at the scene, 6 video, 7 posted online, 10 unknown; empty unclaimed",
        gtd_claimmode,
    ),
    _column("gtd_compclaim", "GTD: 1 two parties or more claim it, 0 one does; empty unclaimed", gtd_compclaim),
    _column(
        "gtd_guncertain",
        "GTD: 1 the perpetrator is only suspected or blamed, 0 named or claiming; empty without any",
        gtd_guncertain,
    ),
    _column("schema_version", "Version of the record", lambda i: i.schema_version),
)


def row(incident: Incident) -> dict[str, Scalar]:
    """Return the record's values by column name, in the order of COLUMNS."""
    return {column.name: column.read(incident) for column in COLUMNS}
