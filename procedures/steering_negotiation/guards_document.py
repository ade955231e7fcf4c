"""Conditions after the negotiation: recommendations, document, publication, answers (611/2021 13 a § 3 and 5 mom.)."""

from __future__ import annotations

from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.statutes import COUNTIES, RESCUE, SERVICES
from procedures.steering_negotiation.tasks import STALE_REFERENCE

_ANSWERING: Final = (SERVICES("29 § 2 mom.", Status.UNSETTLED, STALE_REFERENCE), RESCUE("13 § 2 mom."))


def _given(case: Case | None) -> frozenset[int]:
    events = case.every("recommendations_given") if case else ()
    return frozenset(one["number"] for event in events for one in event.data["recommendations"])


def _answered(case: Case | None) -> frozenset[int]:
    events = case.every("recommendations_answered") if case else ()
    return frozenset(one["number"] for event in events for one in event.data["answers"])


def _recommendation_said(offer: Offer) -> bool:
    """Holds when at least one recommendation is stated."""
    return bool(offer.payload.recommendations)


def _numbers_new(offer: Offer) -> bool:
    """Holds when no two recommendations of the round bear one number."""
    numbers = [one.number for one in offer.payload.recommendations]
    return len(set(numbers)) == len(numbers) and not _given(offer.case) & set(numbers)


def _recommendations_weighed(offer: Offer) -> bool:
    """Holds when recommendations were given or found not to be needed."""
    case = offer.case
    return case is not None and (case.has("recommendations_given") or case.has("recommendations_found_unneeded"))


def _matters_stated(offer: Offer) -> bool:
    """Holds when the document states what was handled."""
    return offer.payload.matters_stated is True


def _results_stated(offer: Offer) -> bool:
    """Holds when the document states what was arrived at."""
    return offer.payload.results_stated is True


def _recommendations_stated(offer: Offer) -> bool:
    """Holds when no recommendations were given, or the document states them."""
    return not _given(offer.case) or offer.payload.recommendations_stated is True


def _drawn_up_with_county(offer: Offer) -> bool:
    """Holds when the county has commented on the draft, or had it and did not comment."""
    commented = offer.case is not None and offer.case.has("draft_commented")
    return commented or offer.payload.county_did_not_comment is True


def _in_the_public_network(offer: Offer) -> bool:
    """Holds when an address in the public network is given."""
    return (offer.payload.address or "").startswith(("https://", "http://"))


def _something_to_follow(offer: Offer) -> bool:
    """Holds when recommendations were given."""
    return bool(_given(offer.case))


def _answers_said(offer: Offer) -> bool:
    """Holds when at least one recommendation is answered."""
    return bool(offer.payload.answers)


def _answers_fit(offer: Offer) -> bool:
    """Holds when every answer is to a recommendation of the round."""
    return {one.number for one in offer.payload.answers} <= _given(offer.case)


def _nothing_unanswered(offer: Offer) -> bool:
    """Holds when every recommendation was answered, or it is said why the round ends without that."""
    return _given(offer.case) <= _answered(offer.case) or offer.payload.unanswered_grounds is not None


def _carried_over_known(offer: Offer) -> bool:
    """Holds when what the next round takes up again is a recommendation of this one."""
    return set(offer.payload.carried_over) <= _given(offer.case)


def _all_answered_with_this(offer: Offer) -> bool:
    """Holds when these answers leave no recommendation unanswered."""
    now = {one.number for one in offer.payload.answers}
    return _given(offer.case) <= _answered(offer.case) | now


RECOMMENDATION_SAID: Final = Guard(
    "recommendation_said",
    Label(
        "vähintään yksi toimenpidesuositus on kirjattu",
        "minst en åtgärdsrekommendation har antecknats",
        "at least one measure recommendation is stated",
    ),
    (COUNTIES("13 a § 3 mom."),),
    _recommendation_said,
    reads_payload=True,
)
RECOMMENDATION_NUMBERS_NEW: Final = Guard(
    "recommendation_numbers_new",
    Label(
        "jokaisella suosituksella on kierroksella oma numeronsa",
        "varje rekommendation har ett eget nummer i omgången",
        "each recommendation of the round has a number of its own",
    ),
    (COUNTIES("13 a § 3 mom.", Status.PRACTICE),),
    _numbers_new,
    reads_payload=True,
)
RECOMMENDATIONS_WEIGHED: Final = Guard(
    "recommendations_weighed",
    Label(
        "toimenpidesuosituksia on annettu tai niitä ei ole todettu tarvittavan",
        "åtgärdsrekommendationer har getts eller konstaterats obehövliga",
        "measure recommendations were given or found not to be needed",
    ),
    (COUNTIES("13 a § 3 mom."),),
    _recommendations_weighed,
)
MATTERS_STATED: Final = Guard(
    "matters_stated",
    Label(
        "asiakirjassa todetaan neuvotteluissa käsitellyt asiat",
        "i dokumentet antecknas vilka frågor som har behandlats",
        "the document states what was handled",
    ),
    (COUNTIES("13 a § 5 mom."),),
    _matters_stated,
    reads_payload=True,
)
RESULTS_STATED: Final = Guard(
    "results_stated",
    Label(
        "asiakirjassa todetaan, mihin neuvotteluissa on päädytty",
        "i dokumentet antecknas vad parterna har kommit fram till",
        "the document states what was arrived at",
    ),
    (COUNTIES("13 a § 5 mom."),),
    _results_stated,
    reads_payload=True,
)
RECOMMENDATIONS_STATED: Final = Guard(
    "recommendations_stated",
    Label(
        "asiakirjassa todetaan annetut toimenpidesuositukset",
        "i dokumentet antecknas de åtgärdsrekommendationer som getts",
        "the document states the measure recommendations that were given",
    ),
    (COUNTIES("13 a § 5 mom."),),
    _recommendations_stated,
    reads_payload=True,
)
DRAWN_UP_WITH_COUNTY: Final = Guard(
    "drawn_up_with_county",
    Label(
        "asiakirja on laadittu yhteistyössä hyvinvointialueen kanssa",
        "dokumentet har utarbetats i samarbete med välfärdsområdet",
        "the document was drawn up together with the county",
    ),
    (COUNTIES("13 a § 5 mom."),),
    _drawn_up_with_county,
    reads_payload=True,
)
IN_THE_PUBLIC_NETWORK: Final = Guard(
    "in_the_public_network",
    Label(
        "asiakirjan osoite julkisessa tietoverkossa on ilmoitettu",
        "dokumentets adress i det allmänna datanätet har angetts",
        "the document's address in the public network is given",
    ),
    (COUNTIES("13 a § 5 mom."),),
    _in_the_public_network,
    reads_payload=True,
)
SOMETHING_TO_FOLLOW: Final = Guard(
    "something_to_follow",
    Label(
        "toimenpidesuosituksia on annettu",
        "åtgärdsrekommendationer har getts",
        "measure recommendations were given",
    ),
    (COUNTIES("13 a § 3 mom."),),
    _something_to_follow,
)
ANSWERS_SAID: Final = Guard(
    "answers_said",
    Label(
        "vähintään yhteen toimenpidesuositukseen on vastattu",
        "minst en åtgärdsrekommendation har besvarats",
        "at least one measure recommendation is answered",
    ),
    _ANSWERING,
    _answers_said,
    reads_payload=True,
)
ANSWERS_FIT: Final = Guard(
    "answers_fit",
    Label(
        "vastaukset koskevat tämän kierroksen suosituksia",
        "svaren gäller rekommendationer i denna omgång",
        "the answers are to recommendations of this round",
    ),
    _ANSWERING,
    _answers_fit,
    reads_payload=True,
)
NOTHING_UNANSWERED: Final = Guard(
    "nothing_unanswered",
    Label(
        "jokaiseen toimenpidesuositukseen on vastattu, tai on sanottu, miksi kierros päättyy ilman vastausta",
        "varje åtgärdsrekommendation har besvarats, eller det har sagts varför omgången avslutas utan svar",
        "every measure recommendation was answered, or it is said why the round ends without an answer",
    ),
    _ANSWERING,
    _nothing_unanswered,
    reads_payload=True,
)
CARRIED_OVER_KNOWN: Final = Guard(
    "carried_over_known",
    Label(
        "seuraavalle kierrokselle siirtyvät suositukset ovat tämän kierroksen suosituksia",
        "de rekommendationer som förs över till nästa omgång hör till denna omgång",
        "what is carried over to the next round is a recommendation of this one",
    ),
    (COUNTIES("13 a § 2 mom.", Status.PRACTICE),),
    _carried_over_known,
    reads_payload=True,
)
ALL_ANSWERED: Final = Guard(
    "all_answered",
    Label(
        "jokaiseen toimenpidesuositukseen on vastattu",
        "varje åtgärdsrekommendation har besvarats",
        "every measure recommendation has been answered",
    ),
    _ANSWERING,
    _all_answered_with_this,
    reads_payload=True,
)
"""Chooses between moves: while something is unanswered, the county still has something to do."""
