"""From what a person gave to an offered act, to the record, to the answer; a refusal names the next command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cli.case.act_commands import declared_fields, fields_command, helpful_command, in_order, start_command
from cli.case.act_options import Given
from cli.case.given import documents, payload_data
from cli.case.input_problems import in_our_words
from cli.case.parties import by_party, role_of
from cli.case.refs import load, procedure_id, subject_code, written
from cli.case.typed import Typed
from cli.frame.clocks import parse_day
from cli.messages import Words
from cli.rights.asking import covered_openings, ensure_covered
from cli.rights.stating import made_secret, stated
from cli.screen.citations import sections
from cli.screen.page import Page
from cli.screen.shapes import Labels, recorded_shape
from engine.assess import Act
from engine.declaration import Kind, Transition
from engine.envelope import Opening
from engine.errors import InputRejected, NotAuthorised, NotFound, Refused
from engine.law import LANGUAGES, Label, cites
from engine.registrar import Recorded
from engine.several import Step
from engine.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from cli.frame.invocation import Invocation
    from cli.wiring import Record


DATA_INVALID = "data-invalid"


@dataclass(frozen=True, slots=True)
class Start:
    """What is to be opened."""

    procedure: str
    subject: str
    fact: str | None
    diary: str | None
    ground: str | None
    parties: tuple[str, ...]
    law_in_force_from: str | None = None

    def words(self) -> list[str]:
        """Gives the command as it would be typed again, without what belongs to the act."""
        words = ["case", "start", self.procedure, "--subject", self.subject]
        named = {"--fact": self.fact, "--diary": self.diary, "--ground": self.ground}
        named["--law-in-force-from"] = self.law_in_force_from
        for name, value in named.items():
            if value is not None:
                words += [name, value]
        for party in self.parties:
            words += ["--party", party]
        return words


@dataclass(frozen=True, slots=True)
class Advance:
    """Where something is to be recorded, and what."""

    case_id: str
    fact: str
    expected_version: int | None


def start(run: Invocation, asked: Start, given: Given) -> None:
    """Opens a case and prints what was recorded.

    Raises:
        Refused: a condition is unmet; the error names the command that would meet it, where one can be named.
    """
    on = parse_day(given.on, "--on")
    wiring = run.wiring
    procedure = procedure_id(wiring, asked.procedure)
    table = wiring.declarations.in_force(procedure, on)
    move = opening_move(table, asked.fact)
    act = act_of(move, given, on, fact=asked.fact or move.fact.id, opening=opening_of(run, table, move, asked, on))
    typed = Typed([*asked.words(), *given.words()], table, move, act)
    with run.record(write=True) as record:
        try:
            _confirm(run, record, move, Step(procedure, act), given.command_id, f"{procedure} {asked.subject}")
            recorded = recorded_or_explained(
                run, typed, lambda: record.registrar.open(procedure, act, run.request(given.command_id))
            )
        except NotAuthorised as error:
            if asked.fact is None:
                _name_openings(run, record, typed, asked.subject, error)
            raise
    answer(run, recorded)


def advance(run: Invocation, asked: Advance, given: Given) -> None:
    """Records an act in a case and prints what was recorded.

    Raises:
        Refused: a condition is unmet; the error names the command that would meet it, where one can be named.
        Conflict: someone else recorded first.
    """
    on = parse_day(given.on, "--on")
    case_id = written(asked.case_id)
    with run.record(write=True) as record:
        table, case = load(record, case_id)
        move = table.move(case.state, asked.fact) or next(iter(table.with_fact(asked.fact)), None)
        act = act_of(move, given, on, fact=asked.fact)
        if move is not None and move.kind is Kind.CLOCK:
            raise InputRejected(
                "clock-only",
                f"{asked.fact} is recorded by the clock alone, when its day has come.",
                try_next=run.command("deadline", "tick"),
                details={"fact": asked.fact},
            )
        if move is not None and move in table.from_state(case.state):
            _confirm(run, record, move, Step(case_id, act), given.command_id, case_id)
        recorded = recorded_or_explained(
            run,
            Typed(["case", "advance", case_id, asked.fact, *given.words()], table, move, act, case) if move else None,
            lambda: record.registrar.advance(
                case_id, act, run.request(given.command_id, expected_version=asked.expected_version)
            ),
        )
    answer(run, recorded)


def opening_move(table: Table, fact: str | None) -> Transition:
    """Gives the act that opens a case: the one named, or the usual one.

    Raises:
        NotFound: the procedure knows no such fact.
    """
    if fact is None:
        return table.openings[0]
    for move in (*table.openings, *table.with_fact(fact)):
        if move.fact.id == fact:
            return move
    raise NotFound(
        "fact-unknown",
        f"{table.procedure.declaration_id} knows no fact called {fact!r}; a case is opened with "
        f"{', '.join(move.fact.id for move in table.openings)}.",
        nearest=tuple(move.fact.id for move in table.openings),
        try_next=f"ohjaus procedure show {table.procedure.id}",
        details={"fact": fact, "procedure": table.procedure.id},
    )


def opening_of(run: Invocation, table: Table, move: Transition, asked: Start, on: date) -> Opening:
    """Gives what a case is opened with.

    Raises:
        NotFound: nobody is known by the subject or a party.
    """
    wiring = run.wiring
    law_on = asked.law_in_force_from
    subject = str(subject_code(wiring, asked.subject, on))
    parties = tuple(str(subject_code(wiring, party, on)) for party in asked.parties)
    ministry = table.procedure.ministry
    return Opening(
        procedure=table.procedure.id,
        subject=subject,
        parties=_parties(table, subject, parties),
        ministry=ministry,
        ground=asked.ground or "; ".join(cites(move.basis)) or table.procedure.id,
        diary_number=asked.diary,
        law_in_force_from=None if law_on is None else parse_day(law_on, "--law-in-force-from"),
    )


def _parties(table: Table, subject: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Gives the parties of a case: those of the procedure, or those named, the subject itself among them."""
    procedure = table.procedure
    if not named:
        return procedure.parties_of(subject)
    own = () if procedure.partners else (subject,)
    return tuple(dict.fromkeys((*own, *named, procedure.ministry)))


def act_of(move: Transition | None, given: Given, on: date, *, fact: str, opening: Opening | None = None) -> Act:
    """Gives the act that a person offers for the record.

    Raises:
        InputRejected: the data, a document or the class of publicity is not written as it must be.
        Refused: it would be more public than its fact is.
    """
    publicity, ground = stated(
        given.publicity,
        given.secrecy_ground,
        fact=fact,
        declared=move.fact.publicity if move else "public",
        documents=bool(given.secret_docs),
    )
    rules = move.documents if move else ()
    return Act(
        fact=fact,
        on=on,
        data=payload_data(move.fact.payload if move else None, given.sets, given.json_path),
        role=given.by and given.by.lower(),  # a ministry's code is its role in capitals
        documents=(
            *documents(given.docs, rules),
            *made_secret(documents(given.secret_docs, rules), given.secrecy_ground),
        ),
        publicity=publicity,
        secrecy_ground=ground,
        precision=given.precision,
        unreported=given.unreported,
        opening=opening,
    )


def _confirm(run: Invocation, record: Record, move: Transition, step: Step, command_id: str | None, where: str) -> None:
    """Asks before a decision, and nobody whose decision it is not."""
    if move.kind is Kind.DECISION:
        ensure_covered(run, record, [step], command_id)
        run.confirm(run.words("case.confirm", label=move.fact.label, where=where))


def _name_openings(run: Invocation, record: Record, typed: Typed, subject: str, error: NotAuthorised) -> None:
    """Says, of the usual act that opens a case and is denied, by which others this person may open one."""
    facts, lacking = covered_openings(run, record, typed.table, typed.act), error.details.get("lacking")
    if not facts or not isinstance(lacking, Label):
        return
    named = {
        lang: Words(lang)("rights.other_openings", lacking=lacking.text(lang), facts=", ".join(facts))
        for lang in LANGUAGES
    }
    error.message = error.message.replace(lacking.en, named["en"])
    error.details = {**error.details, "lacking": Label(**named)}
    move = next(one for one in typed.table.openings if one.fact.id == facts[0])
    fields, procedure = declared_fields(typed.table), typed.table.procedure.id
    error.try_next = start_command(run, fields, procedure, move, typed.act.on, subject=subject)


def recorded_or_explained(run: Invocation, typed: Typed | None, record: Callable[[], Recorded]) -> Recorded:
    """Gives what was recorded; a refusal says in our words what was wrong, and names the next command."""
    try:
        recorded = record()
    except InputRejected as error:
        if typed is not None and error.code == DATA_INVALID:
            in_our_words(error, typed.move.fact.payload, typed.act.data)
        if typed is not None and error.try_next is None:
            error.try_next = fields_command(run, typed)
        raise
    except NotFound:
        raise
    except Refused as error:
        if typed is not None and error.missing:
            _explain_refusal(run, typed, error)
        raise
    run.log("recorded", case=recorded.case.case_id, version=recorded.case.version, replayed=recorded.replayed)
    return recorded


def _explain_refusal(run: Invocation, typed: Typed, error: Refused) -> None:
    """Puts first what no addition can meet, says which case was not opened, and names the next command."""
    error.missing = in_order(error.missing)
    error.try_next = helpful_command(run, typed, error.missing) or error.try_next
    if typed.case is None and typed.act.opening is not None:
        procedure = typed.table.procedure.label
        subject = run.wiring.directory.by_code(typed.act.opening.subject).name
        where = {
            language: Words(language)("case.new_case", procedure=procedure, subject=subject) for language in LANGUAGES
        }
        error.details = {**error.details, "where": Label(**where)}


def answer(run: Invocation, recorded: Recorded) -> None:
    """Prints what was recorded: the contract's shape for a script, a page for a person."""
    shape = recorded_shape(recorded, run.language, rehearsed=run.dry_run)
    run.out.thing(shape, lambda page: _page(run, recorded, page))


def _page(run: Invocation, recorded: Recorded, page: Page) -> None:
    words = run.words
    labels = Labels(recorded.table, run.language)
    case = recorded.case
    heading = "case.would_record" if run.dry_run else "case.replayed" if recorded.replayed else "case.recorded_title"
    page.title(words(heading, case=case.case_id))
    for event in recorded.events:
        actor = labels.role(event.act_of.role)
        page.item(
            f"{words.date(event.effective_on)} {labels.fact(event.type)} · {actor} · {sections(event.basis)}", mark="+"
        )
        for deadline in event.deadlines:
            status = words.term("deadline_status", deadline.status)
            page.item(f"{labels.deadline(deadline.name)}: {words.weekday(deadline.due)} · {status}", mark="  +")
        for standing in event.standings:
            ended = standing.until is not None
            key = "case.standing_ends" if ended else "case.standing_begins"
            page.item(words(key, standing=labels.standing(standing.name)), mark="  +", tone="warn")
        for group in by_party(task for task in event.tasks if task.status == "open"):
            page.item(f"{words('case.turn')}: {role_of(run, labels, group)}: {labels.task(group[0].name)}", mark="  +")
    for event in recorded.elsewhere:
        page.item(words("case.elsewhere", case=event.stream), mark="+", tone="quiet")
    page.field(words("case.state"), labels.state(case.state))
    page.field(words("case.version_column"), str(case.version))
    if run.dry_run:
        page.say(words("case.nothing_stored"), "warn")
    page.then(run.command("case", "show", case.case_id), run.command("case", "next", case.case_id))
