"""What is not settled about the register of problems."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import STEERING_REFORM

WHO_KEEPS_IT: Final = OpenQuestion(
    "who_keeps_it",
    Label(
        "Mikä ministeriö pitää itsehallinnon ongelmien luetteloa ja missä ajassa niihin vastataan?",
        "Vilket ministerium för förteckningen över självstyrelsens problem, och inom vilken tid svarar det?",
        "Which ministry keeps the register of problems, and within what time are they answered?",
    ),
    Label(
        "Asia on valtiovarainministeriön, kunnes vastuutaho nimetään; aikaa ei ole, ellei sellaisesta sovita.",
        "Ärendet är finansministeriets tills en ansvarig utses; ingen tid gäller om ingen avtalas.",
        "The case is the Ministry of Finance's until an owner is named; there is no time unless one is agreed.",
    ),
    (STEERING_REFORM("taulukko 3, 2.1", Status.UNSETTLED),),
    affects=("raised", "owner_named", "resolution"),
)
QUESTIONS: Final = (WHO_KEEPS_IT,)
