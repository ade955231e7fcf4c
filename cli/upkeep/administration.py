"""`init`, `db check`, `db upgrade` and `config`; what else `db` does stands in `database_verbs`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.frame.command import Noun, argument, command, option
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from store.place import Place

BROKEN = 7


@command(
    "init",
    about=Label(
        "Luo uuden lokin ja kertoo, missä se on; vain sinä voit lukea sen.",
        "Skapar en ny logg och säger var den finns; bara du kan läsa den.",
        "Makes a new log and says where it is; only you can read it.",
    ),
    more=Label(
        "Tuotantoon merkitty loki ei hyväksy syötettyä kelloa (--now), eikä merkintää voi perua.",
        "En logg som märkts för produktion godtar ingen inmatad klocka (--now), och märkningen kan inte tas bort.",
        "A log marked as production takes no injected clock (--now), and the mark is for good.",
    ),
    examples=("$ ohjaus init --db new.db", "$ ohjaus init --db registry.db --production"),
    writes=True,
)
@option(
    "--production", is_flag=True, about=Label("merkitsee tuotantoon", "märker för produktion", "marks it as production")
)
def init(run: Invocation, *, production: bool) -> None:
    """Makes a log."""
    from cli.rights.protecting import create_protected

    path = run.wiring.path
    # Before the key store is looked at: that of a log which stands there is no left-over.
    refuse_existing(path)
    in_a_file = isinstance(path, Path)
    data: dict[str, Any] = {
        "db": str(path.absolute()),
        "production": production,
        "mode": "0600" if in_a_file else None,
        "persons": str(run.wiring.persons.place.absolute()),
        "rehearsed": run.dry_run,
    }
    if run.dry_run:
        run.wiring.persons.refuse_left_over()
        data |= {"log_id": None, "created_at": None}
    else:
        if isinstance(path, Path):
            ensure_folder(path.parent)
        identity = create_protected(run.wiring, production=production)
        data |= {"log_id": identity.log_id, "created_at": identity.created_at}

    def page(filled: Page) -> None:
        words = run.words
        filled.title(words("init.would" if run.dry_run else "init.made", path=data["db"]))
        filled.say(words("init.mode" if in_a_file else "init.on_a_server"))
        filled.say(words("init.production" if production else "init.rehearsal"))
        filled.say(words("person.kept_at", path=data["persons"]))
        filled.then(
            run.command("procedure", "list"),
            run.command("import", "FILE"),
            *(() if in_a_file else (run.command("db", "init-roles"),)),
            run.command("doctor"),
        )

    run.out.thing(data, page)


def refuse_existing(place: Place) -> None:
    """Makes sure that nothing stands where a log is to be made.

    Raises:
        Refused: `log-exists`.
        Fault: the server does not let us look.
    """
    from engine.errors import Refused
    from store.place import is_taken

    # A link that leads nowhere, or to itself, stands there too.
    if is_taken(place) or (isinstance(place, Path) and os.path.lexists(place)):
        raise Refused("log-exists", f"There is something at {place} already.", details={"path": str(place)})


def ensure_folder(folder: Path) -> None:
    """Makes a folder for a log, readable by its owner only, if it is not there.

    Raises:
        Fault: the machine does not let us.
    """
    from engine.errors import Fault

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Fault(
            "cannot-create",
            f"The folder {folder} cannot be made: {error.strerror}.",
            try_next="name another place with --db",
            details={"path": str(folder)},
        ) from error


db = Noun(
    "db",
    about=Label(
        "Tietokannan tarkistus, päivitys, roolit ja kopiointi.",
        "Databasens kontroll, uppdatering, roller och kopiering.",
        "Database: check, upgrade, roles, copy.",
    ),
    examples=("$ ohjaus db check", "$ ohjaus db upgrade", "$ ohjaus db copy demo.db copy.db"),
)


@db.verb(
    "check",
    about=Label(
        "Kertoo skeeman version ja tarkistaa, että tiedosto on sellainen kuin sen pitää.",
        "Säger schemats version och kontrollerar att filen är som den ska.",
        "Tells the schema's revision and checks that the file is what it must be.",
    ),
    examples=("$ ohjaus db check", "$ ohjaus db check --format json"),
)
def db_check(run: Invocation) -> None:
    """Checks the schema of the log."""
    from contextlib import closing

    from cli.upkeep.replica import replica_shape, replica_text
    from store.integrity import check_schema, check_wal
    from store.migrate import EXPECTED_REVISION, applied, pending
    from store.place import open_place, seen_part
    from store.projections.standard import STANDARD

    path = run.wiring.path
    wal = check_wal(path).first_fault
    with closing(open_place(path, read_only=True)) as database:
        revision, todo = applied(database), pending(database)
        replica, part = replica_shape(database), seen_part(database)
        report = check_schema(database, STANDARD) if revision == EXPECTED_REVISION else None
    fault = wal or (report.first_fault if report else None)
    data = {
        "db": str(path.absolute()),
        "revision": revision,
        "expected": EXPECTED_REVISION,
        "pending": list(todo),
        "replica": replica,
        "ok": fault is None and revision == EXPECTED_REVISION,
        "first_fault": {"code": fault.code, "where": fault.where, "text": fault.text} if fault else None,
    }

    def page(filled: Page) -> None:
        words = run.words
        filled.title(words("db.fine" if data["ok"] else "db.not_fine", path=data["db"]))
        filled.field(words("db.revision"), revision)
        filled.field(words("db.expected"), EXPECTED_REVISION)
        if fault:
            filled.item(f"{fault.where}: {fault.text}  [{fault.code}]", tone="bad")
        if replica:
            filled.say(replica_text(words, replica))
        if todo:
            filled.field(words("db.pending"), ", ".join(todo), "warn")
            filled.then(run.command("db", "upgrade"))
        # Verifying needs the whole log, and is refused to a county's reader.
        filled.then(run.command("audit", "verify") if part is None else run.command("projection", "check"))

    run.out.thing(data, page)
    if fault is not None:
        raise click.exceptions.Exit(BROKEN)


@db.verb(
    "upgrade",
    about=Label(
        "Vie tietokannan tämän ohjelmaversion skeemaan.",
        "För databasen till den här programversionens schema.",
        "Brings the database to this version's schema.",
    ),
    examples=("$ ohjaus db upgrade", "$ ohjaus db upgrade --dry-run"),
    writes=True,
)
def db_upgrade(run: Invocation) -> None:
    """Applies what is pending."""
    from contextlib import closing, suppress

    from engine.errors import Refused
    from store.migrate import EXPECTED_REVISION, pending, upgrade
    from store.open_log import open_log
    from store.place import open_place

    path = run.wiring.path
    if run.dry_run:
        with closing(open_place(path, read_only=True)) as database:
            done = pending(database)
    else:
        done = upgrade(path)
        if done:
            # A projection that the new version brings along is made now, so that `audit verify` finds the log whole;
            # a login that may not make it leaves that to the next one that writes.
            with suppress(Refused), open_log(path, run.wiring.clock, run.wiring.projections):
                pass
    data = {"db": str(path.absolute()), "applied": list(done), "revision": EXPECTED_REVISION, "rehearsed": run.dry_run}

    def page(filled: Page) -> None:
        key = "db.nothing" if not done else "db.would_apply" if run.dry_run else "db.applied"
        filled.title(run.words(key, revisions=done, revision=EXPECTED_REVISION))
        filled.then(run.command("db", "check"))

    run.out.thing(data, page)


config = Noun(
    "config",
    about=Label(
        "Asetukset ja niiden alkuperä.", "Inställningarna och varifrån de kommer.", "Settings and their origin."
    ),
    examples=("$ ohjaus config show --origin", "$ ohjaus config set lang fi --dry-run"),
)


@config.verb(
    "show",
    about=Label("Näyttää asetukset.", "Visar inställningarna.", "Shows the settings."),
    more=Label(
        "Järjestys: valitsin, ympäristömuuttuja, hankkeen ohjaus.toml, käyttäjän ohjaus.toml.",
        "Ordning: alternativ, miljövariabel, projektets ohjaus.toml, användarens ohjaus.toml.",
        "Order: option, environment, the project's ohjaus.toml, the user's ohjaus.toml.",
    ),
    examples=("$ ohjaus config show", "$ ohjaus config show --origin --format json"),
)
@option(
    "--origin",
    is_flag=True,
    about=Label("myös mistä kukin tuli", "också varifrån var och en kom", "also where each came from"),
)
def config_show(run: Invocation, *, origin: bool) -> None:
    """Shows the settings."""
    from cli.frame.settings import VARIABLES
    from cli.screen.page import Column
    from store.postgres.address import told

    words = run.words
    rows: list[dict[str, Any]] = [
        {
            "name": one.name,
            "value": told(one.value) if one.name == "db" and one.value else one.value,
            "origin": one.origin,
            "where": one.where,
            "variable": VARIABLES.get(one.name),
        }
        for one in run.settings.all()
    ]
    columns = [Column("name", words("config.column.name")), Column("value", words("config.column.value"), wrap=True)]
    if origin:
        columns += [
            Column("origin", words("config.column.origin")),
            Column("where", words("config.column.where"), wrap=True),
        ]
    run.out.rows(
        rows,
        columns,
        empty="",
        also=("variable",),
        shown=lambda row: {**row, "origin": words(f"config.origin.{row['origin']}")},
        then=[run.command("config", "set", "lang", "fi")],
    )


@config.verb(
    "set",
    about=Label(
        "Kirjoittaa asetuksen käyttäjän tiedostoon, --project hankkeen tiedostoon.",
        "Skriver en inställning i användarens fil, med --project i projektets.",
        "Writes a setting to the user's file, or with --project to the project's.",
    ),
    examples=("$ ohjaus config set lang fi --dry-run", "$ ohjaus config set format json --project --dry-run"),
    writes=True,
)
@argument("name", metavar="NAME", about=Label("asetus", "inställningen", "the setting"))
@argument(
    "value", metavar="VALUE", about=Label("arvo; tyhjä poistaa", "värdet; tomt tar bort", "the value; empty removes it")
)
@option(
    "--project",
    is_flag=True,
    about=Label("hankkeen ohjaus.toml", "projektets ohjaus.toml", "the project's ohjaus.toml"),
)
def config_set(run: Invocation, *, name: str, value: str, project: bool) -> None:
    """Writes a setting."""
    from cli.frame.settings_file import settings_path, write_setting

    path = settings_path(run.settings, project=project)
    text = write_setting(path, name, value, keep=not run.dry_run)
    data = {"name": name, "value": value or None, "file": str(path), "rehearsed": run.dry_run}

    def page(filled: Page) -> None:
        filled.title(run.words("config.would" if run.dry_run else "config.written", path=path))
        for line in text.splitlines():
            filled.item(line, mark=" ")
        filled.then(run.command("config", "show", "--origin"))

    run.out.thing(data, page)
