"""What is to have come in by a day of the year, in the order of the days: data on finances, reports, assessments.

Each is due from counties or authorities in cases of their own; here the ministry follows that it came from everybody.
The data of the decree are about the year itself, those that end it about the year before.
"""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, SetDay
from engine.declaration import Fact, Role
from engine.law import Basis, Label, Status
from procedures.roles import SM, STM, VM
from procedures.statutes import COUNTIES, FINANCE_DATA, RESCUE, RESCUE_DECREE, SERVICES
from procedures.steering_year.facts import Received, StepId
from procedures.steering_year.steps import Step, awaited

_FOLLOWS: Final = COUNTIES("11 § 1 mom.")
_NO_DAY: Final = Label(
    "laissa on vain ”vuosittain”; arviot on annettu lokakuussa (2025: 21.10.)",
    "lagen säger endast ”årligen”; bedömningarna har lämnats i oktober (2025: 21.10)",
    "the act says only “yearly”; the assessments have been given in October (2025: on the 21st)",
)
_OTHER_SUPERVISOR: Final = Label(
    "vuodesta 2026 Lupa- ja valvontavirasto; asetuksen muuttamista ei ole todettu",
    "från 2026 Tillstånds- och tillsynsverket; om förordningen har ändrats är inte känt",
    "the Finnish Supervisory Agency from 2026 on; whether the decree was amended is not known",
)


def _data(step_id: StepId, fi: str, sv: str, en: str, *, point: int, parameter: str) -> Step:
    return awaited(step_id, Label(fi, sv, en), VM, parameter, FINANCE_DATA(f"3 § {point} kohta"), _FOLLOWS)


def _of_organs(step_id: StepId, fact_id: str, done: Label, task: Label, *, section: str, parameter: str) -> Step:
    """Gives the step that an organ of every county has done something by a day of the year."""
    counting = SetDay(parameter, year_after="year")
    return Step(step_id, Fact(fact_id, done, Received), task, VM, counting, (COUNTIES(section), _FOLLOWS))


def _assessed(
    step_id: StepId, fi: str, sv: str, en: str, *, parameter: str, basis: tuple[Basis, ...], by: Role = SM
) -> Step:
    return awaited(step_id, Label(fi, sv, en), by, parameter, *basis)


WINTER: Final = (
    _data("budget_data", "talousarviotiedot", "budgetuppgifterna", "budget data", point=1, parameter="budget_data_day"),
    _data(
        "accounts_estimate",
        "edellisen vuoden tilinpäätösarviot",
        "bokslutsprognoserna för föregående år",
        "estimates of last year's accounts",
        point=5,
        parameter="accounts_estimate_day",
    ),
    _of_organs(
        "accounts_completed",
        "accounts_drawn_up",
        Label("kaikkien tilinpäätökset laadittu", "allas bokslut upprättade", "accounts of all drawn up"),
        Label(
            "seuraa, että kaikki ovat laatineet tilinpäätöksensä",
            "följ upp att alla har upprättat sitt bokslut",
            "see that all have drawn up their accounts",
        ),
        section="117 § 1 mom.",
        parameter="accounts_completed_day",
    ),
)
SPRING: Final = (
    _data(
        "accounts_data",
        "edellisen vuoden tilinpäätöstiedot",
        "bokslutsuppgifterna för föregående år",
        "data on last year's accounts",
        point=6,
        parameter="accounts_data_day",
    ),
    _data(
        "whole_year_data",
        "puolivuositiedot (edellisen vuoden tammi–joulukuu)",
        "halvårsuppgifterna (januari–december föregående år)",
        "half-year data (January–December last year)",
        point=4,
        parameter="whole_year_day",
    ),
    _data(
        "first_quarter_data",
        "neljännesvuositiedot (tammi–maaliskuu kaikilta alueilta)",
        "kvartalsuppgifterna (januari–mars från alla områden)",
        "quarterly data (January–March of every county)",
        point=2,
        parameter="first_quarter_day",
    ),
    _assessed(
        "rescue_reports",
        "pelastustoimen vuosittaiset selvitykset",
        "de årliga redogörelserna för räddningsväsendet",
        "yearly county reports on rescue services",
        parameter="county_report_day",
        basis=(RESCUE("13 § 2 mom."), RESCUE_DECREE("7 §")),
    ),
    _data(
        "supplementary_data",
        "tilinpäätöstietoja täydentävät ja palvelukohtaiset tiedot",
        "de kompletterande och tjänstspecifika uppgifterna till bokslutet",
        "supplementary and per-service data on the accounts",
        point=7,
        parameter="supplementary_data_day",
    ),
    _of_organs(
        "audit",
        "all_audited",
        Label("kaikkien tilinpäätökset tarkastettu", "allas bokslut granskade", "accounts of all audited"),
        Label(
            "seuraa, että kaikkien tilinpäätökset on tarkastettu",
            "följ upp att allas bokslut har granskats",
            "see that the accounts of all have been audited",
        ),
        section="117 § 1 mom.",
        parameter="audit_day",
    ),
    _data(
        "data_to_april",
        "kuukausitiedot (tammi–huhtikuu kaikilta alueilta)",
        "månadsuppgifterna (januari–april från alla områden)",
        "monthly data (January–April of every county)",
        point=3,
        parameter="to_april_day",
    ),
)
SUMMER: Final = (
    _data(
        "data_to_may",
        "kuukausitiedot (tammi–toukokuu kaikilta alueilta)",
        "månadsuppgifterna (januari–maj från alla områden)",
        "monthly data (January–May of every county)",
        point=3,
        parameter="to_may_day",
    ),
    _of_organs(
        "accounts_handling",
        "all_handled",
        Label(
            "kaikkien tilinpäätökset käsitelty valtuustoissa",
            "allas bokslut behandlade i fullmäktige",
            "accounts of all handled by their councils",
        ),
        Label(
            "seuraa, että kaikki valtuustot ovat käsitelleet tilinpäätöksen",
            "följ upp att alla fullmäktige har behandlat bokslutet",
            "see that every council has handled the accounts",
        ),
        section="117 § 1 mom.",
        parameter="accounts_handled_day",
    ),
    _assessed(
        "regional_assessments",
        "pelastustoimen hyvinvointialueittaiset asiantuntija-arviot",
        "expertbedömningarna av räddningsväsendet per välfärdsområde",
        "regional expert assessments of rescue services",
        parameter="regional_assessment_day",
        basis=(RESCUE("14 § 1 mom."), RESCUE_DECREE("9 §", note=_OTHER_SUPERVISOR)),
    ),
    _of_organs(
        "measures_reports",
        "measures_reports_received",
        Label(
            "toimenpideselvitykset saatu arviointimenettelyssä olleilta",
            "redogörelserna för åtgärderna mottagna från områden i utvärderingsförfarande",
            "accounts of the measures received from counties in an evaluation procedure",
        ),
        Label(
            "seuraa, että arviointimenettelyssä olleet alueet ovat antaneet selvityksen toimenpiteistä",
            "följ upp att områden i utvärderingsförfarande har redogjort för åtgärderna",
            "see that counties in an evaluation procedure have given the account of the measures",
        ),
        section="122 § 3 mom.",
        parameter="measures_report_day",
    ),
    _data(
        "first_half_data",
        "puolivuositiedot (tammi–kesäkuu kaikilta alueilta)",
        "halvårsuppgifterna (januari–juni från alla områden)",
        "half-year data (January–June of every county)",
        point=4,
        parameter="first_half_day",
    ),
    _data(
        "data_to_july",
        "kuukausitiedot (tammi–heinäkuu kaikilta alueilta)",
        "månadsuppgifterna (januari–juli från alla områden)",
        "monthly data (January–July of every county)",
        point=3,
        parameter="to_july_day",
    ),
)
AUTUMN: Final = (
    _assessed(
        "national_assessment",
        "pelastustoimen valtakunnallinen asiantuntija-arvio",
        "den riksomfattande expertbedömningen av räddningsväsendet",
        "national expert assessment of rescue services",
        parameter="national_assessment_day",
        basis=(RESCUE("14 § 2 mom."), RESCUE_DECREE("11 §", note=_OTHER_SUPERVISOR)),
    ),
    _data(
        "data_to_august",
        "kuukausitiedot (tammi–elokuu kaikilta alueilta)",
        "månadsuppgifterna (januari–augusti från alla områden)",
        "monthly data (January–August of every county)",
        point=3,
        parameter="to_august_day",
    ),
    awaited(
        "service_assessments",
        Label(
            "Terveyden ja hyvinvoinnin laitoksen asiantuntija-arviot",
            "expertbedömningarna från Institutet för hälsa och välfärd",
            "expert assessments of the Finnish Institute for Health and Welfare",
        ),
        STM,
        "service_assessments_day",
        SERVICES("30 § 1 mom.", Status.PRACTICE, _NO_DAY),
        kind=DeadlineKind.RECURRING,
    ),
    _data(
        "three_quarters_data",
        "neljännesvuositiedot (tammi–syyskuu kaikilta alueilta)",
        "kvartalsuppgifterna (januari–september från alla områden)",
        "quarterly data (January–September of every county)",
        point=2,
        parameter="three_quarters_day",
    ),
    _data(
        "data_to_october",
        "kuukausitiedot (tammi–lokakuu kaikilta alueilta)",
        "månadsuppgifterna (januari–oktober från alla områden)",
        "monthly data (January–October of every county)",
        point=3,
        parameter="to_october_day",
    ),
    _data(
        "data_to_november",
        "kuukausitiedot (tammi–marraskuu kaikilta alueilta)",
        "månadsuppgifterna (januari–november från alla områden)",
        "monthly data (January–November of every county)",
        point=3,
        parameter="to_november_day",
    ),
    _of_organs(
        "budgets",
        "budgets_adopted",
        Label(
            "kaikkien talousarviot ja -suunnitelmat hyväksytty",
            "allas budgetar och ekonomiplaner godkända",
            "budgets and plans of all adopted",
        ),
        Label(
            "seuraa, että kaikki valtuustot ovat hyväksyneet seuraavan vuoden talousarvion ja -suunnitelman",
            "följ upp att alla fullmäktige har godkänt budgeten och ekonomiplanen för följande år",
            "see that every council has adopted next year's budget and plan",
        ),
        section="115 § 1 mom.",
        parameter="budget_day",
    ),
    _assessed(
        "investment_proposals",
        "investointisuunnitelmia koskevat esitykset",
        "förslagen till investeringsplaner",
        "proposals for investment plans",
        parameter="proposal_day",
        basis=(COUNTIES("16 § 2 mom."),),
        by=STM,
    ),
)

AWAITED: Final = (*WINTER, *SPRING, *SUMMER, *AUTUMN)
