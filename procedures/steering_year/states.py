"""Where a steering year can stand. The law knows no such case: all of it is the model's."""

from __future__ import annotations

from typing import Final

from engine.declaration import State, TaskRule
from engine.law import Label, Status
from procedures.roles import VM
from procedures.statutes import COUNTIES

CLOSE: Final = TaskRule(
    "close_year",
    Label(
        "päätä ohjausvuosi, kun kaikki on tehty tai vuosi on päättynyt",
        "avsluta styråret när allt är gjort eller året har gått ut",
        "close the steering year when everything is done or the year is over",
    ),
    VM,
    (COUNTIES("11 § 1 mom.", Status.PRACTICE),),
)
RUNNING: Final = State(
    "running",
    Label("ohjausvuosi käynnissä", "styråret pågår", "year under way"),
    status=Status.PRACTICE,
    tasks=(CLOSE,),
)
CLOSED: Final = State("closed", Label("päättynyt", "avslutat", "closed"), final=True, status=Status.PRACTICE)
DISCONTINUED: Final = State(
    "discontinued",
    Label("rauennut", "förfallet", "discontinued"),
    final=True,
    status=Status.PRACTICE,
    void=True,
)
STATES: Final = (RUNNING, CLOSED, DISCONTINUED)
