"""Where the commitments of a session can stand, whose turn it is, and the days that the entries themselves give."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule, DocumentRule, State, TaskRule
from engine.law import Label, Status
from procedures.government_commitment.entries import Entry, register
from procedures.government_commitment.guards import ENTRY_6, SESSION
from procedures.roles import GOVERNMENT, STM, VM
from procedures.statutes import MIDTERM_SESSION_2025, SERVICES


def _deadline(entry: Entry, due_of: Label) -> DeadlineRule:
    number, name = entry.number, entry.name
    return DeadlineRule(
        f"entry_{number}",
        Label(
            f"kirjaus {number}, {name.fi}: {due_of.fi}",
            f"skrivning {number}, {name.sv}: {due_of.sv}",
            f"entry {number}, {name.en}: {due_of.en}",
        ),
        DeadlineKind.POLITICAL,
        Stated(f"entry_{number}_due_on"),
        (MIDTERM_SESSION_2025(entry.place, Status.PRACTICE),),
        reminders_days=(-30, 0),
    )


DEADLINES: Final = {
    entry.number: _deadline(entry, entry.due_of) for entry in register("entries_2025").entries if entry.due_of
}
"""The deadline of each dated entry, by its number."""

DECISIONS: Final = DocumentRule(
    "decisions",
    Label("päätösasiakirja", "beslutsdokument", "document of what was agreed"),
    (SESSION,),
)

_BRING_FORWARD: Final = TaskRule(
    "bring_entries_forward",
    Label("edistä kirjauksia ja kirjaa eteneminen", "för skrivningarna framåt", "bring the entries forward"),
    STM,
    (SESSION,),
)
_BRING_JOINT_FORWARD: Final = TaskRule(
    "bring_joint_entries_forward",
    Label(
        "edistä yhteisiä kirjauksia (9 ja 10)",
        "för de gemensamma skrivningarna framåt (9 och 10)",
        "bring the joint entries forward (9 and 10)",
    ),
    VM,
    (SESSION,),
    deadline="entry_10",
)
_ASSESS_AGREEMENTS: Final = TaskRule(
    "assess_agreements",
    Label(
        "arvioi yhteistyösopimusten valmistelun ja toimeenpanon tilanne",
        "bedöm läget för beredningen och genomförandet av samarbetsavtalen",
        "assess how the cooperation agreements are prepared and carried out",
    ),
    STM,
    (ENTRY_6, SERVICES("37 § 4 mom.")),
    deadline="entry_6",
    done_by=("agreements_assessed",),
)
CONSIDER_CONFIRMATION: Final = TaskRule(
    "consider_confirmation",
    Label(
        "linjaa, vahvistetaanko sopimuspohjainen yhteistyö 38 §:n nojalla tai säädöksin",
        "ange om det avtalsbaserade samarbetet ska bekräftas med stöd av 38 § eller genom lagstiftning",
        "say whether the cooperation is confirmed under 38 § or by legislation",
    ),
    GOVERNMENT,
    (ENTRY_6, SERVICES("38 §")),
    done_by=("confirmation_considered",),
)

IN_FOLLOW_UP: Final = State(
    "in_follow_up",
    Label("kirjaukset seurannassa", "skrivningarna följs upp", "entries followed"),
    status=Status.PRACTICE,
    tasks=(_BRING_FORWARD, _BRING_JOINT_FORWARD, _ASSESS_AGREEMENTS),
)
SETTLED: Final = State(
    "settled", Label("käsitelty loppuun", "slutbehandlade", "settled"), final=True, status=Status.PRACTICE
)
ENDED_WITH_TERM: Final = State(
    "ended_with_term",
    Label("päättynyt hallituskauden mukana", "avslutade med regeringsperioden", "ended with the Government's term"),
    final=True,
    status=Status.PRACTICE,
)
STATES: Final = (IN_FOLLOW_UP, SETTLED, ENDED_WITH_TERM)
