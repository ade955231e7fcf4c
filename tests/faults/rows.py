"""Every row: what is promised under faults, what is injected, and how it is put to the test."""

from __future__ import annotations

from tests.faults import cutting, entrances, failing, fuzzing, limits, racing, told
from tests.faults.ledger import Row

_SURVIVES = "an acknowledged act survives, whole and once"
_NEVER_HALF = "a fault never half-writes: a clear answer, reads work, the next append works, the same command is once"
_NOBODY = "nobody overwrites anybody, and tailing readers see each position once, in order"
_INPUT = "bad input is refused: no traceback, nothing invalid stored, under 2 s and 200 MB each"

ROWS: tuple[Row, ...] = (
    Row(
        "kill",
        _SURVIVES,
        "kill -9 of a writer",
        told.of_the_house("tests/test_store/test_kill.py", number=r"kills (\d+),"),
    ),
    Row(
        "power-cut",
        _SURVIVES,
        "power cuts at each write and sync, what was not synced dropped, torn or scattered",
        cutting.power_cuts,
    ),
    Row(
        "call-append",
        _NEVER_HALF,
        "EIO, ENOSPC, EFBIG, ENOMEM at the 1st, 2nd, … nth call of an append",
        failing.failing_appends,
    ),
    Row("call-command", _NEVER_HALF, "the same at the calls of a command", failing.failing_commands),
    Row("disk-full", _NEVER_HALF, "a small disk filled to its last page", limits.full_disk),
    Row("file-size", _NEVER_HALF, "files that may not grow past a length", limits.file_size),
    Row("memory", _NEVER_HALF, "SQLite without memory past a limit", limits.memory),
    Row("locked", _NEVER_HALF, "a lock held for longer than we wait", limits.locked),
    Row(
        "lost-connection",
        _NEVER_HALF,
        "a PostgreSQL server killed and restarted under writers and readers",
        racing.lost_connections,
    ),
    Row(
        "race-sqlite",
        _NOBODY,
        "appends of many processes on 1 and on 50 streams, with tailing readers",
        racing.on_sqlite,
    ),
    Row("race-postgres", _NOBODY, "the same on PostgreSQL", racing.on_postgres),
    Row(
        "deadlines",
        "a deadline fires once, and none early",
        "eight schedulers killed at random, clocks an hour, a day and a year off, changes of daylight saving",
        told.of_the_house("tests/test_cli/test_tick_kill.py", number=r": (\d+) kills"),
    ),
    Row(
        "downtime",
        "a deadline fires once, and none early",
        "clocks in doubt and schedulers that rested",
        told.of_the_house("tests/test_cli/test_schedule_doubts.py", "tests/test_engine/test_firing.py"),
    ),
    Row(
        "damage",
        "damage and tampering are revealed",
        "flipped bits of log, WAL and bundles; the catalogue of attacks",
        told.of_the_house(
            "tests/test_store/test_bit_flips.py",
            "tests/test_store/test_bit_flips_of_bundles.py",
            "tests/test_store/test_attacks.py",
            "tests/test_store/test_attacks_catalogue.py",
            "tests/test_store/test_attacks_wal.py",
            "tests/test_cli/test_stand_alone_verifier_agreement.py",
            number=r": (\d+) flips",
        ),
    ),
    Row("golden", "same history, same state", "hash seeds, time zones and languages", told.golden),
    Row(
        "backups",
        "backups restore: each holds all that was acknowledged before it began",
        "backups while somebody writes without a rest, each restored and verified",
        told.of_the_house("tests/test_store/test_backup.py", number=r"backups (\d+),"),
    ),
    Row(
        "rights",
        "only the right people act",
        "every role, act, organisation and state, as the declarations generate them",
        told.rights,
    ),
    *(Row(f"fuzz-{name}", _INPUT, f"generated input: {name}", fuzzing.fuzzing(name)) for name in entrances.ENTRANCES),
)

BY_NAME = {row.name: row for row in ROWS}
