"""The reform plan of one county that is in a special procedure, or at risk of one (table 2, goal 2).

Need assessed, content agreed with the county, plan received, assessed against the four sub-goals, and its progress
followed in the shared picture and in THL's assessment. No statute orders the plan.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from engine.parameters import Parameters
from procedures.county_reform_plan import questions, states
from procedures.county_reform_plan.guards import PLAN
from procedures.county_reform_plan.moves import TRANSITIONS
from procedures.declaring import guards_of
from procedures.roles import COUNTY_ORGAN, SM, STM, THL, VM

DECLARATION: Final = Procedure(
    id="county_reform_plan",
    label=Label("alueen reformisuunnitelma", "områdets reformplan", "reform plan of the county"),
    description=Label(
        "Erityismenettelyssä tai sellaisen riskissä olevan hyvinvointialueen reformisuunnitelma: tarve, sisältö, "
        "arviointi ja seuranta.",
        "Reformplanen för ett välfärdsområde som är i ett särskilt förfarande eller riskerar ett sådant: behov, "
        "innehåll, bedömning och uppföljning.",
        "The reform plan of a county in, or at risk of, a special procedure: need, content, assessment, follow-up.",
    ),
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("county", "city", "joint_authority"),
    roles=(VM, STM, SM, COUNTY_ORGAN, THL),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("county_reform_plan"),
    basis=(PLAN,),
    open_questions=questions.QUESTIONS,
)
