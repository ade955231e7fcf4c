"""The noun `person`: who stands behind the references of a log, protecting them, and erasing one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cli.frame.command import Noun, argument, option
from cli.rights.person_words import (
    ABOUT,
    CHECK,
    DESCRIBE,
    ERASE,
    GROUND,
    LIST,
    NEW_STORE,
    PERSON,
    PROTECT,
    REASON,
    SHOW,
    Said,
)
from engine.law import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cli.frame.invocation import Invocation
    from cli.screen.page import Page

_F = TypeVar("_F", bound=Callable[..., Any])

BROKEN = 7
GROUNDS = ("not_necessary", "consent_withdrawn", "objected", "unlawful", "legal_obligation")

person = Noun("person", about=ABOUT.about, examples=ABOUT.examples)


def _verb(name: str, said: Said, *, writes: bool = False) -> Callable[[_F], _F]:
    return person.verb(name, about=said.about, more=said.more, examples=said.examples, writes=writes)


@_verb("list", LIST)
def list_persons(run: Invocation) -> None:
    """Lists persons."""
    from cli.rights.erasing import unprotected
    from cli.rights.in_name_of import ensure_for_nobody
    from cli.rights.person_reading import listed
    from cli.rights.persons import refuse_missing
    from cli.screen.page import Column

    ensure_for_nobody(run)
    with run.record() as record:
        if not record.wiring.persons.protected:
            refuse_missing(record.opened)
            raise unprotected()
        rows = listed(record)
    words = run.words

    def shown(row: Mapping[str, object]) -> Mapping[str, object]:
        gone = words("person.erased_on", at=_told(run, row["erased_at"])) if row["person"] is None else ""
        since = _told(run, row["created_at"])
        return {**row, "name": row["name"] or row["person"] or gone, "created_at": since}

    run.out.rows(
        rows,
        [
            Column("reference", words("person.column.reference")),
            Column("name", words("person.column.name"), wrap=True),
            Column("identity", words("person.column.identity")),
            Column("created_at", words("person.column.created_at")),
        ],
        empty=words("person.nobody"),
        also=("person", "contact", "erased_at"),
        shown=shown,
        then=[run.command("person", "show", rows[0]["reference"])] if rows else [],
    )


def _told(run: Invocation, at: object) -> str:
    """Gives an instant as people read it; nothing where none is known."""
    from datetime import datetime

    from cli.audit.telling import moment

    return moment(run, datetime.fromisoformat(str(at))) if at else ""


@_verb("show", SHOW)
@argument("stated", metavar="PERSON", about=PERSON)
def show(run: Invocation, *, stated: str) -> None:
    """Shows a person."""
    from cli.rights.erasing import erased_before, person_of
    from cli.rights.person_reading import person_shape, traces_of

    with run.record() as record:
        before = erased_before(record, stated)
        if before is not None:
            empty = dict.fromkeys(("person", "name", "identity", "contact", "created_at"))
            shape: dict[str, Any] = {"reference": before.reference, **empty, "erased_at": before.at}
            texts = [before.reference]
        else:
            found = person_of(record, stated, shown=True)
            shape, texts = person_shape(found), [found.reference, found.about.person]
        traces = traces_of(record, texts)
    shape |= {
        "events": traces.events,
        "mentions": traces.mentions,
        "cases": sorted(traces.cases),
        "first_at": traces.first_at,
        "last_at": traces.last_at,
    }

    def page(filled: Page) -> None:
        words = run.words
        gone = words("person.erased", reference=shape["reference"])
        filled.title(shape["name"] or shape["person"] or gone)
        for name in ("reference", "person", "identity", "contact", "created_at", "erased_at", "first_at", "last_at"):
            if shape[name]:
                told = _told(run, shape[name]) if name.endswith("_at") else str(shape[name])
                filled.field(words(f"person.column.{name}"), told)
        filled.field(words("person.column.events"), str(shape["events"]))
        filled.field(words("person.column.mentions"), str(shape["mentions"]))
        for case_id in shape["cases"]:
            filled.item(case_id)
        filled.then(run.command("person", "list"))

    run.out.thing(shape, page)


@_verb("describe", DESCRIBE, writes=True)
@argument("stated", metavar="PERSON", about=PERSON)
@option(
    "--name", metavar="TEXT", about=Label("nimi; tyhjä poistaa", "namn; tomt tar bort", "the name; empty removes it")
)
@option(
    "--contact",
    metavar="TEXT",
    about=Label("yhteystieto; tyhjä poistaa", "kontakt; tomt tar bort", "how to reach; empty removes it"),
)
def describe(run: Invocation, *, stated: str, name: str | None, contact: str | None) -> None:
    """Notes a name and a contact."""
    from cli.rights.describing import ensure_may_describe
    from cli.rights.erasing import person_of
    from cli.rights.person_reading import person_shape

    with run.record(write=True) as record:
        found = person_of(record, stated)
        ensure_may_describe(record, found.reference, named=name is not None)
        if not run.dry_run:
            with record.wiring.persons.register() as register:
                found = register.describe(found.reference, name=name, contact=contact)
    data = {**person_shape(found), "rehearsed": run.dry_run}

    def page(filled: Page) -> None:
        filled.title(run.words("person.described", reference=found.reference))
        filled.then(run.command("person", "show", found.reference))

    run.out.thing(data, page)


@_verb("protect", PROTECT, writes=True)
@option("--new-store", is_flag=True, about=NEW_STORE)
def protect(run: Invocation, *, new_store: bool) -> None:
    """Begins to protect persons."""
    from cli.rights.protecting import protect as protected

    done = protected(run, new_store=new_store)
    data = {
        "persons": str(run.wiring.persons.place.absolute()),
        "replaced": done.replaced,
        "earlier_names": done.earlier_names,
        "position": done.position,
        "rehearsed": run.dry_run,
    }

    def page(filled: Page) -> None:
        words = run.words
        filled.title(words("person.would_protect" if run.dry_run else "person.protected", path=data["persons"]))
        if done.earlier_names:
            filled.say(words("person.earlier_names"), "warn")
        if done.replaced:
            filled.say(words("person.replaced"), "warn")
        filled.say(words("person.keep_apart"))
        filled.then(run.command("person", "check"))

    run.out.thing(data, page)


@_verb("check", CHECK)
def check(run: Invocation) -> None:
    """Checks the key store."""
    from cli.rights.person_reading import checked

    with run.record() as record:
        found = checked(record)
        place = str(record.wiring.persons.place.absolute())
    data = {
        "persons": place,
        "protected": found.protected,
        "kept": found.kept,
        "erased": found.erased,
        "references": found.references,
        "unknown": list(found.unknown),
        "lost": list(found.lost),
        "names": found.names,
        "broken": [{"reference": one.reference, "why": one.why.text(run.language)} for one in found.broken],
        "ok": found.ok,
    }

    def page(filled: Page) -> None:
        words = run.words
        key = "sound" if found.ok and found.protected else "no_store" if not found.protected else "unsound"
        filled.title(words(f"person.{key}", path=place))
        for name in ("kept", "erased", "references"):
            filled.field(words(f"person.check.{name}"), str(data[name]))
        if found.unknown:
            filled.say(words("person.check.unknown", count=len(found.unknown)), "warn")
        if found.names:
            filled.say(words("person.check.names", count=found.names), "warn")
        for lost in found.lost:
            filled.item(f"{lost}: {words('person.check.lost')}", mark="!", tone="bad")
        for one in found.broken:
            filled.item(f"{one.reference}: {one.why.text(run.language)}", mark="!", tone="bad")
        filled.then(run.command("person", "list" if found.protected else "protect"))

    run.out.thing(data, page)
    if not found.ok:
        raise click.exceptions.Exit(BROKEN)


@_verb("erase", ERASE, writes=True)
@argument("stated", metavar="PERSON", about=PERSON)
@option("--ground", required=True, type=click.Choice(GROUNDS), about=GROUND)
@option("--reason", required=True, metavar="TEXT", about=REASON)
@option("--on", metavar="DATE", about=Label("päivä; tänään", "dag; i dag", "the day; today if left out"))
@option(
    "--command-id",
    metavar="ID",
    about=Label(
        "kirjauksen tunnus; sama tunnus uudelleen ei kirjaa toista kertaa",
        "registreringens id; samma id igen registrerar inte en gång till",
        "id of this recording; the same id again records nothing more",
    ),
)
def erase(run: Invocation, *, stated: str, ground: str, reason: str, on: str | None, command_id: str | None) -> None:
    """Erases a person."""
    from cli.frame.clocks import parse_day
    from cli.rights.erasing import Erased, Wish, ensure_may_erase, whom_to_erase
    from cli.rights.erasing import erase as erased

    with run.record(write=True) as record:
        day = parse_day(on, "--on") if on else run.wiring.clock.today()
        done = whom_to_erase(record, stated, command_id)
        if not isinstance(done, Erased):
            found = done
            wish = Wish(ground=ground, reason=reason, on=day, command_id=command_id)
            ensure_may_erase(run, record, found, wish)
            run.confirm(run.words("person.confirm", name=found.name, reference=found.reference))
            done = erased(run, record, found, wish)
        today = run.wiring.clock.today()
        left = [one.grant_id for one in record.opened.grants.of(done.reference) if one.in_force(today)]
        every = record.opened.grants.every()
        to_act = [one.grant_id for one in every if one.principal == done.reference and one.in_force(today)]
    run.log("person erased", reference=done.reference, position=done.position, before=done.before)
    data = {
        "reference": done.reference,
        "erased_at": done.at,
        "position": done.position,
        "replayed": done.before,
        "rehearsed": run.dry_run,
    }

    def page(filled: Page) -> None:
        words = run.words
        key = "before" if done.before else "would_erase" if run.dry_run else "done"
        filled.title(words(f"person.{key}", reference=done.reference))
        would = "_would" if run.dry_run and not done.before else ""
        filled.say(words(f"person.duty{would}"))
        filled.say(words(f"person.copies{would}"), "warn")
        if left and not run.dry_run:
            filled.say(words.count("person.rights_left", len(left), grants=", ".join(left)), "warn")
        if to_act and not run.dry_run:
            filled.say(words.count("person.rights_to_act", len(to_act), grants=", ".join(to_act)), "warn")
        filled.then(run.command("person", "check"), run.command("audit", "verify"))

    run.out.thing(data, page)
