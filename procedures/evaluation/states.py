"""Where an evaluation can stand, and whose turn it is there.

The law names three of these states (started, group appointed, investigator appointed); the others are this model's,
and say so by their status.
"""

from __future__ import annotations

from typing import Final

from engine.declaration import Role, State, TaskRule
from engine.law import Label, Status
from procedures.roles import COUNCIL, COUNTY, EVALUATION_GROUP, GOVERNMENT, SM, STM, VM
from procedures.statutes import ADMINISTRATION, COUNTIES, DIVISION, in_place_of

_HEAR_COUNTY: Final = TaskRule(
    "hear_county",
    Label("kuule hyvinvointialuetta", "hör välfärdsområdet", "hear the county"),
    VM,
    (ADMINISTRATION("34 §", Status.SECONDARY),),
    done_by=("county_heard",),
)
_DECIDE_ON_START: Final = TaskRule(
    "decide_on_start",
    Label(
        "päätä arviointimenettelyn käynnistämisestä",
        "besluta om utvärderingsförfarandet ska inledas",
        "decide whether to start the evaluation procedure",
    ),
    VM,
    (COUNTIES("122 § 1 mom."), COUNTIES("123 § 1 mom.")),
)
CRITERIA_MET: Final = State(
    "criteria_met",
    Label("edellytykset täyttyvät", "förutsättningarna är uppfyllda", "criteria met"),
    status=Status.PRACTICE,
    tasks=(_HEAR_COUNTY, _DECIDE_ON_START),
)


def _name_members(role: Role) -> TaskRule:
    # The four share one fact; each one's task is done by the one who states it.
    return TaskRule(
        f"name_members_{role.id}",
        Label(
            "nimeä arviointiryhmän jäsenet",
            "utse medlemmar i utvärderingsgruppen",
            "name members of the evaluation group",
        ),
        role,
        (COUNTIES("122 § 2 mom."),),
        done_by=("members_named",),
    )


_CONSULT_ON_CHAIR: Final = TaskRule(
    "consult_on_chair",
    Label(
        "kuule hyvinvointialuetta puheenjohtajasta",
        "hör välfärdsområdet om ordföranden",
        "hear the county on the chair",
    ),
    VM,
    (COUNTIES("122 § 2 mom."),),
    done_by=("chair_consulted",),
)
_APPOINT_GROUP: Final = TaskRule(
    "appoint_group",
    Label("aseta arviointiryhmä", "tillsätt utvärderingsgruppen", "appoint the evaluation group"),
    VM,
    (COUNTIES("122 § 2 mom."),),
)
STARTED: Final = State(
    "started",
    Label("käynnistetty", "inlett", "started"),
    tasks=(*map(_name_members, (VM, STM, SM, COUNTY)), _CONSULT_ON_CHAIR, _APPOINT_GROUP),
)
GROUP_APPOINTED: Final = State(
    "group_appointed",
    Label("arviointiryhmä asetettu", "utvärderingsgrupp tillsatt", "evaluation group appointed"),
    tasks=(
        TaskRule(
            "begin_assessment",
            Label("aloita arviointi", "inled utvärderingen", "begin the assessment"),
            EVALUATION_GROUP,
            (COUNTIES("122 § 3 mom."),),
        ),
    ),
)
ASSESSMENT: Final = State(
    "assessment",
    Label("arviointi käynnissä", "utvärdering pågår", "assessment under way"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "give_proposals",
            Label("anna toimenpide-ehdotukset", "lägg fram åtgärdsförslagen", "give the proposals for measures"),
            EVALUATION_GROUP,
            (COUNTIES("122 § 3 mom."),),
            deadline="group_term",
        ),
    ),
)
PROPOSALS_GIVEN: Final = State(
    "proposals_given",
    Label("ehdotukset annettu", "förslagen framlagda", "proposals given"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "handle_proposals",
            Label(
                "käsittele arviointiryhmän toimenpide-ehdotukset",
                "behandla utvärderingsgruppens åtgärdsförslag",
                "handle the group's proposals for measures",
            ),
            COUNCIL,
            (COUNTIES("122 § 3 mom."),),
        ),
    ),
)
COUNCIL_DECIDED: Final = State(
    "council_decided",
    Label("valtuusto päättänyt", "fullmäktige har beslutat", "council has decided"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "notify_decision",
            Label(
                "saata päätös valtiovarainministeriön tietoon",
                "delge finansministeriet beslutet",
                "notify the decision to the Ministry of Finance",
            ),
            COUNTY,
            (COUNTIES("122 § 3 mom."),),
        ),
    ),
)
NOTIFIED_TO_VM: Final = State(
    "notified_to_vm",
    Label(
        "päätös valtiovarainministeriön tiedossa",
        "beslutet delgivet finansministeriet",
        "decision notified to the Ministry of Finance",
    ),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "decide_on_investigator",
            Label(
                "päätä aluejakoselvittäjän asettamisesta",
                "besluta om tillsättande av områdesindelningsutredare",
                "decide whether to appoint a division investigator",
            ),
            VM,
            (COUNTIES("122 § 4 mom."),),
        ),
    ),
)
FOLLOW_UP: Final = State(
    "follow_up",
    Label("toimenpiteiden seuranta", "uppföljning av åtgärderna", "follow-up of the measures"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "carry_out_measures",
            Label(
                "toteuta aluevaltuuston päättämät toimenpiteet",
                "genomför de åtgärder som fullmäktige beslutat om",
                "carry out the measures that the council decided",
            ),
            COUNTY,
            (COUNTIES("122 § 3 mom."),),
        ),
        TaskRule(
            "assess_measures",
            Label(
                "arvioi toimenpiteiden toteutuminen",
                "bedöm hur åtgärderna har genomförts",
                "assess how the measures are carried out",
            ),
            VM,
            (COUNTIES("122 § 4 mom."),),
        ),
    ),
)
INVESTIGATOR_APPOINTED: Final = State(
    "investigator_appointed",
    Label("aluejakoselvittäjä asetettu", "områdesindelningsutredare tillsatt", "division investigator appointed"),
    tasks=(
        TaskRule(
            "decide_on_division",
            Label(
                "päätä hyvinvointialueen muuttamisesta",
                "besluta om ändring av välfärdsområdet",
                "decide on changing the county",
            ),
            GOVERNMENT,
            (DIVISION("10 §"), in_place_of("10 §")),
        ),
    ),
)
CLOSED: Final = State("closed", Label("päättynyt", "avslutat", "closed"), final=True, status=Status.PRACTICE)
NOT_STARTED: Final = State(
    "not_started",
    Label("jätetty käynnistämättä", "inte inlett", "not started"),
    final=True,
    status=Status.PRACTICE,
)
DIVISION_DECIDED: Final = State(
    "division_decided",
    Label(
        "päättynyt aluejakopäätökseen",
        "avslutat genom beslut om områdesindelningen",
        "ended by a decision on the division",
    ),
    final=True,
    status=Status.PRACTICE,
)
DISCONTINUED: Final = State(
    "discontinued", Label("rauennut", "förfallet", "discontinued"), final=True, status=Status.PRACTICE
)

UNDER_RESTRICTION: Final = (
    STARTED,
    GROUP_APPOINTED,
    ASSESSMENT,
    PROPOSALS_GIVEN,
    COUNCIL_DECIDED,
    NOTIFIED_TO_VM,
    FOLLOW_UP,
    INVESTIGATOR_APPOINTED,
)
"""The states in which 124 § can restrict the county's powers, and in which remedies against its decisions are used."""

OPEN: Final = (CRITERIA_MET, *UNDER_RESTRICTION)
STATES: Final = (*OPEN, CLOSED, NOT_STARTED, DIVISION_DECIDED, DISCONTINUED)
