"""What is not settled about the rights of a log."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import INFORMATION_MANAGEMENT

WHO_ANSWERS: Final = OpenQuestion(
    "who_answers_for_rights",
    Label(
        "Mikä ministeriö vastaa yhteisen lokin käyttöoikeuksista, kun lokia pitää usea viranomainen?",
        "Vilket ministerium ansvarar för behörigheterna i en gemensam logg som flera myndigheter för?",
        "Which ministry answers for the rights in a log that several authorities keep together?",
    ),
    Label(
        "Asia kirjataan valtiovarainministeriön asiaksi; kukin pääkäyttäjä vastaa antamistaan oikeuksista.",
        "Ärendet antecknas som finansministeriets; varje administratör ansvarar för de behörigheter som hen gett.",
        "The case is recorded as the Ministry of Finance's; each administrator answers for the rights they give.",
    ),
    (INFORMATION_MANAGEMENT("16 §", Status.UNSETTLED),),
    affects=("on", "rights_enabled"),
)
QUESTIONS: Final = (WHO_ANSWERS,)
