"""What is not settled about grants."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import INFORMATION_MANAGEMENT

HOW_LONG: Final = OpenQuestion(
    "how_long_rights_last",
    Label(
        "Kuinka pitkäksi ajaksi käyttöoikeus annetaan, ja kuinka usein sen tarve tarkistetaan?",
        "För hur lång tid beviljas en behörighet, och hur ofta kontrolleras behovet?",
        "For how long is a right granted, and how often is the need for it looked at?",
    ),
    Label(
        "Laki ei sano aikaa: viimeinen päivä on antajan harkinnassa; ilman sitä oikeus kestää peruutukseen asti.",
        "Lagen anger ingen tid: den sista dagen prövas av den som beviljar; utan den gäller rätten tills vidare.",
        "The law says no time: the last day is for whoever grants; without one the right lasts until it is revoked.",
    ),
    (INFORMATION_MANAGEMENT("16 §", Status.UNSETTLED),),
    affects=("given", "grant_added", "validity"),
)
QUESTIONS: Final = (HOW_LONG,)
