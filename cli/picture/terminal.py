"""The picture in a terminal: the overview, or one county, in as few lines as say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.picture.case_tables import left
from cli.picture.marks import FLAG, SHAPES, STATUSES, Mark, Status, severity
from cli.picture.model import CaseLine, County, Picture
from cli.screen.page import Column, Page, Tone

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.picture.telling import Teller

_TONES: dict[Status, Tone] = {
    Status.ON_SCHEDULE: "good",
    Status.AT_RISK: "warn",
    Status.LATE: "bad",
    Status.NO_INFORMATION: "quiet",
    Status.NOT_APPLICABLE: "quiet",
}
MOST = 8


def picture_lines(run: Invocation, picture: Picture, tell: Teller, page: Page) -> None:
    """Fills the page of the whole picture."""
    words = run.words
    page.title(words("picture.show.title", on=picture.stamp.in_force_on))
    page.say(tell(picture.headline), "strong")
    _stamp(picture, tell, page)
    for status in STATUSES:
        number, before = picture.count(status), picture.counted_before(status)
        change = words("picture.change.unknown") if before is None else f"{number - before:+d}"
        said = str(number) if before is None else words("picture.show.count", number=number, change=change)
        page.field(f"{SHAPES[status]} {words(f'picture.status.{status}')}", said, _TONES[status])
    asked = sum(one.support_asked for one in picture.counties)
    page.field(f"{FLAG} {words('picture.support')}", str(asked), "strong" if asked else "")
    page.heading(words("picture.show.counties"))
    rows = [
        {
            "name": tell(one.name) + (f" {FLAG}" if one.support_asked else "") + (" ≠" if one.differs else ""),
            "overall": _said(one.overall, tell),
            "derived": _said(one.derived, tell),
            "reported": _said(one.reported, tell),
            "reason": tell(one.overall.reason),
        }
        for one in sorted(picture.counties, key=lambda one: -severity(one.overall.status))
    ]
    page.table(
        [
            Column("name", words("picture.column.county")),
            Column("overall", words("picture.column.state")),
            Column("derived", words("picture.column.derived")),
            Column("reported", words("picture.column.reported")),
            Column("reason", words("picture.column.why"), wrap=True),
        ],
        rows,
    )
    _lists(run, picture, tell, page)
    worst = next((one for one in picture.counties if one.overall.status is Status.LATE), picture.counties[0])
    page.then(run.command("picture", "show", "--county", worst.slug), run.command("picture", "build", "--out", "kuva"))


def county_lines(run: Invocation, picture: Picture, one: County, tell: Teller, page: Page) -> None:
    """Fills the page of a county."""
    words = run.words
    page.title(tell(one.name))
    _stamp(picture, tell, page)
    page.field(words("picture.column.state"), _said(one.overall, tell), _TONES[one.overall.status])
    page.field(words("picture.provenance.derived"), f"{_said(one.derived, tell)} – {tell(one.derived.reason)}")
    told = words(f"picture.provenance.{one.reported.provenance}")
    page.field(told, f"{_said(one.reported, tell)} – {tell(one.reported.reason)}")
    if one.support_asked:
        page.say(f"{FLAG} {words('picture.support')}", "strong")
    if one.agenda:
        page.heading(words("picture.county.agenda"))
        for point in one.agenda[:MOST]:
            page.item(tell(point))
        _more(run, len(one.agenda), page)
    page.heading(words("picture.county.procedures"))
    if not one.cases:
        page.say(tell.nothing("cases"), "quiet")
    for line in one.cases:
        _case(line, tell, page)
    _groups(run, one, tell, page)
    for heading, notes in (("picture.themes.flags", one.flags), ("picture.county.voices", one.notes)):
        waiting = [note for note in notes if note.waits]
        if waiting:
            page.heading(words(heading))
            for note in waiting[:MOST]:
                age = words.count("picture.unanswered_days", note.age_days)
                page.item(f"{words(f'picture.note.{note.kind}')}: {note.text}", under=[age, note.evidence.case_id])
    page.then(*(run.command("case", "show", line.case_id) for line in one.cases[:2]), run.command("picture", "show"))


def _stamp(picture: Picture, tell: Teller, page: Page) -> None:
    stamp = picture.stamp
    page.say(
        tell.words(
            stamp.told,
            on=stamp.in_force_on,
            position=stamp.position,
            time=tell.moment(stamp.time),
            head=stamp.head[:12],
        ),
        "quiet",
    )
    page.say(tell(picture.based_on.told), "quiet")
    if picture.left_out:
        page.say(tell.words.count("picture.left_out", picture.left_out), "warn")


def _lists(run: Invocation, picture: Picture, tell: Teller, page: Page) -> None:
    words = run.words
    if picture.decisions:
        page.heading(words("picture.overview.decisions"))
        for line, task in picture.decisions[:MOST]:
            due = tell.day(task.due) if task.due else words("picture.no_deadline")
            page.item(f"{tell(task.name)} – {tell(task.role)}", under=[f"{line.case_id}, {due}"])
        _more(run, len(picture.decisions), page)
    flags = [one for one in picture.flags if one.waits]
    if flags:
        page.heading(words("picture.overview.flags"))
        for flag in flags[:MOST]:
            age = words.count("picture.unanswered_days", flag.age_days)
            page.item(f"{tell(flag.subject_name)}: {flag.text}", mark=FLAG, under=[age])
    themes = [one for one in picture.themes if one.closed_on is None]
    if themes:
        page.heading(words("picture.overview.themes"))
        for theme in themes[:MOST]:
            page.item(f"{tell(theme.name)} – {words.count('picture.counties', len(theme.subjects))}")
    if picture.ahead:
        page.heading(words("picture.overview.ahead_table"))
        for line, coming in picture.ahead[:MOST]:
            page.item(f"{tell.day(coming.on)} {tell(coming.name)} – {tell(line.subject_name)}")
        _more(run, len(picture.ahead), page)


def _groups(run: Invocation, one: County, tell: Teller, page: Page) -> None:
    if not one.groups:
        return
    shown = [status for status in STATUSES if status is not Status.NOT_APPLICABLE]
    page.heading(run.words("picture.county.subtasks"))
    page.table(
        [
            Column("name", run.words("picture.column.group"), wrap=True),
            *(Column(str(status), f"{SHAPES[status]} {_word(status, tell)}", right=True) for status in shown),
        ],
        [
            {"name": tell(group.name), **{str(status): str(group.count(status)) for status in shown}}
            for group in one.groups
        ],
    )


def _case(line: CaseLine, tell: Teller, page: Page) -> None:
    due = line.next_due
    under = [line.case_id, tell(line.mark.reason)]
    if due is not None:
        under.append(f"{tell.day(due.on)} {tell(due.name)}, {left(due.days_left, tell)}")
    if line.told is not None:
        under.append(f"{tell.words('picture.column.told')}: {_said(line.told, tell)}")
    text = f"{tell(line.label)}: {tell(line.state_label)} – {_word(line.mark.status, tell)}"
    page.item(text, tone=_TONES[line.mark.status], mark=SHAPES[line.mark.status], under=under)


def _said(mark: Mark, tell: Teller) -> str:
    return f"{SHAPES[mark.status]} {_word(mark.status, tell)}"


def _word(status: Status, tell: Teller) -> str:
    return tell.words(f"picture.status.{status}")


def _more(run: Invocation, number: int, page: Page) -> None:
    if number > MOST:
        page.say(run.words.count("picture.and_more", number - MOST), "quiet")
