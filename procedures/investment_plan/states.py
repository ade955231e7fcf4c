"""Where an investment plan can stand, and whose turn it is there.

The law names the rejection of a proposal and the approval of parts; the other states are this model's. How each partial
plan stands is data of the case (`parts`), so that the two ministries decide in any order.
"""

from __future__ import annotations

from typing import Final

from engine.declaration import Role, State, TaskRule
from engine.law import Label, Status
from procedures.roles import COUNCIL, COUNTY, SM, STM
from procedures.statutes import ADMINISTRATION, COUNTIES, RESCUE, SERVICES

DECIDE_HEALTH_PART: Final = TaskRule(
    "decide_health_part",
    Label(
        "päätä sosiaali- ja terveydenhuollon osasuunnitelman hyväksymisestä",
        "besluta om godkännande av delplanen för social- och hälsovården",
        "decide on the health and social partial plan",
    ),
    STM,
    (SERVICES("26 § 2 mom."),),
    done_by=("health_part_approved", "health_part_not_approved"),
)
DECIDE_RESCUE_PART: Final = TaskRule(
    "decide_rescue_part",
    Label(
        "päätä pelastustoimen osasuunnitelman hyväksymisestä",
        "besluta om godkännande av delplanen för räddningsväsendet",
        "decide on the rescue partial plan",
    ),
    SM,
    (SERVICES("26 § 4 mom."), RESCUE("11 § 2 mom.")),
    done_by=("rescue_part_approved", "rescue_part_not_approved"),
)


def _serving(task_id: str, ministry: Role) -> TaskRule:
    return TaskRule(
        task_id,
        Label("anna päätös tiedoksi", "delge beslutet", "serve the decision"),
        ministry,
        (ADMINISTRATION("54 § 1 mom."),),
        done_by=("decision_served",),
    )


SERVE_REJECTION: Final = _serving("serve_rejection", STM)
SERVE_HEALTH_DECISION: Final = _serving("serve_health_decision", STM)
SERVE_RESCUE_DECISION: Final = _serving("serve_rescue_decision", SM)


def awaited(deadline: str) -> State:
    """Gives the state in which the proposal is awaited, by the deadline of this version of the law."""
    return State(
        "awaited",
        Label("esitystä odotetaan", "förslaget inväntas", "proposal awaited"),
        status=Status.PRACTICE,
        tasks=(
            TaskRule(
                "deliver_proposal",
                Label(
                    "toimita investointisuunnitelmaa koskeva esitys kolmelle ministeriölle",
                    "lämna förslaget till investeringsplan till de tre ministerierna",
                    "deliver the proposal for an investment plan to the three ministries",
                ),
                COUNTY,
                (COUNTIES("16 § 2 mom."),),
                deadline=deadline,
            ),
        ),
    )


DELIVERED: Final = State(
    "delivered",
    Label("esitys toimitettu", "förslaget lämnat", "proposal delivered"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "check_against_authority",
            Label(
                "tarkista, onko esitys ristiriidassa lainanottovaltuuden kanssa",
                "kontrollera om förslaget strider mot fullmakten att uppta lån",
                "check whether the proposal conflicts with the borrowing authority",
            ),
            STM,
            (SERVICES("26 § 1 mom."),),
        ),
    ),
)
REJECTED: Final = State(
    "rejected",
    Label("esitys hylätty", "förslaget avslaget", "proposal rejected"),
    tasks=(
        TaskRule(
            "correct_proposal",
            Label(
                "toimita korjattu esitys viivytyksettä",
                "lämna utan dröjsmål ett korrigerat förslag",
                "deliver a corrected proposal without delay",
            ),
            COUNTY,
            (SERVICES("26 § 1 mom."),),
        ),
    ),
)
DECIDING: Final = State(
    "deciding",
    Label(
        "osasuunnitelmat ministeriöiden päätettävinä",
        "delplanerna under ministeriernas prövning",
        "partial plans before the ministries",
    ),
    status=Status.PRACTICE,
    tasks=(DECIDE_HEALTH_PART, DECIDE_RESCUE_PART),
)
DECIDING_HEALTH: Final = State(
    "deciding_health",
    Label(
        "HUS-yhtymän osasuunnitelma ministeriön päätettävänä",
        "HUS-sammanslutningens delplan under ministeriets prövning",
        "partial plan of HUS before the ministry",
    ),
    status=Status.PRACTICE,
    tasks=(DECIDE_HEALTH_PART,),
)
APPROVED: Final = State(
    "approved",
    Label("investointisuunnitelma hyväksytty", "investeringsplanen godkänd", "investment plan approved"),
    tasks=(
        TaskRule(
            "carry_out_plan",
            Label(
                "toteuta vain ensimmäiselle tilikaudelle hyväksytyt hankkeet",
                "genomför endast projekt som godkänts för den första räkenskapsperioden",
                "carry out only what is approved for the first financial year",
            ),
            COUNTY,
            (SERVICES("25 § 2 mom."), RESCUE("11 § 5 mom.")),
        ),
        TaskRule(
            "budget_by_plan",
            Label(
                "hyväksy talousarvio, jonka investointiosa perustuu suunnitelmaan",
                "godkänn en budget vars investeringsdel baserar sig på planen",
                "adopt a budget whose investment part rests on the plan",
            ),
            COUNCIL,
            (COUNTIES("115 § 4 mom."),),
            done_by=("budget_adopted",),
        ),
        TaskRule(
            "end_follow_up",
            Label(
                "päätä seuranta, kun ensimmäinen tilikausi on päättynyt",
                "avsluta uppföljningen när den första räkenskapsperioden har gått ut",
                "end the follow-up when the first financial year is over",
            ),
            STM,
            (SERVICES("25 § 2 mom.", Status.PRACTICE),),
        ),
    ),
)
CLOSED: Final = State("closed", Label("päättynyt", "avslutad", "closed"), final=True, status=Status.PRACTICE)
DISCONTINUED: Final = State(
    "discontinued", Label("rauennut", "förfallen", "discontinued"), final=True, status=Status.PRACTICE, void=True
)

UNDER_DECISION: Final = (DECIDING, DECIDING_HEALTH)


def states(deadline: str) -> tuple[State, ...]:
    """Gives every state, the proposal being awaited by `deadline`."""
    return (awaited(deadline), DELIVERED, REJECTED, *UNDER_DECISION, APPROVED, CLOSED, DISCONTINUED)
