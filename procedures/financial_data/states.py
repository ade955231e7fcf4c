"""Where the follow-up of a financial year can stand. The data come in beside the line of the accounts."""

from __future__ import annotations

from typing import Final

from engine.declaration import State, TaskRule
from engine.law import Label, Status
from procedures.financial_data import items
from procedures.roles import VM
from procedures.statutes import COUNTIES

_PRACTICE: Final = Status.PRACTICE
RUNNING: Final = State(
    "running",
    Label("tilikauden tietoja kertyy", "uppgifterna om perioden lämnas", "data of the year coming in"),
    status=_PRACTICE,
    tasks=(items.ACCOUNTS_COMPLETED.duty,),
)
ACCOUNTS_COMPLETED: Final = State(
    "accounts_completed",
    Label("tilinpäätös laadittu", "bokslutet upprättat", "accounts drawn up"),
    status=_PRACTICE,
    tasks=(items.AUDIT.duty,),
)
ACCOUNTS_AUDITED: Final = State(
    "accounts_audited",
    Label("tilinpäätös tarkastettu", "bokslutet granskat", "accounts audited"),
    status=_PRACTICE,
    tasks=(items.HANDLING.duty,),
)
ACCOUNTS_HANDLED: Final = State(
    "accounts_handled",
    Label(
        "tilinpäätös käsitelty, tietoja puuttuu",
        "bokslutet behandlat, uppgifter saknas",
        "accounts handled, data missing",
    ),
    status=_PRACTICE,
    tasks=(
        TaskRule(
            "close_year",
            Label(
                "päätä tilikauden seuranta",
                "avsluta uppföljningen av räkenskapsperioden",
                "close the financial year",
            ),
            VM,
            (COUNTIES("11 §", _PRACTICE),),
        ),
    ),
)
CLOSED: Final = State("closed", Label("päättynyt", "avslutat", "closed"), final=True, status=_PRACTICE)
DISCONTINUED: Final = State(
    "discontinued", Label("rauennut", "förfallet", "discontinued"), final=True, status=_PRACTICE, void=True
)

OPEN: Final = (RUNNING, ACCOUNTS_COMPLETED, ACCOUNTS_AUDITED, ACCOUNTS_HANDLED)
STATES: Final = (*OPEN, CLOSED, DISCONTINUED)
