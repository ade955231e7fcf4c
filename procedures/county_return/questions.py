"""What is not settled about the counties' returns."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import ROADMAP_2021

_OPEN: Final = Status.UNSETTLED

ANSWERER: Final = OpenQuestion(
    "answerer",
    Label(
        "Kuka alueella vastaa, kun tiekartan valmisteluryhmiä ei enää ole?",
        "Vem inom området svarar, när vägkartans beredningsgrupper inte längre finns?",
        "Who in a county answers, when the roadmap's preparation groups are no more?",
    ),
    Label(
        "Vastaus on alueen viranhaltijoiden; alue päättää itse, kuka täyttää.",
        "Svaret lämnas av områdets tjänsteinnehavare; området avgör självt vem som fyller i.",
        "The answer is that of the county's officials; the county decides who fills it in.",
    ),
    (ROADMAP_2021("tilannekuva", _OPEN),),
    affects=("answered",),
)
SCALE: Final = OpenQuestion(
    "scale",
    Label(
        "Millä asteikolla osatehtävän tilanne ilmoitetaan?",
        "På vilken skala anges läget för en deluppgift?",
        "On which scale is the standing of a sub-task stated?",
    ),
    Label(
        "Lähteen lomake ei ole tekstissä; käytössä on tilannekuvan viisi tilaa ja erikseen tukipyyntö.",
        "Källans blankett finns inte i texten; i bruk är lägesbildens fem lägen och separat en begäran om stöd.",
        "The source's form is not in its text; the five states of the picture are used, and asking for support apart.",
    ),
    (ROADMAP_2021("tilannekuva", _OPEN),),
    affects=("answered",),
)
QUESTIONS: Final = (ANSWERER, SCALE)
