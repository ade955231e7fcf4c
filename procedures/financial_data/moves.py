"""The moves of a financial year: its opening, what is delivered, the line of the accounts, and the end."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule, Guard, Kind, Meets, State, Transition
from engine.law import Basis, Label, Status
from procedures.financial_data import documents as doc
from procedures.financial_data import facts_accounts as accounts
from procedures.financial_data import guards as guard
from procedures.financial_data import items, states
from procedures.financial_data.corrections import CORRECTING
from procedures.financial_data.facts_year import YEAR_OPENED
from procedures.financial_data.figures import Ended
from procedures.financial_data.items import Item
from procedures.roles import VM
from procedures.statutes import COUNTIES

_MODEL: Final[tuple[Basis, ...]] = (
    COUNTIES(
        "11 §",
        Status.PRACTICE,
        Label(
            "laki ei säädä seurannan avaamisesta eikä päättämisestä",
            "lagen reglerar inte hur uppföljningen inleds eller avslutas",
            "the law says neither how the follow-up begins nor how it ends",
        ),
    ),
)


def _delivered(item: Item) -> Transition:
    ended = (guard.PERIOD_ENDED,) if issubclass(item.fact.payload, Ended) else ()
    return Transition(
        fact=item.fact,
        sources=states.OPEN,
        target=None,
        by=(item.by,),
        kind=Kind.ACT,
        basis=item.basis,
        guards=ended,
        meets=(Meets(item.deadline),),
    )


def _of_the_accounts(
    item: Item,
    source: State,
    target: State,
    *documents: DocumentRule,
    guards: tuple[Guard, ...] = (),
    when: Guard | None = None,
) -> Transition:
    return Transition(
        fact=item.fact,
        sources=(source,),
        target=target,
        by=(item.by,),
        kind=Kind.DECISION if item is items.HANDLING else Kind.ACT,
        basis=item.basis,
        guards=guards,
        documents=documents,
        meets=(Meets(item.deadline),),
        when=when,
    )


OPENING: Final = Transition(
    fact=YEAR_OPENED,
    sources=(),
    target=states.RUNNING,
    by=(VM,),
    kind=Kind.ACT,
    basis=_MODEL,
    starts=tuple(item.deadline for item in items.ALL),
    tasks=tuple(item.duty for item in (items.BUDGET, *items.DATA)),
)
BUDGETING: Final = (
    Transition(
        fact=items.BUDGET.fact,
        sources=states.OPEN,
        target=None,
        by=(items.BUDGET.by,),
        kind=Kind.DECISION,
        basis=items.BUDGET.basis,
        documents=(doc.BUDGET,),
        meets=(Meets(items.BUDGET.deadline),),
    ),
    Transition(
        fact=accounts.BUDGET_ASSESSED,
        sources=states.OPEN,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("11 §"), guard.preventive("3 kohta")),
        guards=(guard.BUDGET_BEFORE, guard.BUDGET_FINDING_SAID),
    ),
    Transition(
        fact=accounts.DEVELOPMENT_ASSESSED,
        sources=states.OPEN,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("11 §"), guard.preventive("4 kohta")),
        guards=(guard.DEVELOPMENT_FINDING_SAID,),
    ),
)
_HANDLING_DOCUMENTS: Final = (doc.AUDIT_REPORT, doc.COUNCIL_DECISION)
ACCOUNTS: Final = (
    _of_the_accounts(
        items.ACCOUNTS_COMPLETED,
        states.RUNNING,
        states.ACCOUNTS_COMPLETED,
        doc.ACCOUNTS,
        guards=(guard.PERIOD_ENDED,),
    ),
    _of_the_accounts(items.AUDIT, states.ACCOUNTS_COMPLETED, states.ACCOUNTS_AUDITED, doc.AUDIT_REPORT),
    _of_the_accounts(items.HANDLING, states.ACCOUNTS_AUDITED, states.CLOSED, *_HANDLING_DOCUMENTS, when=guard.ALL_IN),
    _of_the_accounts(items.HANDLING, states.ACCOUNTS_AUDITED, states.ACCOUNTS_HANDLED, *_HANDLING_DOCUMENTS),
)
CLOSING: Final = Transition(
    fact=accounts.YEAR_CLOSED,
    sources=states.OPEN,
    target=states.CLOSED,
    by=(VM,),
    kind=Kind.ACT,
    basis=_MODEL,
    guards=(guard.MISSING_NAMED,),
    documents=(doc.CLOSING_NOTE,),
)
DISCONTINUING: Final = Transition(
    fact=accounts.YEAR_DISCONTINUED,
    sources=(states.RUNNING,),
    target=states.DISCONTINUED,
    by=(VM,),
    kind=Kind.ACT,
    basis=_MODEL,
    documents=(doc.CLOSING_NOTE,),
)
TRANSITIONS: Final = (
    OPENING,
    *BUDGETING,
    *(_delivered(item) for item in items.DATA),
    *ACCOUNTS,
    *CORRECTING,
    CLOSING,
    DISCONTINUING,
)
