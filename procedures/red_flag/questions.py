"""What is not settled about red flags."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import ROADMAP_2021

_OPEN: Final = Status.UNSETTLED

ANSWER_TIME: Final = OpenQuestion(
    "flag_answer_time",
    Label(
        "Missä ajassa valtio vastaa punaiseen lippuun?",
        "Inom vilken tid svarar staten på en röd flagg?",
        "Within what time does the State answer a red flag?",
    ),
    Label(
        "Lähteissä ei ole aikaa: käytössä on ohjelmiston sisäinen tavoite, viisi työpäivää.",
        "Källorna nämner ingen tid: i bruk är programmets interna mål, fem arbetsdagar.",
        "The sources name no time: the software's internal target of five working days is used.",
    ),
    (ROADMAP_2021("palaute", _OPEN),),
    affects=("answer_flag",),
)
INSTRUCTIONS: Final = OpenQuestion(
    "instructions",
    Label(
        "Milloin lippu on nostettava, ja kuka sen laskee?",
        "När ska flaggan hissas, och vem halar den?",
        "When is a flag to be raised, and who lowers it?",
    ),
    Label(
        "Palautteessa pyydettyjä ohjeita ei ole lähteissä: alue nostaa ja laskee lipun oman arvionsa mukaan.",
        "Anvisningarna som efterlystes finns inte i källorna: området hissar och halar flaggan efter egen bedömning.",
        "The instructions asked for are not in the sources: the county raises and lowers the flag as it judges.",
    ),
    (ROADMAP_2021("palaute", _OPEN),),
    affects=("raised", "cleared"),
)
QUESTIONS: Final = (ANSWER_TIME, INSTRUCTIONS)
