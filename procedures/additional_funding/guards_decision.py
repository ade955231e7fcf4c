"""Conditions of the decision and of the remedies against it (617/2021 11, 26, 30 and 31 §, 434/2003 chapter 7 a)."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.additional_funding import decisions
from procedures.evaluation.guards_start import within_window
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE, FUNDING, UUSIMAA

_PREPARED: Final = FUNDING("26 § 2 mom.")
_REQUEST: Final = FUNDING("30 §")
_APPEAL: Final = (FUNDING("31 §"), ADMINISTRATION("49 b §"), COURT_PROCEDURE("8 § 1 mom."))


def _group_was_set(offer: Offer) -> bool:
    """Holds when a preparation group was set for the decision."""
    return offer.case is not None and offer.case.has("preparation_group_set")


def _assessment_given(offer: Offer) -> bool:
    """Holds when the preparation group has given its assessment."""
    return offer.case is not None and offer.case.has("memorandum_given")


def _presented(offer: Offer) -> bool:
    """Holds when the matter was presented, after an annulled decision anew; a request has no presentation here."""
    case = offer.case
    if case is not None and case.state == "rejected":
        return True
    return decisions.follows(case, ("presented_to_government",), ("decision_annulled",))


def _request_behind_reversal(offer: Offer) -> bool:
    """Holds unless the application was rejected and no request for rectification awaits a decision."""
    return offer.case is None or offer.case.state != "rejected" or decisions.request_awaits(offer.case)


def _amount_stated(offer: Offer) -> bool:
    """Holds when the decision states an amount above zero."""
    return bool(offer.payload.granted_cents)


def _granted_within_applied(offer: Offer) -> bool:
    """Holds when no more is granted than applied for; where no amount is known to be applied for, always."""
    stated = getattr(offer.payload, "applied_cents", None)
    applied = stated if stated is not None else decisions.applied_cents(offer.case)
    granted = offer.payload.granted_cents
    return granted is None or applied is None or granted <= applied


def _services_named(offer: Offer) -> bool:
    """Holds when the decision names the services that would otherwise be endangered."""
    return bool(offer.payload.secures)


def _condition_kinds_named(offer: Offer) -> bool:
    """Holds when each condition is of a kind that the decision may have."""
    return all(condition.kind is not None for condition in offer.payload.conditions or ())


def _appropriation_named(offer: Offer) -> bool:
    """Holds when the appropriation is named from which it is granted."""
    return offer.payload.appropriation is not None


def _grounds_stated(offer: Offer) -> bool:
    """Holds when the rejection says on what it rests."""
    return bool(offer.payload.grounds) or offer.payload.reasons is not None


def _evaluation_can_be_started(offer: Offer) -> bool:
    """Holds when a county, not Helsinki, has been granted often enough and is not under evaluation already."""
    if offer.subject_kind != "county" or offer.payload.evaluation_under_way is True:
        return False
    needed = int(str(offer.parameters.on("gate_grants", offer.on).value))
    grants = [*(day.year for day in offer.payload.earlier_grants_on if day <= offer.on), offer.on.year]
    if needed == 1:
        return True
    return within_window(grants, needed, int(str(offer.parameters.on("gate_window", offer.on).value)))


def _to_be_served(offer: Offer) -> bool:
    """Holds when the newest decision has not been served."""
    return decisions.follows(offer.case, decisions.DECISIONS, ("decision_served",))


def _on_request(offer: Offer) -> bool:
    """Holds when the newest decision was made on a request for rectification."""
    return decisions.decided_on_request(offer.case)


def _rectifiable(offer: Offer) -> bool:
    """Holds when the newest decision is the first one in the matter and no request has been made about it."""
    case = offer.case
    others = (*decisions.ON_REQUEST, "rectification_requested", "decision_annulled")
    decided = decisions.follows(case, decisions.FIRST_INSTANCE, others)
    return decided and not decisions.decided_on_request(case)


def _request_made(offer: Offer) -> bool:
    """Holds when a request for rectification awaits its decision."""
    return decisions.request_awaits(offer.case)


def _appealable(offer: Offer) -> bool:
    """Holds when a request for rectification has been decided and the decision has not been appealed yet."""
    decided = decisions.follows(offer.case, decisions.DECISIONS, ("appeal_made", "decision_annulled"))
    return decided and decisions.decided_on_request(offer.case) and not decisions.request_awaits(offer.case)


def _appeal_pending(offer: Offer) -> bool:
    """Holds when an appeal awaits its judgment."""
    return decisions.appeal_awaits(offer.case)


GROUP_WAS_SET: Final = Guard(
    "group_was_set",
    Label("valmisteluryhmä on asetettu", "en beredningsgrupp har tillsatts", "a preparation group has been set"),
    (_PREPARED,),
    _group_was_set,
)
ASSESSMENT_GIVEN: Final = Guard(
    "assessment_given",
    Label(
        "valmisteluryhmä on antanut arvionsa",
        "beredningsgruppen har lämnat sin bedömning",
        "the preparation group has given its assessment",
    ),
    (_PREPARED,),
    _assessment_given,
)
PRESENTED: Final = Guard(
    "presented",
    Label("asia on esitelty valtioneuvostolle", "ärendet har föredragits för statsrådet", "the matter was presented"),
    (FUNDING("26 § 1 mom.", Status.SECONDARY),),
    _presented,
)
REQUEST_BEHIND_REVERSAL: Final = Guard(
    "request_behind_reversal",
    Label(
        "hylättyä asiaa muutetaan vain vireillä olevan oikaisuvaatimuksen johdosta",
        "ett avslag ändras endast med anledning av en anhängig begäran om omprövning",
        "a rejection is reversed only upon a pending request for rectification",
    ),
    (_REQUEST, ADMINISTRATION("49 g §")),
    _request_behind_reversal,
)
AMOUNT_STATED: Final = Guard(
    "amount_stated",
    Label("myönnetty määrä on kirjattu", "det beviljade beloppet har antecknats", "the amount granted is stated"),
    (FUNDING("11 § 1 mom."),),
    _amount_stated,
    reads_payload=True,
)
GRANTED_WITHIN_APPLIED: Final = Guard(
    "granted_within_applied",
    Label(
        "hakemuksesta myönnetään enintään haettu määrä",
        "på ansökan beviljas högst det sökta beloppet",
        "upon an application no more is granted than applied for",
    ),
    (
        FUNDING(
            "26 § 1 mom.",
            Status.UNSETTLED,
            Label(
                "laissa ei sanota, sitooko haettu määrä",
                "lagen säger inte om det sökta beloppet binder",
                "the law does not say whether the amount applied for binds",
            ),
        ),
    ),
    _granted_within_applied,
    reads_payload=True,
)
SERVICES_NAMED: Final = Guard(
    "services_named",
    Label(
        "päätös nimeää palvelut, joiden järjestäminen muutoin vaarantuisi",
        "beslutet anger de tjänster vars ordnande annars skulle äventyras",
        "the decision names the services that would otherwise be endangered",
    ),
    (FUNDING("11 § 1 mom."),),
    _services_named,
    reads_payload=True,
)
CONDITION_KINDS_NAMED: Final = Guard(
    "condition_kinds_named",
    Label(
        "jokainen ehto koskee vaikuttavuutta, laatua, määrää, järjestämisen tehokkuutta tai "
        "kohdennettuja toimenpiteitä",
        "varje villkor gäller verkningsfullhet, kvalitet, mängd, effektivt ordnande eller riktade åtgärder",
        "each condition concerns effectiveness, quality, quantity, efficiency or targeted measures",
    ),
    (
        FUNDING("11 § 2 mom."),
        FUNDING(
            "11 § 2 mom.",
            Status.PRACTICE,
            Label(
                "kohdennetut toimenpiteet: tunnetuissa päätöksissä, eivät laissa luetelluissa ehdoissa",
                "riktade åtgärder: i kända beslut, inte bland de villkor som lagen räknar upp",
                "targeted measures: in known decisions, not among the conditions that the law lists",
            ),
        ),
    ),
    _condition_kinds_named,
    reads_payload=True,
)
APPROPRIATION_NAMED: Final = Guard(
    "appropriation_named",
    Label(
        "päätös nimeää valtion talousarvion määrärahan",
        "beslutet anger anslaget i statsbudgeten",
        "the decision names the appropriation of the State budget",
    ),
    (FUNDING("11 § 2 mom."),),
    _appropriation_named,
    reads_payload=True,
)
GROUNDS_STATED: Final = Guard(
    "grounds_stated",
    Label("hylkääminen on perusteltu", "avslaget har motiverats", "the rejection states its grounds"),
    (ADMINISTRATION("45 § 1 mom."),),
    _grounds_stated,
    reads_payload=True,
)
EVALUATION_CAN_BE_STARTED: Final = Guard(
    "evaluation_can_be_started",
    Label(
        "lisärahoitusta on myönnetty niin usein, että arviointimenettely voidaan käynnistää, eikä se ole jo käynnissä",
        "tilläggsfinansiering har beviljats så ofta att ett utvärderingsförfarande kan inledas, och inget pågår redan",
        "additional funding was granted so often that the evaluation procedure can be started, and none is under way",
    ),
    (COUNTIES("123 § 1 mom. 4 kohta"), UUSIMAA("17 §")),
    _evaluation_can_be_started,
    reads_payload=True,
)
TO_BE_SERVED: Final = Guard(
    "to_be_served",
    Label(
        "uusin päätös on antamatta tiedoksi",
        "det senaste beslutet har inte delgetts",
        "the newest decision has not been served yet",
    ),
    (ADMINISTRATION("54 § 1 mom."),),
    _to_be_served,
)
ON_REQUEST: Final = Guard(
    "on_request",
    Label(
        "päätös on annettu oikaisuvaatimuksen johdosta",
        "beslutet har fattats med anledning av en begäran om omprövning",
        "the decision was made on a request for rectification",
    ),
    (ADMINISTRATION("49 b §"),),
    _on_request,
)
RECTIFIABLE: Final = Guard(
    "rectifiable",
    Label(
        "päätökseen saa vaatia oikaisua eikä oikaisua ole vielä vaadittu",
        "omprövning av beslutet får begäras och har inte begärts",
        "the decision can be rectified and no rectification has been requested yet",
    ),
    (_REQUEST, ADMINISTRATION("49 b §")),
    _rectifiable,
)
REQUEST_MADE: Final = Guard(
    "request_made",
    Label(
        "oikaisuvaatimus on vireillä", "en begäran om omprövning är anhängig", "a request for rectification is pending"
    ),
    (_REQUEST, ADMINISTRATION("49 g §")),
    _request_made,
)
APPEALABLE: Final = Guard(
    "appealable",
    Label(
        "oikaisuvaatimukseen on annettu päätös eikä siitä ole valitettu",
        "begäran om omprövning har avgjorts och beslutet har inte överklagats",
        "the request for rectification was decided and that decision was not appealed yet",
    ),
    _APPEAL,
    _appealable,
)
APPEAL_PENDING: Final = Guard(
    "appeal_pending",
    Label("valitus on vireillä", "besvär är anhängiga", "an appeal is pending"),
    _APPEAL,
    _appeal_pending,
)
