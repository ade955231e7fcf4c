"""One export from beginning to end: what goes out, in which format, where to, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.audit.export.placing import put
from cli.audit.export.selection import Selection
from cli.case.refs import load, procedure_id, subject_code
from cli.frame.as_of import known_position
from cli.screen.progress import with_progress
from engine.declaration import Kind
from engine.errors import Fault, NotFound

if TYPE_CHECKING:
    from cli.audit.witnessing import Signed
    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from engine.envelope import Envelope

BUNDLE = "bundle"
JOURNALS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database, by the ending of its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked for. `sign_with`, `checkpoint` and `older` are for the bundle alone."""

    kind: str
    out: Path
    case_ids: tuple[str, ...] = ()
    subject: str | None = None
    procedure: str | None = None
    sign_with: str | None = None
    checkpoint: str | None = None
    older: str | None = None
    keys: tuple[str, ...] = ()
    with_secret: bool = False


def export(run: Invocation, asked: Asked) -> tuple[dict[str, Any], bool]:
    """Writes an export and gives what is said of it, and whether a reading of secret parts could not be noted."""
    with run.record(with_secret=asked.with_secret) as record:
        signed = _signed(run, record, asked) if asked.kind == BUNDLE else None
        chosen = _selection(run, record, asked, None if signed is None else signed.checkpoint.size)
        make = _bundle(record, chosen, asked, signed) if signed is not None else _writer(run, asked.kind, chosen)
        path, veil = record.path, record.veil
        placed = put(
            asked.out,
            make,
            never=[path, *(path.with_name(path.name + ending) for ending in JOURNALS)]
            if isinstance(path, Path)
            else [],
            replace=bool(run.given.get("yes")),
            rehearse=run.dry_run,
        )
    said = {
        "format": asked.kind,
        "out": str(asked.out),
        "events": chosen.event_count,
        "cases": chosen.case_count,
        "left_out": veil.left_out,
        "bytes": placed.size_bytes,
        "position": chosen.until,
        "sha256": placed.sha256,
        "key": None if signed is None else str(signed.key),
        "rehearsed": run.dry_run,
    }
    return said, veil.unlogged


def _selection(run: Invocation, record: Record, asked: Asked, size: int | None) -> Selection:
    until = known_position(record.opened.log, run.as_of)
    until = until if size is None else min(until, size)
    label = run.words("export.progress")
    return Selection(
        log=record.log,
        log_id=record.opened.identity.log_id,
        until=until,
        as_of=run.as_of,
        case_ids=tuple(dict.fromkeys(load(record, one)[1].case_id for one in asked.case_ids)) or None,
        subject=subject_code(run.wiring, asked.subject),
        procedure=procedure_id(run.wiring, asked.procedure) if asked.procedure else None,
        watched=lambda events: with_progress(events, until, label=label),
    )


def _writer(run: Invocation, kind: str, chosen: Selection) -> Callable[[Path], None]:
    from cli.audit.export import cloudevents, csv_table, json_lines, ocel, parquet_table, xes, xlsx_table

    plain: dict[str, Callable[[Path, Selection], None]] = {
        "xes": xes.write,
        "csv": csv_table.write,
        "xlsx": xlsx_table.write,
        "jsonl": json_lines.write,
        "cloudevents": cloudevents.write,
        "parquet": parquet_table.write,
        "ocel": lambda path, chosen: ocel.write(path, chosen, _surroundings(run)),
    }
    return lambda path: plain[kind](path, chosen)


def _surroundings(run: Invocation) -> Any:  # noqa: ANN401 - a class of a module that is loaded late
    from cli.audit.export.ocel import Surroundings

    def kind_of(code: str) -> str:
        try:
            return str(run.wiring.directory.by_code(code).kind)
        except NotFound:  # an organisation that this version's directory does not hold
            return "organisation"

    @cache
    def decides(declaration: str, fact_id: str) -> bool:
        try:
            table = run.wiring.declarations.pinned(declaration)
        except Fault:  # a declaration that this version does not hold: the event goes out all the same
            return False
        moves = (*table.procedure.transitions, *table.shared)
        return any(move.fact.id == fact_id and move.kind is Kind.DECISION for move in moves)

    def is_decision(event: Envelope) -> bool:
        return decides(event.declaration, event.type.rpartition(".")[2])

    return Surroundings(kind_of, is_decision)


def _signed(run: Invocation, record: Record, asked: Asked) -> Signed:
    from cli.audit.witnessing import believed_keys, given_checkpoint, own_signer, signed_checkpoint
    from store.evidence.checkpoint import origin_of

    if asked.checkpoint is not None:
        return given_checkpoint(record.opened, _newest(asked.checkpoint), believed_keys(asked.keys))
    key = own_signer(origin_of(record.opened.identity), asked.sign_with)
    return signed_checkpoint(record.opened, run.wiring.clock, key, rehearse=run.dry_run)


def _bundle(record: Record, chosen: Selection, asked: Asked, signed: Signed) -> Callable[[Path], None]:
    from cli.audit.export.disclosure import write
    from cli.audit.witnessing import believed_keys, bundle_contents, given_checkpoint

    older = None
    if asked.older is not None:
        older = given_checkpoint(record.opened, _newest(asked.older), believed_keys(asked.keys))
    contents = bundle_contents(record.opened, signed, older)
    return lambda path: write(path, chosen, record.opened, contents)


def _newest(place: str) -> Path:
    """Gives a note's own file, or the note of the largest size in a folder."""
    from store.evidence.witness import note_files

    return note_files([Path(place)])[-1]
