"""One invocation of the command line: what was asked for globally, and what a command reaches the world through.

Everything is made when it is first asked for, so that a command pays only for what it uses.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING

import click

from cli.frame.language import known, speak

if TYPE_CHECKING:
    from datetime import date

    from cli.frame.command import Verb
    from cli.frame.heard import Hear
    from cli.frame.settings import Settings
    from cli.identity.acting import Acting
    from cli.messages import Words
    from cli.screen.output import Output
    from cli.wiring import Record, Wiring
    from engine.envelope import RecordedBy
    from engine.law import Language
    from engine.ports import Appended
    from engine.request import AsOf, Request


class Invocation:
    """What a command is called with: global options in `given`, settings, words, output, and the way to the record.

    `command_path` is the command that runs, such as `ohjaus case show`, once one does, `verb` is what declares it, and
    `typed` is the whole command line. `open_record` is the record that it has open at the moment; `recorded` is the
    id under which it has recorded something.
    """

    def __init__(self, peeked: Mapping[str, str]) -> None:
        """Takes what was found on the command line before it was parsed."""
        self.peeked = peeked
        self.given: dict[str, object] = {}
        self.command_path: str | None = None
        self.verb: Verb | None = None
        self.typed: tuple[str, ...] = ()
        self.recorded: str | None = None
        self.server_told = False
        self.part_told = False
        self.nothing_told = False
        self.login_sees_part = False
        self.open_record: Record | None = None

    @property
    def options(self) -> dict[str, object]:
        """The options given, parsed or only seen so far."""
        return {**self.peeked, **self.given}

    @cached_property
    def settings(self) -> Settings:
        """The settings, each with its origin."""
        from cli.frame.settings import of_this_process

        return of_this_process(self.options)

    @cached_property
    def language(self) -> Language:
        """The language of everything a person reads."""
        language = known(self.settings.get("lang").value) or "en"
        speak(language)
        return language

    @cached_property
    def words(self) -> Words:
        """The texts of that language."""
        from cli.messages import Words

        return Words(self.language)

    @cached_property
    def out(self) -> Output:
        """Where answers are printed, in the format asked for."""
        from cli.screen.output import Output

        chosen = self.settings.get("format").value
        return Output(
            chosen or ("table" if sys.stdout.isatty() else "plain"),
            words=self.words,
            color=self.settings.get("color").value or "auto",
            quiet=self.quiet,
        )

    @cached_property
    def wiring(self) -> Wiring:
        """Clock, calendar, declarations and directory, and the way to the database."""
        now = self.given.get("now")
        return self.wired(None if now is None else str(now))

    def wired(self, now: str | None) -> Wiring:
        """Gives wiring of its own, with the time to take as now if one is given."""
        from cli.wiring import Wiring

        return Wiring(self.settings, now=now, hear=self.hear, who=lambda: self.reader, who_was=lambda: self.asker)

    @property
    def hear(self) -> Hear:
        """Who is told of what is recorded: we ourselves, and the log of operations, when there is one."""
        return self._tell

    def _tell(self, appended: Appended) -> None:
        from cli.frame.heard import told

        # A command that only looks, or rehearses, records in a copy that nobody keeps.
        if self.verb is not None and self.verb.writes and not self.dry_run and appended.events:
            self.recorded = appended.events[0].command_id
        for fields in told(appended) if self._logs else ():
            self.log("event recorded", **fields)

    @contextmanager
    def record(self, *, write: bool = False, with_secret: bool = False) -> Iterator[Record]:
        """Opens the record that the settings name, for reading or for writing, and closes it.

        What leaves the house is read without its secret parts, unless `with_secret` asks for them.
        """
        from cli.rights.given_out import shown_by

        shown = shown_by(self.command_path, write=write, with_secret=with_secret)
        with self.wiring.open(write=write, shown=shown) as record, self.over(record):
            records = write
            try:
                before = record.log.head().position
                self.log("record opened", path=str(record.path), position=before)
                self._tell_of_server(record, write=write)
                yield record
                # What was to record and had nothing to record has only looked.
                records = write and record.log.head().position != before
            finally:
                self._tell_of_veil(record, records=records)

    @contextmanager
    def over(self, record: Record) -> Iterator[None]:
        """Lets what is asked meanwhile be asked of this record, so that no other one is opened for it."""
        before, self.open_record = self.open_record, record
        try:
            yield
        finally:
            self.open_record = before

    def _tell_of_veil(self, record: Record, *, records: bool) -> None:
        veil = vars(record).get("veil")
        if veil is None:
            return
        if veil.unlogged:
            self.out.hint(self.words("publicity.unlogged"))
        if not veil.hides:
            return
        # To whom a login shows some cases it is said all the same that no right of theirs shows them.
        if veil.shows_none and not self.nothing_told:
            self.nothing_told = self.part_told = True
            self.out.hint(self.words("publicity.nothing"))
        elif not self.part_told and not records:
            self.part_told = True
            self.out.hint(self.words("publicity.part"))

    def say_nothing_beside(self) -> None:
        """Lets nothing be said beside the answer of where it comes from, as while a line is being typed."""
        self.server_told = self.part_told = self.nothing_told = True

    def _tell_of_server(self, record: Record, *, write: bool) -> None:
        from pathlib import Path

        if not write and not isinstance(record.path, Path):
            from cli.upkeep.replica import tell_of_server

            tell_of_server(self, record.opened)
            if self.part_told and not self.nothing_told:
                from engine.errors import OhjausError

                # The server may have left nothing of which a right could be asked.
                with suppress(OhjausError):
                    _ = record.veil.sees_all

    @property
    def dry_run(self) -> bool:
        """True when nothing is to be stored."""
        return bool(self.given.get("dry_run"))

    @property
    def quiet(self) -> bool:
        """True when only the answer itself is wanted."""
        return bool(self.given.get("quiet"))

    @property
    def verbose(self) -> int:
        """How much detail is wanted; 0 is the ordinary answer."""
        return int(str(self.given.get("verbose") or 0))

    @property
    def asks_for_the_past(self) -> bool:
        """True when one of the as-of axes was given."""
        return bool(self.given.keys() & {"known_at", "in_force_on"})

    @cached_property
    def as_of(self) -> AsOf:
        """The two as-of axes.

        Raises:
            InputRejected: one of them is neither a time nor a position.
        """
        from cli.frame.clocks import parse_day, parse_instant
        from engine.request import AsOf

        known_at = self.given.get("known_at")
        in_force_on = self.given.get("in_force_on")
        moment = None
        if known_at is not None:
            text = str(known_at)
            moment = int(text) if _is_position(text) else parse_instant(text, "--known-at", end_of_day=True)
        day: date | None = None if in_force_on is None else parse_day(str(in_force_on), "--in-force-on")
        return AsOf(known_at=moment, in_force_on=day)

    @property
    def recorded_by(self) -> RecordedBy:
        """Who records, in the role that `--as` names; by reference where the log protects persons.

        Whoever records for the first time is registered, unless nothing is to be stored.
        """
        return self.wiring.persons.recorded(self.identified, keep=not self.dry_run)

    @property
    def reader(self) -> RecordedBy:
        """Who asks, in the same words; nobody is registered by reading."""
        return self.wiring.persons.reading(self.identified)

    @property
    def asker(self) -> RecordedBy:
        """Who asked, though a login may have ended since."""
        from cli.frame.identity import recorded_by

        return self.wiring.persons.reading(recorded_by(self.settings.get("as").value, self.acting.last()))

    @cached_property
    def acting(self) -> Acting:
        """Knows who sits at the keyboard, and how strongly that is known."""
        from cli.identity.acting import Acting

        return Acting(self)

    @property
    def identified(self) -> RecordedBy:
        """Who sits at the keyboard, as that was established."""
        from cli.frame.identity import recorded_by

        return recorded_by(self.settings.get("as").value, self.acting.who())

    @property
    def acting_for(self) -> str | None:
        """For whom the command is given (`--for`), by reference where the log protects persons."""
        stated = self.given.get("for")
        return None if stated is None else self.wiring.persons.meant(str(stated), keep=not self.dry_run)

    def request(self, command_id: str | None = None, *, expected_version: int | None = None) -> Request:
        """Gives the request under which something is recorded; without an id a fresh one is taken."""
        import uuid

        from engine.request import Request

        return Request(
            command_id=command_id or str(uuid.uuid4()),
            recorded_by=self.recorded_by,
            acting_for=self.acting_for,
            expected_version=expected_version,
            rehearse=self.dry_run,
        )

    def command(self, *words: object) -> str:
        """Gives a command to paste, `ohjaus` first, with `--db` when the database was named by an option.

        One that records goes on in whose name this one was given (`--for`, `--as`).
        """
        from cli.rights.in_name_of import naming

        said = [str(word) for word in words]
        parts = ["ohjaus", *said, *naming(said, self.given)]
        setting = self.settings.get("db")
        if setting.origin == "option" and setting.value is not None:
            from store.postgres.address import told

            parts += ["--db", told(setting.value)]
        return " ".join(_quoted(part) for part in parts)

    def pasteable(self, proposed: str) -> str:
        """Gives a command that an error proposes, in whose name and over which database options said, if it matters."""
        if not proposed.startswith("ohjaus ") or "--db" in proposed or proposed.endswith(_WITHOUT_DATABASE):
            return proposed
        words = proposed.split()[1:]
        if words[0] in _RULES_ONLY:
            return proposed
        from cli.rights.in_name_of import naming

        whose = "".join(f" {_quoted(part)}" for part in naming(words, self.given))
        return proposed + whose + self.command().removeprefix("ohjaus")

    def confirm(self, question: str) -> None:
        """Asks before something weighty; asks nobody when no person sits there, or when told not to ask.

        Raises:
            Abort: the answer is no.
        """
        skipped = self.dry_run or self.given.get("yes") or self.given.get("no_input")
        if skipped or not (sys.stdin.isatty() and sys.stderr.isatty()):
            return
        from cli.screen.safe_text import safe

        yes = self.words("word.yes_letter")
        no = self.words("word.no_letter")
        click.echo(safe(question), err=True)
        answer = click.prompt(safe(f"[{yes}/{no}]"), default=no, show_default=False, err=True)
        # Nobody knows how long that took.
        self.acting.ask_again()
        if str(answer).strip().lower() not in (yes, "y", "yes"):
            raise click.Abort

    def log(self, event: str, **fields: object) -> None:
        """Says on standard error what is being done; only with -v, and on a terminal only with -vv."""
        if self._logs:
            from cli.frame.logs import logger

            logger().info(event, run=self._run_id, command=self.command_path, **fields)

    @property
    def _logs(self) -> bool:
        # On a terminal the line would stand among the answer, of which -v asks for more.
        return bool(self.verbose and (self.verbose > 1 or not sys.stderr.isatty()))

    @cached_property
    def _run_id(self) -> str:
        """By what the lines of one invocation are known among those of others."""
        import uuid

        return uuid.uuid4().hex[:12]


_RULES_ONLY = ("explain", "procedure", "actor", "config", "completion")
_WITHOUT_DATABASE = ("--help", "--version")
"""What an error may propose that reads no record."""


def _is_position(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < len("20260131T120000")


def _quoted(part: str) -> str:
    return part if part.isupper() and part.isalpha() else shlex.quote(part)
