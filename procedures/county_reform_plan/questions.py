"""What is not settled about the counties' reform plans."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import STEERING_REFORM

_OPEN: Final = Status.UNSETTLED

PROCESS: Final = OpenQuestion(
    "process",
    Label(
        "Mikä on suunnitelmien arvioinnin ja seurannan kansallinen prosessi, ja kuka sitä johtaa?",
        "Vilken är den nationella processen för att bedöma och följa planerna, och vem leder den?",
        "What is the national process of assessing and following the plans, and who leads it?",
    ),
    Label(
        "Ehdotus jättää prosessin määriteltäväksi: tässä arviointi tehdään neljää alatavoitetta vasten, ja asia on "
        "valtiovarainministeriön.",
        "Förslaget låter processen definieras senare: här bedöms planen mot fyra delmål, och ärendet är "
        "finansministeriets.",
        "The proposal leaves it to be defined: here a plan is assessed against the four sub-goals, and the case is the "
        "Ministry of Finance's.",
    ),
    (STEERING_REFORM("taulukko 2, tavoite 2", _OPEN),),
    affects=("need_open", "under_assessment", "plan_found_sufficient", "plan_found_insufficient"),
)
CONTENT: Final = OpenQuestion(
    "content",
    Label(
        "Mitä reformisuunnitelmassa on oltava?",
        "Vad ska en reformplan innehålla?",
        "What must a reform plan hold?",
    ),
    Label(
        "Sisältö sovitaan alueen kanssa; luettelon otsikot ovat tämän mallin, eikä mikään niistä ole pakollinen.",
        "Innehållet avtalas med området; rubrikerna är denna modells, och ingen av dem är obligatorisk.",
        "It is agreed with the county; the headings are this model's and none of them is mandatory.",
    ),
    (STEERING_REFORM("taulukko 2, tavoite 2", _OPEN),),
    affects=("content_proposed", "content_agreed"),
)
AT_RISK: Final = OpenQuestion(
    "at_risk",
    Label(
        "Milloin alue on riskissä joutua erityismenettelyyn?",
        "När riskerar ett område att hamna i ett särskilt förfarande?",
        "When is a county at risk of a special procedure?",
    ),
    Label(
        "Ministeriö toteaa sen avatessaan asian; mitään rajaa ei lasketa.",
        "Ministeriet konstaterar det när ärendet inleds; ingen gräns beräknas.",
        "A ministry says so when it opens the case; no threshold is counted.",
    ),
    (STEERING_REFORM("taulukko 2, tavoite 2", _OPEN),),
    affects=("need_assessment_begun",),
)
QUESTIONS: Final = (PROCESS, CONTENT, AT_RISK)
