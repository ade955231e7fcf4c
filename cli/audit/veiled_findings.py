"""What a finding of `audit verify` tells: of an event that holds something secret no values, unless its reader may see.

The position, the case, the code and the field's name are told to everybody: that something is wrong is nobody's secret.
See `docs/publicity.md`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import Diagnosis
from engine.veiling import VeiledEnvelope

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from engine.envelope import Envelope
    from store.open_log import OpenLog
    from store.projections.upkeep import Comparison

_NEVER_VEILED = frozenset({"state", "closes", "effective_on", "deadlines", "tasks", "type", "schema", "declaration"})
"""Fields of an event in which no part is ever secret."""
_KEPT = ("position", "case", "field")
_ROW_DIFFERS = "projection-differs"


def as_shown(run: Invocation, opened: OpenLog, found: Diagnosis) -> Diagnosis:
    """Gives a finding about an event as whoever runs the command may read it."""
    if "position" not in found.details:
        return found
    from cli.rights.given_out import shown_by

    record = run.wiring.record_over(opened, shown_by(run.command_path, write=False, with_secret=False))
    event: Envelope | None = None
    try:
        event = _about(record, found)
        shown = event is not None and _may_read(record, event, found)
    except Exception:  # noqa: BLE001 - of a record that was forged, who may read it may not be found out, in any way
        shown = event is not None and not record.veil.table.may_concern(event)
    return found if shown else _without_values(found)


def kept_as_shown(run: Invocation, opened: OpenLog, found: Diagnosis) -> Diagnosis:
    """Gives a finding about what is kept beside the log as whoever runs the command may read it."""
    if found.code != _ROW_DIFFERS or _sees_rows_of(run, opened, found.details.get("case")):
        return found
    return _without_row(found)


def _sees_rows_of(run: Invocation, opened: OpenLog, case_id: object) -> bool:
    """Says whether whoever runs the command may see every value that is kept of a case: nothing in it is veiled."""
    from cli.rights.given_out import shown_by

    record = run.wiring.record_over(opened, shown_by(run.command_path, write=False, with_secret=False))
    try:
        if case_id is None:
            return record.access().unrestricted
        events = opened.log.stream(str(case_id))
        return record.veil.sees(str(case_id)) and not any(
            isinstance(record.veil.event(event), VeiledEnvelope) for event in events
        )
    except Exception:  # noqa: BLE001 - of a record that was forged, who may read it may not be found out, in any way
        return False


def row_as_shown(run: Invocation, opened: OpenLog, compared: Comparison) -> str | None:
    """Gives how a projection differs from the log as whoever runs the command may read it; None where it does not."""
    if not compared.about or _sees_rows_of(run, opened, compared.about.get("case")):
        return compared.difference
    return ": ".join(compared.about[name] for name in ("row", "column") if name in compared.about)


def _without_row(found: Diagnosis) -> Diagnosis:
    details = {name: value for name, value in found.details.items() if name not in ("recorded", "expected")}
    place = ": ".join(str(details[name]) for name in ("row", "column") if name in details)
    text = f"The projection {found.where} is not what the log says: {place}; this reader may not see the values."
    return Diagnosis(found.code, found.where, text, details)


def _may_read(record: Record, event: Envelope, found: Diagnosis) -> bool:
    if not record.veil.sees(event.stream):
        return False
    # Looking at it is what is noted in the security log, so it is asked last.
    return found.details.get("field") in _NEVER_VEILED or not isinstance(record.veil.event(event), VeiledEnvelope)


def _about(record: Record, found: Diagnosis) -> Envelope | None:
    events = record.opened.log.stream(str(found.details["case"]))
    return next((event for event in events if event.position == found.details["position"]), None)


def _without_values(found: Diagnosis) -> Diagnosis:
    field = found.details.get("field")
    told = "It is recorded" if field is None else f"{field} is recorded"
    details = {name: found.details[name] for name in _KEPT if name in found.details}
    text = f"{told} otherwise than the declaration gives; this reader may not see the values."
    return Diagnosis(found.code, found.where, text, details)
