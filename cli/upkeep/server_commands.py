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
    from store.open_log import OpenLog
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
        with closing(open_roles(place, subjects, run.wiring.projections)) as roles:
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
            stated = [word for code in counties for word in ("--county", code)]
            filled.then(run.command("db", "init-roles", *stated, "--yes"))
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
        "Kohteessa ei saa olla lokia. Henkilöt viedään ensin, loki sitten, ja kopio luetaan ja tarkistetaan kokonaan. "
        "Jos kopiointi katkeaa, sama komento jatkaa siitä, mitä ehdittiin.",
        "I målet får ingen logg finnas. Personerna förs först, sedan loggen, och kopian läses och kontrolleras som "
        "helhet. Om kopieringen avbryts fortsätter samma kommando där den slutade.",
        "No log may stand at the target. The persons are carried first, then the log, and the copy is read and checked "
        "as a whole. If it is cut off, the same command goes on from there.",
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
        Refused: `part-only`, `secrets-in-whole`, `taking-not-noted`; `log-exists`; `persons-exist`, the key store of
            another log stands there; `database-rights`, the names may not be read, and no copy was made.
    """
    from cli.rights.whole import ensure_seen_whole, note_taken
    from cli.wiring import database_path
    from engine.errors import Refused
    from store.open_log import open_log
    from store.personal.place import persons_place, refuse_other
    from store.place import Server
    from store.postgres.address import told

    here, there = database_path(source), database_path(target)
    ensure_seen_whole(run, here, source)
    with open_log(here, run.wiring.clock, run.wiring.projections, read_only=True) as opened:
        opened.database.ensure_whole()
        _ensure_free(run, opened, source, there, without=without_persons)
        if not without_persons:
            _ensure_names_readable(run, here, run.command("db", "copy", told(source), told(target)))
        try:
            # Without its names as well: where those of another log stand, nobody could write on the copy.
            refuse_other(persons_place(there, None), opened.identity.log_id)
        except Refused as error:
            if not without_persons or error.code != "database-rights":
                raise
        if not run.dry_run:
            note_taken(run, here, source)
        data = _copied(run, opened, here, there, without=without_persons)

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
        # Until the roles stand there, checkpoints of a server where they did contradict the copy.
        roles = [f"ohjaus --db {data['to']} db init-roles --yes"] if isinstance(there, Server) else []
        filled.then(*roles, f"ohjaus --db {data['to']} audit verify")

    run.out.thing(data, page)


def _copied(run: Invocation, opened: OpenLog, here: Place, there: Place, *, without: bool) -> dict[str, Any]:
    """Copies the log and its names, or looks what would be copied, and says what came of it."""
    from cli.rights.carrying import carry_along
    from store.copying import copy_log

    data: dict[str, Any] = {"from": str(here.absolute()), "to": str(there.absolute()), "rehearsed": run.dry_run}

    def with_names() -> None:
        data["persons"] = carry_along(run, here, there, without=without)

    if run.dry_run:
        with_names()
        head = opened.log.head()
        return data | {"log": opened.identity.log_id, "events": head.position, "head": head.hash, "root": None}
    if isinstance(there, Path):
        ensure_folder(there.parent)
    # The names first: a log that stood there without them would be written on only with new ones.
    copied = copy_log(opened.log, there, run.wiring.clock, run.wiring.projections, beforehand=with_names)
    return data | {
        "log": copied.identity.log_id,
        "events": copied.events,
        "head": copied.head,
        "root": copied.root,
    }


def _ensure_free(run: Invocation, opened: OpenLog, source: str, there: Place, *, without: bool) -> None:
    """Makes sure that no log stands at the target but a copy of this one that is not finished.

    Raises:
        Refused: `log-exists`; `copy-outdated`, the log has gone on since what stands there was copied.
    """
    from cli.upkeep.administration import refuse_existing
    from cli.wiring import database_path
    from engine.errors import Refused
    from store.copying import begun, earlier_copy, is_finished
    from store.personal.place import is_kept, persons_place
    from store.place import Server
    from store.postgres.address import told

    here, clock, projections = database_path(source), run.wiring.clock, run.wiring.projections
    if isinstance(there, Server) and there != here and begun(opened.log, there, clock, projections):
        kept = run.wiring.persons.place if here == run.wiring.path else persons_place(here, None)
        lacks_names = not without and is_kept(kept) and not is_kept(persons_place(there, None))
        if lacks_names or not is_finished(there, clock, projections):
            return
    position = earlier_copy(opened.log, there, clock, projections) if isinstance(there, Server) else None
    if position is not None:
        raise Refused(
            "copy-outdated",
            f"{there} holds a copy of this log that ends with event {position}. The log has gone on, and copying adds "
            "nothing to a copy that stands. It was left as it is; copy to a database that holds nothing.",
            try_next=f"ohjaus db copy {told(source)} postgresql://USER@HOST/DATABASE",
            details={"path": str(there), "position": position},
        )
    refuse_existing(there)


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
