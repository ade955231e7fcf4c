"""What differs between the agreements of counties: whose acts the steps are, and on which sections they rest.

Three procedures are put together from the same parts: the agreement of a collaborative area (612/2021 36 §), that of
the bilingual counties (612/2021 39 §) and the organising agreement of HUS (615/2021 9 §). Each says in one value of
this kind what its law says of each step; what only one of them has stands in its own folder.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.declaration import Fact, Role, TaskRule
from engine.law import Basis, Label
from procedures.collaborative_agreement.facts_drafting import PARTY_APPROVED

Bases = tuple[Basis, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLaw:
    """The roles and sections of one kind of agreement.

    `drafter` is who has the administrative tasks of drafting, `jointly` the parties together, `followers` those whose
    act the yearly follow-up is, the one that has it as a task first. `approval_tasks` are what others than the councils
    are to do while the text is before these; `approved` is the fact of a council's approval. `universities` is None
    where the law names no university to be heard.
    """

    drafter: Role
    jointly: Role
    followers: tuple[Role, ...]
    duty: Bases
    drafting: Bases
    foundations: Bases
    stm_hearing: Bases
    approval: Bases
    entry: Bases
    delivery: Bases
    follow_up: Bases
    assessing: Bases
    amendment: Bases
    government: Bases
    first: Bases
    approval_tasks: tuple[TaskRule, ...] = ()
    approved: Fact = PARTY_APPROVED
    universities: Bases | None = None
    universities_label: Label | None = None
