"""Where the matter can stand, and whose turn it is there. The law names none of these states: they are this model's."""

from __future__ import annotations

from typing import Final

from engine.declaration import State, TaskRule
from engine.law import Basis, Label, Status
from procedures.roles import GOVERNMENT, MINISTERIAL_GROUP, PARTY_OF_CASE, STM
from procedures.statutes import ADMINISTRATION, CONSTITUTION, SERVICES, UUSIMAA

_POWER: Final[tuple[Basis, ...]] = (SERVICES("38 § 1 mom."), SERVICES("39 § 6 mom."), UUSIMAA("12 § 1 mom."))
_PREPARED: Final[tuple[Basis, ...]] = (SERVICES("38 § 2 mom."), SERVICES("39 § 6 mom."), UUSIMAA("12 § 2 mom."))
_LASTING: Final[tuple[Basis, ...]] = (SERVICES("38 § 3 mom."), SERVICES("39 § 6 mom."), UUSIMAA("12 § 3 mom."))
AS_USUAL: Final = CONSTITUTION(
    "67 § 2 mom.",
    Status.UNSETTLED,
    Label(
        "ministerivaliokunta voi valmistella asiaa; järjestämislaeissa siitä ei säädetä, eikä järjestystä ole "
        "varmistettu",
        "ett ministerutskott kan bereda ärendet; organiseringslagarna säger inget om det, och ordningen är inte "
        "bekräftad",
        "a committee of ministers may prepare the matter; the organising acts are silent, and its order is not "
        "confirmed",
    ),
)

GROUND_RECORDED: Final = State(
    "ground_recorded",
    Label("peruste todettu", "grund konstaterad", "ground recorded"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "prepare_draft",
            Label("laadi päätösluonnos", "upprätta ett beslutsutkast", "prepare the draft decision"),
            STM,
            _PREPARED,
        ),
    ),
)
DRAFTED: Final = State(
    "drafted",
    Label("luonnos laadittu", "utkast upprättat", "drafted"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "hear_parties",
            Label("kuule niitä, joita päätös koskee", "hör dem som berörs av beslutet", "hear those concerned"),
            STM,
            _PREPARED,
        ),
    ),
)
HEARING: Final = State(
    "hearing",
    Label("kuultavana", "hörande pågår", "being heard"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "reply_to_hearing",
            Label(
                "anna lausunto päätösluonnoksesta",
                "avge utlåtande om beslutsutkastet",
                "give your opinion on the draft",
            ),
            PARTY_OF_CASE,
            (*_PREPARED, ADMINISTRATION("36 §")),
            deadline="hearing_reply",
            done_by=("party_replied",),
        ),
        TaskRule(
            "close_hearing",
            Label("päätä kuuleminen", "avsluta hörandet", "close the hearing"),
            STM,
            _PREPARED,
            deadline="hearing_reply",
        ),
    ),
)
HEARD: Final = State(
    "heard",
    Label("kuultu", "hört", "heard"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "handle_among_ministers",
            Label(
                "käsittele päätösluonnos tarvittaessa",
                "behandla beslutsutkastet vid behov",
                "handle the draft decision where needed",
            ),
            MINISTERIAL_GROUP,
            (AS_USUAL,),
            done_by=("ministerially_handled",),
        ),
        TaskRule(
            "decide",
            Label(
                "päätä yleisistunnossa sopimuksesta",
                "besluta om avtalet vid det allmänna sammanträdet",
                "decide on the agreement in plenary session",
            ),
            GOVERNMENT,
            _POWER,
        ),
    ),
)
DECIDED: Final = State(
    "decided",
    Label("päätetty, tiedoksianto kesken", "beslutat, delgivning pågår", "decided, being served"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "serve_decision",
            Label(
                "anna päätös viipymättä tiedoksi jokaiselle, jota se koskee",
                "delge utan dröjsmål beslutet var och en som berörs",
                "serve the decision without delay on everyone concerned",
            ),
            STM,
            (ADMINISTRATION("54 §"), ADMINISTRATION("60 §")),
        ),
    ),
)
SERVED: Final = State(
    "served",
    Label("voimassa, annettu tiedoksi", "i kraft, delgivet", "in force, served"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "make_new_agreement",
            Label(
                "valmistele päätöksen korvaava sopimus",
                "bered det avtal som ska ersätta beslutet",
                "prepare the agreement that replaces the decision",
            ),
            PARTY_OF_CASE,
            (*_LASTING, SERVICES("37 §"), UUSIMAA("10 §")),
        ),
    ),
)


def _end(state_id: str, label: Label) -> State:
    return State(state_id, label, final=True, status=Status.PRACTICE)


AGREEMENT_REACHED: Final = _end(
    "agreement_reached", Label("rauennut sopimukseen", "förfallet genom avtal", "lapsed: agreement reached")
)
NOT_PURSUED: Final = _end("not_pursued", Label("jätetty päättämättä", "inte beslutat", "left without a decision"))
REPLACED: Final = _end("replaced", Label("korvattu", "ersatt", "replaced"))
QUASHED: Final = _end("quashed", Label("kumottu", "upphävt", "quashed"))

PREPARING: Final = (GROUND_RECORDED, DRAFTED, HEARING, HEARD)
IN_FORCE: Final = (DECIDED, SERVED)
STATES: Final = (*PREPARING, *IN_FORCE, AGREEMENT_REACHED, NOT_PURSUED, REPLACED, QUASHED)
