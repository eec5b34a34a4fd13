"""The tables as queries name them. `migrations.py` makes them; a test holds the two against each other."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()


def _text(name: str, *, key: bool = False, null: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=null)


def _report_id(*, key: bool) -> Column[str]:
    return Column("report_id", Text, ForeignKey("reports.report_id"), primary_key=key, nullable=False)


meta = Table("meta", metadata, _text("name", key=True), _text("value"))
"""Facts about the ledger: `fingerprint`, what the incidents were derived from."""

reports = Table(
    "reports",
    metadata,
    _text("report_id", key=True),
    _text("text"),
    _text("title", null=True),
    _text("publisher", null=True),
    _text("url", null=True),
    _text("published", null=True),
    _text("language", null=True),
    _text("text_sha256"),
    _text("regions"),
)
"""What makes a report's identity, and its regions as JSON. Never changed once stored."""

sightings = Table(
    "sightings",
    metadata,
    _report_id(key=False),
    _text("given_id", null=True),
    _text("origin", null=True),
    _text("raw_sha256"),
)
"""Where and under which name a report came in; one report may come in several times. A set: no row twice."""

readings = Table(
    "readings",
    metadata,
    _report_id(key=True),
    _text("reader"),
    Column("account", LargeBinary, nullable=False),
)
"""What was read in each report, as JSON, and by which reader; a new reader replaces it."""

judgements = Table(
    "judgements",
    metadata,
    _text("judgement_id", key=True),
    _text("kind"),
    _text("subject"),
    _text("other", null=True),
    _text("field", null=True),
    _text("value", null=True),
    _text("by"),
    _text("at"),
    _text("reason"),
)
"""What people decided; triggers let rows be added only."""

incidents = Table(
    "incidents",
    metadata,
    _text("incident_id", key=True),
    _text("date_start", null=True),
    _text("date_end", null=True),
    _text("event_type", null=True),
    _text("sub_event_type", null=True),
    _text("country", null=True),
    _text("place", null=True),
    _text("title"),
    Column("killed_best", Integer),
    Column("wounded_best", Integer),
    Column("reports", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""The records: the body is all of it as JSON; the other columns repeat parts of it for people with a SQL tool."""

aliases = Table("aliases", metadata, _text("alias", key=True), _text("incident_id", key=True))
"""Other ids that lead to a record; derived, like the incidents."""

incident_ids = Table("incident_ids", metadata, _text("incident_id", key=True), _text("title"), _text("date", null=True))
"""Every id that a record ever had, with its last title and date: what a tombstone says."""

runs = Table(
    "runs",
    metadata,
    Column("run_id", Integer, primary_key=True),
    _text("started"),
    _text("ended", null=True),
    _text("annals"),
    _text("reader"),
    Column("read", Integer, nullable=False),
    Column("already_there", Integer, nullable=False),
    Column("read_again", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("incidents", Integer),
)
"""Each time that reports were added: when (UTC, ISO 8601; `ended` NULL where it was cut off) and how it went."""

refusals = Table(
    "refusals",
    metadata,
    Column("run_id", Integer, ForeignKey("runs.run_id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _text("origin"),
    _text("field", null=True),
    _text("reason"),
)
"""What a run refused, numbered from 1."""
