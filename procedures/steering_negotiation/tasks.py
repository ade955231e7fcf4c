"""Tasks that an act raises (those of a state stand with the state)."""

from __future__ import annotations

from typing import Final

from engine.declaration import SUBJECT, Role, TaskRule
from engine.law import Label, Status
from procedures.statutes import COUNTIES, RESCUE, SERVICES

NEGOTIATED_WITH: Final = Role(
    "county_helsinki_or_hus",
    Label(
        "hyvinvointialue, Helsingin kaupunki tai HUS-yhtymä",
        "välfärdsområde, Helsingfors stad eller HUS-sammanslutningen",
        "county, Helsinki or HUS",
    ),
    SUBJECT,
)
"""With whom the ministries negotiate; 13 a § names no organ of it."""
STALE_REFERENCE: Final = Label(
    "momentti viittaa yhä kumottuun 24 §:ään; luetaan tarkoittavan 611/2021 13 a §:n neuvotteluja",
    "momentet hänvisar fortfarande till den upphävda 24 §; läses som förhandlingarna enligt 611/2021 13 a §",
    "the subsection still refers to the repealed 24 §; read as meaning the negotiations of 611/2021 13 a §",
)

GIVE_SERVICES_REPORT: Final = TaskRule(
    "give_services_report",
    Label(
        "toimita sosiaali- ja terveydenhuollon vuosittainen selvitys neuvottelua varten",
        "lämna den årliga redogörelsen för social- och hälsovården för förhandlingen",
        "give the county report on health and social services for the negotiation",
    ),
    NEGOTIATED_WITH,
    (SERVICES("29 § 2 mom."), COUNTIES("13 a § 4 mom.")),
    deadline="services_report",
    done_by=("services_report_received", "document_confirmed"),
)
GIVE_RESCUE_REPORT: Final = TaskRule(
    "give_rescue_report",
    Label(
        "toimita pelastustoimen vuosittainen selvitys neuvottelua varten",
        "lämna den årliga redogörelsen för räddningsväsendet för förhandlingen",
        "give the county report on rescue services for the negotiation",
    ),
    NEGOTIATED_WITH,
    (RESCUE("13 § 2 mom."), COUNTIES("13 a § 4 mom.")),
    deadline="rescue_report",
    done_by=("rescue_report_received", "document_confirmed"),
)
ANSWER_RECOMMENDATIONS: Final = TaskRule(
    "answer_recommendations",
    Label(
        "vastaa toimenpidesuosituksiin seuraavassa vuosittaisessa selvityksessä",
        "besvara åtgärdsrekommendationerna i nästa årliga redogörelse",
        "answer the measure recommendations in the next county report",
    ),
    NEGOTIATED_WITH,
    (SERVICES("29 § 2 mom.", Status.UNSETTLED, STALE_REFERENCE), RESCUE("13 § 2 mom.")),
    deadline="answers",
    done_by=("recommendations_answered",),
)
