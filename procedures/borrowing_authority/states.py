"""Where a borrowing authority can stand, and whose turn it is there. The law names none of these states."""

from __future__ import annotations

from typing import Final

from engine.declaration import State, TaskRule
from engine.law import Label, Status
from procedures.roles import COUNTY, GOVERNMENT, VM
from procedures.statutes import COUNTIES

CALCULATED: Final = State(
    "calculated",
    Label("lainanottovaltuus laskettu", "fullmakten att uppta lån beräknad", "borrowing authority calculated"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "propose_authority",
            Label(
                "tee esitys lainanottovaltuudesta valtioneuvostolle",
                "lägg fram ett förslag om fullmakten för statsrådet",
                "propose the borrowing authority to the Government",
            ),
            VM,
            (COUNTIES("15 § 1 mom."),),
        ),
    ),
)
PROPOSED: Final = State(
    "proposed",
    Label("esitys valtioneuvostossa", "förslaget i statsrådet", "proposed to the Government"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "decide_on_authority",
            Label(
                "päätä lainanottovaltuuden määrästä",
                "fastställ beloppet av fullmakten",
                "decide on the amount of the borrowing authority",
            ),
            GOVERNMENT,
            (COUNTIES("15 § 1 mom."),),
        ),
    ),
)
CONFIRMED: Final = State(
    "confirmed",
    Label("lainanottovaltuus vahvistettu", "fullmakten att uppta lån fastställd", "borrowing authority confirmed"),
    tasks=(
        TaskRule(
            "stay_within_authority",
            Label(
                "rahoita lainalla vain investointisuunnitelman mukaisia investointeja lainanottovaltuuden rajoissa",
                "finansiera med lån endast investeringar enligt investeringsplanen inom fullmakten att uppta lån",
                "finance by loan only investments of the investment plan, within the borrowing authority",
            ),
            COUNTY,
            (COUNTIES("15 § 1 mom."), COUNTIES("115 § 3 mom.")),
        ),
        TaskRule(
            "note_end_of_year",
            Label(
                "merkitse tilikauden päättyminen",
                "anteckna att räkenskapsperioden har gått ut",
                "note the end of the financial year",
            ),
            VM,
            (COUNTIES("15 § 1 mom.", Status.PRACTICE),),
        ),
    ),
)
YEAR_ENDED: Final = State(
    "year_ended",
    Label(
        "tilikausi päättynyt, valtuuden seuranta jatkuu",
        "räkenskapsperioden avslutad, uppföljningen av fullmakten fortgår",
        "financial year ended, the authority is followed still",
    ),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "end_follow_up",
            Label(
                "päätä valtuuden seuranta, kun mitään ei ole jäljellä",
                "avsluta uppföljningen av fullmakten när inget kvarstår",
                "end the follow-up of the authority when nothing remains",
            ),
            VM,
            (COUNTIES("15 § 1 mom.", Status.PRACTICE),),
        ),
    ),
)
ENDED: Final = State("ended", Label("päättynyt", "avslutad", "closed"), final=True, status=Status.PRACTICE)
JOINTLY_DECIDED: Final = State(
    "jointly_decided",
    Label("yhteinen päätös tehty", "gemensamt beslut fattat", "joint decision made"),
    final=True,
    status=Status.PRACTICE,
)
DISCONTINUED: Final = State(
    "discontinued", Label("rauennut", "förfallen", "discontinued"), final=True, status=Status.PRACTICE, void=True
)

IN_USE: Final = (CONFIRMED, YEAR_ENDED)
OPEN: Final = (CALCULATED, PROPOSED, *IN_USE)
STATES: Final = (CALCULATED, PROPOSED, CONFIRMED, YEAR_ENDED, ENDED, JOINTLY_DECIDED, DISCONTINUED)
