"""`demo`: the whole published history in a log of its own, and where one county's evaluation stands after it.

So that the situational picture has something to show, rounds, flags and the like are made up beside the history; every
text of them says that it is made up.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cli.frame.command import command
from engine.law import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from cli.upkeep.recording_history import HistoryImport
    from store.place import Place

SHOWN_PROCEDURE, SHOWN_SUBJECT = "evaluation", "15"
"""The evaluation of Keski-Suomi: the case of which most has been published."""

MOST_DEMOS = 1000


@command(
    "demo",
    about=Label(
        "Täyttää tietokannan julkaistulla historialla ja näyttää, missä yksi arviointimenettely on.",
        "Fyller en databas med publicerad historia och visar var ett utvärderingsförfarande står.",
        "Fills a database with published history and shows where one evaluation procedure stands.",
    ),
    more=Label(
        "Käyttää --db- tai OHJAUS_DB-tietokantaa, jos se on uusi tai tyhjä; muuten luo uuden ja kertoo sen nimen. "
        "Tilannekuvaa varten historian rinnalla on keksittyjä esimerkkejä: kaksi kuukausikierrosta, kaksi punaista "
        "lippua ja reformin ohjelma. Jokainen niiden teksti kertoo olevansa keksitty.",
        "Använder databasen i --db eller OHJAUS_DB om den är ny eller tom; skapar annars en ny och säger dess namn. "
        "För lägesbilden finns påhittade exempel bredvid historien: två månadsrundor, två röda flaggor och reformens "
        "program. Varje text i dem säger att den är påhittad.",
        "Uses the database of --db or OHJAUS_DB if that is new or empty, else makes a fresh one and names it. For the "
        "situational picture, made-up examples stand beside the history: two monthly rounds, two red flags and the "
        "programme of the reform. Every text of theirs says that it is made up.",
    ),
    examples=("$ ohjaus demo", "$ ohjaus demo --lang fi", "$ ohjaus demo --db demo.db --format json"),
    writes=True,
)
def demo(run: Invocation) -> None:
    """Fills a database and shows it."""
    from importlib import resources

    content = resources.files("procedures").joinpath("real_history.toml").read_bytes()
    target, taken = _target(run)
    with _made(run, target) as there:
        data, page = _filled(there, content, _Place(target, taken, rehearsed=run.dry_run))
    run.out.thing(data, page)


class _Place(NamedTuple):
    """Where the demo is: its database, the named one if that was left alone, and whether nothing was stored."""

    target: Place
    taken: Place | None
    rehearsed: bool


def _target(run: Invocation) -> tuple[Place, Place | None]:
    """Gives the database to fill, and the named one when that is not to be touched."""
    if run.settings.get("db").origin not in ("option", "environment"):
        return _fresh(), None
    path = run.wiring.path
    return (path, None) if _is_new_or_empty(run, path) else (_fresh(), path)


@contextmanager
def _made(run: Invocation, target: Place) -> Iterator[Invocation]:
    """Makes the log to fill, where it is not there yet, and yields the invocation over it; a rehearsal has its own."""
    from tempfile import TemporaryDirectory

    from cli.rights.protecting import create_protected
    from cli.upkeep.administration import ensure_folder
    from store.place import is_taken
    from store.tidying import take_away

    if run.dry_run:
        with TemporaryDirectory(prefix="ohjaus-") as folder:
            rehearsed = _over(run, Path(folder) / "demo.db")
            create_protected(rehearsed.wiring)
            yield rehearsed
        return
    there = run if target == run.wiring.path else _over(run, target)
    if isinstance(target, Path) and (not target.exists() or not target.stat().st_size):
        ensure_folder(target.parent)
        # An empty file holds nothing that could be lost; the log takes its place.
        there.wiring.persons.refuse_left_over()
        take_away(target)
        create_protected(there.wiring)
    elif not isinstance(target, Path) and not is_taken(target):
        create_protected(there.wiring)
    yield there


def _is_new_or_empty(run: Invocation, path: Place) -> bool:
    """Tells whether a database may be filled: not there, an empty file, or a log without events or production mark."""
    from engine.errors import OhjausError
    from store.open_log import open_log
    from store.place import is_taken

    if not is_taken(path) or (isinstance(path, Path) and path.is_file() and not path.stat().st_size):
        return True
    try:
        with closing(open_log(path, run.wiring.clock, read_only=True)) as opened:
            return opened.log.head().position == 0 and not opened.identity.production
    except OhjausError:
        return False


def _fresh() -> Path:
    """Gives a file in the user's data folder that is not there yet."""
    from cli.frame.settings import user_database
    from engine.errors import Fault
    from store.personal.file import beside

    folder = user_database().parent
    names = ("demo.db", *(f"demo-{number}.db" for number in range(2, MOST_DEMOS)))
    free = (folder / name for name in names if not (folder / name).exists() and not beside(folder / name).exists())
    found = next(free, None)
    if found is None:
        raise Fault(
            "cannot-create",
            f"{folder} is full of demos.",
            try_next="ohjaus demo --db demo.db",
            details={"path": str(folder)},
        )
    return found


def _over(run: Invocation, path: Place) -> Invocation:
    """Gives the same invocation over another database, which its commands then name."""
    from cli.frame.invocation import Invocation

    other = Invocation(run.peeked)
    other.given = {**run.given, "db": str(path)}
    other.given.pop("dry_run", None)
    return other


def _filled(run: Invocation, content: bytes, place: _Place) -> tuple[dict[str, Any], Callable[[Page], None]]:
    from cli.case.shapes import show_shape, view
    from cli.case.view import case_page
    from cli.upkeep.importing import record_history
    from cli.upkeep.made_up import record_made_up

    with run.record(write=True) as record:
        found = record_history(run, record, content)
        made_up = record_made_up(record, run.recorded_by)
        cases = record.index.cases_of(SHOWN_SUBJECT, SHOWN_PROCEDURE)
        seen = view(run, record, cases[-1].case_id) if cases else None
    shape = show_shape(run, seen) if seen else None
    data: dict[str, Any] = {
        "db": str(place.target.absolute()),
        **found.result(),
        "by_procedure": _by_procedure(run, found),
        "made_up": made_up.as_data(),
        "shown": shape,
        "rehearsed": place.rehearsed,
    }

    def page(filled: Page) -> None:
        _summary(run, data, place.taken, filled)
        if seen is not None and shape is not None:
            from cli.screen.page import Page as Part

            part = Part()
            case_page(run, seen, shape, part)
            filled.heading(run.words("demo.stands", case=shape["case"]))
            filled.blocks.extend(part.blocks)
        if place.rehearsed:
            filled.then("ohjaus demo")
        elif shape is not None:
            filled.then(run.command("case", "next", shape["case"]), run.command("audit", "replay", shape["case"]))
            filled.then(run.command("picture", "show"), run.command("todo"))

    return data, page


def _by_procedure(run: Invocation, found: HistoryImport) -> list[dict[str, Any]]:
    """Gives what came of each procedure's rows, the most told first; a procedure nobody declared keeps its id."""
    declarations = run.wiring.declarations
    labels = {table.procedure.id: table.procedure.label for table in declarations.all()}
    return [
        {
            "procedure": procedure,
            "label": labels[procedure].text(run.language) if procedure in labels else procedure,
            "facts": tally.facts,
            "cases": tally.cases,
            "already_there": tally.already_there,
            "left_over": len(tally.left_over),
        }
        for procedure, tally in sorted(found.by_procedure.items(), key=lambda one: (-one[1].facts, one[0]))
    ]


def _summary(run: Invocation, data: dict[str, Any], taken: Place | None, page: Page) -> None:
    from cli.screen.page import Column

    words = run.words
    page.title(words("demo.title", path=data["db"]))
    if data["rehearsed"]:
        page.say(words("demo.rehearsed"))
    if taken is not None:
        page.say(words("demo.fresh", taken=taken), "warn")
    facts, cases = words.count("import.facts", data["facts"]), words.count("import.cases", data["cases"])
    page.say(words("demo.about", facts=facts, cases=cases))
    page.heading(words("demo.recorded"))
    columns = [
        Column("label", words("demo.column.procedure"), wrap=True),
        Column("facts", words("demo.column.facts"), right=True),
        Column("cases", words("demo.column.cases"), right=True),
    ]
    if data["left_over"]:
        columns.append(Column("left_over", words("demo.column.left_over"), right=True))
    page.table(columns, data["by_procedure"])
    if data["left_over"]:
        page.say(words("demo.left_over"), "quiet")
    made_up = data["made_up"]
    if made_up["facts"]:
        facts, cases = words.count("import.facts", made_up["facts"]), words.count("import.cases", made_up["cases"])
        page.say(words("demo.made_up", facts=facts, cases=cases), "warn")
