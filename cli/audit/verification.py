"""Is the record whole, and was it made by the rules? Every check of `audit verify`, put together.

Damage is a finding, never an exception: whatever a broken byte leads to is reported as the first fault of the check
that stumbled over it. What is not damage (no log there, another version's log, a disk that fails) is refused as always.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.frame.clocks import day_of
from cli.screen.progress import with_progress
from engine.acceptance import Acceptance, Judge
from engine.errors import Diagnosis, InputRejected, IntegrityBroken, OhjausError, Refused

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from engine.envelope import Envelope
    from store.integrity import Report
    from store.open_log import OpenLog

Check = dict[str, Any]

NAMES = ("chain", "projections", "deadlines", "acceptance", "schema")
"""The checks that are made; `tree` and `checkpoints` are null until there are such things."""

_DAMAGE = ("storage-failed", "read-only", "setting-not-in-force", "history-headless", "declaration-unknown")
"""Codes of faults that, while a log is being verified, mean that its bytes are not what was written."""

_OTHER_REVISION = ("log-older", "log-newer")
_MARKS = (b"OHJA", b"log_identity")
_LOOKED_AT_BYTES = 65_536


def verify(run: Invocation) -> dict[str, Any]:
    """Gives the result of every check on the log that the settings name.

    Raises:
        NotFound: there is no log.
        InputRejected: what is there was never a log.
        Refused: it is another version's log, or open to others.
        Fault: the machine does not let us look.
    """
    from store.open_log import open_log

    path = run.wiring.path
    try:
        opened = open_log(path, run.wiring.clock, read_only=True)
    except OhjausError as error:
        if not _is_damage(error, path):
            raise
        return _unopenable(_stumbled(error, "file"))
    except ValueError as error:
        # SQLite quotes the damaged bytes in its complaint, and they are no text.
        return _unopenable(_stumbled(error, "file"))
    with opened:
        return _checked(run, opened)


def _checked(run: Invocation, opened: OpenLog) -> dict[str, Any]:
    from store.integrity import check_chain, check_projections, check_schema

    schema = _said(lambda: check_schema(opened.database, opened.projections.projections))
    chain = _said(lambda: check_chain(opened.log))
    projections = _said(lambda: check_projections(opened.projections))
    if chain["ok"]:
        acceptance, deadlines = _judged(run, opened)
    else:
        acceptance, deadlines = _not_judged(), _not_judged()
    checks = {
        "chain": chain,
        "tree": None,
        "checkpoints": None,
        "projections": projections,
        "deadlines": deadlines,
        "acceptance": acceptance,
        "schema": schema,
    }
    return {
        "events": _events(opened),
        **checks,
        "log": opened.identity.log_id,
        "head": _head(opened),
        "ok": all(check["ok"] for check in checks.values() if check is not None),
    }


def _events(opened: OpenLog) -> int | None:
    try:
        return opened.log.head().position
    except OhjausError:
        return None


def _head(opened: OpenLog) -> str | None:
    try:
        return opened.log.head().hash
    except OhjausError:
        return None


def _said(check: Callable[[], Report]) -> Check:
    try:
        report = check()
    except Exception as error:  # noqa: BLE001 - damage may surface anywhere; a check that stumbles has found it
        return _check(ok=False, checked=0, fault=_stumbled(error))
    return _check(ok=report.ok, checked=report.checked, fault=report.first_fault)


def _judged(run: Invocation, opened: OpenLog) -> tuple[Check, Check]:
    judge = Judge(
        run.wiring.declarations,
        subjects=run.wiring.subjects,
        calendars=run.wiring.calendar_of,
        day_of=day_of,
    )
    total = _events(opened) or 0
    try:
        for event in _with_bar(run, opened.log.read(), total):
            judge.judge(event)
    except Exception as error:  # noqa: BLE001 - as above: whatever the history makes the rules do is a finding
        judged = judge.result.events
        judge.result.refused.append(_stumbled(error, f"position {judged}" if judged else "log"))
    return _acceptance(judge.result), _deadlines(judge.result)


def _with_bar(run: Invocation, events: Iterator[Envelope], total: int) -> Iterator[Envelope]:
    if run.quiet:
        return events
    return with_progress(events, total, label=run.words("audit.progress"))


def _acceptance(result: Acceptance) -> Check:
    found = result.refused
    check = _check(ok=not found, checked=result.events, fault=found[0] if found else None)
    return {**check, "faults": len(found)}


def _deadlines(result: Acceptance) -> Check:
    found = result.reckoned_otherwise
    check = _check(ok=not found, checked=result.deadlines, fault=found[0] if found else None)
    return {**check, "faults": len(found)}


def _not_judged() -> Check:
    return {**_check(ok=None, checked=0, fault=None), "faults": 0}


def _check(*, ok: bool | None, checked: int, fault: Diagnosis | None) -> Check:
    return {"ok": ok, "checked": checked, "first_fault": _fault(fault)}


def _fault(found: Diagnosis | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"code": found.code, "where": found.where, "text": found.text, "details": _plain(found.details)}


def _plain(details: Mapping[str, object]) -> dict[str, object]:
    return {name: value if isinstance(value, str | int | None) else str(value) for name, value in details.items()}


def _stumbled(error: Exception, where: str = "log") -> Diagnosis:
    if isinstance(error, OhjausError):
        return Diagnosis(error.code, where, error.message, error.details)
    kind = type(error).__name__
    return Diagnosis("check-stumbled", where, f"The record holds something that no check expects ({kind}).")


def _is_damage(error: OhjausError, path: Path) -> bool:
    if isinstance(error, IntegrityBroken) or error.code in _DAMAGE:
        return True
    if isinstance(error, InputRejected) and error.code == "not-a-log":
        return _bears_our_marks(path)
    return isinstance(error, Refused) and error.code in _OTHER_REVISION and _has_our_schema(path)


def _bears_our_marks(path: Path) -> bool:
    """Tells whether a file that does not open as a log was one: our marks stand in it."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            beginning = file.read(_LOOKED_AT_BYTES)
    except OSError:
        return False
    return any(mark in beginning for mark in _MARKS)


def _has_our_schema(path: Path) -> bool:
    """Tells whether a log that names another revision has exactly the tables of this one, so that the name is wrong."""
    from store.connection import open_database
    from store.integrity import declared_schema, kept_schema

    try:
        with closing(open_database(path, read_only=True)) as database:
            return declared_schema(()).items() <= kept_schema(database).items()
    except OhjausError:
        return True


def _unopenable(found: Diagnosis) -> dict[str, Any]:
    broken = _check(ok=False, checked=0, fault=found)
    return {
        "events": None,
        **{name: _not_judged() for name in NAMES},
        "tree": None,
        "checkpoints": None,
        "schema": broken,
        "log": None,
        "head": None,
        "ok": False,
    }
