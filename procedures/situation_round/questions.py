"""What is not settled about the monthly round."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import COUNTIES, ROADMAP_2021, STEERING_REFORM

_OPEN: Final = Status.UNSETTLED

LEADER: Final = OpenQuestion(
    "leader",
    Label(
        "Mikä ministeriö johtaa tilannekuvakierrosta nykyään, kun ohjausta yhteensovittaa valtiovarainministeriö?",
        "Vilket ministerium leder lägesbildsrundan i dag, då finansministeriet samordnar styrningen?",
        "Which ministry leads the round today, when the Ministry of Finance coordinates the steering?",
    ),
    Label(
        "Asia on sosiaali- ja terveysministeriön kuten vuonna 2021; jokainen kolmesta ministeriöstä voi toimia.",
        "Ärendet är social- och hälsovårdsministeriets som 2021; vart och ett av de tre ministerierna kan agera.",
        "The case is that of the Ministry of Social Affairs and Health as in 2021; each of the three may act.",
    ),
    (ROADMAP_2021("tilannekuva", _OPEN), COUNTIES("13 a §", _OPEN)),
    affects=("round_opened", "collecting"),
)
RHYTHM: Final = OpenQuestion(
    "rhythm",
    Label(
        "Millä perusteella alueen rytmiä kevennetään tai tihennetään?",
        "På vilken grund glesas eller tätas ett områdes rytm?",
        "By what rule does a county report less or more often?",
    ),
    Label(
        "Ministeriö vapauttaa alueen kierroksesta ja kirjaa syyn.",
        "Ministeriet befriar området från rundan och antecknar skälet.",
        "The ministry excuses a county from a round and records why.",
    ),
    (ROADMAP_2021("palaute", _OPEN),),
    affects=("answer_waived",),
)
PRACTICE_TODAY: Final = OpenQuestion(
    "practice_today",
    Label(
        "Missä muodossa yhteistä tilannekuvaa nykyään kootaan?",
        "I vilken form sammanställs den gemensamma lägesbilden i dag?",
        "In which form is the shared picture compiled today?",
    ),
    Label(
        "Vuoden 2021 kierros on mallina; ehdotus vuodelta 2025 edellyttää yhteistä, ajantasaista tilannekuvaa.",
        "Rundan från 2021 är förebild; förslaget från 2025 förutsätter en gemensam, aktuell lägesbild.",
        "The round of 2021 is the model; the proposal of 2025 asks for one shared, current picture.",
    ),
    (STEERING_REFORM("taulukko 3, 3.1", _OPEN),),
    affects=("compiled", "reported"),
)
QUESTIONS: Final = (LEADER, RHYTHM, PRACTICE_TODAY)
