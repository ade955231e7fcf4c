"""`import FILE`: takes published history into the record, every row with its source; importing again adds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.frame.command import argument, command
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from cli.upkeep.recording_history import HistoryImport
    from cli.wiring import Record


@command(
    "import",
    about=Label(
        "Tuo julkaistua historiaa TOML-tiedostosta; uusi tuonti ei lisää mitään.",
        "Importerar publicerad historia ur en TOML-fil; en ny import lägger inget till.",
        "Imports published history from a TOML file; importing again adds nothing.",
    ),
    more=Label(
        "Kaikki kirjattavissa olevat rivit kirjataan. Muut jäävät yli, ja syy kerrotaan riveittäin.",
        "Alla rader som kan registreras registreras. De övriga blir över, med skälet för varje rad.",
        "Every row that can be recorded is. The others are left over, each with the reason.",
    ),
    examples=(
        "$ ohjaus import history.toml",
        "$ ohjaus import history.toml --format json",
        "$ ohjaus import history.toml --dry-run",
    ),
    writes=True,
)
@argument(
    "file", metavar="FILE", about=Label("historiatiedosto (TOML)", "historiefilen (TOML)", "the history file (TOML)")
)
def import_history(run: Invocation, *, file: str) -> None:
    """Imports a history file."""
    from cli.rights.in_name_of import ensure_for_nobody

    ensure_for_nobody(run, "rights.for_own")
    content = read_file(file)
    with run.record(write=not run.dry_run) as record:
        found = rehearse(run, record, content) if run.dry_run else record_history(run, record, content)
        data = {**found.result(), "rehearsed": run.dry_run}
    run.out.thing(data, lambda page: _page(run, data, page))


def read_file(path: str) -> bytes:
    """Reads a history file, up to the size that one can have.

    Raises:
        InputRejected: it cannot be read.
    """
    from cli.case.given_files import NO_FILE, content_of
    from procedures.history_rows import LARGEST_BYTES

    return content_of(path, LARGEST_BYTES + 1, NO_FILE)


def record_history(run: Invocation, record: Record, content: bytes) -> HistoryImport:
    """Records what a history file holds, as far as it can be.

    Raises:
        InputRejected: it is no history file; the row is named.
    """
    from cli.screen.progress import with_progress
    from cli.upkeep.recording_history import HistoryImport
    from procedures.history import plan, read_history

    document = read_history(content)
    planned, left_over = plan(document)
    found = HistoryImport(
        record.judging,
        log=record.opened.log,
        index=record.opened.index,
        circumstances=record.circumstances,
        recorded_by=run.recorded_by,
        words=run.words,
    )
    found.leave(left_over, document)
    for act in with_progress(planned, len(planned), label=run.words("import.progress")):
        found.record(act)
    return found


def rehearse(run: Invocation, record: Record, content: bytes) -> HistoryImport:
    """Records into a copy of the log, which is then forgotten."""
    from cli.upkeep.rehearsal import copy_of
    from cli.wiring import Wiring

    with copy_of(record.opened, run.wiring.clock) as path:
        settings = type(run.settings)({**run.options, "db": str(path)}, {}, path.parent)
        now = run.given.get("now")
        wiring = Wiring(settings, now=None if now is None else str(now))
        # The copy has no key store beside it; whom its references stand for is told where the log stands.
        wiring.persons = record.wiring.persons
        with wiring.open(write=True) as copied:
            return record_history(run, copied, content)


def _page(run: Invocation, data: dict[str, Any], page: Page) -> None:
    from cli.upkeep.recording_history import grouped, spans

    words = run.words
    key = "import.would" if run.dry_run else "import.done"
    page.title(
        words(key, facts=words.count("import.facts", data["facts"]), cases=words.count("import.cases", data["cases"]))
    )
    if data["already_there"]:
        page.say(words.count("import.there", data["already_there"]))
    if data["left_over"]:
        page.heading(words.count("import.left", len(data["left_over"])))
        for why, rows in grouped(data["left_over"]):
            page.item(why, under=[f"{words.count('import.row', len(rows))} {spans(rows)}"])
    page.then(run.command("case", "list"), run.command("audit", "verify"))
