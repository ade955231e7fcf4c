"""Conditions of changing the authority (611/2021 15 § 3–4 mom.) and of what follows (13 b §, 123 §)."""

from __future__ import annotations

from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.statutes import AMENDMENT_2024, COUNTIES, COURT_PROCEDURE

_FOUR: Final = {"vm": "VM", "stm": "STM", "sm": "SM", "county": "county"}


def sought_cents(case: Case) -> int | None:
    """Gives the amount that the newest application or initiative asks for, if it says."""
    asked = [*case.every("application_made"), *case.every("initiative_made")]
    amounts = [event.data["amount_cents"] for event in sorted(asked, key=lambda event: event.version)]
    return next((int(amount) for amount in reversed(amounts) if amount is not None), None)


def _four_represented(offer: Offer) -> bool:
    """Holds when each of the four has representatives, named before or with the appointment, or has named nobody."""
    if offer.case is None:
        return False
    named = {_FOUR[event.act_of.role] for event in offer.case.every("representatives_named")}
    said = {one.organisation for one in offer.payload.members} | {*offer.payload.without_representatives}
    return named | said == {*_FOUR.values()}


def _brought_by_county(offer: Offer) -> bool:
    """Holds unless a ministry's initiative brought the matter."""
    return offer.case is not None and not offer.case.has("initiative_made")


def _brought_by_ministry(offer: Offer) -> bool:
    """Holds when a ministry's initiative brought the matter."""
    return offer.case is not None and offer.case.has("initiative_made")


def _necessity_assessed(offer: Offer) -> bool:
    """Holds when the group assessed for what the investment is necessary, or that it is not."""
    return bool(offer.payload.necessary_for) or offer.payload.necessity_assessed is True


def _other_cover_assessed(offer: Offer) -> bool:
    """Holds when the group said whether the need could be covered otherwise."""
    return offer.payload.no_other_cover is not None


def _size_assessed(offer: Offer) -> bool:
    """Holds when the group said how large an authority is needed; none is zero."""
    return offer.payload.amount_cents is not None


def _terms_assessed(offer: Offer) -> bool:
    """Holds when the group named terms or said that it assessed them."""
    return bool(offer.payload.terms) or offer.payload.terms_assessed is True


def _overall_assessment(offer: Offer) -> bool:
    """Holds when the assessment rests on an overall assessment of economy and activity."""
    return offer.payload.overall_assessment is True


def _necessity_found(offer: Offer) -> bool:
    """Holds when the decision names for what the investment is necessary."""
    return bool(offer.payload.necessary_for)


def _no_other_cover(offer: Offer) -> bool:
    """Holds when the decision finds that the need cannot be covered otherwise."""
    return offer.payload.no_other_cover is True


def _granted_said(offer: Offer) -> bool:
    """Holds when the granted amount is said."""
    return offer.payload.granted_cents is not None


def _granted_not_above_sought(offer: Offer) -> bool:
    """Holds unless both amounts are known and more is granted than was asked for."""
    if offer.case is None or offer.payload.granted_cents is None:
        return offer.case is not None
    asked = sought_cents(offer.case)
    asked = offer.payload.applied_cents if asked is None else asked
    return asked is None or bool(offer.payload.granted_cents <= asked)


def _sets_conditions(offer: Offer) -> bool:
    """Holds when the decision sets conditions."""
    return bool(offer.payload.conditions)


def _reports_again(offer: Offer) -> bool:
    """Holds when the report names the day of the next one."""
    return offer.payload.next_report_on is not None


def _unmet_named(offer: Offer) -> bool:
    """Holds when the refusal names a condition that is not met."""
    return bool(offer.payload.unmet)


def _evidently_unmet(offer: Offer) -> bool:
    """Holds when it is evident that the measure is not being carried out."""
    return offer.payload.evident is True


def _no_substitute(offer: Offer) -> bool:
    """Holds when the county has decided on no substitute measures."""
    return offer.payload.no_substitute is True


def _evaluation_weighed(offer: Offer) -> bool:
    """Holds when the ministry has weighed whether to start an evaluation procedure since the change."""
    return offer.case is not None and offer.case.has("evaluation_weighed")


def _preemptive_weighed(offer: Offer) -> bool:
    """Holds unless an unmet condition was noted and pre-emptive steering was not weighed after it."""
    if offer.case is None:
        return False
    unmet, weighed = offer.case.last("condition_unmet"), offer.case.last("preemptive_weighed")
    return unmet is None or (weighed is not None and weighed.version > unmet.version)


def _no_appeal_pending(offer: Offer) -> bool:
    """Holds when every appeal has been decided."""
    case = offer.case
    return case is not None and len(case.every("appeal_made")) <= len(case.every("appeal_decided"))


def _appeal_time_over(offer: Offer) -> bool:
    """Holds when the county was served with the rejection and no time to appeal runs on the day."""
    refused = offer.case.last("refused") if offer.case else None
    served = offer.case.last("decision_served") if offer.case else None
    if offer.case is None or refused is None or served is None or served.version < refused.version:
        return False
    return all(one.due < offer.on for one in offer.case.open_deadlines if one.name == "government_appeal")


def _decision_undone(offer: Offer) -> bool:
    """Holds when the court annulled the decision or referred it back."""
    return offer.payload.outcome in ("annulled", "referred_back")


FOUR_REPRESENTED: Final = Guard(
    "four_represented",
    Label(
        "valtiovarain-, sosiaali- ja terveys- ja sisäministeriö sekä hyvinvointialue ovat nimenneet edustajansa, tai "
        "on kirjattu, mikä niistä ei ole nimennyt",
        "finans-, social- och hälsovårds- och inrikesministeriet samt välfärdsområdet har utsett sina representanter, "
        "eller så har det antecknats vem som inte har utsett",
        "the three ministries and the county have named their representatives, or it is recorded who has not",
    ),
    (COUNTIES("15 § 4 mom."),),
    _four_represented,
    reads_payload=True,
)
BROUGHT_BY_COUNTY: Final = Guard(
    "brought_by_county",
    Label(
        "hyvinvointialueen hakemus on pannut asian vireille",
        "ärendet har inletts genom välfärdsområdets ansökan",
        "the county's application brought the matter",
    ),
    (COUNTIES("15 § 3 mom.", Status.PRACTICE),),
    _brought_by_county,
)
BROUGHT_BY_MINISTRY: Final = Guard(
    "brought_by_ministry",
    Label(
        "ministeriön aloite on pannut asian vireille",
        "ärendet har inletts genom ett ministeriums initiativ",
        "a ministry's initiative brought the matter",
    ),
    (COUNTIES("15 § 3 mom.", Status.PRACTICE),),
    _brought_by_ministry,
)
NECESSITY_ASSESSED: Final = Guard(
    "necessity_assessed",
    Label(
        "investoinnin välttämättömyys on arvioitu",
        "det har bedömts om investeringen är nödvändig",
        "the necessity of the investment is assessed",
    ),
    (COUNTIES("15 § 3–4 mom."),),
    _necessity_assessed,
    reads_payload=True,
)
OTHER_COVER_ASSESSED: Final = Guard(
    "other_cover_assessed",
    Label(
        "on arvioitu, voidaanko investointitarve kattaa muulla tavoin",
        "det har bedömts om investeringsbehovet kan täckas på något annat sätt",
        "it is assessed whether the need can be covered otherwise",
    ),
    (COUNTIES("15 § 3–4 mom."),),
    _other_cover_assessed,
    reads_payload=True,
)
SIZE_ASSESSED: Final = Guard(
    "size_assessed",
    Label(
        "tarvittavan lainanottovaltuuden suuruus on arvioitu",
        "beloppet av den behövliga fullmakten har bedömts",
        "the size of the authority needed is assessed",
    ),
    (COUNTIES("15 § 4 mom."),),
    _size_assessed,
    reads_payload=True,
)
TERMS_ASSESSED: Final = Guard(
    "terms_assessed",
    Label(
        "hyvinvointialueelle asetettavat ehdot on arvioitu",
        "de villkor som ska gälla för välfärdsområdet har bedömts",
        "the terms to be set for the county are assessed",
    ),
    (COUNTIES("15 § 4 mom."),),
    _terms_assessed,
    reads_payload=True,
)
OVERALL_ASSESSMENT: Final = Guard(
    "overall_assessment",
    Label(
        "arviointi perustuu kokonaisarvioon hyvinvointialueen taloudesta ja toiminnasta",
        "bedömningen bygger på en övergripande bedömning av välfärdsområdets ekonomi och verksamhet",
        "the assessment rests on an overall assessment of the county's economy and activity",
    ),
    (COUNTIES("15 § 4 mom."),),
    _overall_assessment,
    reads_payload=True,
)
NECESSITY_FOUND: Final = Guard(
    "necessity_found",
    Label(
        "investointi on välttämätön palvelujen tuottamisen jatkuvuuden kannalta tai lainsäädännössä edellytettyjen "
        "palvelujen turvaamiseksi",
        "investeringen är nödvändig för kontinuiteten i produktionen av tjänsterna eller för att trygga de tjänster "
        "som förutsätts i lagstiftningen",
        "the investment is necessary for the continuity of services or to secure services required by law",
    ),
    (COUNTIES("15 § 3 mom."),),
    _necessity_found,
    reads_payload=True,
)
NO_OTHER_COVER: Final = Guard(
    "no_other_cover",
    Label(
        "investointitarvetta ei voida kattaa muulla tavoin",
        "investeringsbehovet kan inte täckas på något annat sätt",
        "the need for the investment cannot be covered in any other way",
    ),
    (COUNTIES("15 § 3 mom."),),
    _no_other_cover,
    reads_payload=True,
)
GRANTED_SAID: Final = Guard(
    "granted_said",
    Label("myönnetty määrä on ilmoitettu", "det beviljade beloppet har angetts", "the amount granted is stated"),
    (COUNTIES("15 § 3 mom."),),
    _granted_said,
    reads_payload=True,
)
GRANTED_NOT_ABOVE_SOUGHT: Final = Guard(
    "granted_not_above_sought",
    Label(
        "myönnetty määrä on enintään haettu",
        "det beviljade beloppet är högst det som har sökts",
        "the amount granted is at most what was asked for",
    ),
    (
        COUNTIES(
            "15 § 3 mom.",
            Status.PRACTICE,
            Label(
                "pykälä ei sano rajaa; enempää kuin haetaan ei myönnetä",
                "paragrafen anger ingen gräns; mer än det sökta beviljas inte",
                "the section sets no bound; no more is granted than is asked for",
            ),
        ),
    ),
    _granted_not_above_sought,
    reads_payload=True,
)
SETS_CONDITIONS: Final = Guard(
    "sets_conditions",
    Label("päätöksessä on ehtoja", "beslutet innehåller villkor", "the decision sets conditions"),
    (COUNTIES("15 § 4 mom."),),
    _sets_conditions,
    reads_payload=True,
)
REPORTS_AGAIN: Final = Guard(
    "reports_again",
    Label("seuraavan raportin päivä on sovittu", "dagen för nästa rapport är överenskommen", "a next report is agreed"),
    (COUNTIES("15 § 3 mom.", Status.PRACTICE),),
    _reports_again,
    reads_payload=True,
)
UNMET_NAMED: Final = Guard(
    "unmet_named",
    Label(
        "täyttymätön edellytys on yksilöity: valtuutta muutetaan, jos edellytykset täyttyvät",
        "den förutsättning som inte är uppfylld har angetts: fullmakten ändras om förutsättningarna är uppfyllda",
        "the unmet condition is named: the authority is changed when the conditions are met",
    ),
    (COUNTIES("15 § 3 mom."),),
    _unmet_named,
    reads_payload=True,
)
EVIDENTLY_UNMET: Final = Guard(
    "evidently_unmet",
    Label(
        "on ilmeistä, ettei edellytetty toimenpide ole toteutumassa",
        "det är uppenbart att den förutsatta åtgärden inte kommer att bli genomförd",
        "it is evident that the required measure is not being carried out",
    ),
    (COUNTIES("13 b § 1 mom. 2 kohta"), AMENDMENT_2024("13 b §")),
    _evidently_unmet,
    reads_payload=True,
)
NO_SUBSTITUTE: Final = Guard(
    "no_substitute",
    Label(
        "hyvinvointialue ei ole tehnyt päätöstä korvaavista toimenpiteistä",
        "välfärdsområdet har inte fattat beslut om kompenserande åtgärder",
        "the county has decided on no substitute measures",
    ),
    (COUNTIES("13 b § 1 mom. 2 kohta"), AMENDMENT_2024("13 b §")),
    _no_substitute,
    reads_payload=True,
)
EVALUATION_WEIGHED: Final = Guard(
    "evaluation_weighed",
    Label(
        "arviointimenettelyn käynnistäminen on harkittu",
        "inledandet av utvärderingsförfarandet har prövats",
        "starting the evaluation procedure has been weighed",
    ),
    (COUNTIES("123 § 1 mom. 4 kohta", Status.PRACTICE),),
    _evaluation_weighed,
)
PREEMPTIVE_WEIGHED: Final = Guard(
    "preemptive_weighed",
    Label(
        "toteutumattoman toimenpiteen toteamisen jälkeen ennakollisen talouden ohjauksen menettelyn tarve on harkittu",
        "efter att en åtgärd konstaterats utebli har behovet av förebyggande förfarande för ekonomisk styrning prövats",
        "after an unmet condition, pre-emptive steering has been weighed",
    ),
    (COUNTIES("13 b § 1 mom. 2 kohta", Status.PRACTICE),),
    _preemptive_weighed,
)
NO_APPEAL_PENDING: Final = Guard(
    "no_appeal_pending",
    Label("valituksia ei ole ratkaisematta", "inga besvär är oavgjorda", "no appeal is pending"),
    (COURT_PROCEDURE("8 §"),),
    _no_appeal_pending,
)
APPEAL_TIME_OVER: Final = Guard(
    "appeal_time_over",
    Label(
        "päätös on annettu tiedoksi ja valitusaika on päättynyt",
        "beslutet har delgetts och besvärstiden har gått ut",
        "the decision was served and the time for an appeal is over",
    ),
    (COURT_PROCEDURE("13 §"),),
    _appeal_time_over,
)
DECISION_UNDONE: Final = Guard(
    "decision_undone",
    Label(
        "tuomioistuin on kumonnut päätöksen tai palauttanut asian",
        "domstolen har upphävt beslutet eller återförvisat ärendet",
        "the court annulled the decision or referred it back",
    ),
    (COUNTIES("138 § 3 mom."),),
    _decision_undone,
    reads_payload=True,
)
