"""Steps of the tables that are derived from what the ledger holds: for pages, lists and deriving itself.

None is ever changed once released (see migrations.py).
"""

from sqlalchemy import Connection


def browsing_tables(connection: Connection) -> None:
    """Version 2: the words of reports for searching, and what pages ask of the incidents, derived with them.

    The records must be derived anew, so that doubtful pairs and the homes of mentions are kept; hence no fingerprint.
    """
    for statement in _BROWSING_TABLES.split(";\n\n"):
        connection.exec_driver_sql(statement)


_BROWSING_TABLES = """
CREATE TABLE report_numbers (
    number INTEGER NOT NULL PRIMARY KEY, report_id TEXT NOT NULL UNIQUE REFERENCES reports (report_id)
);

CREATE VIRTUAL TABLE report_words USING fts5 (words, content = '', tokenize = 'porter unicode61 remove_diacritics 2');

INSERT INTO report_numbers (report_id) SELECT report_id FROM reports ORDER BY rowid;

INSERT INTO report_words (rowid, words)
SELECT number, coalesce(title || char(10), '') || text FROM report_numbers JOIN reports USING (report_id)
ORDER BY number;

CREATE TRIGGER reports_numbered AFTER INSERT ON reports
BEGIN
    INSERT INTO report_numbers (report_id) VALUES (NEW.report_id);
    INSERT INTO report_words (rowid, words)
    SELECT number, coalesce(NEW.title || char(10), '') || NEW.text FROM report_numbers WHERE report_id = NEW.report_id;
END;

INSERT INTO meta VALUES ('changes', '0');

CREATE TRIGGER readings_counted AFTER INSERT ON readings
BEGIN UPDATE meta SET value = value + 1 WHERE name = 'changes'; END;

CREATE TRIGGER judgements_counted AFTER INSERT ON judgements
BEGIN UPDATE meta SET value = value + 1 WHERE name = 'changes'; END;

CREATE TABLE listed (
    number INTEGER NOT NULL PRIMARY KEY, incident_id TEXT NOT NULL UNIQUE, row BLOB NOT NULL
);

CREATE TABLE facet_bits (
    facet TEXT NOT NULL, value TEXT NOT NULL, incidents INTEGER NOT NULL, bits BLOB NOT NULL,
    PRIMARY KEY (facet, value)
);

CREATE TABLE incident_columns (name TEXT NOT NULL PRIMARY KEY, data BLOB NOT NULL);

CREATE TABLE register (
    actor TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, incidents INTEGER NOT NULL, is_new INTEGER NOT NULL,
    row BLOB NOT NULL
);

CREATE INDEX register_by_incidents ON register (incidents DESC, actor);

CREATE INDEX register_new ON register (is_new, incidents DESC, actor);

CREATE TABLE actor_incidents (
    actor TEXT NOT NULL, number INTEGER NOT NULL, standing TEXT NOT NULL, PRIMARY KEY (actor, number, standing)
) WITHOUT ROWID;

CREATE INDEX actor_incidents_by_number ON actor_incidents (number, actor);

CREATE TABLE actor_aliases (
    actor TEXT NOT NULL, words TEXT NOT NULL, claims INTEGER NOT NULL, reports TEXT NOT NULL,
    PRIMARY KEY (actor, words)
) WITHOUT ROWID;

CREATE TABLE report_incidents (
    report INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (report, number)
) WITHOUT ROWID;

CREATE INDEX report_incidents_by_number ON report_incidents (number, report);

CREATE TABLE report_copies (copy TEXT NOT NULL PRIMARY KEY, original TEXT NOT NULL) WITHOUT ROWID;

CREATE INDEX report_copies_by_original ON report_copies (original, copy);

CREATE TABLE incident_links (
    link_id INTEGER NOT NULL PRIMARY KEY, source INTEGER NOT NULL, target INTEGER NOT NULL, link BLOB NOT NULL
);

CREATE INDEX incident_links_by_source ON incident_links (source, target);

CREATE INDEX incident_links_by_target ON incident_links (target, source);

CREATE TABLE incident_tallies (
    tally_id INTEGER NOT NULL PRIMARY KEY, holder INTEGER NOT NULL, tally BLOB NOT NULL
);

CREATE TABLE tally_counts (
    number INTEGER NOT NULL, tally_id INTEGER NOT NULL, PRIMARY KEY (number, tally_id)
) WITHOUT ROWID;

CREATE TABLE homes (
    mention_id TEXT NOT NULL PRIMARY KEY, own_id TEXT NOT NULL, incident_id TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX homes_by_own_id ON homes (own_id);

CREATE INDEX homes_by_incident ON homes (incident_id, mention_id);

CREATE TABLE doubts (
    doubt_id TEXT NOT NULL PRIMARY KEY, left_mention TEXT NOT NULL, right_mention TEXT NOT NULL,
    left_incident TEXT NOT NULL, right_incident TEXT NOT NULL, weight REAL NOT NULL, judged_by TEXT,
    pair BLOB NOT NULL
) WITHOUT ROWID;

CREATE INDEX doubts_by_weight ON doubts (judged_by, weight DESC, doubt_id);

CREATE INDEX doubts_by_left ON doubts (left_incident);

CREATE INDEX doubts_by_right ON doubts (right_incident);

CREATE TABLE disputes (
    incident_id TEXT NOT NULL, field TEXT NOT NULL, weight REAL NOT NULL, settled INTEGER NOT NULL,
    PRIMARY KEY (incident_id, field)
) WITHOUT ROWID;

CREATE INDEX disputes_by_weight ON disputes (settled, weight DESC, incident_id, field);

CREATE TABLE applied_judgements (judgement_id TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;

CREATE INDEX judgements_by_subject ON judgements (subject);

CREATE INDEX judgements_by_other ON judgements (other);

CREATE INDEX reports_by_url ON reports (url);

CREATE INDEX sightings_by_origin ON sightings (origin);

DELETE FROM meta WHERE name = 'fingerprint'"""


def followed_tables(connection: Connection) -> None:
    """Version 5: what pages ask for in a form that follows a change of the incidents.

    All of it is derived with the records anew; hence no fingerprint.
    """
    for statement in _FOLLOWED_TABLES.split(";\n\n"):
        connection.exec_driver_sql(statement)


_FOLLOWED_TABLES = """
DROP TABLE listed;

DROP TABLE facet_bits;

DROP TABLE incident_columns;

DROP TABLE actor_aliases;

DROP TABLE incident_links;

CREATE TABLE listed (
    number INTEGER NOT NULL PRIMARY KEY, incident_id TEXT NOT NULL UNIQUE, day INTEGER NOT NULL, stakes REAL NOT NULL,
    row BLOB NOT NULL
);

CREATE INDEX listed_by_day ON listed (day, incident_id);

CREATE TABLE facet_bits (
    facet TEXT NOT NULL, value TEXT NOT NULL, part INTEGER NOT NULL, version INTEGER NOT NULL,
    incidents INTEGER NOT NULL, bits BLOB NOT NULL, PRIMARY KEY (facet, value, part)
);

CREATE INDEX facet_bits_by_version ON facet_bits (version);

CREATE TABLE incident_columns (chunk INTEGER NOT NULL PRIMARY KEY, version INTEGER NOT NULL, data BLOB NOT NULL);

CREATE INDEX incident_columns_by_version ON incident_columns (version);

CREATE TABLE report_columns (chunk INTEGER NOT NULL PRIMARY KEY, version INTEGER NOT NULL, data BLOB NOT NULL);

CREATE INDEX report_columns_by_version ON report_columns (version);

CREATE TABLE actor_names (
    actor TEXT NOT NULL, name TEXT NOT NULL, uses INTEGER NOT NULL, PRIMARY KEY (actor, name)
) WITHOUT ROWID;

CREATE TABLE actor_aliases (
    alias_id INTEGER NOT NULL PRIMARY KEY, actor TEXT NOT NULL, words TEXT NOT NULL, claims INTEGER NOT NULL
);

CREATE UNIQUE INDEX actor_aliases_by_words ON actor_aliases (actor, words);

CREATE TABLE alias_reports (
    alias_id INTEGER NOT NULL, report INTEGER NOT NULL, claims INTEGER NOT NULL, PRIMARY KEY (alias_id, report)
) WITHOUT ROWID;

CREATE TABLE incident_links (
    link_id INTEGER NOT NULL PRIMARY KEY, day INTEGER NOT NULL, source_id TEXT NOT NULL, source INTEGER NOT NULL,
    target INTEGER NOT NULL, link BLOB NOT NULL
);

CREATE INDEX incident_links_in_order ON incident_links (day, source_id, source, target);

CREATE INDEX incident_links_by_source ON incident_links (source);

CREATE INDEX incident_links_by_target ON incident_links (target);

CREATE INDEX incident_tallies_by_holder ON incident_tallies (holder);

CREATE INDEX tally_counts_by_tally ON tally_counts (tally_id);

CREATE INDEX doubts_by_left_mention ON doubts (left_mention);

CREATE INDEX doubts_by_right_mention ON doubts (right_mention);

DELETE FROM meta WHERE name = 'fingerprint'"""


def traces_of_deriving(connection: Connection) -> None:
    """Version 6: what deriving leaves behind, so that a new report is taken in by looking at its neighbourhood alone.

    The records must be derived anew once, which fills it; hence `traces` is not set.
    """
    for statement in _TRACES_OF_DERIVING.split(";\n\n"):
        connection.exec_driver_sql(statement)


_TRACES_OF_DERIVING = """
CREATE TABLE waiting (report_id TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;

INSERT INTO waiting SELECT report_id FROM readings;

CREATE TRIGGER readings_waiting_insert AFTER INSERT ON readings
BEGIN INSERT OR IGNORE INTO waiting VALUES (NEW.report_id); END;

CREATE TRIGGER readings_waiting_update AFTER UPDATE ON readings
BEGIN
    INSERT OR IGNORE INTO waiting VALUES (OLD.report_id);
    INSERT OR IGNORE INTO waiting VALUES (NEW.report_id);
    UPDATE meta SET value = value + 1 WHERE name = 'changes';
END;

CREATE TRIGGER readings_waiting_delete AFTER DELETE ON readings
BEGIN
    INSERT OR IGNORE INTO waiting VALUES (OLD.report_id);
    UPDATE meta SET value = value + 1 WHERE name = 'changes';
END;

INSERT INTO meta VALUES ('touched', '0');

CREATE TRIGGER incidents_touched_insert AFTER INSERT ON incidents
BEGIN UPDATE meta SET value = '1' WHERE name = 'touched' AND value = '0'; END;

CREATE TRIGGER incidents_touched_update AFTER UPDATE ON incidents
BEGIN UPDATE meta SET value = '1' WHERE name = 'touched' AND value = '0'; END;

CREATE TRIGGER incidents_touched_delete AFTER DELETE ON incidents
BEGIN UPDATE meta SET value = '1' WHERE name = 'touched' AND value = '0'; END;

CREATE INDEX readings_by_reader ON readings (reader, report_id);

CREATE TABLE copy_cards (
    number INTEGER NOT NULL PRIMARY KEY, place INTEGER NOT NULL, report_id TEXT NOT NULL, published TEXT,
    length INTEGER NOT NULL, sampled INTEGER NOT NULL, coarse INTEGER NOT NULL
);

CREATE TABLE copy_marks (
    mark INTEGER NOT NULL, place INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (mark, place, number)
) WITHOUT ROWID;

CREATE TABLE copy_ties (
    copy INTEGER NOT NULL, "of" INTEGER NOT NULL, share REAL NOT NULL, PRIMARY KEY (copy, "of")
) WITHOUT ROWID;

CREATE INDEX copy_ties_by_longer ON copy_ties ("of", copy);

CREATE TABLE mention_names (
    number INTEGER NOT NULL PRIMARY KEY, mention_id TEXT NOT NULL, report_id TEXT NOT NULL
);

CREATE INDEX mention_names_by_report ON mention_names (report_id);

CREATE TABLE mention_profiles (number INTEGER NOT NULL PRIMARY KEY, profile BLOB NOT NULL);

CREATE TABLE mention_blocks (
    block INTEGER NOT NULL, place BLOB NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (block, place, number)
) WITHOUT ROWID;

CREATE TABLE mention_pairs (
    "left" INTEGER NOT NULL, "right" INTEGER NOT NULL, odds REAL NOT NULL, joins INTEGER NOT NULL,
    PRIMARY KEY ("left", "right")
) WITHOUT ROWID;

CREATE INDEX mention_pairs_by_right ON mention_pairs ("right", "left");

CREATE TABLE counted_incidents (
    incident_id TEXT NOT NULL PRIMARY KEY, country TEXT, first INTEGER, last INTEGER, counted BLOB NOT NULL
);

CREATE INDEX counted_incidents_by_day ON counted_incidents (country, first);

CREATE TABLE stated_counts (
    report_id TEXT NOT NULL, number INTEGER NOT NULL, bounded INTEGER NOT NULL, country TEXT, first INTEGER,
    last INTEGER, counting BLOB NOT NULL, PRIMARY KEY (report_id, number)
);

CREATE INDEX stated_counts_by_day ON stated_counts (bounded, country, last);

DELETE FROM meta WHERE name = 'fingerprint'"""


def compared_counts(connection: Connection) -> None:
    """Version 7: stated counts can be listed by their verdict, and found by what they count.

    The records must be derived anew once, which fills the table; hence `traced` is taken away.
    """
    for statement in _COMPARED_COUNTS.split(";\n\n"):
        connection.exec_driver_sql(statement)


_COMPARED_COUNTS = """
DROP TABLE stated_counts;

CREATE TABLE stated_counts (
    report_id TEXT NOT NULL, number INTEGER NOT NULL, bounded INTEGER NOT NULL, country TEXT, first INTEGER,
    last INTEGER, scope TEXT, verdict TEXT NOT NULL, counting BLOB NOT NULL, PRIMARY KEY (report_id, number)
);

CREATE INDEX stated_counts_by_day ON stated_counts (bounded, country, last);

CREATE INDEX stated_counts_by_scope ON stated_counts (scope, last);

DELETE FROM meta WHERE name IN ('fingerprint', 'traced')"""
