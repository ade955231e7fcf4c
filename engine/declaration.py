"""A procedure as frozen values: states, facts, moves, deadlines, standings and their legal bases.

A declaration is read by people first: what, facts, states, moves. It holds no number of the law (those are dated
parameters) and no effect (those follow from facts). `engine.check` finds its faults, `engine.table` compiles it,
`engine.machine` draws it. See ADR 0004 for why this is Python and not a language of our own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import msgspec
from pydantic import BaseModel, BeforeValidator, ConfigDict

from engine.counting import Counting, DeadlineKind
from engine.law import Basis, Label, OpenQuestion, Status, cites
from engine.parameters import Parameters

if TYPE_CHECKING:
    from engine.calendar import Calendar
    from engine.case import Case
    from engine.correction_target import Target

_Rule = TypeVar("_Rule", "Fact", "DeadlineRule", "StandingRule", "TaskRule")

SUBJECT = "@subject"
"""Stands for the case's own subject where a role's organisation is the county that the case is about."""

PARTY = "@party"
"""Stands for one of the case's parties: the fact names which in its field `party`, and nobody else can be one.

A task of such a role is raised for each party, and done for a party when that party has acted.
"""


class Kind(StrEnum):
    """What kind of act a move is. The clock never decides (906/2019 28 a-e §, 434/2003 53 e-g §)."""

    DECISION = "decision"
    ACT = "act"
    CLOCK = "clock"


def _written_day(value: object) -> object:
    # Left to itself, pydantic also reads a number as seconds since 1970, which nobody means by a legal day.
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return value
    raise ValueError("write a day as 2026-01-31")


Day = Annotated[date, BeforeValidator(_written_day)]
"""A legal day in a payload: written `YYYY-MM-DD` and nothing else."""


class Payload(BaseModel):
    """What a fact states beside its day: typed, strict about unknown fields, frozen, and free of floats."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


@dataclass(frozen=True, slots=True)
class Role:
    """Whose act a move is in law: an organisation (or `SUBJECT`) and, where the law names one, a body of it."""

    id: str
    label: Label
    organisation: str
    body: str | None = None


class Offer(msgspec.Struct, frozen=True):
    """What a guard looks at: the case as it stands, and the act that is offered to it.

    `role` is the id of the role whose act it is, where that is known. An act that every case can have also looks at who
    records it (`recorders`, person references), what it takes the place of (`target`), the calendar, and the numbers of
    general administrative law (`common`).
    """

    case: Case | None
    subject: str
    subject_kind: str
    payload: Any
    on: date
    parameters: Parameters
    law_on: date
    role: str | None = None
    recorders: tuple[str, ...] = ()
    target: Target | None = None
    calendar: Calendar | None = None
    common: Callable[[], Parameters] | None = None


@dataclass(frozen=True, slots=True)
class Guard:
    """A named condition with its legal basis; `holds` is pure. The label says what is required, for the refusal.

    A guard that `reads_payload` is not asked while the payload is incomplete: what is missing there is said already.
    """

    id: str
    label: Label
    basis: tuple[Basis, ...]
    holds: Callable[[Offer], bool]
    reads_payload: bool = False


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """A document that an act must rest on."""

    kind: str
    label: Label
    basis: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that can have happened. `id` is a string for ever; class and module may move.

    `schema` is the payload's version; `upcasts[i]` lifts stored data from version i + 1 to i + 2,
    so there are `schema - 1` of them.
    """

    id: str
    label: Label
    payload: type[Payload]
    schema: int = 1
    upcasts: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = ()
    publicity: str = "public"


class Suspending(StrEnum):
    """What a suspension does to a time: it stands still, it begins anew, or it runs on unheeded."""

    FREEZE = "freeze"
    RESTART = "restart"
    RUN_ON = "run_on"


@dataclass(frozen=True)
class DeadlineRule:
    """A time limit. `reminders_days` are offsets from the due date in days, negative before it.

    The end of a case cancels what still runs in it, except a deadline that `outlives_case`, such as a time to appeal.
    `suspension` is what the law says a suspension does to it, where it says so. A time that `opens` is a window: it
    begins on that day and closes on the due date.
    """

    id: str
    label: Label
    kind: DeadlineKind
    counting: Counting
    basis: tuple[Basis, ...]
    reminders_days: tuple[int, ...] = ()
    outlives_case: bool = False
    suspension: Suspending | None = None
    opens: Counting | None = None

    @cached_property
    def cited(self) -> str:
        """The sections as one text, as it is recorded."""
        return "; ".join(cites(self.basis))


@dataclass(frozen=True, slots=True)
class Meets:
    """Says which deadline a move fulfils: all open ones of that name, the oldest, or the generation in a field."""

    deadline: DeadlineRule
    which: str = "all"
    generation_field: str | None = None


@dataclass(frozen=True)
class TaskRule:
    """Something a role is to do next. Without `done_by` it is done when the state that raised it is left.

    The end of a case cancels it, unless it `outlives_case`.
    """

    id: str
    label: Label
    role: Role
    basis: tuple[Basis, ...]
    deadline: str | None = None
    done_by: tuple[str, ...] = ()
    outlives_case: bool = False

    @cached_property
    def cited(self) -> str:
        """The sections as one text, as it is recorded."""
        return "; ".join(cites(self.basis))


@dataclass(frozen=True, slots=True)
class StandingRule:
    """A legal status beside the main line, begun and ended by moves; a case's end ends it unless it outlives that."""

    id: str
    label: Label
    basis: tuple[Basis, ...]
    outlives_case: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """Where a case can stand. `status` is PRACTICE where the law names no such state and the name is the model's.

    A case that ended `void` counts as if it had not been, where a subject has one case at most (`one_case_per`).
    """

    id: str
    label: Label
    final: bool = False
    status: Status = Status.STATUTE
    tasks: tuple[TaskRule, ...] = ()
    void: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """A fact that may follow in certain states: whose act, of what kind, on which basis, under which conditions.

    No `sources`: the fact opens a case. `target` None: the case stays where it is.
    Where the same fact can happen in one state with different effects, each move but the last says `when`: the first
    whose `when` holds is the one that happens, such as the approval that is the last one needed.
    """

    fact: Fact
    sources: tuple[State, ...]
    target: State | None
    by: tuple[Role, ...]
    kind: Kind
    basis: tuple[Basis, ...]
    guards: tuple[Guard, ...] = ()
    documents: tuple[DocumentRule, ...] = ()
    starts: tuple[DeadlineRule, ...] = ()
    meets: tuple[Meets, ...] = ()
    cancels: tuple[DeadlineRule, ...] = ()
    when: Guard | None = None
    begins: tuple[StandingRule, ...] = ()
    ends: tuple[StandingRule, ...] = ()
    tasks: tuple[TaskRule, ...] = ()

    @property
    def opens(self) -> bool:
        """True when the fact opens a case."""
        return not self.sources


@dataclass(frozen=True, slots=True)
class Relation:
    """What one case is to another, such as a later evaluation of the same county."""

    id: str
    label: Label


class Reach(StrEnum):
    """Which cases a fact speaks to: those about the same subject, or those about any."""

    SUBJECT = "subject"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """What a fact of this procedure means for other cases.

    When `on` happens, each case of `procedure` within `reach` (only open ones if `open_only`) is linked with the case
    in which it happened: there the causing case appears as `causing`, here the other one as `reached`. With a `task`
    the task is raised in the other case. A reaction never decides.
    """

    id: str
    on: Fact
    procedure: str
    causing: Relation
    reached: Relation
    basis: tuple[Basis, ...]
    open_only: bool = False
    task: TaskRule | None = None
    reach: Reach = Reach.SUBJECT


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """What a fact of another procedure means for the cases of this one: a reaction that the receiving side declares.

    `to` is the type of the event, such as `additional_funding.granted`. Otherwise as `Reaction`: there the case of
    this procedure appears as `reached`, here the other one as `causing`, and a `task` is raised here. So a procedure
    can be connected to those that were there before it, and their declarations stay as they are.
    """

    id: str
    to: str
    causing: Relation
    reached: Relation
    basis: tuple[Basis, ...]
    open_only: bool = True
    task: TaskRule | None = None
    reach: Reach = Reach.SUBJECT


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitionalRule:
    """A rule of the law by which an amendment reaches cases opened before it.

    Open cases pinned to the version in force from `version_from` may be moved to this one, except where `unless` is
    true of them. `states` says what becomes of a state that is called otherwise here. Nothing moves by itself: somebody
    plans the migration, looks at it, and has it recorded in each case.
    """

    id: str
    label: Label
    version_from: date
    basis: tuple[Basis, ...]
    states: tuple[tuple[str, str], ...] = ()
    unless: Guard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """One version of a procedure: the law in force from `in_force_from` (and, when known, through `in_force_until`).

    `status` UNSETTLED: the law itself is not confirmed, a bill for instance. Then `in_force_from` is the first day on
    which it could be in force, and whoever opens a case must name the day from which it is (`Opening`).
    `one_case_per` names the field of the opening fact, such as a year, of which a subject has one case at most.
    `formerly` are content hashes under which this very meaning was recorded by earlier versions of this software.
    `partners` gives the parties beside the ministry by the code of the subject, where they are not the subject alone.
    """

    id: str
    label: Label
    description: Label
    in_force_from: date
    in_force_until: date | None
    ministry: str
    subject_kinds: tuple[str, ...]
    roles: tuple[Role, ...]
    states: tuple[State, ...]
    transitions: tuple[Transition, ...]
    guards: tuple[Guard, ...]
    parameters: Parameters
    basis: tuple[Basis, ...]
    reactions: tuple[Reaction, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    one_open_case: bool = True
    sources: tuple[str, ...] = field(default=())
    listens: tuple[Listening, ...] = ()
    transitional: tuple[TransitionalRule, ...] = ()
    status: Status = Status.STATUTE
    partners: Callable[[str], tuple[str, ...]] | None = None
    one_case_per: str | None = None
    formerly: tuple[str, ...] = ()

    @property
    def declaration_id(self) -> str:
        """Procedure and the day from which this version is in force, such as `evaluation@2025-01-01`."""
        return f"{self.id}@{self.in_force_from.isoformat()}"

    def parties_of(self, subject: str) -> tuple[str, ...]:
        """Gives the parties of a case about `subject`: the partners, and the ministry that is responsible for it."""
        partners = self.partners(subject) if self.partners else (subject,)
        return tuple(dict.fromkeys((*partners, self.ministry)))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the transitions, once, in their order."""
        return _once(transition.fact for transition in self.transitions)

    @property
    def deadlines(self) -> tuple[DeadlineRule, ...]:
        """Every deadline rule that a transition starts, once, in their order."""
        return _once(rule for transition in self.transitions for rule in transition.starts)

    @property
    def standings(self) -> tuple[StandingRule, ...]:
        """Every standing that a transition begins, once, in their order."""
        return _once(rule for transition in self.transitions for rule in transition.begins)

    @property
    def task_rules(self) -> tuple[TaskRule, ...]:
        """Every task of states and transitions, once."""
        of_states = [task for state in self.states for task in state.tasks]
        of_moves = [task for transition in self.transitions for task in transition.tasks]
        return _once([*of_states, *of_moves])


def _once(values: Iterable[_Rule]) -> tuple[_Rule, ...]:
    return tuple({rule.id: rule for rule in reversed(list(values))}.values())[::-1]
