"""The schema, step by step. A landed migration is never edited: a change to the schema is a new one at the end."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("ringback")

_APPLICATIONS = """
CREATE TABLE applications (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL DEFAULT 'posting',
    ready INTEGER NOT NULL DEFAULT 1,
    title TEXT, employer TEXT, employer_key TEXT, reference TEXT, reference_key TEXT,
    location TEXT, country TEXT, region TEXT, timezone TEXT, employment_type TEXT,
    posted_on TEXT, closes_on TEXT, pay TEXT, apply_by TEXT, apply_to TEXT, language TEXT,
    url TEXT, posted_where TEXT, sort_of_work TEXT,
    approach TEXT NOT NULL DEFAULT 'solicited',
    origin TEXT NOT NULL DEFAULT 'posting',
    stance TEXT,
    stage TEXT NOT NULL DEFAULT 'tracked',
    closing TEXT,
    favourite INTEGER NOT NULL DEFAULT 0,
    tracked_at TEXT NOT NULL, applied_on TEXT, applied_at TEXT, updated_at TEXT NOT NULL,
    calls TEXT NOT NULL DEFAULT 'unstated',
    contact TEXT NOT NULL DEFAULT 'unstated',
    call_hours TEXT, wish_text TEXT, one_thing TEXT,
    corrected TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX applications_job ON applications (employer_key, reference_key);
CREATE INDEX applications_stage ON applications (stage, tracked_at);
CREATE TABLE postings (
    application INTEGER PRIMARY KEY REFERENCES applications (id) ON DELETE CASCADE,
    description TEXT,
    wants TEXT NOT NULL DEFAULT '[]',
    evidence TEXT NOT NULL DEFAULT '{}',
    others TEXT NOT NULL DEFAULT '[]',
    problems TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE TABLE addresses (
    canonical TEXT PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    url TEXT NOT NULL
) STRICT;
CREATE INDEX addresses_application ON addresses (application);
"""

_CAPTURES = """
CREATE TABLE captures (
    id TEXT PRIMARY KEY,
    application INTEGER REFERENCES applications (id) ON DELETE CASCADE,
    url TEXT, canonical TEXT, title TEXT, selection TEXT,
    captured_at TEXT NOT NULL, received_at TEXT NOT NULL,
    request TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'reading',
    problem TEXT, parser_version TEXT, posting TEXT, known_since TEXT, answer TEXT,
    size INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX captures_application ON captures (application, captured_at);
CREATE INDEX captures_state ON captures (state) WHERE state = 'reading';
CREATE TABLE pages (
    capture TEXT PRIMARY KEY REFERENCES captures (id) ON DELETE CASCADE,
    received_at TEXT NOT NULL,
    html BLOB NOT NULL,
    frames BLOB
) STRICT;
CREATE INDEX pages_received ON pages (received_at);
"""

_PEOPLE = """
CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT, name_key TEXT, address TEXT,
    may_call INTEGER NOT NULL DEFAULT 1,
    may_contact INTEGER NOT NULL DEFAULT 1,
    named_by_hand INTEGER NOT NULL DEFAULT 0,
    added_at TEXT NOT NULL
) STRICT;
CREATE INDEX people_name ON people (name_key);
CREATE TABLE details (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('email', 'phone')),
    value TEXT NOT NULL,
    rank INTEGER NOT NULL DEFAULT 0,
    dead_at TEXT, dead_why TEXT,
    removed INTEGER NOT NULL DEFAULT 0,
    UNIQUE (person, kind, value)
) STRICT;
CREATE INDEX details_value ON details (kind, value);
CREATE TABLE application_people (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    role TEXT,
    role_by_hand INTEGER NOT NULL DEFAULT 0,
    rank INTEGER NOT NULL DEFAULT 0,
    sure INTEGER NOT NULL DEFAULT 0,
    confirmed INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0,
    source TEXT NOT NULL DEFAULT 'page',
    evidence_text TEXT, evidence_where TEXT,
    UNIQUE (application, person)
) STRICT;
CREATE INDEX application_people_person ON application_people (person);
"""

_HISTORY = """
CREATE TABLE touches (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    person INTEGER REFERENCES people (id) ON DELETE SET NULL,
    at TEXT NOT NULL,
    channel TEXT NOT NULL, outcome TEXT NOT NULL, direction TEXT NOT NULL DEFAULT 'out',
    followup TEXT,
    promise_amount INTEGER, promise_unit TEXT, until TEXT,
    other_person INTEGER REFERENCES people (id) ON DELETE SET NULL,
    note TEXT
) STRICT;
CREATE INDEX touches_application ON touches (application, at);
CREATE INDEX touches_person ON touches (person, at);
CREATE TABLE interviews (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    starts_at TEXT NOT NULL, ends_at TEXT NOT NULL, zone TEXT NOT NULL,
    place TEXT, decision_on TEXT,
    held INTEGER NOT NULL DEFAULT 0,
    note TEXT
) STRICT;
CREATE INDEX interviews_application ON interviews (application, starts_at);
CREATE TABLE interviewers (
    id INTEGER PRIMARY KEY,
    interview INTEGER NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    UNIQUE (interview, person)
) STRICT;
CREATE INDEX interviewers_person ON interviewers (person);
CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    interview INTEGER NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    at TEXT NOT NULL, decision_on TEXT, says TEXT
) STRICT;
CREATE INDEX reports_interview ON reports (interview, at);
CREATE INDEX reports_person ON reports (person);
CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    text TEXT NOT NULL, written_at TEXT NOT NULL, edited_at TEXT
) STRICT;
CREATE INDEX notes_application ON notes (application, written_at);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    name TEXT NOT NULL, note TEXT, added_at TEXT NOT NULL
) STRICT;
CREATE INDEX documents_application ON documents (application);
CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application INTEGER REFERENCES applications (id) ON DELETE CASCADE,
    person INTEGER REFERENCES people (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    verb TEXT NOT NULL,
    data TEXT NOT NULL DEFAULT '{}',
    changes TEXT NOT NULL DEFAULT '[]',
    undone_at TEXT
) STRICT;
CREATE INDEX events_application ON events (application, id);
CREATE INDEX events_person ON events (person, id);
"""

_PLANS = """
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    followup TEXT NOT NULL UNIQUE,
    application INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    due_at TEXT, zone TEXT, snoozed_until TEXT, channel TEXT,
    person INTEGER REFERENCES people (id) ON DELETE SET NULL,
    subject TEXT, body TEXT,
    skipped INTEGER NOT NULL DEFAULT 0,
    reason TEXT
) STRICT;
CREATE INDEX changes_application ON changes (application);
CREATE TABLE plans (
    application INTEGER PRIMARY KEY REFERENCES applications (id) ON DELETE CASCADE,
    planned_at TEXT NOT NULL,
    plan BLOB NOT NULL
) STRICT;
CREATE TABLE followups (
    key TEXT PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    person INTEGER REFERENCES people (id) ON DELETE SET NULL,
    state TEXT NOT NULL,
    due_at TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    record BLOB NOT NULL
) STRICT;
CREATE INDEX followups_due ON followups (state, due_at);
CREATE INDEX followups_application ON followups (application, due_at);
CREATE INDEX followups_person ON followups (person);
"""

_ROUND_ABOUT = """
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE marks (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE templates (name TEXT PRIMARY KEY, text TEXT NOT NULL, edited_at TEXT NOT NULL) STRICT;
CREATE TABLE browsers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    origin TEXT,
    token_hash TEXT NOT NULL UNIQUE,
    paired_at TEXT NOT NULL, last_used_at TEXT, revoked_at TEXT
) STRICT;
CREATE INDEX browsers_origin ON browsers (origin);
CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('launch', 'session')),
    made_at TEXT NOT NULL, expires_at TEXT NOT NULL, last_used_at TEXT
) STRICT;
CREATE TABLE duplicates (
    id INTEGER PRIMARY KEY,
    first INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    second INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    score REAL NOT NULL, reason TEXT NOT NULL,
    dismissed INTEGER NOT NULL DEFAULT 0,
    UNIQUE (first, second), CHECK (first < second)
) STRICT;
CREATE INDEX duplicates_second ON duplicates (second);
CREATE TABLE search (
    id INTEGER PRIMARY KEY REFERENCES applications (id) ON DELETE CASCADE,
    title TEXT NOT NULL, employer TEXT NOT NULL, people TEXT NOT NULL, notes TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
"""


@migrations()
def first_schema(db: Database) -> None:
    """All tables of the first version."""
    for script in (_APPLICATIONS, _CAPTURES, _PEOPLE, _HISTORY, _PLANS, _ROUND_ABOUT):
        for statement in filter(str.strip, script.split(";\n")):
            db.execute(statement)
    db.table("search").enable_fts(
        ["title", "employer", "people", "notes", "text"],
        create_triggers=True,
        tokenize="unicode61 remove_diacritics 2",
    )


@migrations()
def sessions_hold_data(db: Database) -> None:
    """What a dashboard session remembers between two pages: its CSRF token, messages to show once."""
    db.execute("ALTER TABLE sessions ADD COLUMN data TEXT NOT NULL DEFAULT '{}'")


@migrations()
def touches_name_the_detail(db: Database) -> None:
    """The number or address a touch used, so that a dead one is told from another that came later."""
    db.execute("ALTER TABLE touches ADD COLUMN detail TEXT")


@migrations()
def applications_say_why_and_who(db: Database) -> None:
    """What an unsolicited letter is worded with: why this employer, and who sent the person there."""
    db.execute("ALTER TABLE applications ADD COLUMN why_employer TEXT")
    db.execute("ALTER TABLE applications ADD COLUMN referred_by TEXT")


@migrations()
def followups_by_position(db: Database) -> None:
    """Read the first of what is due without sorting all of it."""
    db.execute("CREATE INDEX followups_position ON followups (state, position)")


@migrations()
def no_kept_answers(db: Database) -> None:
    """The answer to a capture sent twice is made anew from what is kept."""
    db.execute("ALTER TABLE captures DROP COLUMN answer")


@migrations()
def touches_counted_from_the_index(db: Database) -> None:
    """Count what was answered without reading each touch."""
    db.execute("DROP INDEX touches_application")
    db.execute("CREATE INDEX touches_application ON touches (application, at, id, outcome, direction)")


@migrations()
def captures_by_version(db: Database) -> None:
    """Count the pages that an earlier reader read last, without reading what it found."""
    db.execute("CREATE INDEX captures_version ON captures (parser_version, id)")


@migrations()
def applications_are_reopened(db: Database) -> None:
    """Keep when the person took a closed application up again, whatever had closed it."""
    db.execute("ALTER TABLE applications ADD COLUMN reopened_at TEXT")
