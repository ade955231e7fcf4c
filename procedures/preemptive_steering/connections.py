"""What links a case of pre-emptive financial steering with the county's other cases."""

from __future__ import annotations

from typing import Final

from engine.declaration import Listening, Reaction, Relation, TaskRule
from engine.law import Basis, Label, Status
from procedures.preemptive_steering.facts import CRITERION_NOTED
from procedures.roles import VM
from procedures.statutes import COUNTIES, FUNDING

STEERING: Final = Relation(
    "preemptive_steering",
    Label(
        "ennakollinen talouden ohjauksen menettely",
        "förebyggande förfarande för ekonomisk styrning",
        "pre-emptive financial steering",
    ),
)
_REQUIRING: Final = Relation(
    "requiring_measures",
    Label(
        "menettely, jossa toimenpiteitä voidaan edellyttää",
        "förfarande där åtgärder kan förutsättas",
        "a procedure in which measures can be required",
    ),
)
_EVALUATION: Final = Relation(
    "evaluation",
    Label("arviointimenettely", "utvärderingsförfarande", "evaluation procedure"),
)

REACTIONS: Final = tuple(
    Reaction(
        id=f"steering_and_{procedure}",
        on=CRITERION_NOTED,
        procedure=procedure,
        causing=STEERING,
        reached=_REQUIRING,
        basis=(COUNTIES("13 b § 1 mom. 2 kohta"),),
    )
    for procedure in ("additional_funding", "borrowing_authority_change", "evaluation")
)

ASSESS_UNMET_MEASURES: Final = TaskRule(
    "assess_unmet_measures",
    Label(
        "arvioi, täyttyykö 2 kohdan edellytys (toimenpiteet eivät toteudu)",
        "bedöm om förutsättningen i 2 punkten är uppfylld (åtgärderna genomförs inte)",
        "assess whether criterion 2 is met (measures not carried out)",
    ),
    VM,
    (COUNTIES("13 b § 1 mom. 2 kohta"),),
    done_by=("unmet_measures_assessed",),
)


def _unmet(procedure: str, basis: Basis) -> Listening:
    return Listening(
        id=f"unmet_in_{procedure}",
        to=f"{procedure}.condition_unmet",
        causing=_REQUIRING,
        reached=STEERING,
        basis=(COUNTIES("13 b § 1 mom. 2 kohta"), basis),
        task=ASSESS_UNMET_MEASURES,
    )


def _of_evaluation(fact_id: str, section: str) -> Listening:
    return Listening(
        id=f"evaluation_{fact_id}",
        to=f"evaluation.{fact_id}",
        causing=_EVALUATION,
        reached=STEERING,
        basis=(COUNTIES("13 b § 1 mom.", Status.PRACTICE), COUNTIES(section)),
    )


LISTENS: Final = (
    _unmet("additional_funding", FUNDING("26 § 1 mom.")),
    _unmet("borrowing_authority_change", COUNTIES("15 § 3 mom.")),
    _of_evaluation("measures_report_given", "122 § 3 mom."),
    _of_evaluation("interim_report_given", "122 § 3 mom."),
    _of_evaluation("start_decided", "122 § 1 mom."),
)
