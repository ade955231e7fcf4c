"""What the counties of a month have in common: open themes, and sub-tasks that several of them raise.

A sub-task is raised by a county that says it is at risk or late, asks support with it, or has a note, wish or risk
about it. Observations of rescue services are compiled apart; nothing else tells a rescue matter from another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cli.collect.rounds import month as month_named
from cli.collect.rounds import returns_of, the_round
from cli.collect.standing import WHOLE_STATE, Standing, known_cases
from cli.collect.steps import id_for, new_case, record_all
from cli.frame.clocks import parse_day
from cli.screen.page import Column
from engine.assess import Act
from engine.several import Step
from procedures.roadmap.catalogue import roadmap
from procedures.roadmap.fields import NEED_REASON
from procedures.shared_theme.guards import counties_of, observations_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from cli.frame.invocation import Invocation
    from cli.messages import Words
    from cli.screen.page import Page
    from cli.wiring import Record

SEVERAL = 2
MOST = 60


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that several counties have in common: an open theme, or a sub-task that is none yet."""

    name: str
    counties: tuple[str, ...]
    rescue: bool
    case_id: str | None = None
    task: str | None = None
    observations: tuple[str, ...] = ()

    @property
    def same(self) -> tuple[str, bool]:
        """What it is told apart from others by."""
        return self.name, self.rescue

    def data(self, case_id: str | None = None) -> dict[str, Any]:
        """Gives it as a compilation holds it."""
        found: dict[str, Any] = {"name": self.name, "counties": list(self.counties)}
        ident = self.case_id or case_id
        return found | ({"theme_case": ident} if ident else {})


def shared_in(record: Record, which: str, words: Words) -> tuple[Shared, ...]:
    """Gives what the counties have in common in a month: open themes first, then the sub-tasks most of them raise."""
    steered = {actor.code for actor in record.wiring.directory.steered()}
    themes = []
    taken: set[str] = set()
    for case in known_cases(record, WHOLE_STATE, "shared_theme"):
        counties = tuple(sorted(counties_of(case) & steered))
        if case.closed_on is None and len(counties) >= SEVERAL:
            data = case.readings[0].data
            themes.append(Shared(data["name"], counties, data["sector"] == "rescue", case.case_id))
            taken |= observations_of(case)
    named = {one.same for one in themes}
    candidates = [
        one
        for one in _raised(record, which, words)
        if one.same not in named and not (one.observations and set(one.observations) <= taken)
    ]
    candidates.sort(key=lambda one: (-len(one.counties), one.task or ""))
    return (*themes, *candidates)


def _raised(record: Record, which: str, words: Words) -> Iterator[Shared]:
    by_task: dict[tuple[str, bool], dict[str, list[str]]] = {}
    for code in returns_of(record, which):
        for task, rescue, case_id in _of_county(Standing(record, code)):
            cases = by_task.setdefault((task, rescue), {}).setdefault(code, [])
            cases += [case_id] if case_id else []
    for (task, rescue), found in by_task.items():
        if len(found) >= SEVERAL:
            name = words("collect.theme.sub_task", id=task, name=roadmap().subtask(task).name)
            observations = tuple(sorted(one for cases in found.values() for one in cases))
            yield Shared(name, tuple(sorted(found)), rescue, task=task, observations=observations)


def _of_county(county: Standing) -> Iterator[tuple[str, bool, str | None]]:
    """Yields the sub-tasks that a county raises, whether as a matter of rescue services, and by which observation."""
    for key, values in county.values.items():
        if key.kind == "task" and (values["state"] in NEED_REASON or values["support_asked"] == "yes"):
            yield key.about, False, None
    for case in county.observations:
        raised = case.readings[0].data
        if raised["task"] is not None and case.closed_on is None:
            yield raised["task"], raised["sector"] == "rescue", case.case_id


def compile_month(
    run: Invocation, month: str, on: str, highlights: Sequence[str], *, raising: bool, command_id: str | None
) -> None:
    """Records what the counties of a month have in common; with `raising` the new ones are opened as themes.

    Raises:
        Refused: the collection has not ended.
    """
    which, day = month_named(month), parse_day(on, "--on")
    with run.record(write=True) as record:
        case = the_round(record, which)
        found = shared_in(record, which, run.words)[: 2 * MOST]
        opened, ids = _openings(run, record, found, which, day) if raising else ([], {})
        lists = {
            "themes": [one.data(ids.get(one.same)) for one in found if not one.rescue][:MOST],
            "rescue_themes": [one.data(ids.get(one.same)) for one in found if one.rescue][:MOST],
        }
        position = record.log.head().position
        data = {**lists, "highlights": list(highlights), "position": position}
        act = Act(fact="themes_compiled", on=day, data=data)
        recorded = record_all(run, record, [*opened, Step(case.case_id, act)], command_id)
    shape = {
        "month": which,
        **lists,
        "highlights": list(highlights),
        "position": position,
        "raised": list(ids.values()),
        "replayed": recorded[0].replayed,
        "rehearsed": run.dry_run,
    }
    run.out.thing(shape, lambda page: _page(run, shape, page))


def _openings(
    run: Invocation, record: Record, found: Sequence[Shared], which: str, day: date
) -> tuple[list[Step], Mapping[tuple[str, bool], str]]:
    steps: list[Step] = []
    ids: dict[tuple[str, bool], str] = {}
    for one in found:
        if one.case_id is None and one.same not in ids:
            data: dict[str, Any] = {"name": one.name, "counties": list(one.counties), "month": which}
            data |= {"observations": list(one.observations), "sector": "rescue" if one.rescue else "both"}
            act = Act(fact="raised", on=day, data=data)
            step = new_case(run, "shared_theme", WHOLE_STATE, act)
            ids[one.same] = id_for(record, step, tuple(ids.values()))
            steps.append(new_case(run, "shared_theme", WHOLE_STATE, act, ids[one.same]))
    return steps, ids


def _page(run: Invocation, shape: dict[str, Any], page: Page) -> None:
    words, directory = run.words, run.wiring.directory
    told = words("collect.act.compiled", month=shape["month"])
    page.title(words("collect.act.would", what=told) if run.dry_run else told)
    columns = [
        Column("name", words("collect.column.theme"), wrap=True),
        Column("counties", words("collect.column.counties"), wrap=True),
        Column("theme_case", words("collect.column.case")),
    ]
    for key, heading in (("themes", "compiled"), ("rescue_themes", "compiled_rescue")):
        page.heading(words(f"collect.theme.{heading}"))
        rows = [
            {
                **one,
                "counties": ", ".join(directory.by_code(code).name.text(run.language) for code in one["counties"]),
                "theme_case": one.get("theme_case", ""),
            }
            for one in shape[key]
        ]
        if rows:
            page.table(columns, rows)
        else:
            page.say(words("collect.theme.list_empty"))
    if run.dry_run:
        page.say(words("case.nothing_stored"), "warn")
    page.then(
        run.command("collect", "confirm", "--month", shape["month"], "--on", "DATE"), run.command("theme", "list")
    )
