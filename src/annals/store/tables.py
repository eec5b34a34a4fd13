"""The tables as queries name them. `migrations.py` makes them; a test holds the two against each other."""

from sqlalchemy import Column, Float, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

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
    _text("seen", null=True),
)
"""What people decided; triggers let rows be added only. `seen` is a JSON list of ids of claims, or NULL."""

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

incident_ids = Table(
    "incident_ids",
    metadata,
    _text("incident_id", key=True),
    _text("title"),
    _text("date", null=True),
    _text("became", null=True),
)
"""Every id that a record ever had, with its last title and date: what a tombstone says. `became` is NULL while a record
has the id, else a JSON list of the ids where its tellings went."""

changes = Table(
    "changes",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("at"),
    _text("kind"),
    _text("incident_id"),
    _text("became"),
    _text("of"),
    _text("title"),
    _text("date", null=True),
    _text("fields"),
)
"""What happened to incidents (model/change.py); the lists as JSON. Triggers let rows be added only."""

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


# What pages ask for: derived with the incidents, by `browse/following.py`.


def _number(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, nullable=False)


def _blob(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)


report_numbers = Table(
    "report_numbers",
    metadata,
    _number("number", key=True),
    Column("report_id", Text, ForeignKey("reports.report_id"), nullable=False),
)
"""A small number for each report, in the order in which they came in: its row in the full-text table `report_words`,
which triggers keep in step."""

listed = Table(
    "listed",
    metadata,
    _number("number", key=True),
    _text("incident_id"),
    _number("day"),
    Column("stakes", Float, nullable=False),
    _blob("row"),
)
"""The incidents, each as a line of a list. `number` is the incident's in sets and columns: kept while the incident
lasts, then given to another. `day` is the ordinal of its first possible day (browse/state.py where there is none),
`stakes` how much hangs on it (browse/questioning.py)."""

facet_bits = Table(
    "facet_bits",
    metadata,
    _text("facet", key=True),
    _text("value", key=True),
    _number("part", key=True),
    _number("version"),
    _number("incidents"),
    _blob("bits"),
)
"""For each value of a facet the set of incidents that have it (browse/bits.py), in parts (browse/state.py); `version`
is the change that wrote it. A part that has become empty stays, so that this is noticed."""

incident_columns = Table("incident_columns", metadata, _number("chunk", key=True), _number("version"), _blob("data"))
"""Days, points and tolls of all incidents by their numbers, in chunks (browse/columns.py)."""

report_columns = Table("report_columns", metadata, _number("chunk", key=True), _number("version"), _blob("data"))
"""Which report tells which incident, by their numbers, in chunks (browse/telling_columns.py)."""

register = Table(
    "register",
    metadata,
    _text("actor", key=True),
    _text("name"),
    _number("incidents"),
    _number("is_new"),
    _blob("row"),
)
"""The parties of all incidents; `is_new` is 1 for a name that the actor table lacks."""

actor_incidents = Table(
    "actor_incidents", metadata, _text("actor", key=True), _number("number", key=True), _text("standing", key=True)
)
"""Which party stands how ("perpetrator/blamed") in which incident."""

actor_names = Table("actor_names", metadata, _text("actor", key=True), _text("name", key=True), _number("uses"))
"""How often records give each name to a party; the commonest is the register's."""

actor_aliases = Table(
    "actor_aliases", metadata, _number("alias_id", key=True), _text("actor"), _text("words"), _number("claims")
)
"""In which words reports speak of whom, be it a party of an incident or not."""

alias_reports = Table(
    "alias_reports", metadata, _number("alias_id", key=True), _number("report", key=True), _number("claims")
)
"""In which report, by its number, these words stand, and in how many claims."""

report_incidents = Table("report_incidents", metadata, _number("report", key=True), _number("number", key=True))
"""Which report, by its number, tells which incident."""

report_copies = Table("report_copies", metadata, _text("copy", key=True), _text("original"))
"""Which report reprints which."""

incident_links = Table(
    "incident_links",
    metadata,
    _number("link_id", key=True),
    _number("day"),
    _text("source_id"),
    _number("source"),
    _number("target"),
    _blob("link"),
)
"""Ties between incidents, by their numbers; `day` and `source_id` put them in the order of their sources."""

incident_tallies = Table("incident_tallies", metadata, _number("tally_id", key=True), _number("holder"), _blob("tally"))
"""Tallies, with the incident whose record holds them."""

tally_counts = Table("tally_counts", metadata, _number("number", key=True), _number("tally_id", key=True))
"""Which incident is counted by which tally."""

homes = Table("homes", metadata, _text("mention_id", key=True), _text("own_id"), _text("incident_id"))
"""Which incident each mention belongs to; `own_id` is the id that an incident has which begins with this mention."""

doubts = Table(
    "doubts",
    metadata,
    _text("doubt_id", key=True),
    _text("left_mention"),
    _text("right_mention"),
    _text("left_incident"),
    _text("right_incident"),
    Column("weight", Float, nullable=False),
    _text("judged_by", null=True),
    _blob("pair"),
)
"""Pairs of mentions of which the linker was not sure, or on which a person decided, with the evidence."""

applied_judgements = Table("applied_judgements", metadata, _text("judgement_id", key=True))
"""The judgements that the incidents know."""

questioned = Table(
    "questioned",
    metadata,
    _text("judgement_id", key=True),
    _number("changed"),
    _text("overruled_by"),
    Column("weight", Float, nullable=False),
)
"""Decisions that stand and on which something is to be said (browse/questioning.py): how many claims came since, which
later decisions they contradict (JSON), and their weight in the queue, 0 for those that await nobody."""

disputes = Table(
    "disputes",
    metadata,
    _text("incident_id", key=True),
    _text("field", key=True),
    Column("weight", Float, nullable=False),
    _number("settled"),
)
"""Fields on which live claims differ; `settled` is 1 where a person set the field."""


# What deriving left behind (model/traces.py), by which later reports are taken in. `kept.py` reads and writes it.

waiting = Table("waiting", metadata, _text("report_id", key=True))
"""The reports that were read, or read anew, since the incidents were derived; triggers on `readings` fill it."""

copy_cards = Table(
    "copy_cards",
    metadata,
    _number("number", key=True),
    _number("place"),
    _text("report_id"),
    _text("published", null=True),
    _number("length"),
    _number("sampled"),
    _number("coarse"),
)
"""Each report as comparing for copies knows it; `place` and `number` are its place among others."""

copy_marks = Table(
    "copy_marks", metadata, _number("mark", key=True), _number("place", key=True), _number("number", key=True)
)
"""By which marks a report is found."""

copy_ties = Table(
    "copy_ties",
    metadata,
    _number("copy", key=True),
    _number("of", key=True),
    Column("share", Float, nullable=False),
)
"""Which report, by its number, repeats most of which longer one."""

mention_names = Table("mention_names", metadata, _number("number", key=True), _text("mention_id"), _text("report_id"))
"""Each mention that can be an incident, by a number made of its id."""

mention_profiles = Table("mention_profiles", metadata, _number("number", key=True), _blob("profile"))
"""Each of them as the comparison sees it."""

mention_blocks = Table(
    "mention_blocks",
    metadata,
    _number("block", key=True),
    Column("place", LargeBinary, primary_key=True, nullable=False),
    _number("number", key=True),
)
"""Which mention, by its number, stands in which block, and where; bytes are in the order of places."""

mention_pairs = Table(
    "mention_pairs",
    metadata,
    _number("left", key=True),
    _number("right", key=True),
    Column("odds", Float, nullable=False),
    _number("joins"),
)
"""Pairs of mentions that may be one event; `joins` is 1 for those that tie a cluster."""

counted_incidents = Table(
    "counted_incidents",
    metadata,
    _text("incident_id", key=True),
    _text("country", null=True),
    Column("first", Integer),
    Column("last", Integer),
    _blob("counted"),
)
"""Each incident that stated counts may count, with the days, as ordinals, between which it was."""

stated_counts = Table(
    "stated_counts",
    metadata,
    _text("report_id", key=True),
    _number("number", key=True),
    _number("bounded"),
    _text("country", null=True),
    Column("first", Integer),
    Column("last", Integer),
    _text("scope", null=True),
    _text("verdict"),
    _blob("counting"),
)
"""Each count that a report states; `bounded` is 1 where it says which incidents it counts, and these where and when.
Counts of one `scope` may be compared with each other."""
