"""The rounds that ministries open in a year, and what falls on every fourth year.

A round is a case of its own for each county, each collaborative area, or the whole country. The calendar only says that
it is to be opened, and when: the ministry opens it itself, at the command line by one act for all of them, such as
`case start-all steering_negotiation --on 2026-09-01 --set year=2026`, and records here that it is open. No clock opens
a case. The law sets no day for any round, so each has a window that the ministry plans, and none before it is planned.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from engine.counting import DeadlineKind, SetDay, Stated
from engine.declaration import Fact, Role, TaskRule
from engine.law import Basis, Label, Status
from procedures.roles import SM, STM, VM
from procedures.statutes import COUNTIES, MIDTERM_SESSION_2025, RESCUE, SERVICES
from procedures.steering_year.facts import Noted, RoundOpened, RoundPlanned, StepId
from procedures.steering_year.steps import Step

_YEARLY: Final = Label(
    "laissa on vain ”vuosittain”; kuukautta ei säädetä",
    "lagen säger endast ”årligen”; ingen månad föreskrivs",
    "the law says only “yearly” and names no month",
)
_MODEL: Final = Label(
    "laki ei säädä, milloin asia avataan",
    "lagen reglerar inte när ärendet inleds",
    "the law does not say when the case is opened",
)


@dataclass(frozen=True)
class Round:
    """A round: its window, planned by one fact, and the step of opening it, done by another."""

    planned: Fact
    opening: Step
    planning: TaskRule


def _round(
    step_id: StepId, name: Label, by: Role, *basis: Basis, kind: DeadlineKind = DeadlineKind.AGREED, cases: Label
) -> Round:
    opened = Fact(
        f"{step_id}_opened", Label(f"avattu: {name.fi}", f"inlett: {name.sv}", f"opened: {name.en}"), RoundOpened
    )
    planned = Fact(
        f"{step_id}_planned",
        Label(f"ajankohta suunniteltu: {name.fi}", f"tid planerad: {name.sv}", f"days planned: {name.en}"),
        RoundPlanned,
    )
    opening = Step(
        step_id,
        opened,
        Label(f"avaa {cases.fi}", f"inled {cases.sv}", f"open {cases.en}"),
        by,
        Stated("until"),
        basis,
        kind,
        reminders_days=(-30, -7, 1),
        opens=Stated("opens_on"),
    )
    planning = TaskRule(
        f"plan_{step_id}",
        Label(f"suunnittele ajankohta: {name.fi}", f"planera tiden för: {name.sv}", f"plan the days of: {name.en}"),
        by,
        basis,
        done_by=(planned.id, opened.id),
    )
    return Round(planned, opening, planning)


FINANCIAL_YEAR: Final = _round(
    "financial_year",
    Label(
        "seuraavan tilikauden tietojen seuranta",
        "uppföljningen av uppgifterna om följande räkenskapsperiod",
        "follow-up of next financial year's data",
    ),
    VM,
    COUNTIES("11 § 1 mom.", Status.PRACTICE, _MODEL),
    cases=Label(
        "seuraavan tilikauden tietojen seuranta jokaiselle alueelle ennen kuin talousarviot hyväksytään",
        "uppföljningen av uppgifterna om följande räkenskapsperiod för varje område innan budgetarna godkänns",
        "the follow-up of next financial year's data for every county before the budgets are adopted",
    ),
)
SERVICE_ROUND: Final = _round(
    "service_round",
    Label(
        "sosiaali- ja terveydenhuollon tiedontuotannon vuosi",
        "informationsåret inom social- och hälsovården",
        "the year's information chain of health and social services",
    ),
    STM,
    SERVICES("29 § 2 mom.", Status.PRACTICE, _YEARLY),
    cases=Label(
        "sosiaali- ja terveydenhuollon tiedontuotannon vuosi",
        "informationsåret inom social- och hälsovården",
        "the year's information chain of health and social services",
    ),
)
RESCUE_ROUND: Final = _round(
    "rescue_round",
    Label(
        "pelastustoimen tiedontuotannon vuosi",
        "informationsåret inom räddningsväsendet",
        "the year's information chain of rescue services",
    ),
    SM,
    RESCUE("13 § 2 mom.", Status.PRACTICE, _MODEL),
    cases=Label(
        "pelastustoimen tiedontuotannon vuosi ennen selvitysten määräpäivää",
        "informationsåret inom räddningsväsendet före redogörelsernas dag",
        "the year's information chain of rescue services before the day of the county reports",
    ),
)
COLLABORATIVE_ROUND: Final = _round(
    "collaborative_round",
    Label(
        "neuvottelut yhteistyösopimusten toteutumisesta",
        "förhandlingarna om samarbetsavtalens fullgörande",
        "negotiations on how the cooperation agreements are carried out",
    ),
    STM,
    SERVICES("37 § 4 mom.", Status.PRACTICE, _YEARLY),
    MIDTERM_SESSION_2025(
        "kirjaus 6",
        Status.PRACTICE,
        Label(
            "vuonna 2026: maalis–huhtikuu",
            "år 2026: mars–april",
            "in 2026: March and April",
        ),
    ),
    kind=DeadlineKind.POLITICAL,
    cases=Label(
        "vuoden neuvottelut jokaisen yhteistyöalueen kanssa",
        "årets förhandlingar med varje samarbetsområde",
        "the year's negotiations with every collaborative area",
    ),
)
NEGOTIATION_ROUND: Final = _round(
    "negotiation_round",
    Label(
        "ministeriöiden yhteiset neuvottelut",
        "ministeriernas gemensamma förhandlingar",
        "the ministries' joint negotiations",
    ),
    VM,
    COUNTIES("13 a § 1 mom.", Status.PRACTICE, _YEARLY),
    cases=Label(
        "vuoden neuvottelukierros jokaisen hyvinvointialueen, Helsingin ja HUS-yhtymän kanssa (611/2021 13 a §)",
        "årets förhandlingsomgång med varje välfärdsområde, Helsingfors och HUS-sammanslutningen (611/2021 13 a §)",
        "the year's round of negotiations with every county, Helsinki and HUS (611/2021 13 a §)",
    ),
)
ROUNDS: Final = (FINANCIAL_YEAR, SERVICE_ROUND, RESCUE_ROUND, COLLABORATIVE_ROUND, NEGOTIATION_ROUND)

OBJECTIVES: Final = Step(
    "objectives",
    Fact(
        "objectives_confirmed",
        Label(
            "valtakunnalliset tavoitteet vahvistettu uudelleen",
            "de riksomfattande målen fastställda på nytt",
            "national objectives confirmed anew",
        ),
        Noted,
    ),
    Label(
        "valmistele valtakunnallisten tavoitteiden vahvistaminen uudelleen",
        "bered ett nytt fastställande av de riksomfattande målen",
        "prepare to have the national objectives confirmed anew",
    ),
    VM,
    Stated("objectives_by"),
    (
        COUNTIES(
            "12 a § 1 mom.",
            Status.UNSETTLED,
            Label(
                "laissa on ”vähintään joka neljäs vuosi”; päivä on se, joka seuraa edellisestä päätöksestä",
                "lagen säger ”minst vart fjärde år”; dagen är den som följer av det föregående beslutet",
                "the law says “at least every fourth year”; the day is the one that follows from the decision before",
            ),
        ),
    ),
    reminders_days=(-90, -30, 1),
)
COUNCIL_TERM: Final = Step(
    "council_term",
    Fact(
        "council_term_noted",
        Label(
            "uusi valtuustokausi otettu huomioon",
            "den nya fullmäktigeperioden beaktad",
            "new council term taken into account",
        ),
        Noted,
    ),
    Label(
        "ota huomioon uusi valtuustokausi: yhteistyösopimukset laaditaan kerran valtuustokaudessa",
        "beakta den nya fullmäktigeperioden: samarbetsavtal ingås en gång per period",
        "take the new council term into account: cooperation agreements are made once in each",
    ),
    STM,
    SetDay("council_term_day", year_after="year"),
    (COUNTIES("23 § 1 mom.", Status.PRACTICE, _MODEL), SERVICES("36 § 1 mom.")),
    DeadlineKind.RECURRING,
    reminders_days=(-30, 1),
)
FOURTH_YEAR: Final = (OBJECTIVES, COUNCIL_TERM)
"""What falls on the years in which the councils' term begins, as 2025 and 2029."""
