"""Incidents as the nodes of a directed graph, and every asserted link as an edge of its own.

A link to an incident that is not among those written has no edge. Two reports that assert the same link are two edges,
so the graph is a multigraph.
"""

from collections.abc import Iterable, Iterator

import msgspec

from annals.model import Incident
from annals.write.columns import Scalar, row

NODE_COLUMNS = (
    "title", "event_type", "sub_event_type", "date_edtf", "date_start", "date_end", "date_precision", "place_name",
    "country", "lat", "lon", "place_precision", "perpetrators", "perpetrator_status", "weapons", "killed_best",
    "wounded_best", "reports", "origins", "grade",
)  # fmt: skip
"""The columns of the flat row that a node has; what is unknown is left out."""


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """`source` `relation` `target`, because the report says so in the quote."""

    key: str
    """Tells edges between the same two incidents apart: e0, e1 ... in the order of the edges."""
    source: str
    target: str
    relation: str
    asserted_by: str
    """report_id."""
    publisher: str | None
    published: str | None
    url: str | None
    quote: str
    quote_start: int
    """Code points from the beginning of the report's text, inclusive; `quote_end` is exclusive."""
    quote_end: int


def node_values(incident: Incident) -> dict[str, Scalar]:
    """What a node carries beside its id: NODE_COLUMNS as far as they are known."""
    values = row(incident)
    return {name: values[name] for name in NODE_COLUMNS if values[name] is not None}


class Edges:
    """Gathers the links of records as they pass by, since an edge can only be told once all nodes are."""

    def __init__(self) -> None:
        """Begin with none."""
        self._ids: set[str] = set()
        self._found: list[Edge] = []

    def passing(self, incidents: Iterable[Incident]) -> Iterator[Incident]:
        """Yield the incidents as they are, and keep their links."""
        for incident in incidents:
            self._ids.add(incident.incident_id)
            told = {report.report_id: report for report in incident.reports}
            for link in incident.links:
                report = told.get(link.asserted_by)
                self._found.append(
                    Edge(
                        key="",
                        source=incident.incident_id,
                        target=link.to,
                        relation=link.relation,
                        asserted_by=link.asserted_by,
                        publisher=report.publisher if report else None,
                        published=report.published if report else None,
                        url=report.url if report else None,
                        quote=link.quote.exact,
                        quote_start=link.quote.start,
                        quote_end=link.quote.end,
                    )
                )
            yield incident

    def __iter__(self) -> Iterator[Edge]:
        """The edges whose two ends have passed, numbered, in the order of the records and of their links."""
        within = (edge for edge in self._found if edge.target in self._ids)
        for number, edge in enumerate(within):
            yield msgspec.structs.replace(edge, key=f"e{number}")
