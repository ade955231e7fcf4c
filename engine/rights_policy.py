"""Which act a grant covers: a pure rule over the act's own declaration and the table of technical roles.

A role of the law covers the acts that are declared as that role's, of its organisation. A technical role covers what
the table says (`procedures/access_rights/roles.toml`). The same rule judges the record afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from engine.assess import Act
from engine.case import Case
from engine.case_register import LAW_CHANGED, REGISTRY
from engine.consequences import act_of
from engine.correction_acts import AUTHORITY, COURT, SUPERSEDING
from engine.correction_target import target_of
from engine.deadline_acts import RESPONSIBLE
from engine.declaration import Kind, Role, Transition
from engine.envelope import ActOf, DocumentRef, Draft
from engine.errors import NotFound
from engine.law import Basis, Label
from engine.rights import ADMINISTRATOR, SCHEDULER, Grant
from engine.table import Table


class Records(StrEnum):
    """What the holder of a technical role may record."""

    NOTHING = "nothing"
    RIGHTS = "rights"
    OF_OTHERS = "of_others"
    OF_THE_CLOCK = "of_the_clock"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class TechnicalRole:
    """A role that is no role of the law: what it records, what it is for, and on what it rests."""

    id: str
    label: Label
    purpose: Label
    records: Records
    basis: tuple[Basis, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The table of technical roles, and what it says beside them.

    `administered` are the procedures in which administrators act and nobody else. `own_kinds` are the kinds of
    organisations whose own acts the registry does not record. `ministries` gives the organisation of each role that
    acts for its ministry as such. `labels` are what roles are called, the technical ones and those of the law that
    several procedures share.
    """

    technical: Mapping[str, TechnicalRole]
    administered: frozenset[str]
    own_kinds: frozenset[str]
    ministries: Mapping[str, str]
    labels: Mapping[str, Label] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What somebody wants to record, as far as rights look at it.

    `act_of` is whose act it is; of a correction, whose the corrected act is. An organisation that begins with `@` is
    one that the act does not name: no such act is ever recorded.
    """

    procedure: str
    fact: str
    kind: Kind
    act_of: ActOf
    ministry: str
    published: bool = False

    @property
    def is_resolved(self) -> bool:
        """True when it is known whose act it would be."""
        return not self.act_of.organisation.startswith("@")


def covers(policy: Policy, grant: Grant, deed: Deed, kind_of: Callable[[str], str]) -> bool:
    """Says whether a grant, were it in force, covers an act. `kind_of` gives the kind of an organisation."""
    if not grant.concerns(deed.procedure):
        return False
    if deed.kind is Kind.CLOCK:
        return grant.role == SCHEDULER and grant.organisation in (None, deed.ministry)
    if deed.procedure in policy.administered:
        return grant.role == ADMINISTRATOR
    technical = policy.technical.get(grant.role)
    if technical is not None:
        return _covers_technically(policy, technical, grant, deed, kind_of)
    whose = deed.act_of
    fits = grant.organisation in (None, whose.organisation) or not deed.is_resolved
    if whose.role in (RESPONSIBLE.id, REGISTRY.id):
        return fits and policy.ministries.get(grant.role) == whose.organisation
    return fits and grant.role == whose.role


def imports(policy: Policy, grant: Grant) -> bool:
    """Says whether a grant is one of telling published history: who tells it has neither proposed nor decided."""
    technical = policy.technical.get(grant.role)
    return technical is not None and technical.records is Records.PUBLISHED


def _covers_technically(
    policy: Policy, technical: TechnicalRole, grant: Grant, deed: Deed, kind_of: Callable[[str], str]
) -> bool:
    if technical.records is Records.PUBLISHED:
        return deed.published and grant.organisation in (None, deed.ministry)
    if technical.records is not Records.OF_OTHERS or grant.organisation not in (None, deed.ministry):
        return False
    whose = deed.act_of
    if whose.role == REGISTRY.id:
        return True
    if whose.role == RESPONSIBLE.id:
        return False
    return whose.body is not None or not deed.is_resolved or _kind(kind_of, whose.organisation) not in policy.own_kinds


def _kind(kind_of: Callable[[str], str], organisation: str) -> str | None:
    try:
        return kind_of(organisation)
    except NotFound:
        return None


def foreseen(table: Table, case: Case | None, act: Act, role: Role | None = None) -> Deed | None:
    """Gives what an act would be before the law has judged it; None when the procedure knows no such fact.

    `role` is the role to take it in where the act names none.
    """
    move = move_of(table, case, act.fact)
    opening = case.opening if case else act.opening
    if move is None or opening is None:
        return None
    chosen = next((one for one in move.by if one.id == act.role), role or move.by[0])
    whose = act_of(chosen, opening, act.data)
    if chosen.id == COURT.id and act.data.get("court"):
        whose = ActOf(role=chosen.id, organisation=str(act.data["court"]))
    return Deed(
        procedure=table.procedure.id,
        fact=act.fact,
        kind=move.kind,
        act_of=_corrected(table, case, whose, act.data),
        ministry=_ministry(table, case),
        published=published(act.documents),
    )


def recorded(table: Table, case: Case | None, draft: Draft) -> Deed:
    """Gives what an admitted event is, in the case before it."""
    fact = draft.type.partition(".")[2]
    move = move_of(table, case, fact)
    return Deed(
        procedure=table.procedure.id,
        fact=fact,
        kind=move.kind if move else Kind.ACT,
        act_of=_corrected(table, case, draft.act_of, draft.data),
        ministry=_ministry(table, case),
        published=published(draft.documents),
    )


def _ministry(table: Table, case: Case | None) -> str:
    """Gives the ministry responsible; of a case that is being opened the declaration's, whatever the act says."""
    return case.opening.ministry if case else table.procedure.ministry


def law_change(table: Table, case: Case) -> Deed:
    """Gives what moving a case under a later version of its law is."""
    return Deed(
        procedure=table.procedure.id,
        fact=LAW_CHANGED.id,
        kind=Kind.ACT,
        act_of=ActOf(role=REGISTRY.id, organisation=case.opening.ministry),
        ministry=case.opening.ministry,
    )


def move_of(table: Table, case: Case | None, fact: str) -> Transition | None:
    """Gives the transition that a fact is in a case as it stands, or the first that it could be elsewhere."""
    return table.move(case.state if case else "", fact) or next(iter(table.with_fact(fact)), None)


def published(documents: Iterable[DocumentRef]) -> bool:
    """Says whether all that an act rests on was published: at least one document, and of each where."""
    known = tuple(documents)
    return bool(known) and all(document.source is not None for document in known)


_SUPERSEDING = frozenset(move.fact.id for move in SUPERSEDING)


def supersedes(fact: str) -> bool:
    """Says whether a fact corrects or annuls what was recorded."""
    return fact in _SUPERSEDING


def _corrected(table: Table, case: Case | None, whose: ActOf, data: Mapping[str, Any]) -> ActOf:
    """Gives, of the correction by an authority of its own act, whose that act is: who may do it may correct it."""
    version = data.get("supersedes")
    if whose.role != AUTHORITY.id or case is None or not isinstance(version, int):
        return whose
    target = target_of(table, case, version)
    if target is None:
        return whose
    named = target.named.act_of
    return named if named.role != AUTHORITY.id else target.root.act_of
