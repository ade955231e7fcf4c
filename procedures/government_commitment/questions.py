"""What is not settled about the commitments."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import MIDTERM_SESSION_2025, SERVICES

_OPEN: Final = Status.UNSETTLED

SESSION_OF_2026: Final = OpenQuestion(
    "session_of_2026",
    Label(
        "Minä päivänä hallitus kokoontuu vuoden 2026 riiheen, ja mitä se linjasi yhteistyösopimuksista?",
        "Vilken dag håller regeringen sin översyn 2026, och vad beslutade den om samarbetsavtalen?",
        "On which day is the Government's session of 2026, and what did it say of the agreements?",
    ),
    Label(
        "Tekstissä ei ole päivää, joten määräaikaa ei aseteta; linjaus kirjataan, kun se tiedetään.",
        "Texten anger ingen dag, så ingen tidsfrist sätts; riktlinjen antecknas då den är känd.",
        "The text gives no day, so none is set; what it said is recorded once it is known.",
    ),
    (MIDTERM_SESSION_2025("kirjaus 6", _OPEN), SERVICES("38 §", _OPEN)),
    affects=("agreements_assessed", "confirmation_considered"),
)
MINISTRIES: Final = OpenQuestion(
    "ministries",
    Label(
        "Mikä ministeriö vastaa kirjauksesta, jossa ministeriötä ei nimetä?",
        "Vilket ministerium svarar för en skrivning där inget ministerium nämns?",
        "Which ministry answers for an entry that names none?",
    ),
    Label(
        "Rekisteri nimeää sen toimialan mukaan ja merkitsee sen päätellyksi.",
        "Registret anger det enligt ansvarsområde och märker det som härlett.",
        "The register names it by its field and marks it as inferred.",
    ),
    (MIDTERM_SESSION_2025("", _OPEN),),
    affects=("agreed", "in_follow_up"),
)
UNSETTLED_ENTRIES: Final = OpenQuestion(
    "unsettled_entries",
    Label(
        "Mitä avoimille kirjauksille tapahtuu hallituskauden päättyessä?",
        "Vad händer med öppna skrivningar då regeringsperioden upphör?",
        "What becomes of entries that are open when the Government's term ends?",
    ),
    Label(
        "Ne nimetään ja asia päättyy; seuraava hallitus sopii omistaan.",
        "De anges och ärendet avslutas; nästa regering kommer överens om sina egna.",
        "They are named and the case ends; the next Government agrees its own.",
    ),
    (MIDTERM_SESSION_2025("", _OPEN),),
    affects=("term_ended",),
)
QUESTIONS: Final = (SESSION_OF_2026, MINISTRIES, UNSETTLED_ENTRIES)
