"""A county's observation in the situational picture, by the roadmap of 30 June 2021: a note, a wish or a risk.

One observation is one case, so that each has its own answer and its own age without one. Kinds are never mixed: what
was raised as a wish stays a wish; whoever meant a risk withdraws it and raises the risk. The sources set no time for
the answer, so no clock runs; how long it has waited is seen from the day on which it was raised.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.case import Case
from engine.declaration import Kind, Procedure, State, TaskRule, Transition
from engine.law import Label, OpenQuestion, Status
from engine.parameters import Parameters
from procedures.county_observation import facts
from procedures.roles import COUNTY_OFFICIALS, SM, STM, VM
from procedures.statutes import ROADMAP_2021

PICTURE: Final = ROADMAP_2021("tilannekuva", Status.PRACTICE)
FEEDBACK: Final = ROADMAP_2021("palaute", Status.PRACTICE)
_MINISTRIES: Final = (STM, VM, SM)

RAISED: Final = State(
    "raised",
    Label("odottaa vastausta", "väntar på svar", "waits for an answer"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "answer_observation",
            Label("vastaa alueen havaintoon", "svara på områdets iakttagelse", "answer the county's observation"),
            STM,
            (FEEDBACK,),
        ),
    ),
)
ANSWERED: Final = State(
    "answered",
    Label("vastaus annettu", "svar givet", "answer given"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "close_observation",
            Label(
                "päätä havainto tai pyydä tarkennusta",
                "avsluta iakttagelsen eller begär precisering",
                "close the observation or ask further",
            ),
            COUNTY_OFFICIALS,
            (FEEDBACK,),
        ),
    ),
)
CLOSED: Final = State(
    "closed", Label("loppuun käsitelty", "slutbehandlad", "dealt with"), final=True, status=Status.PRACTICE
)
WITHDRAWN: Final = State(
    "withdrawn",
    Label("alue on perunut", "återtagen av området", "withdrawn by the county"),
    final=True,
    status=Status.PRACTICE,
)

TRANSITIONS: Final = (
    Transition(
        fact=facts.RAISED,
        sources=(),
        target=RAISED,
        by=(COUNTY_OFFICIALS,),
        kind=Kind.ACT,
        basis=(PICTURE,),
    ),
    Transition(
        fact=facts.ANSWERED,
        sources=(RAISED, ANSWERED),
        target=ANSWERED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FEEDBACK,),
    ),
    Transition(
        fact=facts.ASKED_FURTHER,
        sources=(ANSWERED,),
        target=RAISED,
        by=(COUNTY_OFFICIALS,),
        kind=Kind.ACT,
        basis=(FEEDBACK,),
    ),
    Transition(
        fact=facts.CLOSED,
        sources=(ANSWERED,),
        target=CLOSED,
        by=(COUNTY_OFFICIALS, *_MINISTRIES),
        kind=Kind.ACT,
        basis=(FEEDBACK,),
    ),
    Transition(
        fact=facts.WITHDRAWN,
        sources=(RAISED, ANSWERED),
        target=WITHDRAWN,
        by=(COUNTY_OFFICIALS,),
        kind=Kind.ACT,
        basis=(PICTURE,),
    ),
)

ANSWER_TIME: Final = OpenQuestion(
    "answer_time",
    Label(
        "Missä ajassa alueen havaintoon vastataan?",
        "Inom vilken tid besvaras ett områdes iakttagelse?",
        "Within what time is a county's observation answered?",
    ),
    Label(
        "Aikaa ei ole lähteissä eikä sitä lasketa; näytetään, kauanko havainto on odottanut.",
        "Källorna anger ingen tid och ingen räknas; det visas hur länge iakttagelsen har väntat.",
        "The sources set none and none is counted; it is shown how long the observation has waited.",
    ),
    (ROADMAP_2021("palaute", Status.UNSETTLED),),
    affects=("raised", "answered"),
)


def waiting_since(case: Case) -> date | None:
    """Gives the day since which an observation has waited for an answer; None when it waits for none."""
    if case.state != "raised":
        return None
    asked = case.last("asked_further") or case.readings[0]
    return asked.effective_on


DECLARATION: Final = Procedure(
    id="county_observation",
    label=Label("alueen havainto", "områdets iakttagelse", "county's observation"),
    description=Label(
        "Alueen huomio, toive tai riski, johon valtio vastaa.",
        "Ett områdes anmärkning, önskemål eller risk, som staten svarar på.",
        "A county's note, wish or risk, which the State answers.",
    ),
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="STM",
    subject_kinds=("county", "city", "joint_authority"),
    roles=(STM, VM, SM, COUNTY_OFFICIALS),
    states=(RAISED, ANSWERED, CLOSED, WITHDRAWN),
    transitions=TRANSITIONS,
    guards=(),
    parameters=Parameters("county_observation"),
    basis=(PICTURE, FEEDBACK),
    open_questions=(ANSWER_TIME,),
    one_open_case=False,
)
