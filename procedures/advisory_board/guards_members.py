"""Conditions of what happens to seats and boards on the way: replacements, the end of a term and of earlier boards."""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.statutes import ADVISORY_BOARD_DECREE, COUNTIES, RESCUE_2024, SERVICES_2024, STEERING_2024


def _not_ended_before(offer: Offer) -> bool:
    """Holds unless the end of the same board is on record."""
    ended = offer.case.every("earlier_board_ended") if offer.case else ()
    return all(event.data["board"] != offer.payload.board for event in ended)


def _departure_known(offer: Offer) -> bool:
    """Holds when that many seats have come free."""
    return offer.case is not None and offer.payload.number <= len(offer.case.every("member_left"))


def _not_replaced_before(offer: Offer) -> bool:
    """Holds unless the seat has been filled."""
    return offer.payload.number not in _filled(offer.case)


def _filled(case: Case | None) -> set[int]:
    return {event.data["number"] for event in case.every("replacement_named")} if case else set()


def _proposed_by_same(offer: Offer) -> bool:
    """Holds when the new one is proposed by whom the former one represented."""
    left = offer.case.every("member_left") if offer.case else ()
    if offer.payload.number > len(left):
        return True
    return bool(left[offer.payload.number - 1].data["represents"] == offer.payload.proposed_by)


def _more_seats_free(offer: Offer) -> bool:
    """Holds when another seat waits to be filled beside this one."""
    left = len(offer.case.every("member_left")) if offer.case else 0
    return bool(set(range(1, left + 1)) - _filled(offer.case) - {offer.payload.number})


def _end_has_come(offer: Offer) -> bool:
    """Holds unless the term is said to be over before its last day."""
    changes = [*offer.case.every("board_set"), *offer.case.every("term_changed")] if offer.case else []
    stated = [event.data["term_ends_on"] for event in sorted(changes, key=lambda event: event.version)]
    if offer.payload.reason != "term_over" or not stated or stated[-1] is None:
        return True
    return offer.on >= date.fromisoformat(stated[-1])


NOT_ENDED_BEFORE: Final = Guard(
    "not_ended_before",
    Label(
        "tämän neuvottelukunnan päättymistä ei ole vielä kirjattu",
        "denna delegations upphörande har inte antecknats ännu",
        "the end of this board is not on record yet",
    ),
    (
        STEERING_2024("voimaantulosäännös 2 mom."),
        SERVICES_2024("voimaantulosäännös 3 mom."),
        RESCUE_2024("voimaantulosäännös 3 mom."),
    ),
    _not_ended_before,
    reads_payload=True,
)
DEPARTURE_KNOWN: Final = Guard(
    "departure_known",
    Label("eroaminen on kirjattu", "avgången har antecknats", "the seat has come free"),
    (ADVISORY_BOARD_DECREE("6 §"),),
    _departure_known,
    reads_payload=True,
)
NOT_REPLACED_BEFORE: Final = Guard(
    "not_replaced_before",
    Label("paikkaa ei ole vielä täytetty", "platsen har inte fyllts ännu", "the seat has not been filled"),
    (ADVISORY_BOARD_DECREE("6 §"),),
    _not_replaced_before,
    reads_payload=True,
)
PROPOSED_BY_SAME: Final = Guard(
    "proposed_by_same",
    Label(
        "esityksen on tehnyt taho, jota eronnut edusti",
        "framställningen har gjorts av den aktör som den avgångna företrädde",
        "the new one is proposed by whom the former one represented",
    ),
    (ADVISORY_BOARD_DECREE("6 §"),),
    _proposed_by_same,
    reads_payload=True,
)
MORE_SEATS_FREE: Final = Guard(
    "more_seats_free",
    Label("muitakin paikkoja on täyttämättä", "också andra platser är ofyllda", "other seats wait to be filled"),
    (ADVISORY_BOARD_DECREE("6 §"),),
    _more_seats_free,
    reads_payload=True,
)


def end_has_come(*, decree: bool) -> Guard:
    """Gives the condition that the term is over: fixed under the decree, or before it as a matter of course."""
    return Guard(
        "end_has_come",
        Label(
            "toimikauden viimeinen päivä on tullut, tai muu syy on kirjattu",
            "mandatperiodens sista dag har kommit, eller ett annat skäl har antecknats",
            "the last day of the term has come, or another reason is stated",
        ),
        (ADVISORY_BOARD_DECREE("2 §"),) if decree else (COUNTIES("13 § 3–4 mom.", Status.PRACTICE),),
        _end_has_come,
        reads_payload=True,
    )
