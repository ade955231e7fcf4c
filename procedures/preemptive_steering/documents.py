"""The documents on which the acts of the procedure rest; the law names only the document of the negotiations."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Label, Status
from procedures.statutes import COUNTIES

_CUSTOMARY: Final = COUNTIES(
    "13 b §",
    Status.PRACTICE,
    Label(
        "laki ei säädä asiakirjasta", "handlingen regleras inte i lag", "the law prescribes no such document or form"
    ),
)

MONITORING_NOTE: Final = DocumentRule(
    "monitoring_note",
    Label("muistio edellytyksestä", "promemoria om förutsättningen", "monitoring note"),
    (_CUSTOMARY,),
)
START_NOTICE: Final = DocumentRule(
    "start_notice",
    Label("ilmoitus käynnistämisestä", "meddelande om inledande", "notice of the start"),
    (_CUSTOMARY,),
)
DECLINE_NOTE: Final = DocumentRule(
    "decline_note",
    Label("merkintä käynnistämättä jättämisestä", "anteckning om att inte inleda", "note on not starting"),
    (_CUSTOMARY,),
)
MATERIALS: Final = DocumentRule(
    "negotiation_materials",
    Label("neuvotteluaineistot", "förhandlingsmaterial", "negotiation materials"),
    (_CUSTOMARY,),
)
AGENDA: Final = DocumentRule(
    "agenda", Label("neuvottelun asialista", "förhandlingens föredragningslista", "agenda"), (_CUSTOMARY,)
)
STEERING_DOCUMENT: Final = DocumentRule(
    "steering_document",
    Label("neuvottelumenettelyn asiakirja", "dokument över förhandlingsförfarandet", "document of the negotiations"),
    (COUNTIES("13 b § 3 mom."),),
)
MEASURES_DECISION: Final = DocumentRule(
    "measures_decision",
    Label("päätös toimenpiteistä", "beslut om åtgärder", "decision on measures"),
    (_CUSTOMARY,),
)
FOLLOW_UP_REPORT: Final = DocumentRule(
    "follow_up_report",
    Label("seurantaraportti", "uppföljningsrapport", "follow-up report"),
    (COUNTIES("13 b § 3 mom."),),
)
CLOSING_NOTE: Final = DocumentRule(
    "closing_note", Label("päättämismuistio", "avslutningspromemoria", "closing note"), (_CUSTOMARY,)
)
