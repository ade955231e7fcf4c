"""What is not settled about the indicators."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import COUNTIES, STEERING_REFORM

_OPEN: Final = Status.UNSETTLED

WHICH: Final = OpenQuestion(
    "which_indicators",
    Label(
        "Millä indikaattoreilla valtakunnallisia tavoitteita seurataan?",
        "Med vilka indikatorer följs de riksomfattande målen upp?",
        "By which indicators are the national objectives followed up?",
    ),
    Label(
        "Ehdotus jättää ne määriteltäviksi: luettelossa ei ole valmiita indikaattoreita, ja otettu indikaattori "
        "viittaa aina lähteeseensä.",
        "Förslaget låter dem definieras senare: förteckningen har inga färdiga indikatorer, och en som tas in hänvisar "
        "alltid till sin källa.",
        "The proposal leaves them to be defined: the register begins empty, and what is taken in points to its source.",
    ),
    (STEERING_REFORM("taulukko 3, 3.1", _OPEN), COUNTIES("12 a § 4 mom.", _OPEN)),
    affects=("indicator_taken_in", "in_use"),
)
KEEPER: Final = OpenQuestion(
    "keeper",
    Label(
        "Kuka pitää indikaattorien luetteloa?",
        "Vem för förteckningen över indikatorer?",
        "Who keeps the register of indicators?",
    ),
    Label(
        "Asia on valtiovarainministeriön; kukin kolmesta ministeriöstä ja THL voi kirjata.",
        "Ärendet är finansministeriets; vart och ett av de tre ministerierna och THL kan anteckna.",
        "The case is the Ministry of Finance's; each of the three ministries and THL may record.",
    ),
    (STEERING_REFORM("taulukko 3, 1.5 ja 3.1", _OPEN),),
    affects=("indicator_register_opened",),
)
QUESTIONS: Final = (WHICH, KEEPER)
