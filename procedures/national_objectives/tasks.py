"""Tasks that an act raises: the yearly follow-up, and what the objectives ask of counties, Helsinki and HUS."""

from __future__ import annotations

from typing import Final

from engine.declaration import PARTY, Role, TaskRule
from engine.law import Label, Status
from procedures.directory import Kind, steered
from procedures.roles import HUS, VM
from procedures.statutes import COUNTIES, RESCUE, SERVICES, UUSIMAA

PARTIES: Final = tuple(actor.code for actor in steered() if actor.kind is not Kind.JOINT_AUTHORITY)
"""The parties of a case: the 21 counties and Helsinki, to whom 12 a § applies (615/2021 17 § 2 mom.); HUS is not one.

615/2021 2 § 4 mom. does not apply 12 a § to HUS. What 612/2021 asks of it as an organiser of health care stands apart.
"""


def partners(_subject: str) -> tuple[str, ...]:
    """Gives the parties of a case about the whole state."""
    return PARTIES


STEERED: Final = Role(
    "county_or_helsinki",
    Label("hyvinvointialue tai Helsingin kaupunki", "välfärdsområde eller Helsingfors stad", "county or Helsinki"),
    PARTY,
)

_TO_HUS: Final = UUSIMAA(
    "2 § 5 mom.",
    note=Label(
        "HUS-yhtymään sen järjestäessä terveydenhuoltoa",
        "på HUS-sammanslutningen när den ordnar hälso- och sjukvård",
        "to HUS when it organises health care",
    ),
)

FOLLOW_UP_YEARLY: Final = TaskRule(
    "follow_up_yearly",
    Label(
        "seuraa ja arvioi tavoitteiden toteutumista sosiaali- ja terveysministeriön ja sisäministeriön kanssa",
        "följ upp och utvärdera uppnåendet av målen med social- och hälsovårdsministeriet och inrikesministeriet",
        "follow up and evaluate the objectives with the two other ministries",
    ),
    VM,
    (COUNTIES("12 a § 4 mom."),),
    deadline="yearly_follow_up",
    done_by=("yearly_follow_up_done",),
)
CONSIDER_REPORT: Final = TaskRule(
    "consider_national_report",
    Label(
        "ota ministeriön vuosittainen selvitys huomioon tavoitteissa ja niiden seurannassa",
        "beakta ministeriets årliga redogörelse i målen och i uppföljningen av dem",
        "take the ministry's yearly report into account in the objectives and their follow-up",
    ),
    VM,
    (COUNTIES("12 a § 1 mom."), COUNTIES("12 a § 4 mom.")),
    done_by=("yearly_follow_up_done", "confirmed"),
)
REVIEW_STRATEGY: Final = TaskRule(
    "review_service_strategy",
    Label(
        "ota tavoitteet huomioon palvelustrategiassa",
        "beakta målen i servicestrategin",
        "take the objectives into account in the service strategy",
    ),
    STEERED,
    (SERVICES("11 § 1 mom."), SERVICES("22 §")),
    done_by=("service_strategy_reviewed",),
)
REVIEW_SERVICE_LEVEL: Final = TaskRule(
    "review_service_level",
    Label(
        "arvioi, ovatko tavoitteet muuttuneet oleellisesti, ja tee tarvittaessa uusi palvelutasopäätös",
        "bedöm om målen väsentligt har förändrats och fatta vid behov ett nytt beslut om servicenivån",
        "assess whether the objectives changed essentially and, if so, decide anew on the rescue service level",
    ),
    STEERED,
    (RESCUE("6 § 1–2 mom."), RESCUE("8 §")),
    done_by=("service_level_reviewed",),
)
REVIEW_INVESTMENT_PARTS: Final = TaskRule(
    "review_investment_parts",
    Label(
        "perusta investointisuunnitelman osasuunnitelmat tavoitteisiin",
        "grunda investeringsplanens delplaner på målen",
        "base the partial plans of the investment plan on the objectives",
    ),
    STEERED,
    (SERVICES("25 § 1 mom."), RESCUE("11 § 1 mom.")),
    done_by=("investment_parts_reviewed",),
)
REVIEW_HUS_STRATEGY: Final = TaskRule(
    "review_hus_strategy",
    Label(
        "ota tavoitteet huomioon HUS-yhtymän palvelustrategiassa",
        "beakta målen i HUS-sammanslutningens servicestrategi",
        "take the objectives into account in HUS's service strategy",
    ),
    HUS,
    (SERVICES("11 § 1 mom."), _TO_HUS),
    done_by=("hus_strategy_reviewed",),
)
REVIEW_HUS_INVESTMENT_PART: Final = TaskRule(
    "review_hus_investment_part",
    Label(
        "perusta HUS-yhtymän investointisuunnitelma tavoitteisiin",
        "grunda HUS-sammanslutningens investeringsplan på målen",
        "base HUS's investment plan on the objectives",
    ),
    HUS,
    (SERVICES("25 § 1 mom."), _TO_HUS),
    done_by=("hus_investment_part_reviewed",),
)
DUTIES: Final = (
    REVIEW_STRATEGY,
    REVIEW_SERVICE_LEVEL,
    REVIEW_INVESTMENT_PARTS,
    REVIEW_HUS_STRATEGY,
    REVIEW_HUS_INVESTMENT_PART,
)
"""What follows from confirmed or amended objectives; the acts set no time for it."""

RECORD_SUCCESSOR: Final = TaskRule(
    "record_successor",
    Label(
        "kirjaa seuraavien tavoitteiden vahvistaminen",
        "anteckna fastställandet av följande mål",
        "record that the next objectives were confirmed",
    ),
    VM,
    (COUNTIES("12 a § 1 mom.", Status.PRACTICE),),
    done_by=("successor_confirmed",),
)
RECORD_REPLACEMENT: Final = TaskRule(
    "record_replacement",
    Label(
        "kirjaa, että uudet tavoitteet ovat korvanneet nämä",
        "anteckna att nya mål har ersatt dessa",
        "record that new objectives have replaced these",
    ),
    VM,
    (COUNTIES("12 a § 1 mom.", Status.PRACTICE),),
    done_by=("replaced",),
)
