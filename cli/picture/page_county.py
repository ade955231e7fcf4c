"""A county's own page: what runs, what is late, what it said and what it was answered, and the agenda."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cli.picture.case_tables import (
    act_table,
    case_table,
    flag_table,
    headings,
    line_table,
    note_table,
    pressing_lines,
    waiting_table,
)
from cli.picture.marks import STATUSES, Status
from cli.picture.model import County, Group, Picture
from cli.picture.svg_bars import bars
from cli.picture.svg_timeline import timeline
from cli.picture.tables import Cell, Table

if TYPE_CHECKING:
    from cli.picture.telling import Teller


def county_page(picture: Picture, one: County, tell: Teller) -> Mapping[str, Any]:
    """Gives what the template of a county's page shows."""
    words = tell.words
    name = tell(one.name)
    lines = [line for group in one.groups for line in group.lines]
    told = [line for line in lines if line.mark.status is not Status.NO_INFORMATION]
    unsaid = len(lines) - len(told)
    return {
        "county": one,
        "name": name,
        "timeline": timeline(
            one.cases,
            picture.stamp.in_force_on,
            tell,
            ident="timeline",
            title=words("picture.county.timeline_title", name=name),
            about=words.count("picture.county.timeline_about", len(one.cases)),
        )
        if one.cases
        else None,
        "cases": case_table("cases", words("picture.county.cases", name=name), one.cases, tell, by_subject=False),
        "shared": case_table(
            "shared", words("picture.county.shared", name=name), one.shared_cases, tell, by_subject=False
        ),
        "owed": waiting_table("owed", words("picture.county.owed", name=name), one.owed, tell, tell.nothing("owed")),
        "bars": bars(
            [(tell(group.name), _counts(group)) for group in one.groups],
            ident="groups",
            title=words("picture.county.groups_title", name=name),
            about=words.count("picture.county.groups_about", unsaid, all=len(lines)),
        )
        if one.groups
        else None,
        "groups": _group_table(one, tell),
        "based_on": words.count("picture.county.groups_about", unsaid, all=len(lines)),
        "pressing": line_table(
            "pressing",
            words("picture.county.pressing", name=name),
            pressing_lines(lines),
            tell,
            name="subtask",
            empty=tell.nothing("pressing"),
        ),
        "told": line_table(
            "told",
            words("picture.county.told", name=name),
            told,
            tell,
            name="subtask",
            empty=tell.nothing("told"),
        ),
        "unsaid": [
            (tell(group.name), [f"{line.number} {tell(line.name)}" for line in group.lines if line not in told])
            for group in one.groups
        ],
        "preconditions": line_table(
            "preconditions",
            words("picture.county.preconditions", name=name),
            one.preconditions,
            tell,
            name="precondition",
            empty=tell.nothing("preconditions"),
        ),
        "notes": note_table(
            "observations",
            words("picture.county.notes", name=name),
            one.notes,
            tell,
            by_subject=False,
            empty=tell.nothing("notes"),
        ),
        "flags": flag_table("flags", words("picture.county.flags", name=name), one.flags, tell),
        "peers": _peer_table(one, tell),
        "figures": _figure_table(picture, one, tell),
        "problems": case_table(
            "problems", words("picture.county.problems", name=name), one.problems, tell, by_subject=False
        ),
        "others": [
            {"href": f"county-{other.slug}.html", "name": tell(other.name)}
            for other in picture.counties
            if picture.profile != "county" and other.code != one.code
        ],
        "contacts": _contact_table(one, tell),
        "agenda": [tell(point) for point in one.agenda],
        "news": act_table("changes", words("picture.county.news", name=name), one.news, tell),
    }


def _counts(group: Group) -> Mapping[Status, int]:
    return {status: group.count(status) for status in STATUSES}


def _group_table(one: County, tell: Teller) -> Table:
    shown = [status for status in STATUSES if status is not Status.NOT_APPLICABLE]
    rows = tuple(
        (Cell(tell(group.name)), *(Cell(str(group.count(status)), number=True) for status in shown))
        for group in one.groups
    )
    columns = (tell.words("picture.column.group"), *(tell.words(f"picture.status.{status}") for status in shown))
    caption = tell.words("picture.county.groups", name=tell(one.name))
    return Table("groups", caption, columns, rows, empty=tell.nothing("groups"))


def _peer_table(one: County, tell: Teller) -> Table:
    words = tell.words
    unknown = words("picture.status.no_information")
    rows = tuple(
        (
            Cell(words(f"picture.peer.{peer.key}")),
            Cell(unknown if peer.value is None else str(peer.value), number=True),
            Cell(peer.median or unknown, number=True),
            Cell(words(f"picture.quarter.q{peer.quarter}") if peer.quarter else unknown),
            Cell(words("picture.of_23", known=peer.known)),
        )
        for peer in one.peers
    )
    caption = words("picture.county.peers", name=tell(one.name))
    return Table("peers", caption, headings(tell, "measure", "own", "median", "quarter", "based_on"), rows)


def _figure_table(picture: Picture, one: County, tell: Teller) -> Table:
    words = tell.words
    rows = []
    for indicator in picture.indicators:
        if one.code not in indicator.values:
            continue
        period, value, position = indicator.values[one.code]
        known = [found for _, found, _ in indicator.values.values() if found is not None]
        rows.append(
            (
                Cell(indicator.name, below=(indicator.source,)),
                Cell(value or words("picture.status.no_information"), number=True),
                Cell(indicator.unit),
                Cell(period),
                Cell(words("picture.of_23", known=len(known))),
                Cell(words("picture.event", position=position)),
            )
        )
    caption = words("picture.county.indicators", name=tell(one.name))
    keys = ("indicator", "value", "unit", "period", "based_on", "source")
    return Table("indicators", caption, headings(tell, *keys), tuple(rows))


def _contact_table(one: County, tell: Teller) -> Table:
    rows = tuple((Cell(tell(whose)), Cell(tell(what)), Cell(tell(who))) for whose, what, who in one.contacts)
    caption = tell.words("picture.county.contacts", name=tell(one.name))
    empty = tell.nothing("contacts")
    return Table("contacts", caption, headings(tell, "organisation", "matter", "who"), rows, empty=empty)
