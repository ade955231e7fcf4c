"""What links a division inquiry with the evaluation of the county (611/2021 122 § 4 mom.)."""

from __future__ import annotations

from typing import Final

from engine.declaration import Fact, Listening, Reaction, Relation, TaskRule
from engine.law import Label
from procedures.division_inquiry.facts_decision import DIVISION_DECIDED, LEFT_UNCHANGED
from procedures.division_inquiry.facts_inquiry import NO_CHANGE_FOUND_NECESSARY
from procedures.division_inquiry.facts_opening import OPENINGS
from procedures.roles import VM
from procedures.statutes import COUNTIES, DIVISION

_EVALUATION: Final = "evaluation"
_OF_INQUIRY: Final = Relation(
    "division_inquiry", Label("aluejakoselvitys", "utredning om områdesindelningen", "division inquiry")
)
_OF_EVALUATION: Final = Relation(
    "evaluation",
    Label(
        "hyvinvointialueen arviointimenettely",
        "utvärderingsförfarandet i välfärdsområdet",
        "the county's evaluation procedure",
    ),
)
RECORD_END: Final = TaskRule(
    "record_end_of_division_inquiry",
    Label(
        "kirjaa aluejakoselvityksen päättyminen",
        "anteckna att utredningen om områdesindelningen har avslutats",
        "record the end of the division inquiry",
    ),
    VM,
    (COUNTIES("122 § 4 mom."), COUNTIES("124 § 1 mom.")),
    done_by=("division_decision_made", "division_left_unchanged"),
)


def _opened(fact: Fact) -> Reaction:
    return Reaction(
        id=f"evaluation_and_{fact.id}",
        on=fact,
        procedure=_EVALUATION,
        causing=_OF_INQUIRY,
        reached=_OF_EVALUATION,
        basis=(COUNTIES("122 § 4 mom."), DIVISION("6 § 3 mom.")),
    )


def _ended(fact: Fact) -> Reaction:
    return Reaction(
        id=f"evaluation_and_{fact.id}",
        on=fact,
        procedure=_EVALUATION,
        causing=_OF_INQUIRY,
        reached=_OF_EVALUATION,
        basis=(COUNTIES("122 § 4 mom."), COUNTIES("124 § 1 mom.")),
        open_only=True,
        task=RECORD_END,
    )


REACTIONS: Final = (
    *map(_opened, OPENINGS),
    *map(_ended, (NO_CHANGE_FOUND_NECESSARY, DIVISION_DECIDED, LEFT_UNCHANGED)),
)
LISTENS: Final = tuple(
    Listening(
        id=f"evaluation_{fact_id}",
        to=f"evaluation.{fact_id}",
        causing=_OF_EVALUATION,
        reached=_OF_INQUIRY,
        basis=(COUNTIES("122 § 4 mom."), DIVISION("8 § 1 mom.")),
    )
    for fact_id in ("investigator_appointed", "division_inquiry_needed")
)
