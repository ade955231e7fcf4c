"""An act as a short command states it: from its words to the record, and from a refusal to the same command mended."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cli.case.given import PLACEHOLDERS
from cli.case.recording import Start, answer, opening_move, opening_of, recorded_or_explained
from cli.case.refs import load, subject_code
from cli.case.typed import Typed
from cli.frame.clocks import parse_day
from engine.assess import Act
from engine.errors import InputRejected, NotFound, Refused

if TYPE_CHECKING:
    from datetime import date

    from cli.frame.invocation import Invocation
    from cli.programme.act_options import When
    from cli.wiring import Record
    from engine.declaration import Transition
    from engine.envelope import Opening
    from engine.registrar import Recorded
    from engine.table import Table


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said: the field of the fact's data, how it was typed (an option, or None: a word), the value.

    A field without a name is only part of the command. What was left out is None, and False where it is a flag.
    """

    field: str | None
    option: str | None
    value: object

    def words(self) -> list[str]:
        """Gives it as it would be typed again."""
        if self.value is None or self.value is False:
            return []
        if self.option is None:
            return [str(self.value)]
        if self.value is True:
            return [self.option]
        values = self.value if isinstance(self.value, tuple) else (self.value,)
        return [word for one in values for word in (self.option, str(one))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What a command offers: its own words, the fact, what was said; `data` stands beside what has a field of its own.

    `mended` gives, for a condition of the procedure, the words that would meet it, with placeholders; `instead` gives
    the whole command that must come first, or that shows what there is.
    """

    command: Sequence[str]
    fact: str
    said: Sequence[Said]
    when: When
    data: Mapping[str, Any] = field(default_factory=dict)
    mended: Mapping[str, Sequence[str]] = field(default_factory=dict)
    instead: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def words(self, on: date) -> list[str]:
        """Gives the command as it would be typed again, its day written out."""
        words = [*self.command, *(word for one in self.said for word in one.words()), "--on", on.isoformat()]
        return [*words, "--by", self.when.by] if self.when.by else words

    def act(self, on: date, opening: Opening | None = None) -> Act:
        """Gives the act that is offered.

        Raises:
            InputRejected: `placeholder-left`, a proposed command was not filled in.
        """
        data = dict(self.data)
        for one in self.said:
            _ensure_filled_in(one)
            if one.field is not None and one.value not in (None, ()):
                data[one.field] = list(one.value) if isinstance(one.value, tuple) else one.value
        return Act(fact=self.fact, on=on, data=data, role=self.when.by, opening=opening)


def _ensure_filled_in(said: Said) -> None:
    for value in said.value if isinstance(said.value, tuple) else (said.value,):
        if value in PLACEHOLDERS and said.option is not None:
            raise InputRejected(
                "placeholder-left",
                f"{said.option} {value}: {value} is a placeholder of the proposed command; put the real one in its "
                "place.",
                details={"option": said.option, "given": value, "placeholder": value},
            )


def record_in(run: Invocation, record: Record, case_id: str, offered: Offered) -> Recorded:
    """Records what was offered in a case.

    Raises:
        Refused: a condition is unmet; the error names the command that would meet it, where one can be named.
        Conflict: someone else recorded first.
    """
    on = day_of_act(run, offered.when)
    table, case = load(record, case_id)
    act = offered.act(on)
    move = table.move(case.state, offered.fact) or table.with_fact(offered.fact)[0]
    typed = Typed(offered.words(on), table, move, act, case)
    request = run.request(offered.when.command_id)
    return _recorded(run, offered, typed, lambda: record.registrar.advance(case_id, act, request))


def open_by(run: Invocation, record: Record, procedure: str, subject: str, offered: Offered) -> Recorded:
    """Opens a case about a subject by what was offered.

    Raises:
        Refused: a condition is unmet.
        NotFound: nobody is known by the subject.
    """
    on = day_of_act(run, offered.when)
    table: Table = run.wiring.declarations.in_force(procedure, on)
    move: Transition = opening_move(table, offered.fact)
    asked = Start(procedure, subject, offered.fact, None, None, ())
    act = offered.act(on, opening_of(run, table, move, asked, on))
    request = run.request(offered.when.command_id)
    typed = Typed(offered.words(on), table, move, act)
    return _recorded(run, offered, typed, lambda: record.registrar.open(procedure, act, request))


def record_and_answer(run: Invocation, find: Callable[[Record], str], offered: Offered) -> None:
    """Finds the case in the open record, records what was offered in it and prints it."""
    with run.record(write=True) as record:
        recorded = record_in(run, record, find(record), offered)
    answer(run, recorded)


def code_of(run: Invocation, reference: str | None) -> str | None:
    """Gives the code of the organisation that is meant; what was left to be filled in stays, to be refused as such.

    Raises:
        NotFound: nobody is known by it.
    """
    return reference if reference in PLACEHOLDERS else subject_code(run.wiring, reference)


def day_of_act(run: Invocation, when: When) -> date:
    """Gives the day of an act: the one that was given, or today."""
    return run.wiring.clock.today() if when.on is None else parse_day(when.on, "--on")


def _recorded(run: Invocation, offered: Offered, typed: Typed, record: Callable[[], Recorded]) -> Recorded:
    def attempt() -> Recorded:
        try:
            return record()
        except InputRejected as error:
            error.try_next = error.try_next or f"ohjaus {' '.join(offered.command[:2])} --help"
            raise

    try:
        return recorded_or_explained(run, typed, attempt)
    except (InputRejected, NotFound):
        raise
    except Refused as error:
        error.try_next = _helpful(run, offered, typed, [one.code for one in error.missing]) or error.try_next
        raise


def _helpful(run: Invocation, offered: Offered, typed: Typed, codes: Sequence[str]) -> str | None:
    """Gives the command that would meet the unmet conditions; None where this command knows of none."""
    first = next((offered.instead[code] for code in codes if code in offered.instead), None)
    if first is not None:
        return run.command(*first)
    if not codes or not all(code in offered.mended for code in codes):
        return None
    added = [word for code in dict.fromkeys(codes) for word in offered.mended[code]]
    return run.command(*typed.words, *_not_yet_said(typed.words, added))


def _not_yet_said(words: Sequence[str], added: Sequence[str]) -> list[str]:
    """Gives the options to add that the command does not have yet, each with its placeholder."""
    pairs = dict(zip(added[::2], added[1::2], strict=True))
    return [word for option, value in pairs.items() if option not in words for word in (option, value)]
