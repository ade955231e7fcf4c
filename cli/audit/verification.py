"""Is the record whole, was it made by the rules, and what did witnesses see of it? Every check of `audit verify`.

The log is read once, in one moment: chain, tree, projections, deadlines and acceptance are checked as the events pass.
Damage is a finding, never an exception: whatever a broken byte leads to is reported as the first fault of the check
that stumbled over it. What is not damage (no log there, another version's log, a disk that fails) is refused as always.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.audit.findings import Check, check_shape, stumbled
from cli.audit.openable import is_damage
from cli.audit.veiled_findings import as_shown, kept_as_shown
from cli.frame.clocks import day_of
from cli.rights.person_reading import names_sound
from cli.screen.progress import with_progress
from cli.upkeep.replica import tell_of_server
from engine.acceptance import Acceptance, Judge
from engine.errors import Diagnosis, Fault, OhjausError

if TYPE_CHECKING:
    from cli.audit.witnessing import Witnesses
    from cli.frame.invocation import Invocation
    from engine.envelope import Envelope
    from store.connection import Result
    from store.evidence.archive import Passed
    from store.integrity import Report
    from store.open_log import OpenLog
    from store.projections.fold import Folding

Show = Callable[[Diagnosis], Diagnosis]

NAMES = ("chain", "tree", "checkpoints", "projections", "deadlines", "acceptance", "schema", "wal")
"""The checks that are made; `checkpoints` is null when none were given."""

NO_ROOM = "no-room-to-compare"
"""The code of a machine that has no room to compare the projections of a large log (`store.projections.spilling`)."""

_COLLECTED_AFTER = 20_000
"""New objects after which the garbage collector looks, while the log passes."""

ROLLED_BACK, DAMAGED, WITNESSED, UNWITNESSED = "rolled-back", "damaged", "witnessed", "unwitnessed"


def verify(run: Invocation, witnesses: Witnesses | None = None) -> dict[str, Any]:
    """Gives the result of every check on the log that the settings name, against `witnesses` if there are any.

    Raises:
        NotFound: there is no log.
        InputRejected: what is there was never a log.
        Refused: it is another version's log, or open to others; `part-only`, what this login does not see is hidden.
        Fault: the machine does not let us look, or has no room to compare.
    """
    from store.integrity import check_wal
    from store.open_log import open_log

    path = run.wiring.path
    # Walked before SQLite opens the file: whoever opens it may bring the frames home, or throw them away.
    wal = _not_judged() if isinstance(path, Path) and not path.is_file() else _said(lambda: check_wal(path))
    try:
        opened = open_log(path, run.wiring.clock, run.wiring.projections, read_only=True)
    except OhjausError as error:
        if not is_damage(error, path):
            raise
        return _unopenable(stumbled(error, "file"), wal)
    except ValueError as error:
        # SQLite quotes the damaged bytes in its complaint, and they are no text.
        return _unopenable(stumbled(error, "file"), wal)
    with opened, opened.database.snapshot():
        opened.database.ensure_whole()
        if not isinstance(path, Path):
            tell_of_server(run, opened)
        found = _checked(run, opened, witnesses, wal)
        # A still copy that somebody wrote to meanwhile looks damaged, and is not.
        opened.database.ensure_unmoved()
        return found


def _checked(run: Invocation, opened: OpenLog, witnesses: Witnesses | None, wal: Check) -> dict[str, Any]:
    from store.integrity import check_projections, check_schema, check_standings

    schema = _said(lambda: check_schema(opened.database, opened.projections.projections))
    listeners = _Listeners(run, opened)
    try:
        with _seldom_collected():
            passed = _pass(run, opened, witnesses, listeners)
    except Exception as error:  # noqa: BLE001 - damage may surface anywhere; a check that stumbles has found it
        return _unpassable(opened, schema, wal, stumbled(error))
    whole, show, kept = passed.chain.ok, partial(as_shown, run, opened), partial(kept_as_shown, run, opened)
    if whole:
        listeners.finish()
    if whole and listeners.fold_fault is None:
        projections = _said(lambda: check_projections(opened.projections, listeners.folding), kept)
    else:
        projections = _said(lambda: check_standings(opened.projections))
        projections = _not_judged(listeners.fold_fault) if projections["ok"] else projections
    _refuse_lack_of_room(projections)
    checks = {
        "chain": _reported(passed.chain, opened),
        "tree": {
            **_reported(passed.tree, opened),
            "size": passed.size,
            "root": passed.root.hex(),
            "noted_root": passed.noted_root.hex(),
        },
        "checkpoints": None if witnesses is None else _said_of(witnesses, opened, passed, run),
        "projections": projections,
        "deadlines": _found(listeners.result.reckoned_otherwise, listeners.result.deadlines, whole=whole, show=show),
        "acceptance": _found(listeners.result.refused, listeners.result.events, whole=whole, show=show),
        "schema": schema,
        "wal": wal,
    }
    answer = _answer(checks, events=passed.size, log=opened.identity.log_id, head=_head(opened))
    return {**answer, "persons": names_sound(run.wiring.persons)}


def _refuse_lack_of_room(projections: Check) -> None:
    """Makes sure that what could not be compared was not for want of room, which is no damage.

    Raises:
        Fault: `no-room-to-compare`.
    """
    fault = projections["first_fault"]
    if fault is not None and fault["code"] == NO_ROOM:
        raise Fault(fault["code"], fault["text"], try_next="ohjaus audit verify", details=fault["details"])


def _answer(checks: Mapping[str, Check | None], *, events: int | None, log: str | None, head: str | None) -> Check:
    ok = all(check["ok"] for check in checks.values() if check is not None)
    verdict = _verdict(checks, ok=ok)
    return {"events": events, **checks, "log": log, "head": head, "verdict": verdict, "ok": ok, "persons": None}


def _verdict(checks: Mapping[str, Check | None], *, ok: bool) -> str:
    checkpoints, projections = checks["checkpoints"], checks["projections"]
    if ok:
        return WITNESSED if checkpoints and checkpoints["unwitnessed_events"] == 0 else UNWITNESSED
    # An older log is whole in itself, but for what remembers more: a checkpoint, or the projections of a cut one.
    sound = all(check["ok"] for name, check in checks.items() if name in ("chain", "tree", "schema") and check)
    remembered = bool(checkpoints and checkpoints["rolled_back"]) or _remembers_more(projections)
    return ROLLED_BACK if sound and remembered else DAMAGED


def _remembers_more(projections: Check | None) -> bool:
    fault = projections["first_fault"] if projections else None
    if fault is None or fault["code"] != "projection-astray":
        return False
    return bool(fault["details"]["position"] > fault["details"]["head"])


class _Listeners:
    """What listens while the log passes: the fold of the projections, and the judge."""

    def __init__(self, run: Invocation, opened: OpenLog) -> None:
        from store.recalling import Recalled

        self.folding: Folding = opened.projections.folding()
        self.fold_fault: Diagnosis | None = None
        self._judge: Judge | None = Judge(
            run.wiring.declarations,
            subjects=run.wiring.subjects,
            calendars=run.wiring.calendar_of,
            day_of=day_of,
            recall=Recalled(opened.log),
            rights=run.wiring.rights_judge(day_of),
        )
        self.result: Acceptance = self._judge.result

    def hear(self, events: Sequence[Envelope]) -> None:
        """Takes the next events; a listener that stumbles has found something, and hears no more."""
        if self.fold_fault is None:
            try:
                self.folding.extend(events)
            except Exception as error:  # noqa: BLE001 - a fold over events that were forged may fail in any way
                self.fold_fault = stumbled(error, "projections")
        if self._judge is not None:
            self._judged(self._judge, events)

    def finish(self) -> None:
        """Says that nothing more comes: what another case was to take notice of is missing by then."""
        if self._judge is not None:
            self._judged(self._judge, (), done=True)

    def _judged(self, judge: Judge, events: Sequence[Envelope], *, done: bool = False) -> None:
        try:
            for event in events:
                judge.judge(event)
            if done:
                judge.finish()
        except Exception as error:  # noqa: BLE001 - as above: whatever the history makes the rules do is a finding
            judged = self.result.events
            self.result.refused.append(stumbled(error, f"position {judged}" if judged else "log"))
            self._judge = None


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Lets the garbage collector leave alone what is there already, and look seldom at the rest.

    Events and cases hold no circles, and go as soon as nobody holds them.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_COLLECTED_AFTER, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def _pass(run: Invocation, opened: OpenLog, witnesses: Witnesses | None, listeners: _Listeners) -> Passed:
    from store.event_log import BATCH
    from store.evidence.archive import pass_over

    total = opened.log.head().position

    def with_bar(batches: Iterable[Result]) -> Iterable[Result]:
        return batches if run.quiet else with_progress(batches, total, label=run.words("audit.progress"), each=BATCH)

    sizes = witnesses.sizes if witnesses is not None else ()
    return pass_over(opened.log, sizes=sizes, feed=listeners.hear, batches=with_bar)


def _said_of(witnesses: Witnesses, opened: OpenLog, passed: Passed, run: Invocation) -> Check:
    try:
        return witnesses.testimony(opened, passed, now=run.wiring.clock.now())
    except Exception as error:  # noqa: BLE001 - a schema that cannot be read has no fingerprint
        return {**witnesses.silent(), **check_shape(ok=False, checked=0, fault=stumbled(error)), "faults": 1}


def _head(opened: OpenLog) -> str | None:
    try:
        return opened.log.head().hash
    except OhjausError:
        return None


def _as_it_is(found: Diagnosis) -> Diagnosis:
    return found


def _said(check: Callable[[], Report], show: Show = _as_it_is) -> Check:
    try:
        report = check()
    except Exception as error:  # noqa: BLE001 - damage may surface anywhere; a check that stumbles has found it
        return check_shape(ok=False, checked=0, fault=stumbled(error))
    fault = report.first_fault
    return check_shape(ok=report.ok, checked=report.checked, fault=fault and show(fault))


def _reported(report: Report, opened: OpenLog) -> Check:
    fault = report.first_fault
    if fault is not None and "position" in fault.details:
        details = {**fault.details, "case": _stream_at(opened, fault.details["position"])}
        fault = Diagnosis(fault.code, fault.where, fault.text, details)
    return check_shape(ok=report.ok, checked=report.checked, fault=fault)


def _stream_at(opened: OpenLog, position: object) -> str | None:
    try:
        rows = opened.database.run("SELECT stream FROM events WHERE position = ?", (position,))
    except Exception:  # noqa: BLE001 - the row may be damaged as well; then it has no case to be told
        return None
    return str(rows[0][0]) if rows else None


def _found(found: Sequence[Diagnosis], checked: int, *, whole: bool, show: Show) -> Check:
    """Gives what the judge found; a log whose chain is broken was judged as far as it is sound, which is no verdict."""
    ok = False if found else True if whole else None
    return {**check_shape(ok=ok, checked=checked, fault=show(found[0]) if found else None), "faults": len(found)}


def _not_judged(fault: Diagnosis | None = None) -> Check:
    return check_shape(ok=None if fault is None else False, checked=0, fault=fault)


def _unopenable(found: Diagnosis, wal: Check) -> Check:
    nothing = dict.fromkeys(NAMES, _not_judged())
    broken = check_shape(ok=False, checked=0, fault=found)
    return _answer({**nothing, "checkpoints": None, "schema": broken, "wal": wal}, events=None, log=None, head=None)


def _unpassable(opened: OpenLog, schema: Check, wal: Check, found: Diagnosis) -> Check:
    nothing = dict.fromkeys(NAMES, _not_judged())
    chain = check_shape(ok=False, checked=0, fault=found)
    checks = {**nothing, "chain": chain, "checkpoints": None, "schema": schema, "wal": wal}
    return _answer(checks, events=None, log=opened.identity.log_id, head=_head(opened))
