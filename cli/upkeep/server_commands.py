"""`db init-roles` and `db copy`: a log on a server, and the way there and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.frame.command import argument, option
from cli.upkeep.administration import db, ensure_folder
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from store.place import Place


@db.verb(
    "init-roles",
    about=Label(
        "Näyttää palvelimella olevan lokin roolit, valitsimella --yes myös tekee ne.",
        "Visar rollerna för en logg på en server, med --yes görs de också.",
        "Prints the roles of a log on a server, with --yes makes them as well.",
    ),
    more=Label(
        "Omistaja, johon kukaan ei kirjaudu; sovellus, joka vain lisää lokiin; tarkastaja, joka lukee; ja alueen "
        "lukija, joka näkee vain oman alueensa tapaukset. Ylläpitäjä antaa roolit kirjautujille (GRANT).",
        "Ägaren, som ingen loggar in som; applikationen, som bara lägger till; revisorn, som läser; och områdets "
        "läsare, som ser bara sitt områdes ärenden. Administratören ger rollerna åt dem som loggar in (GRANT).",
        "The owner, with which nobody logs in; the application, which only adds; the auditor, who reads; and the "
        "county reader, who sees the cases of one county. An administrator gives them to logins (GRANT).",
    ),
    examples=("$ ohjaus db init-roles", "$ ohjaus db init-roles --county 15 --format json"),
    writes=True,
)
@option(
    "--county",
    "counties",
    multiple=True,
    metavar="CODE",
    about=Label("alueen lukijan rooli", "rollen för ett områdes läsare", "the role of a county's readers"),
)
def init_roles(run: Invocation, *, counties: tuple[str, ...]) -> None:
    """Prints the roles, and makes them."""
    from contextlib import closing

    from cli.rights.carrying import hand_over_persons
    from engine.errors import Refused
    from store.place import Server, open_roles, role_statements

    place, subjects = run.wiring.path, [run.wiring.directory.by_code(code).code for code in counties]
    made = bool(run.given.get("yes")) and not run.dry_run
    if made and not isinstance(place, Server):
        raise Refused(
            "roles-in-a-file",
            "A log in a file has no roles: whoever may read the file reads all of it.",
            try_next="ohjaus --db postgresql://USER@HOST/DATABASE db init-roles",
        )
    if isinstance(place, Server):
        with closing(open_roles(place, subjects)) as roles:
            statements = roles.apply() if made else roles.statements
        if made:
            hand_over_persons(run)
    else:
        statements = role_statements(subjects, run.wiring.projections)
    data = {"db": str(place.absolute()), "statements": list(statements), "applied": made}

    def page(filled: Page) -> None:
        filled.title(run.words("db.roles_made" if made else "db.roles", path=data["db"]))
        if made:
            filled.say(run.words.count("db.roles_count", len(statements)))
        else:
            for statement in statements:
                filled.item(f"{statement};", mark=" ")
        if not made and isinstance(place, Server):
            filled.then(run.command("db", "init-roles", "--yes"))
        filled.then(run.command("db", "check"))

    run.out.thing(data, page)


@db.verb(
    "copy",
    about=Label(
        "Vie lokin tiedostosta palvelimelle tai takaisin; tunnus, järjestys ja tiivisteet pysyvät samoina.",
        "För en logg från en fil till en server eller tillbaka; identitet, ordning och hashvärden är desamma.",
        "Carries a log from a file to a server or back; identity, order and hashes stay the same.",
    ),
    more=Label(
        "Kohteessa ei saa olla mitään. Kopio luetaan ja tarkistetaan kokonaan ennen kuin se on valmis.",
        "I målet får inget finnas. Kopian läses och kontrolleras som helhet innan den är klar.",
        "Nothing may stand at the target. The copy is read and checked as a whole before it is done.",
    ),
    examples=("$ ohjaus db copy demo.db copy.db", "$ ohjaus db copy demo.db another.db --dry-run --format json"),
    writes=True,
)
@argument("source", metavar="FROM", about=Label("mistä", "varifrån", "from where"))
@argument("target", metavar="TO", about=Label("minne", "vart", "to where"))
@option(
    "--without-persons",
    is_flag=True,
    about=Label("ilman avainvarastoa", "utan nyckellagret", "without the key store of persons"),
)
def copy(run: Invocation, *, source: str, target: str, without_persons: bool) -> None:
    """Copies a log.

    Raises:
        Refused: `part-only`; `log-exists`; `database-rights`, the names may not be read, and no copy was made.
    """
    from cli.rights.carrying import carry_along
    from cli.rights.whole import ensure_seen_whole
    from cli.upkeep.administration import refuse_existing
    from cli.wiring import database_path
    from store.copying import copy_log
    from store.open_log import open_log
    from store.postgres.address import told

    here, there = database_path(source), database_path(target)
    ensure_seen_whole(run, here, source)
    clock, projections = run.wiring.clock, run.wiring.projections
    with open_log(here, clock, projections, read_only=True) as opened:
        opened.database.ensure_whole()
        refuse_existing(there)
        if not without_persons:
            _ensure_names_readable(run, here, run.command("db", "copy", told(source), told(target)))
        data: dict[str, Any] = {"from": str(here.absolute()), "to": str(there.absolute()), "rehearsed": run.dry_run}
        if run.dry_run:
            head = opened.log.head()
            data |= {"log": opened.identity.log_id, "events": head.position, "head": head.hash, "root": None}
        else:
            if isinstance(there, Path):
                ensure_folder(there.parent)
            copied = copy_log(opened.log, there, clock, projections)
            data |= {
                "log": copied.identity.log_id,
                "events": copied.events,
                "head": copied.head,
                "root": copied.root,
            }
        data["persons"] = carry_along(run, here, there, without=without_persons)

    def page(filled: Page) -> None:
        words = run.words
        filled.title(words("db.would_copy" if run.dry_run else "db.copied", target=data["to"], events=data["events"]))
        filled.field(words("db.log"), data["log"])
        filled.field(words("db.head"), data["head"])
        if data["root"]:
            filled.field(words("db.root"), data["root"])
        filled.say(words("db.two_logs"))
        if data["persons"]["kept"]:
            filled.say(words(f"person.copy.{data['persons']['outcome']}", path=data["persons"]["to"]), "warn")
        filled.then(f"ohjaus --db {data['to']} audit verify")

    run.out.thing(data, page)


def _ensure_names_readable(run: Invocation, here: Place, again: str) -> None:
    """Looks before anything is copied whether the key store can be: no copy without it is to be left by mistake.

    Raises:
        Refused: `database-rights`, an auditor or a county's reader may copy the log `again` without it.
    """
    from contextlib import closing

    from engine.errors import Refused
    from store.personal.place import is_kept, open_kept, persons_place

    kept = run.wiring.persons.place if here == run.wiring.path else persons_place(here, None)
    try:
        if is_kept(kept):
            with closing(open_kept(kept, read_only=True)):
                return
    except Refused as error:
        if error.code == "database-rights":
            error.try_next = f"{again} --without-persons"
        raise
