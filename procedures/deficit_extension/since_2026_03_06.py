"""More time to cover a deficit, as HE 189/2025 vp proposes it: not confirmed as law.

6 March 2026 is the first day on which it could be in force: on the day before the bill was still being heard. Whoever
opens a case names the day from which the law is in force. The bill wants it to last until the end of 2029.

A grant moves the day of gate E1 (611/2021 123 § 1 mom. 1) and nothing else.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Listening, Procedure, Reaction, Relation
from engine.law import Label, Status
from procedures.declaring import guards_of, numbers_of
from procedures.deficit_extension import questions, states
from procedures.deficit_extension.facts import GRANTED
from procedures.deficit_extension.law import announcement, bill, taken_from
from procedures.deficit_extension.moves import TRANSITIONS
from procedures.roles import ADMINISTRATIVE_COURT, COUNCIL, COUNTY, VM
from procedures.statutes import COUNTIES

_EXTENSION: Final = Relation(
    "deficit_extension_of_county",
    Label(
        "alueelle on myönnetty lisäaikaa alijäämän kattamiseen",
        "området har beviljats förlängd tid för täckande av underskott",
        "the county was given more time to cover its deficit",
    ),
)
_EVALUATION: Final = Relation(
    "evaluation_at_extension",
    Label(
        "alueen arviointimenettely, jossa kattamisen määräpäivä siirtyi",
        "områdets utvärderingsförfarande där dagen för täckandet flyttades",
        "an evaluation of the county in which the day to cover the deficit moved",
    ),
)

DECLARATION: Final = Procedure(
    id="deficit_extension",
    label=Label(
        "alijäämän kattamisen lisäaika",
        "förlängd tid för täckande av underskott",
        "more time to cover a deficit",
    ),
    description=Label(
        "Hyvinvointialue hakee lisäaikaa taseeseen kertyneen alijäämän kattamiseen; valtiovarainministeriö harkitsee "
        "ja päättää. Lakia ei ole vahvistettu.",
        "Välfärdsområdet söker förlängd tid för att täcka underskottet i balansräkningen; finansministeriet prövar och "
        "beslutar. Lagen är inte bekräftad.",
        "A county applies for more time to cover its accumulated deficit; the Ministry of Finance considers and "
        "decides. The law is not confirmed.",
    ),
    in_force_from=date(2026, 3, 6),
    in_force_until=date(2029, 12, 31),
    ministry="VM",
    subject_kinds=("county",),
    roles=(VM, COUNTY, COUNCIL, ADMINISTRATIVE_COURT),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=numbers_of(__package__, "first_cover_year", "last_cover_year", "cover_day", "appeal_days"),
    basis=(bill(), announcement(), taken_from(COUNTIES, "115 § 2 mom.")),
    reactions=(
        Reaction(
            id="cover_day_moved",
            on=GRANTED,
            procedure="evaluation",
            causing=_EXTENSION,
            reached=_EVALUATION,
            basis=(taken_from(COUNTIES, "123 § 1 mom. 1 kohta"),),
            open_only=True,
        ),
    ),
    listens=(
        Listening(
            id="evaluation_started_during_extension",
            to="evaluation.start_decided",
            causing=Relation(
                "evaluation_of_applicant",
                Label(
                    "alueen arviointimenettely on käynnistetty",
                    "ett utvärderingsförfarande i området har inletts",
                    "an evaluation of the county was started",
                ),
            ),
            reached=Relation(
                "extension_of_evaluated_county",
                Label(
                    "alue on hakenut lisäaikaa alijäämän kattamiseen",
                    "området har ansökt om förlängd tid för täckande av underskott",
                    "the county has applied for more time to cover its deficit",
                ),
            ),
            basis=(taken_from(COUNTIES, "122 § 1 mom."),),
        ),
    ),
    open_questions=questions.EVERY,
    sources=(
        "https://www.eduskunta.fi/valtiopaivaasiakirjat/HE+189/2025",
        "https://www.mtvuutiset.fi/artikkeli/hallitus-antaa-osalle-hyvinvointialueista-lisaaikaa/9304672",
    ),
    status=Status.UNSETTLED,
)
