"""What is not settled about the assessment of a county."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import STEERING_REFORM

_OPEN: Final = Status.UNSETTLED

RESULTS_OF_2025: Final = OpenQuestion(
    "results_of_2025",
    Label(
        "Mikä oli kunkin alueen arvio alkuvuonna 2025?",
        "Vilken var bedömningen av varje område i början av 2025?",
        "How was each county assessed in early 2025?",
    ),
    Label(
        "Arvio on julkaistu vain kuvina ja alueiden lukumäärinä: mitään aluetta koskevaa arviota ei päätellä.",
        "Bedömningen är publicerad endast som bilder och som antal områden: ingen bedömning av ett område härleds.",
        "It was published only as pictures and as numbers of counties: no county's assessment is inferred.",
    ),
    (STEERING_REFORM("liite 2", _OPEN),),
    affects=("precondition_assessed",),
)
WHEN_TOO_SLOW: Final = OpenQuestion(
    "when_too_slow",
    Label(
        "Milloin reformi ei etene riittävän nopeasti, ja kuka sen toteaa?",
        "När framskrider reformen inte tillräckligt snabbt, och vem konstaterar det?",
        "When does the reform not go on fast enough, and who finds so?",
    ),
    Label(
        "Raja-arvoa ei ole: ministeriö arvioi, kertoo kohteen ja kirjaa syyn.",
        "Inget gränsvärde finns: ministeriet bedömer, anger i vilket avseende och antecknar skälet.",
        "There is no threshold: a ministry judges, says in what and writes down why.",
    ),
    (STEERING_REFORM("esipuhe, kohta 1", _OPEN),),
    affects=("pace_judged", "assessing", "pace_review"),
)
LIGHTER: Final = OpenQuestion(
    "what_is_lightened",
    Label(
        "Mistä ohjauksesta voidaan luopua, kun tarvetta ei ole?",
        "Vilken styrning kan man avstå från när behov saknas?",
        "Which steering can be left out when it is not needed?",
    ),
    Label(
        "Lain edellyttämät menettelyt jatkuvat; kevennys koskee muuta ja kirjataan sanoin.",
        "De förfaranden som lagen kräver fortsätter; lättnaden gäller annat och antecknas i ord.",
        "What the law requires goes on; lightening concerns the rest and is written down in words.",
    ),
    (STEERING_REFORM("taulukko 3, 2.4", _OPEN),),
    affects=("steering_lightened", "lightened"),
)
QUESTIONS: Final = (RESULTS_OF_2025, WHEN_TOO_SLOW, LIGHTER)
