"""`grant list`, `grant show` and `grant check`: who holds which right, and whether it would cover an act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.frame.command import argument, option
from cli.rights.grant_noun import grant
from cli.rights.grant_shape import described, holder_of, is_shown, name_of, principal_of, shape
from cli.rights.of_nobody import in_force
from engine.law import Label

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from cli.frame.invocation import Invocation
    from cli.screen.page import Page

PERSON = option("--person", metavar="PERSON", about=Label("kenen", "vems", "whose"))


@grant.verb(
    "list",
    about=Label(
        "Luettelee oikeudet, joita ei ole peruutettu.",
        "Räknar upp de behörigheter som inte återkallats.",
        "Lists the rights that were not revoked.",
    ),
    more=Label(
        "Muiden oikeudet näkee, kenelle niiden asiat kuuluvat: ei se, jolla on vain jonkin alueen oikeuksia.",
        "Andras behörigheter ser den som får se deras ärenden: inte den som endast har ett områdes behörigheter.",
        "Others' rights are shown to whoever may see their cases: not to those who only have rights of a county.",
    ),
    examples=("$ ohjaus grant list", "$ ohjaus grant list --mine --format json"),
)
@PERSON
@option("--mine", is_flag=True, about=Label("vain omat", "endast mina", "mine only"))
@option("--role", metavar="ROLE", about=Label("vain tämä rooli", "endast denna roll", "this role only"))
def list_grants(run: Invocation, *, person: str | None, mine: bool, role: str | None) -> None:
    """Lists rights."""
    from cli.rights.in_name_of import ensure_for_nobody
    from cli.screen.page import Column

    ensure_for_nobody(run)
    words = run.words
    with run.record() as record:
        sought = frozenset({run.reader.person}) if mine else None
        if person is not None:
            sought = run.wiring.persons.sought(person)
        today = run.wiring.clock.today()
        every = tuple(record.opened.grants.every())
        seen = [one for one in every if is_shown(run, record, one)]
        found = [one for one in seen if sought is None or one.person in sought]
        persons, fitting = run.wiring.persons, [one for one in found if role in (None, one.role)]
        rows = [shape(run, one) | {"in_force": in_force(persons, one, today)} for one in fitting]
        on = record.opened.grants.enabled() is not None
    # Counted over all of them: how many there are in one person's name or in one role would tell of the hidden ones.
    hidden = 0 if mine else len(every) - len(seen)
    if hidden and run.out.for_people:
        run.out.hint(words.count("rights.hidden", hidden))
    run.out.rows(
        rows,
        [
            Column("grant", words("rights.grant")),
            Column("person_label", words("rights.person"), wrap=True),
            Column("role", words("rights.role"), wrap=True),
            Column("organisation", words("rights.organisation")),
            Column("procedure", words("rights.procedure")),
            Column("valid_from", words("rights.since"), date=True),
            Column("valid_until", words("rights.until"), date=True),
            Column("standing", words("rights.standing"), wrap=True),
        ],
        empty=words("rights.none" if on else "rights.off"),
        also=("may_delegate", "reads_secret", "principal", "principal_name", "of_nobody"),
        then=[run.command("grant", "show", one) for one in dict.fromkeys(str(row["grant"]) for row in rows[:2])],
        shown=lambda item: {
            **item,
            "person_label": holder_of(run, item),
            "role": _role(run, item),
            "standing": _standing(run, item, today),
        },
    )


@grant.verb(
    "show",
    about=Label(
        "Näyttää oikeuden: kenellä, mihin, kuka antoi ja kuka peruutti.",
        "Visar en behörighet: vem har den, till vad, vem beviljade och vem återkallade.",
        "Shows a right: who has it, to what, who gave it and who took it back.",
    ),
    examples=("$ ohjaus grant show grant-fi-2026  # exit 3",),
)
@argument("grant_id", metavar="GRANT", about=Label("oikeuden tunnus", "behörighetens id", "the right's id"))
def show_grant(run: Invocation, grant_id: str) -> None:
    """Shows a right."""
    from cli.case.refs import written
    from cli.rights.granting import grant_unknown
    from engine.rights_events import ENABLING, GRANTING, given_by

    case_id = written(grant_id)
    with run.record() as record:
        events = record.opened.log.stream(case_id)
        if events and (events[0].opening is None or events[0].opening.procedure not in (ENABLING, GRANTING)):
            raise grant_unknown(case_id)
        # A server hides the events of rights from a county's reader, and not the table of rights.
        kept = tuple(one for one in record.opened.grants.every() if one.grant_id == case_id)
        given = tuple(given_by(events[0])) if events else kept
        if not given:
            raise grant_unknown(case_id)
        if not any(is_shown(run, record, one) for one in given):
            raise grant_unknown(case_id, hidden=True)
        held = {one.person for one in kept}
        today, persons = run.wiring.clock.today(), run.wiring.persons
        grants = [
            shape(run, one)
            | {"in_force": one.person in held and in_force(persons, one, today), "revoked": one.person not in held}
            for one in given
        ]
        history = [
            {
                "version": event.version,
                "type": event.type,
                "on": event.effective_on.isoformat(),
                "by": event.recorded_by.person,
                "by_name": name_of(run, event.recorded_by.person),
                "reason": event.data.get("reason"),
            }
            for event in events
        ]
        as_case = record.veil.sees(case_id)
    data = {"grant": case_id, "grants": grants, "history": history}
    run.out.thing(data, lambda page: _show(run, data, page, as_case=as_case))


def _show(run: Invocation, data: dict[str, Any], page: Page, *, as_case: bool) -> None:
    words = run.words
    page.title(words("rights.title", grant=data["grant"]))
    for one in data["grants"]:
        standing = _standing(run, one, run.wiring.clock.today())
        page.item(f"{holder_of(run, one)}: {described(run, one)}, {standing}")
    page.heading(words("rights.history"))
    if not data["history"]:
        page.say(words("rights.history_hidden"))
    for one in data["history"]:
        said = f"{one['on']} {one['type']}: {one['by_name'] or one['by']}"
        page.item(said, under=[one["reason"]] if one["reason"] else [])
    page.then(run.command("grant", "list"), *([run.command("case", "history", data["grant"])] if as_case else []))


@grant.verb(
    "check",
    about=Label(
        "Kertoo, kattaako jokin oikeus toimen asiassa; laki tutkitaan vasta kirjattaessa.",
        "Säger om någon behörighet täcker en åtgärd i ett ärende; lagen prövas först vid anteckningen.",
        "Tells whether a right covers an act in a case; the law is asked only when it is recorded.",
    ),
    more=Label(
        "Kun --for PERSON on annettu, kysytään, saako sen kirjata tämän puolesta; --as ROLE katsoo vain sen roolin "
        "oikeudet.",
        "Med --for PERSON frågas om det får antecknas för den personen; --as ROLE ser endast till rätterna i den "
        "rollen.",
        "With --for PERSON it is asked whether it may be recorded for that person; --as ROLE looks at the rights in "
        "that role only.",
    ),
    examples=("$ ohjaus grant check evaluation-15-2025 group_met",),
)
@argument("case_id", metavar="CASE", about=Label("asia", "ärende", "the case"))
@argument("fact", metavar="FACT", about=Label("toimi", "åtgärd", "the act"))
@PERSON
@option("--by", metavar="ROLE", about=Label("kenen toimena", "som vems åtgärd", "as whose act"))
def check(run: Invocation, case_id: str, fact: str, *, person: str | None, by: str | None) -> None:
    """Tells whether an act is covered."""
    from cli.rights.checking import checked

    data = checked(run, case_id, fact, person=person, by=by)
    run.out.thing(data, lambda page: _check(run, data, page))


def _check(run: Invocation, data: dict[str, Any], page: Page) -> None:
    words = run.words
    key = "rights.off" if not data["enabled"] else "rights.covered" if data["covered"] else "rights.not_covered"
    if data["enabled"] and data["acting_for"]:
        key += "_for"
    whom = data["acting_for_name"] or data["acting_for"]
    page.say(words(key, fact=data["fact"], case=data["case"], person=whom), "good" if data["covered"] else "bad")
    if data["hidden"]:
        page.item(words("rights.case_hidden"), mark="!", tone="bad")
    if data["kept_apart"]:
        apart = data["kept_apart"]
        page.item(words("rights.kept_apart", **apart), mark="!", tone="bad")
    for one in data["needed"]:
        page.item(words("rights.act_of", role=one["role"], organisation=one["organisation"]))
    for one in data["by_grants"]:
        page.item(f"{one['grant']}: {holder_of(run, one)}, {described(run, one)}", mark="✓")
    page.then(run.command("grant", "list"))


def _role(run: Invocation, one: Mapping[str, Any]) -> str:
    """Gives the role; of one that is held to act for somebody, for whom."""
    if not one["principal"]:
        return str(one["role"])
    return f"{one['role']}, {run.words('rights.for_person', person=principal_of(one))}"


def _standing(run: Invocation, one: Mapping[str, Any], today: date) -> str:
    """Gives whether a right is in force, in a word; one that begins later, or is nobody's, is told from one over."""
    if one["in_force"]:
        return run.words("rights.in_force")
    over = one.get("revoked") or (one["valid_until"] is not None and one["valid_until"] < today.isoformat())
    if one["of_nobody"] and not over:
        gone = run.wiring.persons.is_erased(str(one["person"]))
        return run.words("rights.of_nobody" if gone else "rights.for_nobody")
    coming = str(one["valid_from"]) > today.isoformat()
    return run.words("rights.not_yet_in_force" if coming else "rights.not_in_force")
