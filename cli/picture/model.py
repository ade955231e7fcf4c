"""What a situational picture consists of: frozen values in no language, each with the mark that it bears."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from cli.picture.marks import Change, Evidence, Mark, Said, Status, Text, said, severity
from engine.law import Label


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as the picture shows it; `days_left` is negative when the day is past."""

    name: Label
    on: date
    started_on: date
    days_left: int
    status: str
    basis: str
    law_status: str
    position: int
    id: str


@dataclass(frozen=True, slots=True)
class Waits:
    """Something that somebody is to do; `decides` when doing it is a decision."""

    name: Label
    role: Label
    organisation: str
    raised_on: date
    position: int
    due: date | None
    basis: str
    decides: bool = False


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case: where it stands, since when, whose turn it is, what is due next, and its mark."""

    case_id: str
    procedure: str
    label: Label
    declaration: str
    subject: str
    subject_name: Label
    state: str
    state_label: Label
    diary_number: str | None
    opened_on: date
    since: date
    closed_on: date | None
    age_days: int
    mark: Mark
    evidence: Evidence
    deadlines: tuple[Due, ...]
    waits: tuple[Waits, ...]
    told: Mark | None = None
    """What the county said of the case itself, where it did."""

    @property
    def next_due(self) -> Due | None:
        """The earliest running deadline."""
        return next((one for one in self.deadlines if one.status in ("open", "passed")), None)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that happened in a case, as a line of news."""

    position: int
    case_id: str
    procedure: Label
    subject: str
    subject_name: Label
    fact: Label
    on: date
    document: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A named thing of a register with its mark, such as a sub-task, an objective, an assumption or a risk.

    `number` is its source's number, `extra` further texts by the key of their heading, `inner` what belongs to it.
    `id` is the catalogue's own id, where its numbers do not tell entries apart.
    """

    number: str
    name: Text
    mark: Mark
    provenances: tuple[Mark, ...] = ()
    extra: tuple[tuple[str, Text], ...] = ()
    inner: tuple[Line, ...] = ()
    support_asked: bool = False
    due: date | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand together, such as the sub-tasks of a preparation group; `known` of `all` have been told."""

    id: str
    name: Text
    lines: tuple[Line, ...]

    def count(self, status: Status) -> int:
        """Gives how many of the lines have a state."""
        return sum(line.mark.status is status for line in self.lines)


@dataclass(frozen=True, slots=True)
class Note:
    """A county's note, wish or risk, or a red flag: who said it and when, and the answer or how long there is none."""

    kind: str
    subject: str
    subject_name: Label
    text: str
    said_on: date
    evidence: Evidence
    answer: str | None = None
    answered_on: date | None = None
    age_days: int = 0
    due: date | None = None
    overdue: bool = False
    state: Label | None = None
    plan_b: str | None = None
    contact: str | None = None
    need: str | None = None
    closed_on: date | None = None

    @property
    def waits(self) -> bool:
        """True when it is open and waits for an answer."""
        return self.answered_on is None and self.closed_on is None


@dataclass(frozen=True, slots=True)
class Theme:
    """A matter that several counties raised; `taken_up_by` is who carries it nationally."""

    id: str
    name: Text
    subjects: tuple[str, ...]
    raised_on: date
    evidence: Evidence
    state: Label
    taken_up_by: str | None = None
    closed_on: date | None = None
    age_days: int = 0
    remark: str | None = None
    due: date | None = None
    rescue: bool = False


@dataclass(frozen=True, slots=True)
class Peer:
    """A county's measure beside the others': its value, the median of all, and in which quarter it lies (1 lowest)."""

    key: str
    value: int | None
    median: str | None
    quarter: int | None
    known: int


@dataclass(frozen=True, slots=True)
class BasedOn:
    """Of how many of the expected subjects something is known, and of whom it is not, with the age of each silence.

    Of a `part` of the log it is not told who is missing: what they said may be hidden.
    """

    reported: int
    expected: int
    missing: tuple[tuple[str, int | None], ...]
    """Codes of the missing, each with the days since it last told something; None: it never has."""
    part: bool = False

    @property
    def told(self) -> Said:
        """The sentence that stands with every total."""
        if not self.missing:
            return said("picture.based_on_all", expected=self.expected)
        if self.part:
            return said("picture.based_on_part", reported=self.reported, expected=self.expected)
        if not self.reported:
            return said("picture.based_on_none", expected=self.expected)
        missing = tuple(code for code, _ in self.missing)
        return said("picture.based_on", reported=self.reported, expected=self.expected, missing=missing)


@dataclass(frozen=True, slots=True)
class County:
    """One of the 23: its states by provenance, its cases, and what its own page tells."""

    code: str
    slug: str
    name: Label
    area: Label | None
    overall: Mark
    derived: Mark
    reported: Mark
    cases: tuple[CaseLine, ...]
    shared_cases: tuple[CaseLine, ...]
    owed: tuple[tuple[CaseLine, Waits], ...]
    was: Status | None = None
    support_asked: bool = False
    groups: tuple[Group, ...] = ()
    preconditions: tuple[Line, ...] = ()
    notes: tuple[Note, ...] = ()
    flags: tuple[Note, ...] = ()
    peers: tuple[Peer, ...] = ()
    contacts: tuple[tuple[Text, Text, Text], ...] = ()
    problems: tuple[CaseLine, ...] = ()
    agenda: tuple[Text, ...] = ()
    news: tuple[Act, ...] = ()

    @property
    def differs(self) -> bool:
        """True when what was derived and what was said are not the same: that is the agenda."""
        if any(line.told is not None and line.told.status is not line.mark.status for line in self.cases):
            return True
        unsaid = {Status.NO_INFORMATION, Status.NOT_APPLICABLE}
        states = {self.derived.status, self.reported.status}
        return len(states) > 1 and not states & unsaid

    @property
    def change(self) -> Change | None:
        """How the state has changed since the last confirmed round; None when there was none."""
        if self.was is None:
            return None
        step = severity(self.overall.status) - severity(self.was)
        return "unchanged" if not step else "worsened" if step > 0 else "improved"


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """A procedure: the mark of each subject that it can be about, and its cases."""

    id: str
    label: Label
    subjects: tuple[str, ...]
    marks: Mapping[str, Mark]
    cases: tuple[CaseLine, ...]
    states: tuple[tuple[Label, int], ...]
    based_on: BasedOn


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the page on goals: lines under a heading, or the note that nothing is known of it."""

    id: str
    lines: tuple[Line, ...]
    based_on: Text | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A report up the chain: to whom, and up to which position of the log it showed which pages."""

    on: date
    to: Text
    shown: int | None
    pages: tuple[str, ...]
    position: int
    case_id: str
    documents: tuple[str, ...]
    summary: str | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator that somebody else publishes; `values` by code: the newest period, its value, and the event."""

    id: str
    name: str
    source: str
    unit: str
    objective: int | None
    goal: str | None
    position: int
    values: Mapping[str, tuple[str, str | None, int]]


@dataclass(frozen=True, slots=True)
class Question:
    """A point of law that is not settled, with what is done meanwhile and how many open cases it touches."""

    procedure: Label
    question: Label
    meanwhile: Label
    basis: tuple[str, ...]
    cases: int


@dataclass(frozen=True, slots=True)
class Round:
    """The newest monthly round, and the one confirmed last, whose log position is what changes are counted from."""

    month: str | None = None
    answered: int = 0
    case_id: str | None = None
    opened_on: date | None = None
    due: date | None = None
    confirmed_month: str | None = None
    confirmed_on: date | None = None
    confirmed_position: int | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """From where the picture looks.

    The log's position, when the event there was recorded, its hash, and the day that counts as today.
    """

    position: int
    time: datetime | None
    head: str
    in_force_on: date
    rules: int

    @property
    def told(self) -> str:
        """The text that says this: another where the log is empty, or the reader does not see its newest event."""
        if self.time is not None:
            return "picture.stamp"
        return "picture.stamp_unseen" if self.position else "picture.stamp_empty"


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole picture."""

    stamp: Stamp
    based_on: BasedOn
    round: Round
    counties: tuple[County, ...]
    procedures: tuple[ProcedureView, ...]
    others: tuple[CaseLine, ...]
    """Cases about the state, areas and groups."""
    chapters: tuple[Chapter, ...]
    flags: tuple[Note, ...]
    notes: tuple[Note, ...]
    themes: tuple[Theme, ...]
    decisions: tuple[tuple[CaseLine, Waits], ...]
    ahead: tuple[tuple[CaseLine, Due], ...]
    news: tuple[Act, ...]
    questions: tuple[Question, ...]
    silent_registers: tuple[Text, ...]
    problems: tuple[CaseLine, ...] = ()
    reports: tuple[Report, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    left_out: int = 0
    part: bool = False
    profile: str = "all"
    headline: Text = ""
    names: Mapping[str, Label] = field(default_factory=dict)

    def county(self, code: str) -> County:
        """Gives a county by its code.

        Raises:
            KeyError: it is not one of the 23.
        """
        return {one.code: one for one in self.counties}[code]

    def count(self, status: Status) -> int:
        """Gives how many of the 23 have a state."""
        return sum(one.overall.status is status for one in self.counties)

    def counted_before(self, status: Status) -> int | None:
        """Gives how many had it when the last round was confirmed; None when none was."""
        if any(one.was is None for one in self.counties):
            return None
        return sum(one.was is status for one in self.counties)
