"""What is not settled about the joint steering function."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import COUNTIES, STEERING_REFORM

_OPEN: Final = Status.UNSETTLED

WHICH_MATTERS: Final = OpenQuestion(
    "which_matters",
    Label(
        "Mitä asiakokonaisuuksia yhteiselle toiminnolle annetaan, ja kuka siitä päättää?",
        "Vilka ärendehelheter anförtros den gemensamma funktionen, och vem beslutar om det?",
        "Which matters are given to the joint function, and who decides?",
    ),
    Label(
        "Ne määritellään yhdessä: kukin kolmesta ministeriöstä voi kirjata antamisen ja takaisin ottamisen.",
        "De bestäms tillsammans: vart och ett av de tre ministerierna kan anteckna dem.",
        "They are defined together: each of the three ministries may record it.",
    ),
    (STEERING_REFORM("esipuhe, kohta 4", _OPEN),),
    affects=("matter_assigned", "matter_taken_back"),
)
POWERS: Final = OpenQuestion(
    "powers",
    Label(
        "Onko toiminnolla omaa toimivaltaa?",
        "Har funktionen egna befogenheter?",
        "Does the function have powers of its own?",
    ),
    Label(
        "Ei: toimivalta säilyy ministeriöillä, eikä asian antaminen siirrä päätösvaltaa.",
        "Nej: befogenheterna ligger kvar hos ministerierna; att ett ärende anförtros överför ingen beslutanderätt.",
        "No: powers stay with the ministries, and assigning a matter moves no power to decide.",
    ),
    (STEERING_REFORM("taulukko 3, 1.4", _OPEN), COUNTIES("10 §", _OPEN)),
    affects=("piloting",),
)
QUESTIONS: Final = (WHICH_MATTERS, POWERS)
