"""The documents on which the acts of an evaluation rest."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Basis, Label, Status
from procedures.statutes import ADMINISTRATION, COUNTIES, DIVISION, SERVICES, in_place_of

_WRITTEN: Final = ADMINISTRATION("43 §")
_PRACTICE: Final = Label(
    "laki ei säädä asiakirjasta", "handlingen regleras inte i lag", "the law prescribes no such document"
)


def _document(kind: str, label: Label, *basis: Basis) -> DocumentRule:
    return DocumentRule(kind, label, basis)


def _customary(section: str) -> Basis:
    return COUNTIES(section, Status.PRACTICE, _PRACTICE)


CALCULATION: Final = _document(
    "calculation",
    Label("laskelma tunnusluvuista", "kalkyl över nyckeltalen", "calculation of the key figures"),
    COUNTIES("123 § 2 mom."),
)
INITIATIVE: Final = _document("initiative", Label("aloite", "initiativ", "initiative"), SERVICES("27 § 1 mom."))
INITIATIVE_NOTICE: Final = _document(
    "initiative_notice",
    Label("ilmoitus aloitteesta", "underrättelse om initiativet", "notice of the initiative"),
    SERVICES("27 § 1 mom."),
)
HEARING_LETTER: Final = _document(
    "hearing_letter",
    Label("kuulemiskirje", "brev om hörande", "hearing letter"),
    ADMINISTRATION("36 §", Status.SECONDARY),
)
START_DECISION: Final = _document(
    "start_decision",
    Label("käynnistämispäätös", "beslut om inledande", "decision to start"),
    COUNTIES("122 § 1 mom."),
    _WRITTEN,
)
DECLINE_DECISION: Final = _document(
    "decline_decision",
    Label("päätös olla käynnistämättä", "beslut om att inte inleda", "decision not to start"),
    _customary("122 § 1 mom."),
)
APPOINTMENT_DECISION: Final = _document(
    "appointment_decision",
    Label("asettamispäätös", "tillsättningsbeslut", "appointment decision"),
    COUNTIES("122 § 2 mom."),
    _WRITTEN,
)
PARTIAL_PROPOSAL: Final = _document(
    "partial_proposal", Label("osaehdotus", "delförslag", "partial proposal"), _customary("122 § 3 mom.")
)
GROUP_MINUTES: Final = _document(
    "group_minutes",
    Label("arviointiryhmän pöytäkirja", "utvärderingsgruppens protokoll", "minutes of the group"),
    _customary("122 § 3 mom."),
)
COUNCIL_MINUTES: Final = _document(
    "council_minutes",
    Label("valtuuston pöytäkirja", "fullmäktiges protokoll", "minutes of the council"),
    _customary("122 § 3 mom."),
)
REPORT: Final = _document(
    "report",
    Label("arviointiryhmän raportti", "utvärderingsgruppens rapport", "report of the evaluation group"),
    COUNTIES("122 § 3 mom."),
)
COUNCIL_DECISION: Final = _document(
    "council_decision",
    Label("valtuuston päätös", "fullmäktiges beslut", "decision of the council"),
    COUNTIES("122 § 3 mom."),
)
NOTICE: Final = _document(
    "notice",
    Label(
        "ilmoitus valtuuston päätöksestä",
        "meddelande om fullmäktiges beslut",
        "notice of the council's decision",
    ),
    COUNTIES("122 § 3 mom."),
)
VM_DECISION: Final = _document(
    "vm_decision",
    Label("valtiovarainministeriön päätös", "finansministeriets beslut", "decision of the Ministry of Finance"),
    COUNTIES("122 § 4 mom."),
    _WRITTEN,
)
DIVISION_HEARING: Final = _document(
    "division_hearing",
    Label("kuulemisasiakirja", "handling om hörande", "record of the hearing"),
    DIVISION("8 § 1 mom."),
    in_place_of("8 §"),
)
INVESTIGATOR_APPOINTMENT: Final = _document(
    "investigator_appointment",
    Label("selvittäjän asettamispäätös", "beslut om tillsättande av utredare", "appointment of the investigator"),
    DIVISION("8 § 1 mom."),
    in_place_of("8 §"),
)
GOVERNMENT_DECISION: Final = _document(
    "government_decision",
    Label("valtioneuvoston päätös", "statsrådets beslut", "decision of the Government"),
    DIVISION("10 §"),
    in_place_of("10 §"),
)
INQUIRY_RESULT: Final = _document(
    "inquiry_result",
    Label(
        "selvityksen tulos tai valtioneuvoston päätös",
        "utredningens resultat eller statsrådets beslut",
        "result of the inquiry or decision of the Government",
    ),
    DIVISION("9 §"),
    in_place_of("9 §"),
)
BUDGET: Final = _document(
    "budget",
    Label("talousarvio ja -suunnitelma", "budget och ekonomiplan", "budget and plan"),
    COUNTIES("115 § 1 mom."),
)
INTERIM_REPORT: Final = _document(
    "interim_report",
    Label("osavuosikatsaus tai tilinpäätös", "delårsrapport eller bokslut", "interim report or accounts"),
    COUNTIES("122 § 3 mom."),
)
ACTIVITY_REPORT: Final = _document(
    "activity_report",
    Label("toimintakertomuksen selvitys", "redogörelsen i verksamhetsberättelsen", "account in the activity report"),
    COUNTIES("122 § 3 mom."),
)
CLOSING_NOTE: Final = _document(
    "closing_note", Label("päättämismuistio", "avslutningspromemoria", "closing note"), _customary("122 § 4 mom.")
)
RESTRICTED_DECISION: Final = _document(
    "restricted_decision",
    Label("hyvinvointialueen päätös", "välfärdsområdets beslut", "the county's decision"),
    COUNTIES("124 § 2 mom."),
)
RECTIFICATION_REQUEST: Final = _document(
    "rectification_request",
    Label("oikaisuvaatimus", "begäran om omprövning", "request for rectification"),
    COUNTIES("139 §"),
)
RECTIFICATION_DECISION: Final = _document(
    "rectification_decision",
    Label(
        "oikaisuvaatimukseen annettu päätös",
        "beslut med anledning av begäran om omprövning",
        "decision on the request for rectification",
    ),
    COUNTIES("139 §"),
)
APPEAL: Final = _document("appeal", Label("valituskirjelmä", "besvärsskrift", "appeal"), COUNTIES("140 §"))
JUDGMENT: Final = _document(
    "judgment", Label("tuomioistuimen päätös", "domstolens beslut", "decision of the court"), COUNTIES("147 §")
)
CONFIRMATION: Final = _document(
    "confirmation",
    Label(
        "valtiovarainministeriön vahvistus rajoituksen päättymisestä",
        "finansministeriets bekräftelse på att begränsningen upphört",
        "confirmation by the Ministry of Finance that the restriction has ended",
    ),
    _customary("124 § 1 mom."),
)
