"""Conditions of service, of carrying the decision out, and of appeals (434/2003 54 §, 808/2019 8, 13, 81 and 122 §)."""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.agreement_decision.guards_preparing import agreement_of
from procedures.statutes import ADMINISTRATION, COURT_PROCEDURE, SERVICES, UUSIMAA

_OUTCOMES: Final = ("appeal_dismissed", "decision_partly_quashed", "decision_quashed")


def _served(case: Case | None) -> list[str]:
    return [event.data["party"] for event in case.every("decision_served")] if case else []


def pending_appeals(case: Case | None) -> set[int]:
    """Gives the numbers of the appeals that the court has not decided."""
    if case is None:
        return set()
    decided = {event.data["number"] for fact_id in _OUTCOMES for event in case.every(fact_id)}
    return set(range(1, len(case.every("appealed")) + 1)) - decided


def _concerned(offer: Offer) -> bool:
    """Holds when the one served is a party of the case."""
    return offer.case is not None and offer.payload.party in offer.case.opening.partners


def _not_served_before(offer: Offer) -> bool:
    """Holds unless the decision has been served on the same one."""
    return offer.payload.party not in _served(offer.case)


def _served_after_decision(offer: Offer) -> bool:
    """Holds when the day of service is neither before the decision nor after the day of the act."""
    decided = offer.case.last("decided") if offer.case else None
    served_on: date = offer.payload.served_on or offer.on
    return decided is not None and decided.effective_on <= served_on <= offer.on


def _last_service(offer: Offer) -> bool:
    """Holds when the decision has been served on everyone else."""
    case = offer.case
    return case is not None and set(case.opening.partners) <= {*_served(case), offer.payload.party}


def _not_prohibited(offer: Offer) -> bool:
    """Holds unless the court has ordered that the decision is not to be carried out."""
    standings = offer.case.active_standings if offer.case else ()
    return all(standing.name != "implementation_barred" for standing in standings)


def _prohibited(offer: Offer) -> bool:
    """Holds while the court's order is on."""
    return not _not_prohibited(offer)


def _enforceable(offer: Offer) -> bool:
    """Holds when the law lets the decision be carried out at once, or it is final, or an exception is stated."""
    if offer.case is None or agreement_of(offer.case) != "bilingual":
        return offer.case is not None
    return offer.case.has("became_final") or offer.payload.before_final_because is not None


def _own_service(offer: Offer) -> bool:
    """Holds when the service named is one of those on the party that appeals."""
    served, party = _served(offer.case), str(offer.payload.party)
    number = int(offer.payload.generation)
    return number <= len(served) and served[number - 1] == party


def _appeal_pending(offer: Offer) -> bool:
    """Holds when the appeal named has been made and not been decided."""
    return offer.payload.number in pending_appeals(offer.case)


def _some_appeal_pending(offer: Offer) -> bool:
    """Holds while an appeal is before the court."""
    return bool(pending_appeals(offer.case))


def _more_pending(offer: Offer) -> bool:
    """Holds when another appeal waits beside the one that is decided."""
    return bool(pending_appeals(offer.case) - {offer.payload.number})


def _time_over(offer: Offer) -> bool:
    """Holds when the time to appeal has ended for everyone."""
    running = [one.due for one in (offer.case.open_deadlines if offer.case else ()) if one.name == "appeal"]
    return offer.case is not None and all(due < offer.on for due in running)


def _appeals_decided(offer: Offer) -> bool:
    """Holds when no appeal waits for the court."""
    return not pending_appeals(offer.case)


def _not_final_yet(offer: Offer) -> bool:
    """Holds unless the decision has become final already."""
    return offer.case is not None and not offer.case.has("became_final")


_SERVICE: Final = (ADMINISTRATION("54 §"),)
_COURT: Final = COURT_PROCEDURE("81 §")

CONCERNED: Final = Guard(
    "concerned",
    Label(
        "tiedoksiannon saaja on asian osapuoli",
        "den som delges är part i ärendet",
        "the one served is a party of the case",
    ),
    _SERVICE,
    _concerned,
    reads_payload=True,
)
NOT_SERVED_BEFORE: Final = Guard(
    "not_served_before",
    Label(
        "päätöstä ei ole vielä annettu tälle tiedoksi",
        "beslutet har inte delgetts denna tidigare",
        "the decision has not been served on this one before",
    ),
    _SERVICE,
    _not_served_before,
    reads_payload=True,
)
SERVED_AFTER_DECISION: Final = Guard(
    "served_after_decision",
    Label(
        "tiedoksiantopäivä on aikaisintaan päätöspäivä ja viimeistään kirjauspäivä",
        "dagen för delgivningen är tidigast beslutsdagen och senast den dag då den antecknas",
        "the day of service is not before the decision and not after the day of this act",
    ),
    _SERVICE,
    _served_after_decision,
    reads_payload=True,
)
NOT_PROHIBITED: Final = Guard(
    "not_prohibited",
    Label(
        "tuomioistuin ei ole kieltänyt täytäntöönpanoa",
        "domstolen har inte förbjudit verkställigheten",
        "the court has not prohibited the implementation",
    ),
    (SERVICES("60 § 3 mom."), UUSIMAA("27 § 4 mom."), COURT_PROCEDURE("123 § 1 mom.")),
    _not_prohibited,
)
ENFORCEABLE: Final = Guard(
    "enforceable",
    Label(
        "päätös on täytäntöönpanokelpoinen: laki sallii heti, se on lainvoimainen tai poikkeus on kirjattu",
        "beslutet är verkställbart: lagen tillåter det genast, det har vunnit laga kraft eller ett undantag har "
        "antecknats",
        "the decision can be carried out: the law lets it at once, it is final, or an exception is stated",
    ),
    (SERVICES("38 § 3 mom."), UUSIMAA("12 § 3 mom."), COURT_PROCEDURE("122 §", Status.UNSETTLED)),
    _enforceable,
    reads_payload=True,
)
OWN_SERVICE: Final = Guard(
    "own_service",
    Label(
        "valitus koskee valittajan omaa tiedoksiantoa",
        "besvären gäller den delgivning som ändringssökanden själv fått",
        "the appeal answers a service on the one who appeals",
    ),
    (COURT_PROCEDURE("7 § 1 mom."), COURT_PROCEDURE("13 § 2 mom.")),
    _own_service,
    reads_payload=True,
)
APPEAL_PENDING: Final = Guard(
    "appeal_pending",
    Label("valitus on vireillä", "besvären är anhängiga", "the appeal has been made and not been decided"),
    (_COURT,),
    _appeal_pending,
    reads_payload=True,
)
SOME_APPEAL_PENDING: Final = Guard(
    "some_appeal_pending",
    Label("jokin valitus on vireillä", "något besvärsärende är anhängigt", "an appeal is before the court"),
    (COURT_PROCEDURE("123 § 1 mom."),),
    _some_appeal_pending,
)
PROHIBITED: Final = Guard(
    "prohibited",
    Label(
        "tuomioistuimen täytäntöönpanokielto on voimassa",
        "domstolens verkställighetsförbud gäller",
        "the court's prohibition is on",
    ),
    (COURT_PROCEDURE("123 § 1 mom."),),
    _prohibited,
)
TIME_OVER: Final = Guard(
    "time_over",
    Label(
        "valitusaika on päättynyt kaikilta", "besvärstiden har gått ut för alla", "the time to appeal is over for all"
    ),
    (COURT_PROCEDURE("13 § 2 mom."),),
    _time_over,
)
APPEALS_DECIDED: Final = Guard(
    "appeals_decided",
    Label("kaikki valitukset on ratkaistu", "alla besvär har avgjorts", "every appeal has been decided"),
    (_COURT,),
    _appeals_decided,
)
NOT_FINAL_YET: Final = Guard(
    "not_final_yet",
    Label(
        "päätös ei ole vielä lainvoimainen", "beslutet har inte vunnit laga kraft ännu", "the decision is not final yet"
    ),
    (COURT_PROCEDURE("122 § 1 mom."),),
    _not_final_yet,
)

LAST_SERVICE: Final = Guard(
    "last_service",
    Label(
        "päätös on jo annettu muille tiedoksi",
        "beslutet har redan delgetts de andra",
        "the decision has been served on everyone else",
    ),
    _SERVICE,
    _last_service,
    reads_payload=True,
)
MORE_PENDING: Final = Guard(
    "more_pending",
    Label("toinen valitus on vielä vireillä", "ett annat besvär är ännu anhängigt", "another appeal is still pending"),
    (_COURT,),
    _more_pending,
    reads_payload=True,
)
