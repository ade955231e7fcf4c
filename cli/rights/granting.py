"""From what an administrator gave to the acts by which rights are turned on, given and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from cli.case.recording import answer
from cli.case.refs import procedure_id, written
from cli.frame.clocks import parse_day
from cli.rights.asking import ensure_covered
from cli.rights.fitting import is_of_every_county, organisation_of
from cli.rights.grant_shape import described, shape
from cli.rights.reachable import ensure_reachable
from cli.rights.seeing import HIDDEN
from engine.assess import Act
from engine.envelope import Opening
from engine.errors import InputRejected, NotFound
from engine.law import cites
from engine.rights_events import COMMON_SUBJECT, ENABLING, GRANTING, given_by
from engine.several import Step
from store.logins import has_login

if TYPE_CHECKING:
    from datetime import date

    from cli.frame.invocation import Invocation
    from cli.identity.issuer import Issuer
    from cli.wiring import Record
    from engine.rights import Grant


@dataclass(frozen=True, slots=True)
class Enabling:
    """On which terms rights are turned on."""

    administrators: tuple[str, ...]
    authenticated: bool
    issuers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """Which right is to be given, as typed."""

    person: str
    role: str
    organisation: str | None
    procedure: str | None
    since: str | None
    until: str | None
    may_delegate: bool
    reads_secret: bool
    acts_for: str | None


def enabled(run: Invocation, asked: Enabling, *, on: str | None, command_id: str | None) -> None:
    """Turns rights on and prints what was recorded.

    Raises:
        InputRejected: `login-meant`, an administrator's login was named without its `db:`;
            `administrators-unreachable`, on these terms nobody could be one of them.
        Refused: they are on already.
    """
    run.confirm(run.words("rights.confirm_enable"))
    with run.record(write=True) as record:
        issuers = tuple(_issuer(run, one) for one in asked.issuers)
        ensure_reachable(run, record, asked.administrators, authenticated=asked.authenticated, issuers=issuers)
        persons = tuple(_receiving(run, record, one) for one in asked.administrators) or (run.recorded_by.person,)
        data: dict[str, Any] = {
            "administrators": persons,
            "identity_at_least": "authenticated" if asked.authenticated else "asserted",
            "issuers": tuple(str(one) for one in issuers),
        }
        act = _opening(run, ENABLING, "rights_enabled", data, _day(run, on))
        recorded = record.registrar.open(ENABLING, act, run.request(command_id))
    answer(run, recorded)
    if len(persons) == 1 and run.out.for_people:
        run.out.hint(run.words("rights.one_administrator"))


def _issuer(run: Invocation, stated: str) -> Issuer:
    """Gives a login service, which the log names `ISSUER#CLIENT_ID`; the client id may come from the settings."""
    from cli.identity.issuer import parse_issuer
    from cli.identity.trusted import CLIENT_ID

    return parse_issuer(stated, client_id=run.settings.get(CLIENT_ID).value)


def added(run: Invocation, asked: Adding, *, on: str | None, command_id: str | None) -> None:
    """Gives a right and prints what was recorded.

    Raises:
        NotFound: the role, organisation or procedure is not known.
        NotAuthorised: the person who gives it is no administrator, or would receive it.
        InputRejected: `role-organisation`.
    """
    day = _day(run, on)
    role = asked.role.lower()
    ensure_role(run, role)
    organisation = organisation_of(run, role, asked.organisation, day) if asked.organisation else None
    with run.record(write=True) as record:
        data: dict[str, Any] = {
            "person": _receiving(run, record, asked.person),
            "role": role,
            "valid_from": (parse_day(asked.since, "--from") if asked.since else day).isoformat(),
            "valid_until": parse_day(asked.until, "--until").isoformat() if asked.until else None,
            "organisation": organisation,
            "procedure": procedure_id(run.wiring, asked.procedure) if asked.procedure else None,
            "may_delegate": asked.may_delegate,
            "reads_secret": asked.reads_secret,
            "principal": _meant(run, record, asked.acts_for, erased=False) if asked.acts_for else None,
        }
        act = _opening(run, GRANTING, "grant_added", data, day)
        recorded = record.registrar.open(GRANTING, act, run.request(command_id))
    answer(run, recorded)
    if run.out.for_people:
        (given,) = given_by(recorded.events[0])
        run.out.hint(run.words("rights.given", **_said_of(run, asked, given)))
    if is_of_every_county(role, organisation):
        run.out.hint(run.words("rights.every_county"))


def _said_of(run: Invocation, asked: Adding, given: Grant) -> dict[str, str]:
    """Gives whose right was stored and what it is: an organisation may have been named otherwise.

    A person whom only a rehearsal speaks of has no name in the log; they are called as they were named.
    """
    one = shape(run, given)
    one["principal_name"] = one["principal_name"] or asked.acts_for
    return {"person": one["person_name"] or asked.person, "right": described(run, one)}


def revoked(
    run: Invocation, grant_id: str, reason: str, *, person: str | None, on: str | None, command_id: str | None
) -> None:
    """Takes a right back and prints what was recorded.

    Raises:
        NotFound: there is no such right.
        Refused: `last-administrator`.
    """
    case_id, day = written(grant_id), _day(run, on)
    with run.record(write=True) as record:
        case = record.registrar.load(case_id)[1]
        data: dict[str, Any] = {"reason": reason}
        if case.opening.procedure == ENABLING:
            if person is None:
                raise InputRejected(
                    "person-lacking",
                    "Several persons can be first administrators: say whose right is taken back.",
                    try_next=run.command("grant", "show", case_id),
                    details={"grant": case_id},
                )
            fact, data["person"] = "administrator_withdrawn", _meant(run, record, person)
        elif case.opening.procedure == GRANTING:
            fact, data["person"] = "grant_revoked", str(case.readings[0].data["person"])
        else:
            raise grant_unknown(case_id)
        act = Act(fact=fact, on=day, data=data)
        ensure_covered(run, record, [Step(case_id, act)], command_id)
        run.confirm(run.words("rights.confirm_revoke", grant=case_id))
        recorded = record.registrar.advance(case_id, act, run.request(command_id))
    answer(run, recorded)


def ensure_role(run: Invocation, role: str) -> None:
    """Makes sure that a role is known: a technical one, or one of some procedure.

    Raises:
        NotFound: `role-unknown`, with the nearest.
    """
    known = roles_known(run)
    if role in known:
        return
    near = tuple(get_close_matches(role, known, n=3, cutoff=0.4))
    raise NotFound(
        "role-unknown",
        f"No procedure has a role called {role!r}, and no technical role is called so."
        + (f" Did you mean {', '.join(near)}?" if near else ""),
        nearest=near,
        try_next="ohjaus grant matrix --help",
        details={"role": role},
    )


def roles_known(run: Invocation) -> tuple[str, ...]:
    """Gives every role that a right can be given in: the technical ones, and those of all procedures."""
    from procedures.access_rights.policy import policy

    of_law = {role.id for table in run.wiring.declarations.all() for role in table.procedure.roles}
    return (*policy().technical, *sorted(of_law - set(policy().technical) - {"clock"}))


def grant_unknown(grant_id: str, *, hidden: bool = False) -> NotFound:
    """Gives the error that there is no right of that id; said as well of one that is not for this person."""
    return NotFound(
        "grant-unknown",
        f"{grant_id} is no right: a right is a case of {GRANTING}.",
        try_next="ohjaus grant list",
        details={"grant": grant_id, **({"case": grant_id, HIDDEN: True} if hidden else {})},
    )


def _opening(run: Invocation, procedure: str, fact: str, data: dict[str, Any], day: date) -> Act:
    declared = run.wiring.declarations.in_force(procedure, day).procedure
    opening = Opening(
        procedure=procedure,
        subject=COMMON_SUBJECT,
        parties=declared.parties_of(COMMON_SUBJECT),
        ministry=declared.ministry,
        ground="; ".join(cites(declared.basis)),
    )
    return Act(fact=fact, on=day, data=data, opening=opening)


def _meant(run: Invocation, record: Record, stated: str, *, erased: bool = True) -> str:
    from cli.rights.persons import reference_of

    return reference_of(run, record, stated, erased=erased)


def _receiving(run: Invocation, record: Record, stated: str) -> str:
    """Gives the person who is to receive a right; on a server a login's name that lacks its `db:` is no slip to keep.

    Raises:
        InputRejected: `login-meant`, a login of that name is known, and nobody else.
        Refused: `person-erased`.
    """
    from cli.frame.identity import BY_DATABASE

    name, persons = stated.strip(), record.wiring.persons
    mine = run.identified
    if mine.identity == BY_DATABASE and ":" not in name and name and persons.known(stated) is None:
        login = f"db:{name}"
        if login == mine.person or persons.known(login) is not None:
            raise InputRejected(
                "login-meant",
                f"{name} would be a user of an operating system. The login of that name is written {login}.",
                try_next="ohjaus identity show",
                details={"name": name, "login": login},
            )
        run.out.hint(run.words("rights.os_user_meant", name=name, login=login))
    if name.startswith("db:") and not has_login(record.opened.database, name.removeprefix("db:")):
        run.out.hint(run.words("rights.login_unknown", login=name))
    return _meant(run, record, stated, erased=False)


def _day(run: Invocation, stated: str | None) -> date:
    return run.wiring.clock.today() if stated is None else parse_day(stated, "--on")
