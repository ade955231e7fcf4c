"""No way round the veil: who reads the record itself in the command line is named here, with what for."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from cli.rights.seeing import SeenIndex, SeenLog, SeenQueries, SeenRegistrar
from engine.ports import CaseIndex, EventLog
from engine.registrar import Registrar
from store.queries import Queries

CLI = Path(__file__).parents[2] / "cli"
RAW = re.compile(r"\bopened\.(?:log|queries|index)\b|\brecord\.judging\b|\.stored\(\)|events_of_types\(")

READS_THE_RECORD_ITSELF = {
    "audit/export/disclosure.py": "the bytes of events that hold nothing secret, and proofs",
    "audit/export/writing.py": "where the log stood at a moment",
    "audit/log_reading.py": "which events corrections took the place of",
    "audit/moments.py": "when an event was recorded",
    "audit/prove_commands.py": "the bytes of events that hold nothing secret, and proofs",
    "audit/verification.py": "hashes",
    "audit/veiled_findings.py": "which event a finding is about; the veil says whether its values are told",
    "audit/witnessing.py": "hashes",
    "case/bulk.py": "who has an open case",
    "case/shapes.py": "what may come next, judged by everything",
    "frame/as_of.py": "where the log stood at a moment",
    "picture/gather.py": "the hash of the newest event",
    "picture/past.py": "which cases had ended at a moment",
    "rights/asking.py": "when the newest event was recorded",
    "rights/erasing.py": "where a person stands, of which nothing can be secret",
    "rights/grant_reading.py": "grants, of which nothing can be secret",
    "rights/person_reading.py": "where a person stands, of which nothing can be secret",
    "rights/persons.py": "when the newest event was recorded",
    "rights/veil.py": "the veil itself",
    "schedule/doubts.py": "when events were recorded; the veil says whether the case of one is told",
    "upkeep/demo.py": "whether the log is empty",
    "upkeep/doctor.py": "when the newest event was recorded",
    "upkeep/doctor_care.py": "where the log stands",
    "upkeep/importing.py": "judging what is imported",
    "upkeep/incident.py": "positions, types and hashes",
    "upkeep/metrics.py": "counts",
    "upkeep/projections.py": "where the log stands",
    "upkeep/rehearsal.py": "copying the record",
    "upkeep/server_commands.py": "copying the record",
    "upkeep/witnessed.py": "hashes",
    "wiring.py": "handing it to the veil",
}


def test_only_these_read_the_record_itself() -> None:
    """Whoever else needs the raw log is added here with a reason that a reader of this page can weigh."""
    found = {str(path.relative_to(CLI)) for path in CLI.rglob("*.py") if RAW.search(path.read_text(encoding="utf-8"))}
    assert found == READS_THE_RECORD_ITSELF.keys()


def test_the_veil_stands_before_every_way_to_the_record() -> None:
    """What can be asked of a log, an index, the lists and the registrar is asked of the veiled ones too."""
    for seen, whole in ((SeenRegistrar, Registrar), (SeenLog, EventLog), (SeenIndex, CaseIndex)):
        assert _asked(whole) - {*vars(seen)} == set()
    # The matrix is the one list that no command shows; whoever does must veil it.
    assert _asked(Queries) - {*vars(SeenQueries)} == {"matrix"}


def _asked(kind: type) -> set[str]:
    return {name for name, _ in inspect.getmembers(kind, inspect.isfunction) if not name.startswith("_")}
