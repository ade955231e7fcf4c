"""The documents on which the acts in a matter of additional funding rest."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Basis, Label, Status
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE, FUNDING, RESCUE, SERVICES

_PRACTICE: Final = Label(
    "laki ei säädä asiakirjasta", "handlingen regleras inte i lag", "the law prescribes no such document"
)


def _customary(section: str) -> Basis:
    return FUNDING(section, Status.PRACTICE, _PRACTICE)


APPLICATION: Final = DocumentRule("application", Label("hakemus", "ansökan", "application"), (FUNDING("26 § 1 mom."),))
SUPPLEMENT: Final = DocumentRule(
    "supplement",
    Label("hakemuksen täydennys", "komplettering av ansökan", "supplement to the application"),
    (ADMINISTRATION("22 § 3 mom."),),
)
INITIATIVE: Final = DocumentRule(
    "initiative",
    Label("aloite", "initiativ", "initiative"),
    (FUNDING("26 § 1 mom."), SERVICES("28 §"), RESCUE("12 §")),
)
GROUP_APPOINTMENT: Final = DocumentRule(
    "group_appointment",
    Label(
        "valmisteluryhmän asettamispäätös",
        "beslut om tillsättande av beredningsgruppen",
        "decision setting the preparation group",
    ),
    (FUNDING("26 § 2 mom."), ADMINISTRATION("43 §")),
)
MEMORANDUM: Final = DocumentRule(
    "memorandum",
    Label("valmisteluryhmän muistio", "beredningsgruppens promemoria", "memorandum of the preparation group"),
    (_customary("26 § 2 mom."),),
)
DISSENT: Final = DocumentRule(
    "dissent", Label("eriävä mielipide", "avvikande åsikt", "dissenting opinion"), (_customary("26 § 2 mom."),)
)
PRESENTATION: Final = DocumentRule(
    "presentation",
    Label("esittelymuistio", "föredragningspromemoria", "presentation to the Government"),
    (_customary("26 § 1 mom."),),
)
GOVERNMENT_DECISION: Final = DocumentRule(
    "government_decision",
    Label("valtioneuvoston päätös", "statsrådets beslut", "decision of the Government"),
    (FUNDING("26 § 1 mom."), ADMINISTRATION("43 §")),
)
CONDITIONS_REPORT: Final = DocumentRule(
    "conditions_report",
    Label("raportti ehtojen toteutumisesta", "rapport om uppfyllandet av villkoren", "report on the conditions"),
    (_customary("11 § 2 mom."),),
)
COUNTY_DECISION: Final = DocumentRule(
    "county_decision",
    Label(
        "hyvinvointialueen päätös korvaavista toimenpiteistä",
        "välfärdsområdets beslut om kompenserande åtgärder",
        "the county's decision on substitute measures",
    ),
    (COUNTIES("13 b § 1 mom. 2 kohta"),),
)
FOLLOW_UP_NOTE: Final = DocumentRule(
    "follow_up_note",
    Label("seurantamuistio", "uppföljningspromemoria", "follow-up note"),
    (_customary("11 § 2 mom."),),
)
RECTIFICATION_REQUEST: Final = DocumentRule(
    "rectification_request",
    Label("oikaisuvaatimuskirjelmä", "skrivelse med begäran om omprövning", "request for rectification"),
    (FUNDING("30 §"), ADMINISTRATION("49 d §")),
)
RECTIFICATION_DECISION: Final = DocumentRule(
    "rectification_decision",
    Label("oikaisuvaatimuspäätös", "omprövningsbeslut", "decision on the request for rectification"),
    (FUNDING("30 §"), ADMINISTRATION("49 g §")),
)
APPEAL: Final = DocumentRule(
    "appeal", Label("valituskirjelmä", "besvärsskrift", "appeal"), (FUNDING("31 §"), COURT_PROCEDURE("13 § 2 mom."))
)
JUDGMENT: Final = DocumentRule(
    "judgment",
    Label("korkeimman hallinto-oikeuden päätös", "högsta förvaltningsdomstolens beslut", "decision of the court"),
    (FUNDING("31 §"), COURT_PROCEDURE("8 § 1 mom.")),
)
CLOSING_NOTE: Final = DocumentRule(
    "closing_note", Label("päättämismuistio", "avslutningspromemoria", "closing note"), (_customary("26 §"),)
)
