"""The overview: the whole on one page, and below it the table that explains each mark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cli.picture.case_tables import act_table, due_table, flag_table, headings, left, waiting_table
from cli.picture.marks import STATUSES, Status, severity
from cli.picture.model import Act, CaseLine, Line, Picture, Waits
from cli.picture.svg_tiles import tiles
from cli.picture.tables import Cell, Table

if TYPE_CHECKING:
    from cli.picture.telling import Teller

MOST_CHANGES, MOST_DECISIONS, MOST_FLAGS, MOST_THEMES, MOST_AHEAD = 5, 5, 3, 4, 6


def overview(picture: Picture, tell: Teller) -> Mapping[str, Any]:
    """Gives what the template of the overview shows."""
    words = tell.words
    flags = [one for one in picture.flags if one.waits]
    themes = [one for one in picture.themes if one.closed_on is None]
    return {
        "counts": [_count(picture, status, tell) for status in STATUSES if status is not Status.NOT_APPLICABLE],
        "support": sum(one.support_asked for one in picture.counties),
        "tiles": tiles(picture.counties, tell, title=words("picture.overview.tiles_title")),
        "statuses": STATUSES,
        "rounds": _rounds(picture, tell),
        "changes": _shortened([*_moved(picture, tell), *(_change(one, tell) for one in picture.news)], MOST_CHANGES),
        "decisions": _shortened(_decisions(picture, tell), MOST_DECISIONS),
        "flags": _shortened(flags, MOST_FLAGS),
        "themes": _shortened(themes, MOST_THEMES),
        "ahead": _shortened(
            [
                {
                    "on": tell.day(due.on),
                    "what": tell(due.name),
                    "where": tell(line.subject_name),
                    "left": left(due.days_left, tell),
                }
                for line, due in picture.ahead
            ],
            MOST_AHEAD,
        ),
        "chapters": [
            {"name": words(f"picture.chapter.{one.id}"), "counts": _counted(one.lines)}
            for one in picture.chapters
            if one.lines
        ],
        "county_table": county_table(picture, tell),
        "change_table": act_table("changes", words("picture.overview.changes_table"), picture.news, tell),
        "decision_table": waiting_table(
            "decisions",
            words("picture.overview.decisions_table"),
            picture.decisions,
            tell,
            tell.nothing("decisions"),
        ),
        "flag_table": flag_table("flags", words("picture.overview.flags_table"), picture.flags, tell),
        "ahead_table": due_table("ahead", words("picture.overview.ahead_table"), picture.ahead, tell),
    }


def county_table(picture: Picture, tell: Teller) -> Table:
    """Gives the 23 with what the log and what they themselves say, the change, and why."""
    rows = tuple(
        (
            Cell(
                tell(one.name),
                href=f"county-{one.slug}.html",
                anchor=f"area-{one.code.lower()}",
                below=(tell(one.area),) if one.area else (),
            ),
            Cell(mark=one.overall, support=one.support_asked),
            Cell(mark=one.derived),
            Cell(mark=one.reported),
            Cell(tell.words(f"picture.change.{one.change or 'unknown'}")),
            Cell(tell(one.overall.reason), why=one.overall),
        )
        for one in picture.counties
    )
    keys = ("county", "state", "derived", "reported", "change", "why")
    caption = tell.words("picture.overview.county_table")
    return Table("counties", caption, headings(tell, *keys), rows, note=tell(picture.based_on.told))


def _count(picture: Picture, status: Status, tell: Teller) -> Mapping[str, Any]:
    number, before = picture.count(status), picture.counted_before(status)
    if before is None:
        change = tell.words("picture.change.unknown")
    elif number == before:
        change = tell.words("picture.change.unchanged")
    else:
        change = tell.words("picture.change.by", by=f"{number - before:+d}".replace("-", "−"))
    return {"status": status, "number": number, "change": change}


def _rounds(picture: Picture, tell: Teller) -> list[str]:
    found, told = picture.round, []
    if found.month is not None and found.due is not None:
        told.append(
            tell.words(
                f"picture.overview.{'round_part' if picture.part else 'round'}",
                month=found.month,
                answered=found.answered,
                all=len(picture.counties),
                due=found.due,
            )
        )
    if found.confirmed_on is not None:
        told.append(tell.words("picture.overview.confirmed", month=found.confirmed_month, on=found.confirmed_on))
    return told


def _decisions(picture: Picture, tell: Teller) -> list[Mapping[str, Any]]:
    """Gives the decisions that wait, those alike in several cases as one with everybody whom it concerns."""
    alike: dict[tuple[str, ...], list[tuple[CaseLine, Waits]]] = {}
    for line, task in picture.decisions:
        alike.setdefault((tell(task.name), tell(task.role), tell(line.label)), []).append((line, task))
    return [
        {
            "what": what,
            "who": who,
            "where": f"{procedure}: {', '.join(dict.fromkeys(tell(line.subject_name) for line, _ in found))}",
            "due": min((tell.day(task.due) for _, task in found if task.due), default=None),
            "late": any(task.due is not None and task.due < picture.stamp.in_force_on for _, task in found),
            "days": max((picture.stamp.in_force_on - task.raised_on).days for _, task in found),
        }
        for (what, who, procedure), found in alike.items()
    ]


def _moved(picture: Picture, tell: Teller) -> list[Mapping[str, str]]:
    """Gives the counties whose state is another than when the last round was confirmed, what worsened first."""
    moved = [one for one in picture.counties if one.was is not None and one.was is not one.overall.status]
    moved.sort(key=lambda one: (one.change != "worsened", -severity(one.overall.status), one.code))
    return [
        {
            "on": tell(one.name),
            "what": f"{_state(one.was, tell)} → {_state(one.overall.status, tell)}",
            "where": tell(one.overall.reason),
        }
        for one in moved
    ]


def _state(status: Status | None, tell: Teller) -> str:
    return tell.words(f"picture.status.{status}")


def _change(act: Act, tell: Teller) -> Mapping[str, str]:
    return {"on": tell.day(act.on), "what": tell(act.fact), "where": f"{tell(act.subject_name)}, {tell(act.procedure)}"}


def _shortened(items: Sequence[Any], most: int) -> Mapping[str, Any]:
    return {"shown": items[:most], "more": max(len(items) - most, 0), "all": len(items)}


def _counted(lines: Iterable[Line]) -> list[tuple[Status, int]]:
    found = [line.mark.status for line in lines]
    return [(status, found.count(status)) for status in STATUSES if status in found]
