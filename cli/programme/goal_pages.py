"""The pages of `goal tree` and `goal show`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cli.frame.as_of import seen_from
from cli.programme.entries import goal
from cli.programme.linked import link_name, links_line
from cli.programme.running import PROGRAMME, STATE, is_hidden, programme_as_of
from cli.programme.scale import MARKS, owners_told, proposed, shown, told
from cli.programme.standings import Standings
from procedures.reform_programme.catalogue import programme

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from cli.screen.shapes import Shape


def show_tree(run: Invocation, goal_id: str | None, *, measures: bool) -> None:
    """Prints the goal tree, or the part of it under a goal.

    Raises:
        NotFound: there is no such goal.
    """
    roots = [goal(goal_id)] if goal_id else [one for one in programme().goals if one.parent is None]
    standings, about = standings_of(run)
    goals = [standings.goal_shape(one) for one in roots]
    held = {one: standings.measure_shape(one) for root in goals for one in root["measures"]} if measures else {}
    data = {**about, "goals": goals, "measures": list(held.values())} if measures else {**about, "goals": goals}
    run.out.thing(data, lambda page: _tree_page(run, data, held, page))


def show_goal(run: Invocation, goal_id: str) -> None:
    """Prints one goal with what belongs to it.

    Raises:
        NotFound: there is no such goal.
    """
    found = goal(goal_id)
    standings, about = standings_of(run)
    shape = standings.goal_shape(found)
    measures = [standings.measure_shape(one) for one in shape["measures"]]
    links = [{**one, "name": link_name(run, one["kind"], one["target"])} for one in shape["links"]]
    data = {**about, **shape, "measures": measures, "links": links}
    run.out.thing(data, lambda page: _goal_page(run, data, page))


def standings_of(run: Invocation) -> tuple[Standings, Shape]:
    """Gives the programme as it stood as of the moment asked for, and whose it is as data."""
    with run.record() as record:
        position, _, day = seen_from(run, record)
        known = programme_as_of(run, record)
        hidden = known is None and is_hidden(record, STATE, PROGRAMME)
    case = known[1] if known else None
    about = {
        "programme": case.case_id if case else None,
        "programme_state": case.state if case else None,
        "hidden": hidden,
        "source": programme().source,
        "as_of": {"position": position, "day": day.isoformat()},
    }
    return Standings(case, day, run.language, hidden=hidden), about


def not_begun(run: Invocation, data: Shape, page: Page) -> None:
    """Says that no programme is recorded, where that is so, and how one begins; or that it may be hidden."""
    if data["hidden"]:
        page.say(run.words("programme.hidden"), "warn")
    elif data["programme"] is None:
        page.say(run.words("programme.not_begun"), "warn")
        page.then(
            run.command("case", "start", "reform_programme", "--subject", "FI", "--on", "DATE")
            + " --doc development_proposal=DIARY"
        )


def _tree_page(run: Invocation, data: Shape, measures: dict[str, Shape], page: Page) -> None:
    words = run.words
    page.title(words("programme.tree.title", source=data["source"]))
    not_begun(run, data, page)
    for depth, one in _flat(data["goals"]):
        page.item(_goal_line(run, one), mark="  " * depth + MARKS[one["state"]], under=list(_goal_under(run, one)))
        if one["level"] != "sub_goal" or not measures:
            continue
        for measure_id in one["measures"]:
            measure = measures[measure_id]
            page.item(
                f"{measure['id']} {measure['name']}",
                mark="  " * (depth + 1) + MARKS[measure["state"]],
                under=list(measure_under(run, measure)),
                tone="quiet",
            )
    first = next((one["id"] for _, one in _flat(data["goals"]) if one["state"] in ("late", "at_risk")), "N3.1")
    page.then(run.command("goal", "show", first), run.command("plan", "list"), run.command("assumption", "list"))


def _flat(goals: Sequence[Shape], depth: int = 0) -> Iterator[tuple[int, Shape]]:
    for one in goals:
        yield depth, one
        yield from _flat(one["children"], depth + 1)


def _goal_line(run: Invocation, one: Shape) -> str:
    number = "" if one["level"] == "main" else f"{one['id']} "
    return f"{number}{one['name']} · {_stands(run, one)}"


def _stands(run: Invocation, one: Shape) -> str:
    """Says where a goal stands, by whom, and of how many of its measures something is known."""
    words = run.words
    parts = [told(run, one).partition(" ")[2]]
    if one["reported"]:
        provenance = words.term("programme.provenance", one["provenance"])
        parts[0] += f" ({provenance} {words.date(one['reported_on'])})"
    if one["measures"] and not one["hidden"]:
        parts.append(words("programme.based_on", told=one["measures_told"], all=len(one["measures"])))
    return ", ".join(parts)


def _goal_under(run: Invocation, one: Shape) -> Iterator[str]:
    words = run.words
    if one["reason"]:
        yield words("programme.why", reason=one["reason"])
    if one["level"] != "sub_goal":
        return
    if one["measures"]:
        yield words("programme.owners", owners=owners_told(run, one))
    elif one["no_measures"]:
        yield one["no_measures"]
    if one["links"]:
        yield words("programme.links", links=links_line(run, one["links"]))


def measure_under(run: Invocation, one: Shape) -> Iterator[str]:
    """Yields the lines under a measure: owner and day, what was said and why."""
    words = run.words
    due = f" · {words('programme.due', due=words.date(one['due_on']))}" if one["due_on"] else ""
    yield words("programme.owners", owners=owners_told(run, one)) + due
    if one["reason"]:
        yield words("programme.why", reason=one["reason"])


def _goal_page(run: Invocation, data: Shape, page: Page) -> None:
    words = run.words
    page.title(f"{data['id']} · {data['name']}")
    page.field(words("programme.field.place"), f"{data['source']}, {data['place']}")
    not_begun(run, data, page)
    basis = "" if data["hidden"] else f" · {_basis(run, data)}"
    page.field(words("programme.field.state"), told(run, data) + basis)
    if data["reason"]:
        page.field(words("programme.field.reason"), data["reason"])
    if data["support_asked"]:
        page.field(words("programme.field.support"), words("word.yes"), "warn")
    if data["measures"]:
        page.field(words("programme.field.owners"), owners_told(run, data))
    for one in data["children"]:
        page.item(_goal_line(run, one), mark=MARKS[one["state"]])
    if data["measures"]:
        page.heading(words("programme.field.measures"))
        for one in data["measures"]:
            line = f"{one['id']} {one['name']} · {told(run, one).partition(' ')[2]}"
            page.item(line, mark=MARKS[one["state"]], under=list(measure_under(run, one)))
    if data["links"]:
        page.heading(words("programme.field.links"))
        for one in data["links"]:
            kind = words.term("programme.kind", one["kind"])
            tied = f" ({words('programme.tied')})" if one["from"] == "tied" else ""
            page.item(
                f"{kind} {one['target']}: {one['name']}{tied}" if one["name"] else f"{kind} {one['target']}{tied}"
            )
    assess = run.command("goal", "assess", data["id"], proposed(data["state"]), "--reason", "VALUE")
    page.then(
        *([] if data["hidden"] else [assess]),
        *(run.command("plan", "list", "--goal", data["id"]) for _ in data["measures"][:1]),
        run.command("goal", "tree"),
    )


def _basis(run: Invocation, data: Shape) -> str:
    """Says what the state rests on: the log and what was reported, side by side."""
    words = run.words
    parts = []
    if data["derived"]:
        parts.append(words("programme.from_measures", state=shown(run, data["derived"])))
    if data["reported"]:
        provenance = words.term("programme.provenance", data["provenance"])
        parts.append(f"{provenance} {words.date(data['reported_on'])}: {shown(run, data['reported'])}")
    parts.append(words("programme.based_on", told=data["measures_told"], all=len(data["measures"])))
    return "; ".join(parts)
