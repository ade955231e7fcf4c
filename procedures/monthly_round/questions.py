"""What is not settled about the monthly round."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import COUNTIES, ROADMAP_2021, STEERING_REFORM

_OPEN: Final = Status.UNSETTLED

LEADER: Final = OpenQuestion(
    "leader",
    Label(
        "Mikä ministeriö johtaa kuukausikierrosta, kun ohjausta yhteensovittaa valtiovarainministeriö?",
        "Vilket ministerium leder månadsrundan, då finansministeriet samordnar styrningen?",
        "Which ministry leads the monthly round, when the Ministry of Finance coordinates the steering?",
    ),
    Label(
        "Asia on sosiaali- ja terveysministeriön kuten tiekartassa; jokainen kolmesta ministeriöstä voi toimia.",
        "Ärendet är social- och hälsovårdsministeriets som i vägkartan; alla tre ministerier kan agera.",
        "The case is that of the Ministry of Social Affairs and Health as in the roadmap; each of the three may act.",
    ),
    (ROADMAP_2021("tilannekuva", _OPEN), COUNTIES("13 a §", _OPEN)),
    affects=("round_opened", "collecting"),
)
REMINDERS: Final = OpenQuestion(
    "reminders",
    Label(
        "Milloin vastauspäivästä muistutetaan?",
        "När påminns det om svarsdagen?",
        "When are the counties reminded of the day?",
    ),
    Label(
        "Lähteissä ei ole päiviä: muistutetaan kolme päivää ennen, samana päivänä ja seuraavana päivänä.",
        "Källorna nämner inga dagar: påminnelse sker tre dagar före, samma dag och dagen efter.",
        "The sources name no days: reminders go out three days before, on the day and on the day after.",
    ),
    (ROADMAP_2021("tilannekuva", _OPEN),),
    affects=("answers",),
)
LEVELS: Final = OpenQuestion(
    "levels",
    Label(
        "Mille tasoille kuukauden tilannekuva nykyään raportoidaan?",
        "Till vilka nivåer rapporteras månadens lägesbild i dag?",
        "To which levels is the picture of a month reported today?",
    ),
    Label(
        "Käytössä ovat tiekartan neljä tasoa ja vuoden 2025 ehdotuksen ydinryhmä ja kansliapäälliköt.",
        "I bruk är vägkartans fyra nivåer samt kärngruppen och kanslicheferna enligt förslaget från 2025.",
        "The four levels of the roadmap are in use, and the core group and permanent secretaries of the proposal of "
        "2025.",
    ),
    (ROADMAP_2021("tilannekuva", _OPEN), STEERING_REFORM("luku 5", _OPEN)),
    affects=("reported",),
)
QUESTIONS: Final = (LEADER, REMINDERS, LEVELS)
