"""Where changing an authority can stand, and whose turn it is there. The law names one state: the group appointed."""

from __future__ import annotations

from typing import Final

from engine.declaration import Role, State, TaskRule
from engine.law import Label, Status
from procedures.roles import COUNTY, GOVERNMENT, PREPARATION_GROUP, SM, STM, VM
from procedures.statutes import COUNTIES, COURT_PROCEDURE

TO_BE_LODGED: Final = State(
    "to_be_lodged",
    Label(
        "päätetty hakea, hakemus tekemättä",
        "beslut att ansöka, ansökan inte gjord",
        "decided to apply, application not made",
    ),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "lodge_application",
            Label("tee hakemus", "gör ansökan", "make the application"),
            COUNTY,
            (COUNTIES("15 § 3 mom."),),
        ),
    ),
)


def _name_representatives(role: Role) -> TaskRule:
    # The four share one fact; each one's task is done by the one who states it.
    return TaskRule(
        f"name_representatives_{role.id}",
        Label(
            "nimeä edustajat valmisteluryhmään",
            "utse representanter till beredningsgruppen",
            "name representatives to the preparation group",
        ),
        role,
        (COUNTIES("15 § 4 mom."),),
        done_by=("representatives_named",),
    )


PENDING: Final = State(
    "pending",
    Label("vireillä", "anhängig", "pending"),
    status=Status.PRACTICE,
    tasks=(
        *map(_name_representatives, (VM, STM, SM, COUNTY)),
        TaskRule(
            "appoint_group",
            Label("aseta valmisteluryhmä", "tillsätt en beredningsgrupp", "set the preparation group"),
            VM,
            (COUNTIES("15 § 4 mom."),),
        ),
    ),
)
GROUP_APPOINTED: Final = State(
    "group_appointed",
    Label("valmisteluryhmä asetettu", "beredningsgrupp tillsatt", "preparation group set"),
    tasks=(
        TaskRule(
            "assess_change",
            Label(
                "arvioi muuttamisen edellytykset, valtuuden suuruus ja ehdot",
                "bedöm förutsättningarna, beloppet och villkoren för ändringen",
                "assess the conditions, size and terms of the change",
            ),
            PREPARATION_GROUP,
            (COUNTIES("15 § 4 mom."),),
            deadline="group_term",
        ),
    ),
)
ASSESSED: Final = State(
    "assessed",
    Label("arvio annettu", "bedömningen lämnad", "assessed"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "present_to_government",
            Label(
                "esittele asia valtioneuvostolle",
                "föredra ärendet för statsrådet",
                "present the matter to the Government",
            ),
            VM,
            (COUNTIES("15 § 3 mom.", Status.PRACTICE),),
            done_by=("presented_to_government", "changed", "refused"),
        ),
        TaskRule(
            "decide_on_change",
            Label(
                "päätä lainanottovaltuuden muuttamisesta",
                "besluta om ändring av fullmakten att uppta lån",
                "decide on changing the borrowing authority",
            ),
            GOVERNMENT,
            (COUNTIES("15 § 3 mom."),),
        ),
    ),
)
FOLLOW_UP: Final = State(
    "follow_up",
    Label("muutettu, ehtojen seuranta", "ändrad, uppföljning av villkoren", "changed, follow-up of the conditions"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "follow_conditions",
            Label(
                "seuraa ehtojen toteutumista",
                "följ upp hur villkoren uppfylls",
                "follow how the conditions are fulfilled",
            ),
            VM,
            (COUNTIES("15 § 3 mom.", Status.PRACTICE),),
        ),
    ),
)
CLOSED: Final = State("closed", Label("päättynyt", "avslutad", "closed"), final=True, status=Status.PRACTICE)
REFUSED: Final = State(
    "refused",
    Label("hylätty", "avslagen", "rejected"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "close_when_final",
            Label(
                "päätä asia, kun aika hakea muutosta on päättynyt",
                "avsluta ärendet när tiden för att söka ändring har gått ut",
                "close the matter when the time to seek a remedy is over",
            ),
            VM,
            (COURT_PROCEDURE("13 §", Status.PRACTICE),),
        ),
    ),
)
WITHDRAWN: Final = State("withdrawn", Label("peruutettu", "återtaget", "withdrawn"), final=True, status=Status.PRACTICE)

BEFORE_DECISION: Final = (PENDING, GROUP_APPOINTED, ASSESSED)
DECIDED: Final = (FOLLOW_UP, REFUSED)
STATES: Final = (TO_BE_LODGED, *BEFORE_DECISION, *DECIDED, CLOSED, WITHDRAWN)
