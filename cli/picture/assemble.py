"""The whole picture, put together from its material; pure, so that the same log and options give the same picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from statistics import median_low
from typing import TYPE_CHECKING

from cli.picture import chapters, county_parts, programme, voices
from cli.picture.cases import acts_of, case_line
from cli.picture.counties import Lines, agenda, county, decisions, overall_marks
from cli.picture.gather import Material
from cli.picture.marks import Mark, Status, Text, said
from cli.picture.model import Act, CaseLine, County, Due, Peer, Picture, Stamp
from cli.picture.procedure_views import procedure_views, questions
from cli.picture.rounds import Collected
from engine.law import Label

if TYPE_CHECKING:
    from engine.declarations import Declarations
    from procedures.directory import Directory

REGISTERS = frozenset(
    {
        "monthly_round",
        "county_return",
        "county_roadmap",
        "county_observation",
        "red_flag",
        "shared_theme",
        "county_assessment",
        "indicators",
        "reform_programme",
        "cooperation_forums",
        "self_government_problem",
    }
)
"""The registers behind the picture: what they hold stands in its own places, not among the statutory procedures."""

DECIDERS = ("VM", "STM", "SM", "VN")
MOST_NEWS = 200
NEWS_DAYS = 60
QUARTERS = 4


def picture_of(
    material: Material, declarations: Declarations, directory: Directory, *, profile: str = "all"
) -> Picture:
    """Makes the picture."""
    codes = tuple(actor.code for actor in directory.steered())
    lines = _lines(material, directory)
    statutory = Lines(tuple(one for one in lines.every if one.procedure not in REGISTERS))
    collected = Collected(material, codes)
    was = _before(material, collected, declarations, directory, codes)
    news = _news(material, directory, collected)
    heard = voices.heard(material, directory, lines.every)
    found = tuple(
        county(actor, material, statutory, collected, directory, was.get(actor.code)) for actor in directory.steered()
    )
    found = tuple(_with_register(one, material, heard, news, directory) for one in found)
    found = _with_peers(found)
    others = tuple(one for one in statutory.every if one.subject not in codes and one.closed_on is None)
    picture = Picture(
        stamp=Stamp(material.position, material.time, material.head, material.day, material.rules.version),
        based_on=collected.based_on,
        round=collected.round,
        counties=found,
        procedures=procedure_views(material, statutory, declarations, directory, REGISTERS),
        others=others,
        chapters=(chapters.objectives(material), *programme.chapters(material), chapters.commitments(material)),
        flags=heard.flags,
        notes=heard.notes,
        themes=heard.themes,
        decisions=decisions(statutory.every, dict.fromkeys(DECIDERS)),
        ahead=_ahead(material, lines.every),
        news=news,
        questions=questions(material, declarations),
        silent_registers=_silent(material, declarations),
        problems=heard.problems,
        reports=programme.reports(material),
        indicators=county_parts.indicators(material),
        left_out=material.left_out,
        part=material.sight.of_a_part,
        profile=profile,
        names={actor.code: actor.name for actor in directory.actors()},
    )
    return replace(picture, headline=headline(picture))


def headline(picture: Picture) -> Text:
    """Gives the picture in one sentence: what asks for most attention first, and of whom nothing is known."""
    counted = {status: picture.count(status) for status in Status}
    silent = counted[Status.NO_INFORMATION]
    if counted[Status.LATE] or counted[Status.AT_RISK]:
        parts = [
            said(f"picture.headline.{status}", counted[status])
            for status in (Status.LATE, Status.AT_RISK)
            if counted[status]
        ]
        first: Text = parts[0] if len(parts) == 1 else said("picture.headline.both", first=parts[0], then=parts[1])
    elif silent == len(picture.counties):
        return said("picture.headline.nothing")
    else:
        first = said("picture.headline.on_schedule", counted[Status.ON_SCHEDULE])
    if not silent:
        return said("picture.headline.alone", first=first)
    return said("picture.headline.with_silent", first=first, silent=said("picture.headline.silent", silent))


def _lines(material: Material, directory: Directory) -> Lines:
    return Lines(tuple(case_line(one, material, directory) for one in material.known))


def _before(
    material: Material,
    collected: Collected,
    declarations: Declarations,
    directory: Directory,
    codes: tuple[str, ...],
) -> Mapping[str, Mark]:
    """Gives the states of the counties when the last round was confirmed; none when none was."""
    confirmed = collected.round
    if confirmed.confirmed_position is None or confirmed.confirmed_on is None:
        return {}
    then = material.before(confirmed.confirmed_position, declarations, confirmed.confirmed_on)
    lines = _lines(then, directory)
    statutory = Lines(tuple(one for one in lines.every if one.procedure not in REGISTERS))
    return overall_marks(then, statutory, Collected(then, codes), codes)


def _news(material: Material, directory: Directory, collected: Collected) -> tuple[Act, ...]:
    since = collected.round.confirmed_on or material.day - timedelta(days=NEWS_DAYS)
    found = [
        act
        for one in material.known
        if one.case.opening.procedure not in REGISTERS
        for act in acts_of(one, directory, since, material.day)
    ]
    found.sort(key=lambda act: (act.on, act.position), reverse=True)
    return tuple(found[:MOST_NEWS])


def _ahead(material: Material, lines: Iterable[CaseLine]) -> tuple[tuple[CaseLine, Due], ...]:
    last = material.rules.ahead_days
    found = [
        (line, due)
        for line in lines
        if line.closed_on is None
        for due in line.deadlines
        if due.status in ("open", "passed") and 0 <= due.days_left <= last
    ]
    return tuple(sorted(found, key=lambda one: (one[1].on, one[0].case_id, one[1].id)))


def _with_register(
    one: County, material: Material, heard: voices.Heard, news: tuple[Act, ...], directory: Directory
) -> County:
    flags = tuple(flag for flag in heard.flags if flag.subject == one.code)
    told = replace(
        one,
        support_asked=one.support_asked or any(flag.closed_on is None for flag in flags),
        preconditions=county_parts.preconditions(material, one.code),
        notes=tuple(note for note in heard.notes if note.subject == one.code),
        flags=flags,
        problems=tuple(line for line in heard.problems if one.code in heard.met_by[line.case_id]),
        contacts=county_parts.contacts(material, one.code, directory),
        news=tuple(act for act in news if act.subject == one.code),
    )
    return replace(told, agenda=agenda(told))


MEASURES = ("late_cases", "oldest_wait", "unanswered", "told")


def _with_peers(found: tuple[County, ...]) -> tuple[County, ...]:
    values = {key: {one.code: _measure(one, key) for one in found} for key in MEASURES}
    return tuple(
        replace(one, peers=tuple(_peer(key, values[key].get(one.code), values[key]) for key in MEASURES))
        for one in found
    )


def _measure(one: County, key: str) -> int | None:
    match key:
        case "late_cases":
            return sum(line.mark.status is Status.LATE for line in one.cases)
        case "oldest_wait":
            ages = [line.age_days for line in one.cases if line.waits]
            return max(ages, default=None)
        case "unanswered":
            return sum(note.waits for note in one.notes) if one.notes else None
        case _:
            lines = [line for group in one.groups for line in group.lines]
            told = sum(line.mark.status is not Status.NO_INFORMATION for line in lines)
            return round(100 * told / len(lines)) if lines and told else None


def _peer(key: str, value: int | None, everybody: Mapping[str, int | None]) -> Peer:
    known = sorted(one for one in everybody.values() if one is not None)
    middle = str(median_low(known)) if known else None
    if value is None or len(known) < QUARTERS:
        return Peer(key, value, middle, None, len(known))
    below = sum(one < value for one in known)
    return Peer(key, value, middle, min(below * QUARTERS // len(known) + 1, QUARTERS), len(known))


def _silent(material: Material, declarations: Declarations) -> tuple[Label, ...]:
    """Gives the registers and procedures of which the picture knows no case at all."""
    seen = {one.case.opening.procedure for one in material.known}
    return tuple(declarations.versions(name)[-1].procedure.label for name in declarations.names if name not in seen)
