"""What is not settled about the interim evaluation."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import INTERIM_EVALUATION_PROJECT

_OPEN: Final = Status.UNSETTLED

AFTER_THE_REPORT: Final = OpenQuestion(
    "after_the_report",
    Label(
        "Miten ja milloin ministeriöt ottavat kantaa raporttiin, ja kuka päättää jatkotoimista?",
        "Hur och när tar ministerierna ställning till rapporten, och vem beslutar om fortsatta åtgärder?",
        "How and when do the ministries answer the report, and who decides what follows?",
    ),
    Label(
        "Kolmen ministeriön kannat kirjataan ennen jatkotoimia tai todetaan, kenen kantaa ei odoteta; aikaa ei "
        "aseteta.",
        "De tre ministeriernas ställningstaganden antecknas före åtgärderna, eller så anges vems som inte inväntas; "
        "ingen tid sätts.",
        "The positions of the three ministries come before any measures, or it is said whose is not waited for; no "
        "time is set.",
    ),
    (INTERIM_EVALUATION_PROJECT("", _OPEN),),
    affects=("reported", "position_given", "follow_up_decided"),
)
DAY_OF_THE_GROUP: Final = OpenQuestion(
    "day_of_the_group",
    Label(
        "Minä päivänä asiantuntijaryhmä asetettiin?",
        "Vilken dag tillsattes expertgruppen?",
        "On which day was the expert group set?",
    ),
    Label(
        "Julkaistu raportti kertoo, että ryhmä oli asetettu siihen mennessä.",
        "Den publicerade rapporten visar att gruppen var tillsatt senast då.",
        "The published report tells that it was set by then.",
    ),
    (INTERIM_EVALUATION_PROJECT("", _OPEN),),
    affects=("expert_group_set",),
)
QUESTIONS: Final = (AFTER_THE_REPORT, DAY_OF_THE_GROUP)
