"""What a scheduler says: each firing on standard output, and its log on standard error.

The log is structured, a JSON line for each thing (`cli.frame.logs`), as a journal wants it. Somebody who sits at a
terminal reads sentences instead, and the log with -v. Where nobody reads any more, all is recorded the same.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import datetime
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

from cli.deadline.coming import Cases
from cli.deadline.tick_pages import what
from cli.frame.clocks import day_of
from cli.frame.failure import next_step
from cli.screen.safe_text import safe
from cli.screen.shapes import instant
from cli.screen.wrapping import WIDEST, wrapped
from engine.errors import Fault, OhjausError

if TYPE_CHECKING:
    from cli.deadline.ticking import Fired
    from cli.frame.invocation import Invocation
    from cli.wiring import Record

_DATE_WIDTH = len("31.12.2026")
_WARNINGS = ("clock-doubtful", "log-busy")
"""What goes away by itself."""


class SaidAloud:
    """Tells what a scheduler does in the form that the invocation asks for."""

    def __init__(self, run: Invocation) -> None:
        """Takes the invocation."""
        self._run = run
        self._plainly = sys.stderr.isatty() and not run.verbose
        self._told = ""
        self._seen: tuple[Record, Cases] | None = None
        self._unread = False

    def started(self, scheduler: str, path: object) -> None:
        """Tells that it begins."""
        self._log("info", "scheduler started", scheduler=scheduler, log=str(path))
        self._say(self._run.words("schedule.started", scheduler=scheduler, path=path))

    def fired(self, record: Record, one: Fired) -> None:
        """Tells that something stands in the log."""
        row = one.as_data()
        late_days = (day_of(one.fired_at) - one.occurrence.planned_on).days
        named = {name: row[name] for name in ("key", "case", "fact", "planned_on", "due", "applied")}
        self._log("info", "fired", **named, late_days=late_days)
        try:
            if not self._unread:
                self._print({**row, "label": self._label(record, row)})
        except (OSError, Fault) as error:
            self._unread = True
            self._log("warning", "nobody reads standard output", reason=str(error))

    def ticked(self, *, fired: int, next_at: datetime | None, position: int) -> None:
        """Tells that everything that had come is recorded."""
        self._told = ""
        self._log("info", "tick", fired=fired, position=position, next_at=None if next_at is None else instant(next_at))

    def failed(self, error: OhjausError) -> None:
        """Tells what kept it from firing; to a person the same thing once, in their language."""
        code = error.code
        self._log("warning" if code in _WARNINGS else "error", "tick failed", code=code, message=error.message)
        if self._told != code:
            self._told = code
            self._say(f"{self._run.words.error(error)}  [{code}]")
            if error.try_next:
                self._say(f"{self._run.words('failure.try')}: {next_step(error, self._run, self._run.words)}")

    def stopped(self, scheduler: str, *, asked: bool, fired: int) -> None:
        """Tells that it ends, because it was asked to or because its time is up."""
        self._log("info", "scheduler stopped", scheduler=scheduler, asked=asked, fired=fired)
        self._say(self._run.words.count("schedule.stopped", fired))

    def _label(self, record: Record, row: dict[str, Any]) -> str:
        if self._seen is None or self._seen[0] is not record:
            self._seen = (record, Cases(self._run, record))
        try:
            return self._seen[1].labels(row["case"]).deadline(row["deadline"])
        except OhjausError:
            # What is recorded is told, though whoever recorded it may not read the case any more.
            return str(row["deadline"])

    def _print(self, row: dict[str, Any]) -> None:
        out, words = self._run.out, self._run.words
        told = what(self._run, row)
        if out.form == "table":
            start = f"{words.date(row['planned_on']):>{_DATE_WIDTH}}  "
            for line in _fitted(f"{told}: {row['label']} ({row['case']})", len(start)):
                out.text(start + line)
                start = " " * len(start)
        elif out.form == "plain":
            # A list keeps its dates for programs.
            out.text("\t".join(safe(cell) for cell in (row["planned_on"], told, row["case"], row["label"])))
        else:
            out.line(row)
        # Whoever reads along sees it when it happens.
        sys.stdout.flush()

    def _log(self, level: str, event: str, **fields: object) -> None:
        if not self._plainly and (level != "info" or not self._run.quiet):
            from cli.frame.logs import logger

            with suppress(OSError):
                getattr(logger(), level)(event, **fields)

    def _say(self, text: str) -> None:
        if self._plainly:
            with suppress(OSError):
                for line in _fitted(text, 0):
                    self._run.out.hint(line)


def _fitted(text: str, beside: int) -> list[str]:
    """Gives the lines of a text that fit the terminal beside what stands before them."""
    return wrapped(text, min(get_terminal_size().columns, WIDEST) - beside)
