"""`ohjaus goal`: the goal tree of the programme, one goal with what belongs to it, and what is recorded of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.frame.command import Noun, argument, option
from cli.programme.act_options import report_options, state_argument, when_of, when_options
from cli.programme.completing import complete_goals
from engine.law import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from cli.frame.invocation import Invocation

KINDS = ("case", "measure", "action", "objective", "commitment", "indicator", "theme", "subtask")

goal = Noun(
    "goal",
    about=Label(
        "Reformin tavoitteet: puu, yksi tavoite ja sen toteutuminen.",
        "Reformens mål: trädet, ett mål och hur det uppnås.",
        "The goals of the reform: the tree, one goal, and how far it has been reached.",
    ),
    examples=("$ ohjaus goal tree", "$ ohjaus goal show N3.1"),
)


def _goal_argument(*, required: bool = True) -> Callable[..., Any]:
    return argument(
        "goal_id",
        metavar="GOAL" if required else "[GOAL]",
        required=required,
        shell_complete=complete_goals,
        about=Label("tavoite, esimerkiksi N3.1", "målet, till exempel N3.1", "the goal, such as N3.1"),
    )


@goal.verb(
    "tree",
    about=Label(
        "Näyttää tavoitepuun: missä kukin tavoite on, kenen vastuulla se on ja mihin se liittyy.",
        "Visar målträdet: var varje mål står, vem som ansvarar för det och vad det hör ihop med.",
        "Shows the goal tree: where each goal stands, who answers for it and what belongs with it.",
    ),
    more=Label(
        "Tavoitteen tila on sen toimenpiteiden heikoin tila, jos siitä kerrotaan jotakin. Vaikeneminen ei ole hyvä "
        "uutinen: ”ei tietoa” pysyy näkyvissä.",
        "Målets läge är det sämsta av åtgärdernas lägen, där något har sagts om dem. Tystnad är ingen god nyhet: "
        "”ingen uppgift” förblir synlig.",
        "A goal stands where the worst of its measures stands, as far as anything was said of them. Silence is no good "
        "news: “no information” stays visible.",
    ),
    examples=(
        "$ ohjaus goal tree",
        "$ ohjaus goal tree N3 --measures",
        "$ ohjaus goal tree --in-force-on 2026-09-01 --format json",
    ),
)
@_goal_argument(required=False)
@option(
    "--measures",
    is_flag=True,
    about=Label("myös toimenpiteet", "även åtgärderna", "the measures as well"),
)
def tree(run: Invocation, goal_id: str | None, *, measures: bool) -> None:
    """Shows the tree."""
    from cli.programme.goal_pages import show_tree

    show_tree(run, goal_id, measures=measures)


@goal.verb(
    "show",
    about=Label(
        "Näyttää yhden tavoitteen: alatavoitteet, toimenpiteet ja liitokset.",
        "Visar ett mål: delmål, åtgärder och kopplingar.",
        "Shows one goal: its sub-goals, its measures and what is linked with it.",
    ),
    examples=("$ ohjaus goal show N3.1", "$ ohjaus goal show R2 --format json"),
)
@_goal_argument()
def show(run: Invocation, goal_id: str) -> None:
    """Shows a goal."""
    from cli.programme.goal_pages import show_goal

    show_goal(run, goal_id)


@goal.verb(
    "assess",
    writes=True,
    about=Label(
        "Kirjaa arvion siitä, missä tavoitteen toteutuminen on.",
        "Antecknar en bedömning av hur långt målet har uppnåtts.",
        "Records how far a goal has been reached.",
    ),
    examples=(
        '$ ohjaus goal assess N3.1 at_risk --reason "Tiedot kootaan käsin" --discussed --dry-run',
        "$ ohjaus goal assess N3.1 late --dry-run  # exit 5",
    ),
)
@_goal_argument()
@state_argument()
@report_options
@when_options
def assess(run: Invocation, goal_id: str, state: str, **given: Any) -> None:
    """Records an assessment."""
    from cli.programme.goal_acts import assess_goal

    assess_goal(run, goal_id, state, given, when_of(given))


_LINKED = argument(
    "kind",
    metavar="KIND",
    type=click.Choice(KINDS),
    about=Label(
        "mitä liitetään: case, measure, action, objective, commitment, indicator, theme tai subtask",
        "vad som kopplas: case, measure, action, objective, commitment, indicator, theme eller subtask",
        "what is linked: case, measure, action, objective, commitment, indicator, theme or subtask",
    ),
)
_TARGET = argument(
    "target",
    metavar="TARGET",
    about=Label("sen tunnus tai numero", "dess beteckning eller nummer", "its id or number"),
)
_REMARK = option("--remark", metavar="TEXT", about=Label("huomautus", "anmärkning", "a remark"))


@goal.verb(
    "link",
    writes=True,
    about=Label(
        "Liittää tavoitteeseen asian, toimenpiteen, valtakunnallisen tavoitteen tai muun.",
        "Kopplar ett ärende, en åtgärd, ett riksomfattande mål eller annat till ett mål.",
        "Links a case, a measure, a national objective or something else with a goal.",
    ),
    examples=("$ ohjaus goal link N3.1 objective 4 --dry-run",),
)
@_goal_argument()
@_LINKED
@_TARGET
@_REMARK
@when_options
def link(run: Invocation, goal_id: str, kind: str, target: str, *, remark: str | None, **given: Any) -> None:
    """Links something with a goal."""
    from cli.programme.goal_acts import link_goal

    link_goal(run, "link", (goal_id, kind, target), remark, when_of(given))


@goal.verb(
    "unlink",
    writes=True,
    about=Label(
        "Purkaa liitoksen, jonka joku on tehnyt.",
        "Upphäver en koppling som någon har gjort.",
        "Undoes a link that somebody made.",
    ),
    examples=("$ ohjaus goal unlink N3.1 objective 7 --dry-run",),
)
@_goal_argument()
@_LINKED
@_TARGET
@_REMARK
@when_options
def unlink(run: Invocation, goal_id: str, kind: str, target: str, *, remark: str | None, **given: Any) -> None:
    """Undoes a link."""
    from cli.programme.goal_acts import link_goal

    link_goal(run, "unlink", (goal_id, kind, target), remark, when_of(given))
