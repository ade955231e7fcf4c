"""Making the agenda of a discussion, and recording what was discussed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from cli.collect.agenda import Agenda, agenda_of
from cli.collect.agenda_files import KINDS, parts, rendered, stamp, title
from cli.collect.rounds import county as county_code
from cli.collect.rounds import month as month_named
from cli.collect.rounds import the_return, the_round
from cli.collect.rows import Key, Values, entry_of, nothing
from cli.collect.standing import Standing
from cli.collect.steps import record_all
from cli.frame.as_of import seen_from
from cli.frame.clocks import parse_day
from cli.messages import Words
from engine.assess import Act
from engine.errors import Fault, InputRejected
from engine.several import Step
from procedures.county_return.values import month_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from engine.law import Language


@dataclass(frozen=True, slots=True)
class Talk:
    """What a person says of a discussion."""

    points: tuple[str, ...]
    notes: str | None
    ministries: tuple[str, ...]
    changes: tuple[str, ...]
    wider: bool


def make_agenda(run: Invocation, month: str | None, county: str, out: str | None, language: str | None) -> None:
    """Prints the agenda of a discussion, or writes it into a file.

    Raises:
        NotFound: there is no such round or return.
        InputRejected: the file is of no kind that an agenda is written as.
    """
    path = Path(out) if out else None
    if path is not None and path.suffix not in KINDS:
        raise InputRejected(
            "agenda-format",
            f"{path.name}: an agenda is written as {', '.join(KINDS)}.",
            details={"path": path.name},
        )
    code = county_code(run, county)
    words = Words(cast("Language", language)) if language else run.words
    with run.record() as record:
        which = month_named(month) if month else month_of(the_round(record, None, run.as_of))
        position, _, day = seen_from(run, record)
        made = agenda_of(run, record, the_return(record, code, which, run.as_of), position, day)
    if path is not None and not run.dry_run:
        _write(path, rendered(made, words, path.suffix))
    data = {**_shape(made, words), "path": out, "rehearsed": run.dry_run}
    run.out.thing(data, lambda page: _page(run, made, words, out, page))


def record_talk(run: Invocation, month: str, county: str, on: str, talk: Talk, command_id: str | None) -> None:
    """Records a discussion.

    Raises:
        Refused: a condition is unmet, such as a missing reason; nothing is stored.
    """
    which, code, day = month_named(month), county_code(run, county), parse_day(on, "--on")
    with run.record(write=True) as record:
        case = the_return(record, code, which)
        made = agenda_of(run, record, case, record.log.head().position, day)
        agenda = list(talk.points) or made.recorded(run.words) or [run.words("collect.agenda.nothing")]
        values = Standing(record, code).values
        changes = [_change(one, values) for one in talk.changes]
        form = "wider_negotiation" if talk.wider else "monthly"
        data: dict[str, Any] = {"agenda": agenda, "ministries": list(talk.ministries), "form": form}
        data |= {"changes": changes} if changes else {}
        data |= {"notes": talk.notes} if talk.notes else {}
        step = Step(case.case_id, Act(fact="discussed", on=day, data=data))
        (recorded,) = record_all(run, record, [step], command_id)
    shape = {
        "county": code,
        "month": which,
        "case": case.case_id,
        "state": recorded.case.state,
        "agenda": agenda,
        "changes": changes,
        "replayed": recorded.replayed,
        "rehearsed": run.dry_run,
    }
    run.out.thing(shape, lambda page: _discussed(run, shape, page))


def _change(text: str, now: Mapping[Key, Values]) -> dict[str, Any]:
    """Gives what a discussion saw otherwise, written `TASK=STATE` or `TASK=STATE:REASON`; the rest stays as it was."""
    task, equals, rest = text.partition("=")
    state, _, reason = rest.partition(":")
    if not equals or not task.strip() or not state.strip():
        raise InputRejected(
            "change-invalid",
            f"--change {text!r} is not written TASK=STATE or TASK=STATE:REASON.",
            details={"given": text},
        )
    key = Key("task", task.strip().upper())
    seen = {**now.get(key, nothing("task")), "state": state.strip(), "reason": reason.strip() or None}
    return entry_of(key, seen)


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Fault(
            "file-unwritable",
            f"{path} cannot be written: {error.strerror}.",
            details={"path": str(path), "reason": error.strerror},
        ) from error


def _shape(made: Agenda, words: Words) -> dict[str, Any]:
    return {
        "county": made.county,
        "name": made.name.text(words.language),
        "month": made.month,
        "case": made.case_id,
        "position": made.position,
        "seen_on": made.seen_on.isoformat(),
        "language": words.language,
        "points": [{"part": one.part, "text": one.text(words), "case": one.case_id} for one in made.points],
    }


def _page(run: Invocation, made: Agenda, words: Words, out: str | None, page: Page) -> None:
    page.title(title(made, words))
    page.say(stamp(made, words), "quiet")
    for heading, points in parts(made, words):
        page.heading(heading)
        for point in points:
            page.item(point.text(words))
    if not made.points:
        page.say(words("collect.agenda.nothing"))
    if out:
        page.field(run.words("collect.column.file"), out)
    slug = run.wiring.directory.by_code(made.county).slug
    page.then(run.command("collect", "discuss", "--month", made.month, "--county", slug, "--on", "DATE"))


def _discussed(run: Invocation, shape: dict[str, Any], page: Page) -> None:
    words = run.words
    name = run.wiring.directory.by_code(shape["county"]).name
    key = "would_discuss" if run.dry_run else "discussed"
    page.title(words(f"collect.act.{key}", county=name, month=shape["month"]))
    page.say(words.count("collect.act.points", len(shape["agenda"])))
    if shape["changes"]:
        page.say(words.count("collect.act.changed", len(shape["changes"])))
    if run.dry_run:
        page.say(words("case.nothing_stored"), "warn")
    slug = run.wiring.directory.by_code(shape["county"]).slug
    page.then(run.command("collect", "confirm", "--month", shape["month"], "--county", slug, "--on", "DATE"))
