"""What is not settled about the programme."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import COUNTIES, STEERING_REFORM

_OPEN: Final = Status.UNSETTLED

LEADER: Final = OpenQuestion(
    "leader",
    Label(
        "Kuka johtaa toimeenpanoa vuoden 2025 jälkeen, ja minä päivänä kehittämisehdotus annettiin?",
        "Vem leder genomförandet efter 2025, och vilken dag lämnades utvecklingsförslaget?",
        "Who leads the execution after 2025, and on which day was the proposal given?",
    ),
    Label(
        "Asia on valtiovarainministeriön, joka yhteensovittaa ohjausta; kukin kolmesta ministeriöstä ja ydinryhmä voi "
        "kirjata. Päivä kirjataan asiakirjasta.",
        "Ärendet är finansministeriets, som samordnar styrningen; vart och ett av de tre ministerierna och kärngruppen "
        "kan anteckna. Dagen antecknas ur handlingen.",
        "The case is that of the Ministry of Finance, which coordinates the steering; each of the three ministries and "
        "the core group may record. The day is taken from the document.",
    ),
    (STEERING_REFORM("luku 5", _OPEN), COUNTIES("13 a §", _OPEN)),
    affects=("programme_proposed", "proposed"),
)
OWNERS: Final = OpenQuestion(
    "owners_and_days",
    Label(
        "Kuka vastaa kustakin toimenpiteestä ja milloin se on valmis?",
        "Vem svarar för varje åtgärd och när är den färdig?",
        "Who answers for each measure, and when is it done?",
    ),
    Label(
        "Julkaistuissa taulukoissa ei ole vastuu- eikä aikataulusaraketta: luettelossa on vain se, minkä teksti "
        "nimeää, ja muu kirjataan, kun siitä on sovittu.",
        "De publicerade tabellerna har ingen kolumn för ansvar eller tid: förteckningen har bara det som texten anger, "
        "och resten antecknas när det har avtalats.",
        "The published tables have no column of owners or days: the catalogue holds only what the text names, and the "
        "rest is recorded once it is agreed.",
    ),
    (STEERING_REFORM("taulukot 2 ja 3", _OPEN),),
    affects=("measure_planned",),
)
CYCLES: Final = OpenQuestion(
    "cycles",
    Label(
        "Kuinka usein raportoidaan kansliapäälliköille ja ministerityöryhmälle?",
        "Hur ofta rapporteras till kanslicheferna och ministerarbetsgruppen?",
        "How often are the permanent secretaries and the ministerial group reported to?",
    ),
    Label(
        "Seurantamalli on julkaistu kuvana, eikä teksti kerro rytmiä: seuraavan raportin päivä kirjataan edellisestä.",
        "Uppföljningsmodellen är publicerad som bild och texten anger ingen rytm: dagen för nästa rapport antecknas "
        "med den föregående.",
        "The model was published as a picture and the text names no rhythm: each report states the day of the next.",
    ),
    (STEERING_REFORM("liite 7", _OPEN),),
    affects=("next_report", "reported_to_secretaries", "reported_to_ministers"),
)
REASSESSING: Final = OpenQuestion(
    "reassessing",
    Label(
        "Kuka arvioi suunnitelman uudelleen ja missä ajassa, kun olettama pettää?",
        "Vem omprövar planen och inom vilken tid när ett antagande brister?",
        "Who assesses the plan anew, and within what time, when an assumption fails?",
    ),
    Label(
        "Ydinryhmä; aikaa ei ole, ellei sellaista kirjata olettaman arvion yhteydessä.",
        "Kärngruppen; ingen tid gäller om ingen anges då antagandet bedöms.",
        "The core group; there is no time unless one is stated with the judgement.",
    ),
    (STEERING_REFORM("luku 5", _OPEN),),
    affects=("under_reassessment", "reassessment", "assumption_judged"),
)
LEVELS: Final = OpenQuestion(
    "levels",
    Label(
        "Millä asteikolla riskejä arvioidaan?",
        "Med vilken skala bedöms riskerna?",
        "By what scale are the risks assessed?",
    ),
    Label(
        "Lähteessä ei ole asteikkoa: tasoja on kolme, ja suurella riskillä on oltava omistaja ja hallintakeino.",
        "Källan har ingen skala: tre nivåer används, och en stor risk måste ha en ägare och ett sätt att hantera den.",
        "The source has none: there are three levels, and a high risk must have an owner and a control.",
    ),
    (STEERING_REFORM("taulukko 5", _OPEN),),
    affects=("risk_assessed",),
)
QUESTIONS: Final = (LEADER, OWNERS, CYCLES, REASSESSING, LEVELS)
