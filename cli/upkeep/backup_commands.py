"""`db backup` and `db restore`: a verified copy made while others write, and putting it back."""

from __future__ import annotations

import shlex
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.audit.verify_commands import CHECKPOINTS, KEY
from cli.frame.command import argument, option
from cli.upkeep.administration import db
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from cli.upkeep.restoring import Plan


@db.verb(
    "backup",
    about=Label(
        "Kirjoittaa lokista varmuuskopion ja tarkistaa sen; muut voivat kirjata samaan aikaan.",
        "Skriver en säkerhetskopia av loggen och kontrollerar den; andra kan registrera under tiden.",
        "Writes a backup of the log and verifies it; others may go on recording meanwhile.",
    ),
    more=Label(
        "Kopiossa on kaikki, mikä oli kirjattu ennen sen alkua. Kansioon se saa nimen, josta loki ja kohta näkyvät. "
        "Tiedostoa ei saa kopioida muuten: osa siitä, mikä on kirjattu, on vielä WAL-tiedostossa sen vieressä. "
        "Palvelimella olevasta lokista --dump tekee vedoksen ohjelmalla pg_dump, myös tietoturvalokista, oikeuksista "
        "ja triggereistä; jokainen tapahtuma luetaan vedoksesta takaisin.",
        "Kopian innehåller allt som var registrerat innan den började. I en mapp får den ett namn som visar loggen och "
        "platsen. Filen ska inte kopieras på annat sätt: en del av det registrerade ligger ännu i WAL-filen bredvid. "
        "Av en logg på en server gör --dump en dump med programmet pg_dump, också av säkerhetsloggen, rättigheterna "
        "och triggrarna; varje händelse läses tillbaka ur dumpen.",
        "The copy holds everything that was recorded before it began. In a folder it gets a name that tells the log "
        "and the position. Do not copy the file in any other way: a part of what was recorded is still in the WAL "
        "beside it. Of a log on a server --dump makes a dump by the program pg_dump, of the security log, privileges "
        "and triggers too; each event is read back from it.",
    ),
    examples=("$ ohjaus db backup --out backup.db", "$ ohjaus db backup --out backups/ --format json"),
)
@option(
    "--out",
    required=True,
    metavar="FILE|DIR/",
    about=Label("tiedosto tai kansio", "fil eller mapp", "the file, or a folder"),
)
@option(
    "--with-persons",
    is_flag=True,
    about=Label(
        "myös henkilöiden avainvarasto, tiedostoon kopion viereen",
        "också personernas nyckellager, i en fil bredvid kopian",
        "the key store of persons as well, in a file beside the copy",
    ),
)
@option(
    "--dump",
    "as_dump",
    is_flag=True,
    about=Label("palvelimen oma vedos (pg_dump)", "serverns egen dump (pg_dump)", "the server's own dump (pg_dump)"),
)
def backup(run: Invocation, *, out: str, with_persons: bool, as_dump: bool) -> None:
    """Writes a backup."""
    from cli.rights.carrying import back_up_persons
    from cli.rights.whole import ensure_seen_whole, note_taken
    from cli.upkeep.administration import ensure_folder
    from cli.upkeep.dumps import dump, ensure_possible
    from cli.upkeep.restoring import backup_shape
    from store.backup import back_up, refuse_existing

    target, place, stated = Path(out), run.wiring.path, str(run.settings.get("db").value)
    ensure_seen_whole(run, place, stated)
    if with_persons:
        _ensure_names(run, target, as_dump=as_dump)
    if as_dump:
        ensure_possible(run, target)
    if not target.is_dir():
        refuse_existing(target)
    if run.dry_run:
        with run.record() as record:
            position = record.log.head().position
        data: dict[str, Any] = {"file": str(target.absolute()), "position": position}
    else:
        ensure_folder(target if out.endswith("/") else target.absolute().parent)
        note_taken(run, place, stated)
        found = dump(run, target) if as_dump else back_up(place, target, run.wiring.clock, run.wiring.projections)
        run.log("backup made", file=str(found.path), log=found.identity.log_id, position=found.head.position)
        data = backup_shape(found)
    data |= {"form": "dump" if as_dump else "log", "verified": not run.dry_run, "rehearsed": run.dry_run}
    data["persons"] = back_up_persons(run, Path(data["file"]), wanted=with_persons)

    run.out.thing(data, lambda page: _backup_page(run, data, page))


def _backup_page(run: Invocation, data: dict[str, Any], page: Page) -> None:
    from store.place import Server

    words, is_dump = run.words, data["form"] == "dump"
    page.title(words("upkeep.backup.would" if run.dry_run else "upkeep.backup.made", path=data["file"]))
    if run.dry_run:
        page.field(words("upkeep.backup.position"), str(data["position"]))
        return
    for name in ("log_id", "position", "head", "root", "newest_at", "sha256"):
        page.field(words(f"upkeep.backup.{name}"), _told(run, name, data[name]))
    verified = "verified" if data["projections_checked"] else "verified_older"
    page.say(words(f"upkeep.backup.{'verified_dump' if is_dump else verified}"))
    page.say(words("upkeep.backup.elsewhere"))
    if data["persons"]["kept"]:
        key = "with" if data["persons"]["to"] else "without"
        page.say(words(f"person.backup.{key}", path=data["persons"]["to"] or data["persons"]["from"]), "warn")
    if isinstance(run.wiring.path, Server):
        page.say(words("upkeep.backup.roles" if is_dump else "upkeep.backup.server"))
    tried = (
        ("db", "restore", data["file"], "--db", "TRIED.db") if is_dump else ("audit", "verify", "--db", data["file"])
    )
    page.then(shlex.join(("ohjaus", *tried)), run.command("audit", "checkpoint", "--out", "DIR"))


def _told(run: Invocation, name: str, value: object) -> str:
    from cli.audit.telling import written_moment

    return written_moment(run, str(value)) if name == "newest_at" and value else str(value or "–")


def _ensure_names(run: Invocation, target: Path, *, as_dump: bool) -> None:
    """Looks before a backup is made whether the key store can be read, and that none lies where its copy is to be.

    Raises:
        Refused: `persons-exist`; `database-rights`, this login may not read it.
    """
    from engine.errors import Refused
    from store.personal.file import beside
    from store.personal.keeping import taken
    from store.personal.place import is_kept, open_kept

    if not target.is_dir() and beside(target).exists():
        raise taken(str(beside(target)))
    kept = run.wiring.persons.place
    try:
        if is_kept(kept):
            open_kept(kept, read_only=True).close()
    except Refused as error:
        if error.code == "database-rights":
            error.try_next = run.command("db", "backup", *(("--dump",) if as_dump else ()), "--out", target)
        raise


@db.verb(
    "restore",
    about=Label(
        "Palauttaa varmuuskopion lokin paikalle ja kertoo ensin, mitä siinä menetettäisiin.",
        "Återställer en säkerhetskopia i loggens ställe och säger först vad som skulle gå förlorat.",
        "Puts a backup in the place of the log, and says first what that would lose.",
    ),
    more=Label(
        "Kopio tarkistetaan, ja sitä verrataan paikalla olevaan lokiin, annettuihin tarkistuspisteisiin ja siihen, "
        "mitä omat avaimet ovat viimeksi allekirjoittaneet. Jos jotakin menetettäisiin, kysytään lokin tunnusta; ilman "
        "päätettä tarvitaan --yes. Mitä paikalla oli, jää sen viereen.",
        "Kopian kontrolleras och jämförs med loggen på platsen, de givna kontrollpunkterna och det som egna nycklar "
        "senast undertecknat. Om något skulle gå förlorat frågas efter loggens id; utan terminal behövs --yes. Det som "
        "fanns på platsen blir kvar bredvid.",
        "The backup is verified and held against the log that stands there, the checkpoints that are given, and what "
        "keys of your own signed last. If anything would be lost, the id of the log is asked for; without a terminal "
        "it takes --yes. What stood there is kept beside it.",
    ),
    examples=(
        "$ ohjaus db backup --out kept.db",
        "$ ohjaus db restore kept.db --dry-run",
        "$ ohjaus db restore kept.db --db again.db",
    ),
    writes=True,
)
@argument(
    "file",
    metavar="FILE",
    about=Label("varmuuskopio tai vedos", "säkerhetskopian eller dumpen", "the backup, or a dump"),
)
@option("--checkpoints", metavar="DIR", multiple=True, about=CHECKPOINTS)
@option("--key", "keys", metavar="VKEY", multiple=True, about=KEY)
def restore(run: Invocation, *, file: str, checkpoints: tuple[str, ...], keys: tuple[str, ...]) -> None:
    """Restores a backup."""
    from cli.rights.carrying import bring_back
    from cli.upkeep.administration import ensure_folder
    from cli.upkeep.dumps import as_a_log, refuse_on_server
    from cli.upkeep.restoring import ensure_agreed, plan
    from store.restore import restore as put_back

    target = run.wiring.path
    if not isinstance(target, Path):
        raise refuse_on_server(Path(file))
    given = Path(file)
    with as_a_log(run, given, target) as source:
        found = plan(run, source, target, checkpoints, keys, given=given)
        restored = None
        if not run.dry_run:
            ensure_agreed(run, found)
            ensure_folder(target.absolute().parent)
            now = run.wiring.clock.now().astimezone(UTC)
            restored = put_back(
                found.backup,
                target,
                found.standing,
                clock=run.wiring.clock,
                projections=run.wiring.projections,
                aside=f"replaced-{now:%Y%m%dT%H%M%SZ}",
                production=found.production,
            )
            run.log("backup restored", log=found.backup.identity.log_id, position=found.backup.head.position)
    data = {**found.as_data(restored, rehearsed=run.dry_run), "persons": bring_back(run, given)}
    run.out.thing(data, lambda page: _restore_page(run, found, data, page))


def _restore_page(run: Invocation, found: Plan, data: dict[str, Any], page: Page) -> None:
    from cli.upkeep.restoring import losses

    words = run.words
    title = "would" if run.dry_run else "done"
    page.title(words(f"upkeep.restore.{title}", path=data["target"]["db"], position=data["backup"]["position"]))
    for name in ("log_id", "position", "root", "newest_at"):
        page.field(words(f"upkeep.backup.{name}"), _told(run, name, data["backup"][name]))
    for line in losses(run, found):
        page.item(line, mark="!", tone="warn")
    if not found.loses:
        page.item(words(f"upkeep.restore.nothing_{'absent' if found.standing.state == 'absent' else 'lost'}"))
    if found.checkpoints == 0:
        page.say(words("upkeep.restore.no_checkpoints"))
    if data["kept"]:
        page.field(words("upkeep.restore.kept"), data["kept"])
    if data["persons"]["outcome"] in ("carried", "would", "lacking"):
        page.say(words(f"person.restore.{data['persons']['outcome']}", path=data["persons"]["to"]), "warn")
    if data["restored"] and found.loses:
        page.say(words("upkeep.restore.new_key"))
    if data["restored"] and not found.backup.judged:
        page.then(run.command("db", "upgrade"))
    page.then(run.command("audit", "verify"))
