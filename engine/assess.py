"""What stands in the way of an act: every unmet condition at once, each with its section.

Pure. `assess` looks at one offered act; the same questions, asked without data, tell what could be done next.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, cast

import msgspec
from pydantic import ValidationError

from engine.calendar import Calendar
from engine.case import Case
from engine.correction_payloads import Superseding
from engine.correction_target import target_of
from engine.declaration import PARTY, Offer, Payload, Procedure, Role, State, Transition
from engine.envelope import DocumentRef, Opening
from engine.errors import DataInvalid, InputRejected, Missing, NotFound
from engine.law import Label, Status, cites
from engine.silence import refuse_unknown_silence, silence_without_reporting
from engine.table import Table

PRECISIONS = ("exact", "inferred", "by", "month")
"""How well the legal day is known: given, following from the source, at the latest, or the month only."""


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """An act that someone offers for the record: which fact, on which legal day, with which data and documents.

    `unreported` names conditions of which the source says nothing; accepted only for published reporting, and visible
    in the case for ever. The less public of `publicity`, stated on a `secrecy_ground`, and the fact's own class counts.
    """

    fact: str
    on: date
    data: Mapping[str, Any]
    role: str | None = None
    documents: tuple[DocumentRef, ...] = ()
    precision: str = "exact"
    unreported: tuple[str, ...] = ()
    opening: Opening | None = None
    publicity: str | None = None
    secrecy_ground: str | None = None


class Caused(msgspec.Struct, frozen=True):
    """An event by which another case took notice of an act."""

    case_id: str
    version: int
    type: str


class Circumstances(msgspec.Struct, frozen=True, kw_only=True):
    """What an act is judged by beside the case: the day it is recorded (Europe/Helsinki), calendar and subject."""

    today: date
    calendar: Calendar
    subject_kind: str
    open_cases: tuple[str, ...] = ()
    same_cases: tuple[str, ...] = ()
    """Cases of the same subject and procedure whose opening states the same in `Procedure.one_case_per`."""
    recorders: tuple[str, ...] = ()
    """Who takes part in recording the act: references of whoever records it, and of the person for whom it is."""
    caused: tuple[Caused, ...] = ()
    """What the act that a correction is about has caused in other cases."""
    court_kind: str | None = None
    """The kind of the actor that an annulment names as the court."""


class Assessment(msgspec.Struct, frozen=True):
    """The move that the act would be, its payload if it could be read, whose act it is, and what is missing."""

    transition: Transition
    role: Role
    payload: Payload | None
    missing: tuple[Missing, ...]


def assess(table: Table, case: Case | None, act: Act, circumstances: Circumstances) -> Assessment:
    """Finds the move that `act` would be and lists every condition that it does not meet.

    Raises:
        NotFound: the procedure knows no such fact.
        InputRejected: the data has an unknown field or a value of the wrong kind, or the precision or a condition left
            open is unknown.
    """
    if act.precision not in PRECISIONS:
        raise InputRejected(
            "precision-unknown", f"{act.precision!r} is no precision; use one of {', '.join(PRECISIONS)}."
        )
    state = case.state if case else ""
    transition = table.move(state, act.fact)
    missing: list[Missing] = []
    if transition is None:
        transition = _nearest_move(table, case, act.fact)
        closed = case is not None and state in table.final_states
        missing.append(_closed(case) if case and closed else _wrong_state(table, state, act.fact))
    payload = read_payload(transition, act, missing)
    alternatives = table.moves.get((state, act.fact), ())
    if len(alternatives) > 1 and payload is not None:  # without readable data it is not asked which of them it is
        transition = table.choose(_offer(table, case, payload, act, circumstances), state, act.fact) or transition
    role = _role(transition, act, missing)
    if role.organisation == PARTY:
        missing += _party(transition, payload, case.opening if case else act.opening)
    missing += _dates(transition, case, act, circumstances)
    if transition.documents:
        missing += _documents(transition, act)
    if case is None:
        missing += _opening(table, act, circumstances)
    if transition.guards:
        missing += _guards(transition, _offer(table, case, payload, act, circumstances, role.id), act)
    if act.unreported:
        missing += silence_without_reporting(act)
        refuse_unknown_silence(transition, act)
    return Assessment(transition, role, payload, tuple(_each_once(missing)) if missing else ())


def _each_once(missing: Iterable[Missing]) -> Iterable[Missing]:
    return {one.code: one for one in missing}.values()


def _nearest_move(table: Table, case: Case | None, fact_id: str) -> Transition:
    found = table.with_fact(fact_id)
    if not found:
        near = tuple(get_close_matches(fact_id, [*table.facts], n=3, cutoff=0.4))
        raise NotFound(
            "fact-unknown",
            f"{table.procedure.declaration_id} knows no fact called {fact_id!r}."
            + (f" Did you mean {', '.join(near)}?" if near else ""),
            nearest=near,
            try_next=f"ohjaus case next {case.case_id}" if case else f"ohjaus procedure show {table.procedure.id}",
            details={"fact": fact_id, "procedure": table.declaration_id},
        )
    return found[0]


def _wrong_state(table: Table, state: str, fact_id: str) -> Missing:
    sources = [source for move in table.with_fact(fact_id) for source in move.sources]
    basis = tuple(cite for move in table.with_fact(fact_id) for cite in cites(move.basis))
    if not state:
        return Missing(
            "not-an-opening",
            Label(
                "asiaa ei voi avata tällä toimella",
                "ärendet kan inte inledas med denna åtgärd",
                "a case cannot be opened with this act",
            ),
            basis,
        )
    if not sources:
        return Missing(
            "already-open",
            Label("asia on jo avattu", "ärendet är redan inlett", "the case is open already"),
            basis,
        )
    now = table.states[state].label
    return Missing(
        "wrong-state",
        Label(
            f"asia on tilassa ”{now.fi}”; toimi on mahdollinen tilassa {_names(sources, 'fi')}",
            f"ärendet är i läget ”{now.sv}”; åtgärden är möjlig i läget {_names(sources, 'sv')}",
            f"the case stands in “{now.en}”; this act is possible in {_names(sources, 'en')}",
        ),
        basis,
    )


def _names(states: Iterable[State], language: str) -> str:
    joint = {"fi": " tai ", "sv": " eller "}.get(language, " or ")
    opening = "“" if language == "en" else "”"  # Finnish and Swedish open a quotation as they close it
    return joint.join(dict.fromkeys(f"{opening}{state.label.text(language)}”" for state in states))


def _role(transition: Transition, act: Act, missing: list[Missing]) -> Role:
    if act.role is None:
        return transition.by[0]
    for role in transition.by:
        if role.id == act.role:
            return role
    whose = transition.by
    missing.append(
        Missing(
            "wrong-actor",
            Label(
                f"toimi kuuluu: {', '.join(role.label.fi for role in whose)}",
                f"åtgärden ankommer på: {', '.join(role.label.sv for role in whose)}",
                f"this is an act of: {', '.join(role.label.en for role in whose)}",
            ),
            cites(transition.basis),
        )
    )
    return transition.by[0]


def read_payload(transition: Transition, act: Act, missing: list[Missing]) -> Payload | None:
    """Reads what an act states; None where a field is missing, which is added to `missing`.

    Raises:
        InputRejected: `data-invalid`, the data has an unknown field or a value of the wrong kind.
    """
    model = transition.fact.payload
    try:
        # What `model_validate` hands on to.
        return cast("Payload", model.__pydantic_validator__.validate_python(dict(act.data)))
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=False)
    wrong = [problem for problem in problems if problem["type"] != "missing"]
    if wrong:
        fields = ", ".join(model.model_fields) or "none"
        said = "; ".join(f"{'.'.join(map(str, problem['loc'])) or 'data'}: {problem['msg']}" for problem in wrong)
        raise DataInvalid(
            model,
            act.data,
            f"The data of {transition.fact.id} cannot be taken: {said}. Its fields are: {fields}.",
            basis=cites(transition.basis),
            details={"fact": transition.fact.id, "problems": said, "fields": fields},
        )
    for problem in problems:
        name = ".".join(map(str, problem["loc"]))
        about = model.model_fields[str(problem["loc"][0])].description or name
        missing.append(
            Missing(
                f"field:{name}",
                Label(f"tieto {name} ({about})", f"uppgiften {name} ({about})", f"the value of {name} ({about})"),
                cites(transition.basis),
            )
        )
    return None


def _dates(transition: Transition, case: Case | None, act: Act, circumstances: Circumstances) -> Iterable[Missing]:
    if act.on > circumstances.today:
        yield Missing(
            "in-the-future",
            Label(
                f"päivä {act.on} on vielä edessä (tänään {circumstances.today})",
                f"dagen {act.on} ligger i framtiden (i dag {circumstances.today})",
                f"the day {act.on} has not come yet (today is {circumstances.today})",
            ),
            cites(transition.basis),
        )
    if case is None:
        return
    if act.on < case.opened_on:
        yield Missing(
            "before-opening",
            Label(
                f"päivä {act.on} on ennen asian vireilletuloa {case.opened_on}",
                f"dagen {act.on} är före ärendets inledande {case.opened_on}",
                f"the day {act.on} is before the case was opened on {case.opened_on}",
            ),
            cites(transition.basis),
        )
    elif transition.target is not None and act.on < case.moved_on:
        yield Missing(
            "before-last-move",
            Label(
                f"päivä {act.on} on ennen viimeisintä vaihetta {case.moved_on}",
                f"dagen {act.on} är före det senaste skedet {case.moved_on}",
                f"the day {act.on} is before the case's last move on {case.moved_on}",
            ),
            cites(transition.basis),
        )


def _documents(transition: Transition, act: Act) -> Iterable[Missing]:
    have = {document.kind for document in act.documents}
    for rule in transition.documents:
        if rule.kind not in have and f"document:{rule.kind}" not in act.unreported:
            yield Missing(
                f"document:{rule.kind}",
                Label(f"asiakirja: {rule.label.fi}", f"handling: {rule.label.sv}", f"document: {rule.label.en}"),
                cites(rule.basis),
            )


def _opening(table: Table, act: Act, circumstances: Circumstances) -> Iterable[Missing]:
    procedure = table.procedure
    if act.opening is None:
        raise InputRejected("opening-lacking", f"To open a case of {procedure.id} its subject must be named.")
    if circumstances.subject_kind not in procedure.subject_kinds:
        yield Missing(
            "subject-not-covered",
            Label(
                f"menettely ei koske tätä tahoa ({act.opening.subject})",
                f"förfarandet gäller inte denna part ({act.opening.subject})",
                f"the procedure does not apply to this subject ({act.opening.subject})",
            ),
            cites(procedure.basis),
        )
    if procedure.status is Status.UNSETTLED:
        yield from _law_named(procedure, act, act.opening.law_in_force_from)
    if circumstances.same_cases:
        yield _same_case(procedure, circumstances)
    if procedure.one_open_case and circumstances.open_cases:
        others = ", ".join(circumstances.open_cases)
        yield Missing(
            "open-case-exists",
            Label(
                f"samaa tahoa koskeva asia on jo vireillä: {others}",
                f"ett ärende om samma part är redan anhängigt: {others}",
                f"a case about the same subject is open already: {others}",
            ),
            cites(procedure.basis),
        )


def _same_case(procedure: Procedure, circumstances: Circumstances) -> Missing:
    others = ", ".join(circumstances.same_cases)
    field = procedure.one_case_per
    return Missing(
        "same-case-exists",
        Label(
            f"samaa tahoa ja samaa tietoa {field} koskeva asia on jo avattu: {others}",
            f"ett ärende om samma part och samma uppgift {field} är redan inlett: {others}",
            f"a case about the same subject and the same {field} has been opened already: {others}",
        ),
        cites(procedure.basis),
    )


def _law_named(procedure: Procedure, act: Act, named: date | None) -> Iterable[Missing]:
    """Finds whether law that is not confirmed is opened with the day from which it is in force, as it must be."""
    if named is None or not procedure.in_force_from <= named <= act.on:
        yield Missing(
            "law-not-confirmed",
            Label(
                f"lakia ei ole vahvistettu: ilmoitettava päivä, josta se on voimassa ({procedure.in_force_from} tai "
                f"myöhemmin, viimeistään {act.on})",
                f"lagen är inte bekräftad: den dag från vilken den gäller måste anges ({procedure.in_force_from} eller "
                f"senare, senast {act.on})",
                f"the law is not confirmed: the day from which it is in force must be named ({procedure.in_force_from} "
                f"or later, {act.on} at the latest)",
            ),
            cites(procedure.basis),
        )


def _closed(case: Case) -> Missing:
    return Missing(
        "case-closed",
        Label(
            f"asia on päättynyt {case.closed_on}",
            f"ärendet avslutades {case.closed_on}",
            f"the case was closed on {case.closed_on}",
        ),
    )


def _offer(
    table: Table, case: Case | None, payload: Payload | None, act: Act, seen: Circumstances, role_id: str | None = None
) -> Offer:
    return Offer(
        case=case,
        subject=case.subject if case else act.opening.subject if act.opening else "",
        subject_kind=seen.subject_kind,
        payload=payload,
        on=act.on,
        parameters=table.procedure.parameters,
        law_on=case.law_on if case else act.on,
        role=role_id,
        recorders=seen.recorders,
        target=target_of(table, case, payload.supersedes) if isinstance(payload, Superseding) else None,
        calendar=seen.calendar,
        common=table.common,
    )


def _party(transition: Transition, payload: Payload | None, opening: Opening | None) -> Iterable[Missing]:
    if payload is None or opening is None:
        return
    named = getattr(payload, "party", None)
    if named not in opening.partners:
        parties = ", ".join(opening.partners)
        yield Missing(
            "not-a-party",
            Label(
                f"{named} ei ole asian osapuoli; osapuolia ovat {parties}",
                f"{named} är inte part i ärendet; parterna är {parties}",
                f"{named} is not a party of the case; its parties are {parties}",
            ),
            cites(transition.basis),
        )


def _guards(transition: Transition, offer: Offer, act: Act) -> Iterable[Missing]:
    for guard in transition.guards:
        if guard.id in act.unreported:
            continue
        if (offer.payload is None and guard.reads_payload) or guard.holds(offer):
            continue
        yield Missing(guard.id, guard.label, cites(guard.basis))
