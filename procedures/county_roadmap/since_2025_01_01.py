"""A county's own reading of the roadmap, by the roadmap of 30 June 2021 and the counties' feedback in it.

The roadmap asks each county to hold it against its own situation and to judge what is critical there; the feedback asks
that a county's rhythm of answering follows its needs. Both last longer than a month, so they stand here and not in a
month's return. A county without such a case answers monthly, and nothing is known of what it judges critical.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from engine.case import Case
from engine.declaration import Kind, Procedure, State, TaskRule, Transition
from engine.law import Label, OpenQuestion, Status
from engine.parameters import Parameters
from procedures.county_roadmap import facts, guards
from procedures.county_roadmap.guards import FEEDBACK, READING
from procedures.declaring import guards_of
from procedures.roadmap.catalogue import Criticality
from procedures.roles import COUNTY_OFFICIALS, SM, STM, VM
from procedures.statutes import ROADMAP_2021

_MINISTRIES: Final = (STM, VM, SM)

IN_USE: Final = State(
    "in_use",
    Label("tiekartta käytössä", "vägkartan i bruk", "roadmap in use"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "judge_criticality",
            Label(
                "arvioi, mitkä osatehtävät ovat alueelle kriittisiä",
                "bedöm vilka deluppgifter som är kritiska för området",
                "judge which sub-tasks are critical to the county",
            ),
            COUNTY_OFFICIALS,
            (READING,),
            done_by=("criticality_judged",),
        ),
    ),
)
ENDED: Final = State(
    "ended", Label("ei enää käytössä", "inte längre i bruk", "no longer in use"), final=True, status=Status.PRACTICE
)

TRANSITIONS: Final = (
    Transition(
        fact=facts.TAKEN_INTO_USE,
        sources=(),
        target=IN_USE,
        by=(COUNTY_OFFICIALS, *_MINISTRIES),
        kind=Kind.ACT,
        basis=(READING,),
    ),
    Transition(
        fact=facts.CRITICALITY_JUDGED,
        sources=(IN_USE,),
        target=None,
        by=(COUNTY_OFFICIALS,),
        kind=Kind.ACT,
        basis=(READING,),
        guards=(guards.CONSISTENT,),
    ),
    Transition(
        fact=facts.RHYTHM_SET,
        sources=(IN_USE,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FEEDBACK,),
        guards=(guards.RHYTHM_FITS,),
    ),
    Transition(
        fact=facts.ENDED,
        sources=(IN_USE,),
        target=ENDED,
        by=(COUNTY_OFFICIALS, *_MINISTRIES),
        kind=Kind.ACT,
        basis=(READING,),
    ),
)

RHYTHM: Final = OpenQuestion(
    "rhythm",
    Label(
        "Millä perusteella alueen rytmiä kevennetään tai tihennetään?",
        "På vilken grund glesas eller tätas ett områdes rytm?",
        "By what rule does a county report less or more often?",
    ),
    Label(
        "Ministeriö päättää rytmin alueen tarpeen mukaan ja kirjaa syyn.",
        "Ministeriet fastställer rytmen enligt områdets behov och antecknar skälet.",
        "The ministry sets the rhythm by the county's needs and records why.",
    ),
    (ROADMAP_2021("palaute", Status.UNSETTLED),),
    affects=("rhythm_set",),
)
COLOURS: Final = OpenQuestion(
    "colours",
    Label(
        "Mitkä osatehtävät tiekartta itse merkitsi kriittisiksi ja ensimmäisinä aloitettaviksi?",
        "Vilka deluppgifter märkte vägkartan själv ut som kritiska och som de som ska inledas först?",
        "Which sub-tasks did the roadmap itself mark as critical and as those to start with?",
    ),
    Label(
        "Merkinnät olivat värejä eivätkä näy tekstissä: jokainen on tuntematon, kunnes alue arvioi sen.",
        "Markeringarna var färger och syns inte i texten: var och en är okänd tills området bedömer den.",
        "The marks were colours and are not in the text: each is unknown until the county judges it.",
    ),
    (ROADMAP_2021("", Status.UNSETTLED),),
    affects=("criticality_judged",),
)


def judged(case: Case) -> Mapping[str, Criticality]:
    """Gives what the county has judged critical or not critical, by sub-task; the newest judgement of each counts."""
    found: dict[str, Criticality] = {}
    for event in case.every("criticality_judged"):
        found |= dict.fromkeys(event.data["critical"], "critical")
        found |= dict.fromkeys(event.data["not_critical"], "not_critical")
    return found


def answers_in(case: Case | None, month: str) -> bool:
    """Says whether a county answers in a month (2026-11): each month, or by its lighter rhythm counted from its start.

    A month before the start of the newest rhythm is answered.
    """
    newest = case.last("rhythm_set") if case else None
    if newest is None or newest.data["rhythm"] != "lighter" or month < newest.data["from_month"]:
        return True
    return bool((_months(month) - _months(str(newest.data["from_month"]))) % int(newest.data["every_months"]) == 0)


def _months(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number)


DECLARATION: Final = Procedure(
    id="county_roadmap",
    label=Label("alueen tiekartta", "områdets vägkarta", "county's roadmap"),
    description=Label(
        "Alueen oma luenta toimeenpanon tiekartasta: mikä sille on kriittistä ja kuinka usein se vastaa kyselyihin.",
        "Områdets egen läsning av vägkartan: vad som är kritiskt för det och hur ofta det svarar.",
        "The county's own reading of the roadmap: what is critical to it, and how often it answers.",
    ),
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="STM",
    subject_kinds=("county", "city", "joint_authority"),
    roles=(STM, VM, SM, COUNTY_OFFICIALS),
    states=(IN_USE, ENDED),
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("county_roadmap"),
    basis=(READING, FEEDBACK),
    open_questions=(RHYTHM, COLOURS),
)
