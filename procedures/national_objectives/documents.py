"""The documents on which the acts concerning the national objectives rest."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Basis, Label, Status
from procedures.statutes import COUNTIES

_PRACTICE: Final = Label(
    "laki ei säädä asiakirjasta", "handlingen regleras inte i lag", "the law prescribes no such document"
)


def _customary(kind: str, label: Label, section: str) -> DocumentRule:
    return DocumentRule(kind, label, (COUNTIES(section, Status.PRACTICE, _PRACTICE),))


def _document(kind: str, label: Label, *basis: Basis) -> DocumentRule:
    return DocumentRule(kind, label, basis)


DRAFT: Final = _customary(
    "draft",
    Label("luonnos tavoitteiksi", "utkast till mål", "draft of the objectives"),
    "13 § 2 mom. 3 kohta",
)
BOARD_MINUTES: Final = _customary(
    "board_minutes",
    Label("neuvottelukunnan pöytäkirja", "delegationens protokoll", "minutes of the advisory board"),
    "13 § 2 mom. 3 kohta",
)
GOVERNMENT_DECISION: Final = _document(
    "government_decision",
    Label("valtioneuvoston päätös", "statsrådets beslut", "decision of the Government"),
    COUNTIES("12 a § 1 mom."),
)
FOLLOW_UP: Final = _customary(
    "follow_up",
    Label("seuranta- ja arviointiasiakirja", "uppföljnings- och utvärderingshandling", "record of the follow-up"),
    "12 a § 4 mom.",
)
PROPOSAL: Final = _document("proposal", Label("esitys", "förslag", "proposal"), COUNTIES("12 a § 4 mom."))
INITIATIVE: Final = _document("initiative", Label("aloite", "initiativ", "initiative"), COUNTIES("12 a § 4 mom."))
AMENDING_DECISION: Final = _document(
    "amending_decision",
    Label("valtioneuvoston muutospäätös", "statsrådets ändringsbeslut", "amending decision of the Government"),
    COUNTIES("12 a § 1 mom."),
    COUNTIES("12 a § 4 mom."),
)
KEEPING_DECISION: Final = _customary(
    "keeping_decision",
    Label(
        "päätös tai muistio tavoitteiden pitämisestä ennallaan",
        "beslut eller promemoria om att målen bibehålls",
        "decision or note on keeping the objectives",
    ),
    "12 a § 4 mom.",
)
CLOSING_NOTE: Final = _customary(
    "closing_note", Label("päättämismuistio", "avslutningspromemoria", "closing note"), "12 a § 1 mom."
)
