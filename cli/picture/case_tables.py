"""Tables of cases, deadlines and tasks, as several pages have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cli.picture.marks import Status, Text
from cli.picture.model import Act, CaseLine, Due, Line, Note, Waits
from cli.picture.tables import Cell, Table
from cli.picture.telling import capital

if TYPE_CHECKING:
    from cli.picture.telling import Teller

_SHORT_NUMBER = 4
"""A number of so many characters stands before its name, a longer one below it."""


def headings(tell: Teller, *keys: str) -> tuple[str, ...]:
    """Gives the headings of a table's columns."""
    return tuple(tell.words(f"picture.column.{key}") for key in keys)


def case_table(
    ident: str, caption: str, cases: Sequence[CaseLine], tell: Teller, *, by_subject: bool, prefix: str = ""
) -> Table:
    """Gives cases with their states; each row begins with the subject where they are about several."""
    first = "county" if by_subject else "procedure"
    told = any(one.told for one in cases)
    keys = [first, "state", *(["told"] if told else []), "stage", "since", "next_due", "turn", "why"]
    rows = []
    for one in cases:
        name = tell(one.subject_name) if by_subject else tell(one.label)
        row = [Cell(name, below=(_diary(one),), anchor=f"{prefix}{one.case_id}"), Cell(mark=one.mark)]
        if told:
            row.append(Cell(mark=one.told) if one.told else Cell(tell.words("picture.not_said")))
        row += [
            Cell(tell(one.state_label)),
            Cell(tell.day(one.since), below=(tell.words.count("picture.days", one.age_days),)),
            due_cell(one.next_due, tell),
            Cell("; ".join(_turns(one, tell)) or tell.words("picture.nobody")),
            Cell(tell(one.mark.reason), why=one.mark),
        ]
        rows.append(tuple(row))
    return Table(ident, caption, headings(tell, *keys), tuple(rows), empty=tell.nothing("cases"))


def due_cell(due: Due | None, tell: Teller) -> Cell:
    """Gives a deadline: its day, what it is, and how many days are left or past."""
    if due is None:
        return Cell(tell.words("picture.no_deadline"))
    return Cell(tell.day(due.on), below=(tell(due.name), left(due.days_left, tell)))


def left(days: int, tell: Teller) -> str:
    """Says how many days are left, or by how many a day is past."""
    if days == 0:
        return tell.words("picture.due_today")
    return tell.words.count("picture.days_past" if days < 0 else "picture.days_left", abs(days))


def waiting_table(
    ident: str, caption: str, waiting: Iterable[tuple[CaseLine, Waits]], tell: Teller, empty: str
) -> Table:
    """Gives what somebody is to do: whose it is, what, in which case, by when."""
    rows = tuple(
        (
            Cell(tell(task.name)),
            Cell(tell(task.role)),
            Cell(f"{tell(line.label)}, {tell(line.subject_name)}", below=(line.case_id,)),
            Cell(tell.day(task.due) or tell.words("picture.no_deadline")),
            Cell(tell.day(task.raised_on), below=(tell.words("picture.event", position=task.position), task.basis)),
        )
        for line, task in waiting
    )
    return Table(ident, caption, headings(tell, "task", "whose", "case", "due", "raised"), rows, empty=empty)


def due_table(ident: str, caption: str, dues: Iterable[tuple[CaseLine, Due]], tell: Teller) -> Table:
    """Gives deadlines in their order."""
    rows = tuple(
        (
            Cell(tell.day(due.on), below=(left(due.days_left, tell),)),
            Cell(tell(due.name)),
            Cell(tell(line.subject_name)),
            Cell(tell(line.label), below=(line.case_id,)),
            Cell(due.basis, below=(tell.words("picture.event", position=due.position),)),
        )
        for line, due in dues
    )
    keys = ("due", "deadline", "county", "procedure", "basis")
    return Table(ident, caption, headings(tell, *keys), rows, empty=tell.nothing("dues"))


def act_table(ident: str, caption: str, acts: Iterable[Act], tell: Teller) -> Table:
    """Gives what has happened, the newest first."""
    rows = tuple(
        (
            Cell(tell.day(act.on)),
            Cell(tell(act.fact)),
            Cell(tell(act.subject_name)),
            Cell(tell(act.procedure), below=(act.case_id,)),
            Cell(tell.words("picture.event", position=act.position), below=(act.document,) if act.document else ()),
        )
        for act in acts
    )
    keys = ("day", "happened", "county", "procedure", "source")
    return Table(ident, caption, headings(tell, *keys), rows, empty=tell.nothing("acts"))


def note_table(ident: str, caption: str, notes: Sequence[Note], tell: Teller, *, by_subject: bool, empty: str) -> Table:
    """Gives observations with their answers, the unanswered first; of all counties, or of one by their kind."""
    rows = tuple(
        (
            Cell(note.text),
            Cell(tell(note.subject_name) if by_subject else tell.words(f"picture.note.{note.kind}")),
            Cell(tell.day(note.said_on)),
            Cell(_answer(note, tell), below=(note.answer,) if note.answer else ()),
            Cell(
                note.evidence.case_id,
                below=tuple(tell.words("picture.event", position=one) for one in note.evidence.positions[-1:]),
            ),
        )
        for note in notes
    )
    second = "county" if by_subject else "kind"
    return Table(ident, caption, headings(tell, "observed", second, "said", "answer", "source"), rows, empty)


def flag_table(ident: str, caption: str, flags: Sequence[Note], tell: Teller) -> Table:
    """Gives red flags with the state's answer, its clock, the plan B and whom to call."""
    rows = tuple(
        (
            Cell(flag.text, below=(flag.need,) if flag.need else (), support=flag.closed_on is None),
            Cell(tell(flag.subject_name)),
            Cell(tell.day(flag.said_on), below=(tell(flag.state),)),
            Cell(_answer(flag, tell), below=(flag.answer,) if flag.answer else ()),
            Cell(flag.plan_b or tell.words("picture.none_told")),
            Cell(flag.contact or tell.words("picture.none_told")),
            Cell(
                flag.evidence.case_id,
                below=tuple(tell.words("picture.event", position=one) for one in flag.evidence.positions[-1:]),
            ),
        )
        for flag in flags
    )
    keys = ("flag", "county", "said", "answer", "plan_b", "contact", "source")
    return Table(ident, caption, headings(tell, *keys), rows, empty=tell.nothing("flags"))


def line_table(ident: str, caption: str, lines: Sequence[Line], tell: Teller, *, name: str, empty: str = "") -> Table:
    """Gives lines of a register with what more each tells; inner ones follow their own line."""
    flat = [(depth, line) for line in lines for depth, line in _flat(line, 0)]
    extras = tuple(dict.fromkeys(key for _, line in flat for key, _ in line.extra))
    keys = (name, "state", *extras, *(("due",) if _dated(flat) else ()), "why")
    rows = []
    above: Text = ""
    for depth, line in flat:
        told = dict(line.extra)
        short = len(line.number) <= _SHORT_NUMBER
        name = f"{line.number} {capital(tell(line.name))}".strip() if short else capital(tell(line.name))
        below = () if short else (line.number,)
        row = [Cell(("– " * depth) + name, below=below, support=line.support_asked), Cell(mark=line.mark)]
        row += [Cell(tell(told.get(key))) for key in extras]
        row += [Cell(tell.day(line.due))] if _dated(flat) else []
        row.append(Cell("" if depth and line.mark.reason == above else tell(line.mark.reason), why=line.mark))
        above = line.mark.reason
        rows.append(tuple(row))
    return Table(ident, caption, headings(tell, *keys), tuple(rows), empty=empty)


def pressing_lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Gives the lines that are late, at risk or for which support is asked, the worst first."""
    found = [line for line in lines if line.support_asked or line.mark.status in (Status.LATE, Status.AT_RISK)]
    return tuple(sorted(found, key=lambda line: (line.mark.status is not Status.LATE, line.number)))


def _flat(line: Line, depth: int) -> Iterable[tuple[int, Line]]:
    yield depth, line
    for inner in line.inner:
        yield from _flat(inner, depth + 1)


def _dated(flat: Sequence[tuple[int, Line]]) -> bool:
    return any(line.due for _, line in flat)


def _turns(one: CaseLine, tell: Teller) -> list[str]:
    return list(dict.fromkeys(tell(task.role) for task in one.waits))[:4]


def _diary(one: CaseLine) -> str:
    return f"{one.case_id} · {one.diary_number}" if one.diary_number else one.case_id


def _answer(note: Note, tell: Teller) -> str:
    if note.answered_on is not None:
        return tell.words("picture.answered_on", on=note.answered_on)
    if note.closed_on is not None:
        return tell.words("picture.closed_on", on=note.closed_on)
    waited = tell.words.count("picture.unanswered_days", note.age_days)
    if note.due is None:
        return waited
    key = "picture.answer_overdue" if note.overdue else "picture.answer_due"
    return f"{waited}, {tell.words(key, on=note.due)}"
