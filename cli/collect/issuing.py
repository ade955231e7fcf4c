"""Writing workbooks: each from the position of the log that its return names, issued anew where the picture moved."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from cli.collect.form import Form, Issue, catalogue_version, form_of
from cli.collect.rounds import ANSWERABLE, county, month, returns_of, the_return, the_round
from cli.collect.standing import Standing
from cli.collect.steps import record_all
from cli.collect.template import written
from cli.frame.clocks import parse_day
from cli.screen.page import Column
from engine.assess import Act
from engine.errors import Fault, InputRejected, NotAuthorised, Refused
from engine.request import AsOf
from engine.several import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from cli.wiring import Record
    from engine.case import Case
    from engine.law import Language


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which workbooks a person wants, and where."""

    month: str
    counties: tuple[str, ...]
    out: str
    every: bool
    language: str | None
    on: str | None


@dataclass(frozen=True, slots=True)
class Ready:
    """A workbook to be written: its form and day, and the act by which it is issued anew, where it is."""

    form: Form
    made_on: date
    reissue: Step | None

    @property
    def county(self) -> str:
        """The code of its county."""
        return self.form.issue.county


def issue(run: Invocation, wanted: Wanted) -> None:
    """Writes the workbooks and prints what they ask.

    Raises:
        NotFound: there is no such round, or a county has no return in it.
        NotAuthorised: no right covers that a workbook is issued anew.
        Refused: a file is there already, or the login only reads.
    """
    which = month(wanted.month)
    on = parse_day(wanted.on, "--on") if wanted.on else run.wiring.clock.today()
    language = cast("Language", wanted.language or run.language)
    with _looking_elsewhere(run, which), run.record(write=True) as record:
        the_round(record, which)
        cases = _cases(run, record, wanted, which)
        found = [ready(record, case, on, language=language, every=wanted.every) for case in cases]
        files = {_path(run, wanted, one, len(found)): one for one in found}
        _ensure_reachable(files)
        contents = {path: written(one.form, one.made_on) for path, one in files.items()}
        _ensure_free(run, contents)
        recorded = record_all(run, record, [one.reissue for one in found if one.reissue])
    if not run.dry_run:
        _store(contents)
    data = {
        "month": which,
        "files": [_shape(path, one, len(contents[path])) for path, one in files.items()],
        "reissued": [one.case.subject for one in recorded],
        "rehearsed": run.dry_run,
    }
    run.out.thing(data, lambda page: _page(run, data, page))


@contextmanager
def _looking_elsewhere(run: Invocation, which: str) -> Iterator[None]:
    """Says to who may not issue a workbook where they may look: at the round, or at the returns that a login sees."""
    try:
        yield
    except (NotAuthorised, Refused) as error:
        if error.code == "act-not-granted":
            error.try_next = run.command("collect", "status", "--month", which)
        elif error.code == "database-rights":
            error.try_next = run.command("case", "list", "--procedure", "county_return")
        raise


def ready(record: Record, case: Case, on: date, *, language: Language, every: bool) -> Ready:
    """Gives the workbook of a return as it is issued now, from the newest position unless nothing has moved since."""
    last = case.last("template_reissued") or case.readings[0]
    issued = Issue(
        log_id=record.opened.identity.log_id,
        month=str(case.readings[0].data["month"]),
        county=case.subject,
        case_id=case.case_id,
        position=int(last.data["position"]),
        only_critical=bool(last.data["only_critical"]),
        language=language,
        catalogue=catalogue_version(),
    )
    then = form_of(issued, Standing(record, case.subject, AsOf(known_at=issued.position)))
    now = form_of(issued, Standing(record, case.subject))
    narrower = issued.only_critical and every
    if then.sheets == now.sheets and not narrower:
        return Ready(then, last.effective_on, None)
    anew = replace(issued, position=record.log.head().position, only_critical=issued.only_critical and not every)
    data = {"position": anew.position, "only_critical": anew.only_critical}
    act = Act(fact="template_reissued", on=on, data=data)
    return Ready(form_of(anew, Standing(record, case.subject)), on, Step(case.case_id, act))


def _cases(run: Invocation, record: Record, wanted: Wanted, which: str) -> list[Case]:
    if wanted.counties:
        return [the_return(record, code, which) for code in dict.fromkeys(county(run, one) for one in wanted.counties)]
    found = [case for case in returns_of(record, which).values() if case.state in ANSWERABLE]
    if not found:
        raise InputRejected(
            "nobody-left",
            f"No return of {which} takes answers.",
            try_next=f"ohjaus collect status --month {which}",
            details={"procedure": "county_return"},
        )
    return found


def _path(run: Invocation, wanted: Wanted, one: Ready, number: int) -> Path:
    out = Path(wanted.out)
    if number == 1 and len(wanted.counties) == 1 and out.suffix == ".xlsx" and not out.is_dir():
        return out
    slug = run.wiring.directory.by_code(one.county).slug
    return out / f"{one.form.issue.month}-{slug}.xlsx"


def _ensure_reachable(files: Iterable[Path]) -> None:
    """Makes sure that each name is one that can be written, before its workbook is made and anything is recorded."""
    for path in files:
        with suppress(FileNotFoundError, NotADirectoryError):
            path.lstat()


def _ensure_free(run: Invocation, contents: dict[Path, bytes]) -> None:
    """Makes sure that no other file is overwritten: it may be a county's own, filled in."""
    for path, content in contents.items():
        if path.exists() and not run.given.get("yes") and not (path.is_file() and path.read_bytes() == content):
            raise Refused(
                "file-exists",
                f"There is something at {path} already. It was left as it is.",
                try_next=f"{run.command_path} --yes" if run.command_path else None,
                details={"path": str(path)},
            )


def _store(contents: dict[Path, bytes]) -> None:
    for path, content in contents.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            raise Fault(
                "file-unwritable",
                f"{path} cannot be written: {error.strerror}.",
                details={"path": str(path), "reason": error.strerror},
            ) from error


def _shape(path: Path, one: Ready, size: int) -> dict[str, Any]:
    issued = one.form.issue
    return {
        "county": issued.county,
        "path": str(path),
        "bytes": size,
        "position": issued.position,
        "questions": len(one.form.rows),
        "prefilled": one.form.prefilled,
        "language": issued.language,
        "reissued": one.reissue is not None,
    }


def _page(run: Invocation, data: dict[str, Any], page: Page) -> None:
    words, directory = run.words, run.wiring.directory
    key = "collect.template.would" if run.dry_run else "collect.template.written"
    page.title(words.count(key, len(data["files"]), month=data["month"]))
    rows = [{**one, "name": directory.by_code(one["county"]).name.text(run.language)} for one in data["files"]]
    page.table(
        [
            Column("name", words("collect.column.county")),
            Column("path", words("collect.column.file"), wrap=True),
            Column("questions", words("collect.column.questions"), right=True),
            Column("prefilled", words("collect.column.prefilled"), right=True),
            Column("position", words("collect.column.position"), right=True),
        ],
        rows,
    )
    if data["reissued"]:
        page.say(words.count("collect.template.reissued", len(data["reissued"])))
    if run.dry_run:
        page.say(words("case.nothing_stored"), "warn")
    page.then(
        run.command("collect", "check", data["files"][0]["path"]),
        run.command("collect", "status", "--month", data["month"]),
    )
