"""A shared theme, by the roadmap of 30 June 2021: what comes up in several counties is taken up for all of them.

The source compiles the themes of the discussions (those of rescue services apart) and tells the counties' wish that a
ministry takes up what all of them would otherwise prepare alone. A theme says who raised it, on which observations it
rests, who took it up, by when, and how it ended.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule, Kind, Meets, Procedure, State, TaskRule, Transition
from engine.law import Label, OpenQuestion, Status
from engine.parameters import Parameters
from procedures.declaring import guards_of
from procedures.roles import SM, STM, VM
from procedures.shared_theme import facts, guards
from procedures.shared_theme.guards import FEEDBACK, THEMES
from procedures.statutes import ROADMAP_2021

_MINISTRIES: Final = (STM, VM, SM)

SETTLED: Final = DeadlineRule(
    "theme_settled",
    Label("yhteisen asian ratkaiseminen", "lösning av den gemensamma frågan", "settling of the theme"),
    DeadlineKind.AGREED,
    Stated("due_on"),
    (FEEDBACK,),
    reminders_days=(-14, 0, 1),
)

RAISED: Final = State(
    "raised",
    Label("nostettu mutta ei vielä tartuttu", "upptagen men ännu inte behandlad", "raised but not taken up yet"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "take_up_theme",
            Label(
                "päätä, kuka tarttuu yhteiseen asiaan",
                "bestäm vem som tar tag i den gemensamma frågan",
                "decide who takes up the theme",
            ),
            STM,
            (FEEDBACK,),
        ),
    ),
)
TAKEN_UP: Final = State(
    "taken_up",
    Label("hoidetaan kansallisesti", "sköts nationellt", "taken up nationally"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "settle_theme",
            Label("hoida yhteinen asia ja päätä se", "sköt den gemensamma frågan och avsluta den", "settle the theme"),
            STM,
            (FEEDBACK,),
            deadline="theme_settled",
        ),
    ),
)
LEFT: Final = State(
    "left_to_counties",
    Label("alueiden hoidettavana", "sköts av områdena", "left to the counties"),
    final=True,
    status=Status.PRACTICE,
)
CLOSED: Final = State("closed", Label("asia hoidettu", "frågan skött", "settled"), final=True, status=Status.PRACTICE)
MERGED: Final = State(
    "merged",
    Label("osana toista asiaa", "del av en annan fråga", "part of another theme"),
    final=True,
    status=Status.PRACTICE,
)

TRANSITIONS: Final = (
    Transition(
        fact=facts.RAISED,
        sources=(),
        target=RAISED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(THEMES,),
        guards=(guards.SEVERAL,),
    ),
    Transition(
        fact=facts.COUNTIES_JOINED,
        sources=(RAISED, TAKEN_UP),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(THEMES,),
        guards=(guards.SOMETHING_NEW,),
    ),
    Transition(
        fact=facts.TAKEN_UP,
        sources=(RAISED,),
        target=TAKEN_UP,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FEEDBACK,),
        guards=(guards.DUE_AHEAD,),
        starts=(SETTLED,),
    ),
    Transition(
        fact=facts.HANDED_OVER,
        sources=(TAKEN_UP,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FEEDBACK,),
        guards=(guards.DUE_AHEAD,),
        cancels=(SETTLED,),
        starts=(SETTLED,),
    ),
    Transition(
        fact=facts.PROGRESS_TOLD,
        sources=(TAKEN_UP,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FEEDBACK,),
    ),
    Transition(
        fact=facts.LEFT_TO_COUNTIES,
        sources=(RAISED,),
        target=LEFT,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FEEDBACK,),
    ),
    Transition(
        fact=facts.CLOSED,
        sources=(RAISED, TAKEN_UP),
        target=CLOSED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FEEDBACK,),
        meets=(Meets(SETTLED),),
    ),
    Transition(
        fact=facts.MERGED,
        sources=(RAISED, TAKEN_UP),
        target=MERGED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(THEMES,),
    ),
)

WHO: Final = OpenQuestion(
    "who",
    Label(
        "Kuka päättää, tartutaanko yhteiseen asiaan kansallisesti?",
        "Vem avgör om en gemensam fråga tas upp nationellt?",
        "Who decides whether a theme is taken up nationally?",
    ),
    Label(
        "Jokainen kolmesta ministeriöstä voi kirjata, kuka asiaan tarttuu.",
        "Vart och ett av de tre ministerierna kan anteckna vem som tar tag i frågan.",
        "Each of the three ministries may record who takes it up.",
    ),
    (ROADMAP_2021("palaute", Status.UNSETTLED),),
    affects=("taken_up",),
)

DECLARATION: Final = Procedure(
    id="shared_theme",
    label=Label("alueiden yhteinen asia", "områdenas gemensamma fråga", "theme shared by counties"),
    description=Label(
        "Usean alueen nostama asia: ketkä sen nostivat, kuka siihen tarttuu kansallisesti ja miten se päättyy.",
        "En fråga som flera områden har tagit upp: vilka, vem som tar tag i den nationellt och hur den slutar.",
        "Something that several counties raised: which of them, who takes it up nationally, and how it ends.",
    ),
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="STM",
    subject_kinds=("state",),
    roles=(STM, VM, SM),
    states=(RAISED, TAKEN_UP, LEFT, CLOSED, MERGED),
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("shared_theme"),
    basis=(THEMES, FEEDBACK),
    open_questions=(WHO,),
    one_open_case=False,
)
