"""The register of persons of a log: one case, which says that names stand apart from it and who was erased.

The log itself holds references that stay for ever. Erasing a person destroys the key under which the name is kept and
to which the reference commits; this case tells that it was done, by whom, on which ground. No name stands in it.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Kind, Procedure, State, Transition
from engine.law import Label, OpenQuestion, Status
from engine.parameters import Parameters
from procedures.declaring import guards_of
from procedures.person_register import facts, guards
from procedures.person_register.basis import BY_DESIGN, ERASURE, JOINT, LOGS, OURS, PUBLIC_TASK, RETENTION
from procedures.roles import SM, STM, VM

_MINISTRIES: Final = (VM, STM, SM)

KEPT: Final = State(
    "kept",
    Label("henkilöt viitteinä", "personerna som referenser", "persons by reference"),
    status=Status.PRACTICE,
)
ENDED: Final = State(
    "ended",
    Label("rekisteri lopetettu", "registret nedlagt", "ended"),
    final=True,
    status=Status.PRACTICE,
)

TRANSITIONS: Final = (
    Transition(
        fact=facts.REGISTER_BEGUN,
        sources=(),
        target=KEPT,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(BY_DESIGN, LOGS),
    ),
    Transition(
        fact=facts.KEY_STORE_REPLACED,
        sources=(KEPT,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(OURS,),
    ),
    Transition(
        fact=facts.PERSON_ERASED,
        sources=(KEPT,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ERASURE, PUBLIC_TASK),
        guards=(guards.NOT_ERASED,),
    ),
    Transition(
        fact=facts.REGISTER_ENDED,
        sources=(KEPT,),
        target=ENDED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(OURS,),
    ),
)

CONTROLLER: Final = OpenQuestion(
    "controller",
    Label(
        "Kuka kolmesta ministeriöstä on rekisterinpitäjä, vai ovatko ne yhteisrekisterinpitäjiä?",
        "Vilket av de tre ministerierna är personuppgiftsansvarigt, eller är de gemensamt ansvariga?",
        "Which of the three ministries is the controller, or are they joint controllers?",
    ),
    Label(
        "Jokainen niistä voi kirjata poiston; ne sopivat keskenään, kuka päättää.",
        "Vart och ett av dem kan registrera en radering; de kommer överens om vem som beslutar.",
        "Each of them may record an erasure; they agree among themselves who decides.",
    ),
    (JOINT,),
    affects=("register_begun", "person_erased"),
)
DUTY_TO_KEEP: Final = OpenQuestion(
    "duty_to_keep",
    Label(
        "Kuinka kauan kirjaajan nimi on säilytettävä, ja milloin säilytysvelvollisuus estää poiston?",
        "Hur länge ska namnet på den som registrerade bevaras, och när hindrar bevarandeplikten en radering?",
        "How long must the name of who recorded be kept, and when does the duty to keep it forbid an erasure?",
    ),
    Label(
        "Poisto vaatii perusteen ja syyn, jotka kirjataan; kello ei poista ketään.",
        "En radering kräver en grund och ett skäl, som registreras; klockan raderar ingen.",
        "An erasure takes a ground and a reason, which are recorded; the clock erases nobody.",
    ),
    (RETENTION, LOGS),
    affects=("person_erased",),
)

DECLARATION: Final = Procedure(
    id="person_register",
    label=Label("lokin henkilörekisteri", "loggens personregister", "register of the log's persons"),
    description=Label(
        "Henkilöt kirjataan lokiin viitteinä, nimet ovat avainvarastossa erillään, ja henkilön voi poistaa todisteiden "
        "muuttumatta.",
        "Personer registreras i loggen med referens, namnen finns i ett separat nyckellager, och en person kan raderas "
        "utan att bevisen ändras.",
        "Persons are recorded in the log by reference, names stand apart in a key store, and a person can be erased "
        "while every proof stays as it is.",
    ),
    in_force_from=date(2019, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("state",),
    roles=_MINISTRIES,
    states=(KEPT, ENDED),
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("person_register"),
    basis=(BY_DESIGN, ERASURE),
    open_questions=(CONTROLLER, DUTY_TO_KEEP),
)
