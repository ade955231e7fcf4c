"""Where a set of national objectives can stand, and whose turn it is there. The yearly follow-up runs beside."""

from __future__ import annotations

from typing import Final

from engine.declaration import Role, State, TaskRule
from engine.law import Basis, Label, Status
from procedures.roles import ADVISORY_BOARD, GOVERNMENT, SM, STM, VM
from procedures.statutes import COUNTIES, RESCUE, SERVICES


def _take_part(role: Role, basis: Basis) -> TaskRule:
    return TaskRule(
        f"take_part_in_preparation_{role.id}",
        Label(
            "osallistu tavoitteiden valmisteluun omalta osaltasi",
            "delta för din del i beredningen av målen",
            "take part in the preparation within your own field",
        ),
        role,
        (basis,),
    )


PREPARATION: Final = State(
    "preparation",
    Label("tavoitteiden valmistelu", "beredning av målen", "preparation of the objectives"),
    tasks=(
        TaskRule(
            "prepare_objectives",
            Label(
                "valmistele tavoitteet ja tuo ne neuvottelukunnan käsiteltäviksi",
                "bered målen och för dem till delegationen för behandling",
                "prepare the objectives and bring them to the advisory board",
            ),
            VM,
            (COUNTIES("12 a § 1–3 mom."), COUNTIES("11 § 1 mom.")),
        ),
        _take_part(STM, SERVICES("21 §")),
        _take_part(SM, RESCUE("7 § 1 mom.", Status.PRACTICE)),
    ),
)
AT_BOARD: Final = State(
    "at_board",
    Label(
        "hyvinvointialueneuvottelukunnan käsittelyssä",
        "behandlas i välfärdsområdesdelegationen",
        "with the advisory board",
    ),
    tasks=(
        TaskRule(
            "handle_objectives",
            Label("käsittele tavoitteet", "behandla målen", "handle the objectives"),
            ADVISORY_BOARD,
            (COUNTIES("13 § 2 mom. 3 kohta"),),
            deadline="board_handling",
            done_by=("board_handled",),
        ),
        TaskRule(
            "confirm_objectives",
            Label(
                "vahvista valtakunnalliset tavoitteet",
                "fastställ de riksomfattande målen",
                "confirm the national objectives",
            ),
            GOVERNMENT,
            (COUNTIES("12 a § 1 mom."),),
        ),
    ),
)
CONFIRMED: Final = State(
    "confirmed",
    Label("vahvistettu", "fastställda", "confirmed"),
    tasks=(
        TaskRule(
            "record_entry_into_force",
            Label(
                "kirjaa tavoitteiden voimaantulo",
                "anteckna målens ikraftträdande",
                "record that the objectives have entered into force",
            ),
            VM,
            (COUNTIES("12 a § 1 mom.", Status.PRACTICE),),
            deadline="entry_into_force",
        ),
    ),
)
IN_FORCE: Final = State("in_force", Label("voimassa", "i kraft", "in force"))
AMENDMENT_PENDING: Final = State(
    "amendment_pending",
    Label("muutosaloite vireillä", "initiativ till ändring anhängigt", "amendment under way"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "handle_initiatives",
            Label(
                "käsittele muutosaloitteet ja -esitykset",
                "behandla initiativen och förslagen till ändring",
                "handle the initiatives and proposals to amend",
            ),
            ADVISORY_BOARD,
            (COUNTIES("13 § 2 mom. 3 kohta"),),
            done_by=("initiatives_handled",),
        ),
        TaskRule(
            "decide_on_amendment",
            Label(
                "päätä, muutetaanko tavoitteita",
                "besluta om målen ska ändras",
                "decide whether the objectives are amended",
            ),
            GOVERNMENT,
            (COUNTIES("12 a § 4 mom."),),
        ),
    ),
)
AMENDED: Final = State("amended", Label("muutettu", "ändrade", "amended"))
KEPT: Final = State("kept", Label("pidetty ennallaan", "bibehållna", "kept as they are"), status=Status.PRACTICE)
REPLACED: Final = State("replaced", Label("korvattu", "ersatta", "replaced"), final=True, status=Status.PRACTICE)
DISCONTINUED: Final = State(
    "discontinued",
    Label("valmistelu rauennut", "beredningen förfallen", "preparation discontinued"),
    final=True,
    status=Status.PRACTICE,
)

VALID: Final = (IN_FORCE, AMENDMENT_PENDING, AMENDED, KEPT)
"""The states in which the objectives are in force."""

STATES: Final = (PREPARATION, AT_BOARD, CONFIRMED, *VALID, REPLACED, DISCONTINUED)
