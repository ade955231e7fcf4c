"""Whose turn it is: what is asked for at the opening, and the supervisors' accounts while information is gathered."""

from __future__ import annotations

from typing import Final

from engine.declaration import TaskRule
from engine.law import Label
from procedures.roles import PARTY_OF_CASE, REGIONAL_AGENCIES, SUPERVISORY_AGENCY, THL, VALVIRA
from procedures.service_information.law import ACCOUNT_OF_SUPERVISOR, ACCOUNTS_OF_AGENCIES, ACCOUNTS_OF_FORMER
from procedures.statutes import SERVICES

DELIVER_COUNTY_REPORT: Final = TaskRule(
    "deliver_county_report",
    Label(
        "toimita hyvinvointialueen selvitys Terveyden ja hyvinvoinnin laitokselle ja ministeriölle",
        "lämna välfärdsområdets redogörelse till Institutet för hälsa och välfärd och till ministeriet",
        "deliver the county report to the institute and the ministry",
    ),
    PARTY_OF_CASE,
    (SERVICES("29 § 2 mom."),),
    deadline="county_reports",
    done_by=("county_report_delivered",),
)
PUBLISH_COUNTY_REPORT: Final = TaskRule(
    "publish_county_report",
    Label(
        "julkaise hyvinvointialueen selvitys julkisessa tietoverkossa",
        "offentliggör välfärdsområdets redogörelse i det allmänna datanätet",
        "publish the county report in the open network",
    ),
    PARTY_OF_CASE,
    (SERVICES("29 § 2 mom."),),
    done_by=("county_report_published",),
)
GIVE_VALVIRA_ACCOUNT: Final = TaskRule(
    "give_valvira_account",
    Label(
        "toimita selvitys yhdenvertaisesta toteutumisesta (Valvira)",
        "lämna redogörelsen för jämlikheten (Valvira)",
        "deliver the account of equality (Valvira)",
    ),
    VALVIRA,
    ACCOUNTS_OF_FORMER,
    deadline="accounts_of_equality",
    done_by=("valvira_account_delivered",),
)
GIVE_AGENCY_ACCOUNTS: Final = TaskRule(
    "give_agency_accounts",
    Label(
        "toimita selvitys yhdenvertaisesta toteutumisesta (kukin aluehallintovirasto)",
        "lämna redogörelsen för jämlikheten (varje regionförvaltningsverk)",
        "deliver the account of equality (each regional agency)",
    ),
    REGIONAL_AGENCIES,
    ACCOUNTS_OF_AGENCIES,
    deadline="accounts_of_equality",
    done_by=("agency_accounts_delivered",),
)
GIVE_SUPERVISORY_ACCOUNT: Final = TaskRule(
    "give_supervisory_account",
    Label(
        "toimita selvitys yhdenvertaisesta toteutumisesta (Lupa- ja valvontavirasto)",
        "lämna redogörelsen för jämlikheten (Tillstånds- och tillsynsverket)",
        "deliver the account of equality (Finnish Supervisory Agency)",
    ),
    SUPERVISORY_AGENCY,
    ACCOUNT_OF_SUPERVISOR,
    deadline="accounts_of_equality",
    done_by=("supervisory_account_delivered",),
)
DELIVER_ASSESSMENTS: Final = TaskRule(
    "deliver_assessments",
    Label(
        "toimita asiantuntija-arviot ministeriölle",
        "lämna expertbedömningarna till ministeriet",
        "deliver the expert assessments to the ministry",
    ),
    THL,
    (SERVICES("30 § 1 mom."),),
    deadline="expert_assessments",
    done_by=("assessments_delivered",),
)
PUBLISH_ASSESSMENTS: Final = TaskRule(
    "publish_assessments",
    Label(
        "julkaise asiantuntija-arviot julkisessa tietoverkossa",
        "offentliggör expertbedömningarna i det allmänna datanätet",
        "publish the expert assessments in the open network",
    ),
    THL,
    (SERVICES("30 § 1 mom."),),
    done_by=("assessments_published",),
)
AT_THE_OPENING: Final = (
    DELIVER_COUNTY_REPORT,
    PUBLISH_COUNTY_REPORT,
    DELIVER_ASSESSMENTS,
    PUBLISH_ASSESSMENTS,
)
"""Raised by the opening and not by a state: a change of the law does not raise again what has been done."""
