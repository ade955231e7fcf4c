"""Attacks with statements: on recorded rows, on what is kept beside them, and on the marks of the log."""

from __future__ import annotations

import msgspec

from engine.envelope import canonical, decode, event_hash
from tests.test_store.scene import HARMLESS, Scene, again, attack

_COLUMNS = "stream, version, event_id, type, effective_on, recorded_at, command_id, canonical, hash"


@attack("an event is changed by UPDATE", "trigger", "events: nothing is ever changed")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute("UPDATE events SET type = 'case.lost' WHERE position = 2")


@attack("an event is taken away by DELETE", "trigger", "events: nothing is ever deleted")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute("DELETE FROM events WHERE position = (SELECT max(position) FROM events)")


@attack("an event is given another rowid", "trigger", "events: nothing is ever changed")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute("UPDATE events SET rowid = 1000000 WHERE rowid = 1")


@attack("an event is written over by INSERT OR REPLACE", "insert guard", "events: the position is not the next one")
def _(scene: Scene) -> None:
    with scene.driver(recursive_triggers=0) as driver:
        driver.execute(f"INSERT OR REPLACE INTO events SELECT position, {_COLUMNS} FROM events WHERE position = 3")


@attack("an event is changed by an upsert", "insert guard", "events: the position is not the next one")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute(
            f"INSERT INTO events SELECT position, {_COLUMNS} FROM events WHERE position = 3 "
            "ON CONFLICT DO UPDATE SET type = 'case.lost'"
        )


@attack(
    "an event is put far beyond the head, to leave a gap", "insert guard", "events: the position is not the next one"
)
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute(f"INSERT INTO events SELECT 9223372036854775807, {_COLUMNS} FROM events WHERE position = 3")


@attack("an event is put in once more under a new position", "insert guard", "events: the version is not the next one")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute(
            f"INSERT INTO events SELECT (SELECT max(position) + 1 FROM events), {_COLUMNS} FROM events "
            "WHERE position = 3"
        )


@attack(
    "the insert guard is dropped and an event replaced, over a connection with our settings",
    "recursive_triggers",
    "events: nothing is ever deleted",
)
def _(scene: Scene) -> None:
    with scene.driver(recursive_triggers=1) as driver:
        guard = driver.execute("SELECT sql FROM sqlite_master WHERE name = 'events_in_order'").fetchone()[0]
        driver.execute("DROP TRIGGER events_in_order")
        try:
            driver.execute(f"INSERT OR REPLACE INTO events SELECT position, {_COLUMNS} FROM events WHERE position = 3")
        finally:
            driver.execute(guard)


@attack("a trigger is dropped, an event edited, the same trigger put back", "event hash", "hash-differs")
def _(scene: Scene) -> None:
    with scene.driver(disarmed=True) as driver:
        driver.execute(
            "UPDATE events SET canonical = CAST(replace(CAST(canonical AS TEXT), '2025-', '2024-') AS BLOB) "
            "WHERE position = (SELECT min(position) FROM events WHERE CAST(canonical AS TEXT) LIKE '%2025-%')"
        )


@attack("an event and its noted hash are edited together", "chain", "chain-broken")
def _(scene: Scene) -> None:
    with scene.driver(disarmed=True) as driver:
        (stored,) = driver.execute("SELECT canonical FROM events WHERE position = 3").fetchone()
        forged = canonical(msgspec.structs.replace(decode(stored), basis=("999/2031 1 §",)))
        driver.execute("UPDATE events SET canonical = ?, hash = ? WHERE position = 3", (forged, event_hash(forged)))


@attack("only the noted hash of an event is edited", "tree", "tree-differs")
def _(scene: Scene) -> None:
    with scene.driver(disarmed=True) as driver:
        driver.execute("UPDATE events SET hash = ? WHERE position = 3", ("0" * 64,))


@attack("an index column says something else than the event", "columns against bytes", "columns-differ")
def _(scene: Scene) -> None:
    with scene.driver(disarmed=True) as driver:
        driver.execute("UPDATE events SET effective_on = '2001-01-01' WHERE position = 3")


@attack("the last event says the same in another spelling, with its own hash", "canonical form", "not-canonical")
def _(scene: Scene) -> None:
    with scene.driver(disarmed=True) as driver:
        last = "position = (SELECT max(position) FROM events)"
        (stored,) = driver.execute(f"SELECT canonical FROM events WHERE {last}").fetchone()
        spelled = stored.replace(b'"type":', b'"type": ', 1)
        driver.execute(f"UPDATE events SET canonical = ?, hash = ? WHERE {last}", (spelled, event_hash(spelled)))


@attack("an event is taken out of the middle", "chain", "position-gap")
def _(scene: Scene) -> None:
    with scene.driver(disarmed=True) as driver:
        driver.execute("DELETE FROM events WHERE position = 3")


@attack("an event is taken out of the middle and all after it renumbered", "chain", "chain-broken")
def _(scene: Scene) -> None:
    with scene.driver(disarmed=True) as driver:
        driver.execute("DELETE FROM events WHERE position = 3")
        for (position,) in driver.execute(
            "SELECT position FROM events WHERE position > 3 ORDER BY position"
        ).fetchall():
            driver.execute("UPDATE events SET position = ? WHERE position = ?", (position - 1, position))


@attack("two events change places", "chain", "chain-broken")
def _(scene: Scene) -> None:
    with scene.driver(disarmed=True) as driver:
        for old, new in ((3, -3), (4, 3), (-3, 4)):
            driver.execute("UPDATE events SET position = ? WHERE position = ?", (new, old))


@attack("the tail is cut", "projections", "projection-astray")
def _(scene: Scene) -> None:
    with scene.driver(disarmed=True) as driver:
        driver.execute("DELETE FROM events WHERE position > 90")


@attack("the tail is cut and the projections made to fit", "checkpoint", "checkpoint-log-shorter", alone=True)
def _(scene: Scene) -> None:
    scene.cut(after=90)


@attack("every event is taken away", "checkpoint", "checkpoint-log-shorter", alone=True)
def _(scene: Scene) -> None:
    with scene.driver(disarmed=True) as driver:
        anchor = decode(driver.execute("SELECT canonical FROM events WHERE position = 1").fetchone()[0]).previous_hash
        driver.execute("DELETE FROM events")
        driver.execute("UPDATE projections SET position = 0, hash = ?", (anchor,))
    scene.rebuild()


@attack(
    "an event is edited and the whole log sealed anew, lawfully in itself",
    "checkpoint",
    "checkpoint-root-differs",
    alone=True,
)
def _(scene: Scene) -> None:
    scene.rewrite(lambda stored: stored.replace(b'"person":"', b'"person":"another-', 1))


@attack("a time limit is rewritten and the whole log sealed anew", "deadlines", "differs:deadlines")
def _(scene: Scene) -> None:
    scene.rewrite(lambda stored: stored.replace(b'"term_ends_on":"2026-06-12"', b'"term_ends_on":"2026-06-13"'))


@attack("a well-formed event is recorded that no rule allows", "acceptance", "fact-unknown")
def _(scene: Scene) -> None:
    event = next(one for one in scene.events() if one.type.startswith("evaluation.") and one.opening is None)
    scene.append(msgspec.structs.replace(again(event), type="evaluation.made_up"), stream=event.stream)


@attack("a step that was taken is recorded once more", "acceptance", "act-refused")
def _(scene: Scene) -> None:
    event = next(one for one in scene.events() if one.type == "evaluation.start_decided")
    scene.append(again(event), stream=event.stream)


@attack("events of another log are put behind ours", "chain", "chain-broken")
def _(scene: Scene) -> None:
    with scene.driver(disarmed=True) as driver:
        driver.execute("ATTACH ? AS other", (str(scene.other),))
        driver.execute("DELETE FROM events WHERE position > 50")
        driver.execute("INSERT INTO events SELECT * FROM other.events WHERE position > 50")
        driver.execute("DETACH other")


@attack("a row of a projection is edited", "projections", "projection-differs")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute("UPDATE projection_cases SET state = 'closed' WHERE case_id = 'evaluation-15-2025'")


@attack("a projection is set back", "projections", "projection-behind")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        (first,) = driver.execute("SELECT hash FROM events WHERE position = 1").fetchone()
        driver.execute("UPDATE projections SET position = 1, hash = ? WHERE name = 'tasks'", (first,))


@attack("what the clock recorded is forgotten, to let a time come twice", "projections", "projection-differs")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        assert driver.execute("DELETE FROM projection_occurrences").rowcount > 0


@attack("signs of life of a scheduler are made up", HARMLESS)
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute(
            "INSERT INTO heartbeats (scheduler, kind, software, started_at, beat_at, fired, boot) "
            "VALUES ('made-up', 'run', '0', '2026-01-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00', 7, 'x')"
        )


@attack("the log is given another identity by UPDATE", "trigger", "log_identity: only the production mark changes")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute("UPDATE log_identity SET value = 'another' WHERE name = 'log_id'")


@attack("the log is given another identity past the triggers", "chain", "chain-broken")
def _(scene: Scene) -> None:
    with scene.driver(disarmed=True) as driver:
        driver.execute("UPDATE log_identity SET value = 'another' WHERE name = 'log_id'")


@attack("the mark of production is taken away by UPDATE", "trigger", "log_identity: only the production mark changes")
def _(scene: Scene) -> None:
    with scene.driver() as driver:
        driver.execute("UPDATE log_identity SET value = 'no' WHERE name = 'production'")


@attack(
    "the mark of production is taken away past the triggers", "checkpoint", "checkpoint-production-differs", alone=True
)
def _(scene: Scene) -> None:
    with scene.driver(disarmed=True) as driver:
        driver.execute("UPDATE log_identity SET value = 'no' WHERE name = 'production'")
