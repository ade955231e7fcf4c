"""The documents on which the acts of the board's case rest."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Label, Status
from procedures.statutes import ADVISORY_BOARD_DECREE, COUNTIES

_NO_DOCUMENT: Final = Label(
    "laki ei säädä asiakirjasta", "handlingen regleras inte i lag", "the law prescribes no such document"
)

SETTING_DECISION: Final = DocumentRule(
    "setting_decision",
    Label(
        "valtioneuvoston asettamispäätös", "statsrådets tillsättningsbeslut", "the Government's decision on the board"
    ),
    (COUNTIES("13 § 3 mom."),),
)
TERM_DECISION: Final = DocumentRule(
    "term_decision",
    Label(
        "valtioneuvoston päätös toimikaudesta",
        "statsrådets beslut om mandatperioden",
        "the Government's decision on the term",
    ),
    (COUNTIES("13 § 3–4 mom."),),
)
APPOINTMENT: Final = DocumentRule(
    "appointment",
    Label("valtiovarainministeriön määräys", "finansministeriets förordnande", "appointment by the ministry"),
    (ADVISORY_BOARD_DECREE("3 § 2 mom."), ADVISORY_BOARD_DECREE("6 §")),
)
MINUTES: Final = DocumentRule(
    "minutes",
    Label("pöytäkirja", "protokoll", "minutes"),
    (COUNTIES("13 §", Status.PRACTICE, _NO_DOCUMENT),),
)
INITIATIVE: Final = DocumentRule(
    "initiative",
    Label("aloite tai esitys", "initiativ eller förslag", "initiative or proposal"),
    (COUNTIES("12 a § 4 mom."), COUNTIES("13 § 2 mom. 3 kohta")),
)
