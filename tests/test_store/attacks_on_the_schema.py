"""Attacks on what is declared in the file: triggers, tables, views, and the table that declares them."""

from __future__ import annotations

from tests.test_store.scene import HARMLESS, Scene, attack

_HANG = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r"
"""A query that never ends: if it ran, the test would not either."""


def _declared(scene: Scene, name: str, sql: str) -> None:
    """Lets the schema say something else, past every rule for it."""
    with scene.driver(writable_schema=1) as driver:
        driver.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (sql, name))


def _replaced(scene: Scene, table: str, statement: str) -> None:
    with scene.driver() as driver:
        driver.execute(f"ALTER TABLE {table} RENAME TO hidden_{table}")
        driver.execute(statement)


@attack("a trigger is dropped", "schema fingerprint", "schema-missing")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute("DROP TRIGGER events_not_deleted")


@attack("a trigger is exchanged for a weaker look-alike", "schema fingerprint", "schema-differs")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        sql = driver.execute("SELECT sql FROM sqlite_master WHERE name = 'events_not_changed'").fetchone()[0]
        driver.execute("DROP TRIGGER events_not_changed")
        driver.execute(sql.replace("BEFORE UPDATE ON", "BEFORE UPDATE OF hash ON"))


@attack("writable_schema erases the triggers", "schema fingerprint", "schema-missing")
def _(scene: Scene) -> None:
    with scene.driver(writable_schema=1) as driver:
        driver.execute("DELETE FROM sqlite_master WHERE type = 'trigger'")


@attack("writable_schema takes a constraint off the table of events", "schema fingerprint", "schema-differs")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        sql = driver.execute("SELECT sql FROM sqlite_master WHERE name = 'events'").fetchone()[0]
    weaker = sql.replace("CHECK (length(hash) = 64)", "CHECK (length(hash) > 0)")
    assert weaker != sql
    _declared(scene, "events", weaker)


@attack("writable_schema lets the table of events point at another table's pages", "opening", "database-damaged")
def _(scene: Scene) -> None:
    with scene.driver(writable_schema=1) as driver:
        driver.execute(
            "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'log_identity') "
            "WHERE name = 'alembic_version'"
        )
        driver.execute("UPDATE sqlite_master SET rootpage = 1000000 WHERE name = 'events'")


@attack("the table of events is copied and the original dropped", "schema fingerprint", "schema-missing")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute("CREATE TABLE copied AS SELECT * FROM events")
        driver.execute("DROP TABLE events")
        driver.execute("ALTER TABLE copied RENAME TO events")


@attack("a trigger is planted that forgets tasks at every new event", "opening for writing", "schema-changed")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute("CREATE TRIGGER spy AFTER INSERT ON events BEGIN DELETE FROM projection_tasks; END")


@attack("a trigger is planted on a table of projections", "schema fingerprint", "schema-extra")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute("CREATE TRIGGER spy AFTER UPDATE ON projection_cases BEGIN DELETE FROM projections; END")


@attack(
    "an index over a computed expression is planted, to run at every new event", "opening for writing", "schema-changed"
)
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute("CREATE INDEX spy ON events (length(hex(canonical)))")


@attack("a view that never ends is planted beside the tables", "schema fingerprint", "schema-extra")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute(f"CREATE VIEW spy AS {_HANG}")


@attack("a view that never ends stands in the place of the revision", "opening", "schema-changed")
def _(scene: Scene) -> None:
    _replaced(scene, "alembic_version", f"CREATE VIEW alembic_version (version_num) AS {_HANG}")


@attack("a view stands in the place of the events", "opening", "schema-changed")
def _(scene: Scene) -> None:
    _replaced(scene, "events", "CREATE VIEW events AS SELECT * FROM hidden_events WHERE position < 50")


@attack("a virtual table stands in the place of a projection", "opening", "schema-changed")
def _(scene: Scene) -> None:
    _replaced(scene, "projection_tasks", "CREATE VIRTUAL TABLE projection_tasks USING fts5 (case_id, name)")


@attack("a column of the identity is computed by a function", "opening", "schema-changed")
def _(scene: Scene) -> None:
    _replaced(
        scene,
        "log_identity",
        "CREATE TABLE log_identity (name TEXT, value TEXT GENERATED ALWAYS AS (hex(zeroblob(1000))) VIRTUAL)",
    )


@attack("a constraint of the events calls a function at every new event", "opening for writing", "schema-changed")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        sql = driver.execute("SELECT sql FROM sqlite_master WHERE name = 'events'").fetchone()[0]
    _declared(scene, "events", sql.replace("length(hash) = 64", "length(hash) = 64 AND hex(canonical) <> ''"))


@attack("a table is planted whose rows SQLite counts (sqlite_sequence)", "schema fingerprint", "schema-extra")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute("CREATE TABLE spy (a INTEGER PRIMARY KEY AUTOINCREMENT)")
        driver.execute("INSERT INTO sqlite_sequence VALUES ('events', 1)")


@attack(
    "the guards are gone that a checkpoint saw",
    "checkpoint",
    "checkpoint-schema-differs",
)
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        for name in ("events_not_changed", "events_not_deleted", "events_in_order"):
            driver.execute(f"DROP TRIGGER {name}")


@attack("the revision of the schema is set forward", "opening", "log-newer")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute("UPDATE alembic_version SET version_num = '9999'")


@attack("the log is taken out of its journal mode", HARMLESS)
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute("PRAGMA journal_mode = delete")


@attack("the schema names a table in bytes instead of words", "opening", "schema-changed")
def _(scene: Scene) -> None:
    with scene.driver(writable_schema=1) as driver:
        driver.execute("UPDATE sqlite_master SET name = CAST(name AS BLOB) WHERE name = 'heartbeats'")


@attack("the schema names an index in bytes instead of words", "schema fingerprint", "schema-missing")
def _(scene: Scene) -> None:
    with scene.driver(writable_schema=1) as driver:
        driver.execute("UPDATE sqlite_master SET name = CAST(name AS BLOB) WHERE name = 'ix_events_command_id'")
