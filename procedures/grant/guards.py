"""Conditions of a grant: its days are in order, a delegate has a principal, administrators are not delegated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label
from engine.rights import ADMINISTRATOR, DELEGATE
from procedures.access_rights.states import ACCESS


def _days_in_order(offer: Offer) -> bool:
    """Holds when the last day is not before the first."""
    return offer.payload.valid_until is None or offer.payload.valid_from <= offer.payload.valid_until


def _principal_named(offer: Offer) -> bool:
    """Holds when a delegate, and nobody else, has a principal, and that is another person."""
    said = offer.payload
    if (said.role == DELEGATE) != (said.principal is not None):
        return False
    return said.principal is None or said.principal.casefold() != said.person.casefold()


def _administrator_whole(offer: Offer) -> bool:
    """Holds when the rights of an administrator hold everywhere and are nobody else's to use."""
    said = offer.payload
    if said.role != ADMINISTRATOR:
        return True
    return said.organisation is None and said.procedure is None and not said.may_delegate and not said.reads_secret


def _delegate_plain(offer: Offer) -> bool:
    """Holds when what a person may do for another is not handed on."""
    said = offer.payload
    return said.role != DELEGATE or not (said.may_delegate or said.reads_secret)


def _of_the_holder(offer: Offer) -> bool:
    """Holds when the person is the one who has the right."""
    return offer.case is not None and offer.payload.person == offer.case.readings[0].data["person"]


def _is_over(offer: Offer) -> bool:
    """Holds when the last day of the right has passed."""
    until = offer.case.readings[0].data.get("valid_until") if offer.case else None
    return until is not None and date.fromisoformat(str(until)) < offer.on


def _guard(guard_id: str, holds: Callable[[Offer], bool], fi: str, sv: str, en: str, *, reads: bool = True) -> Guard:
    return Guard(guard_id, Label(fi, sv, en), (ACCESS,), holds, reads_payload=reads)


DAYS_IN_ORDER: Final = _guard(
    "days_in_order",
    _days_in_order,
    "viimeinen päivä ei ole ennen ensimmäistä",
    "den sista dagen är inte före den första",
    "the last day is not before the first",
)
PRINCIPAL_NAMED: Final = _guard(
    "principal_named",
    _principal_named,
    "roolissa delegate on nimetty toinen henkilö, jonka puolesta toimitaan, ja muissa rooleissa ei",
    "i rollen delegate nämns en annan person som man handlar för, och i andra roller inte",
    "the role delegate names another person to act for, and no other role does",
)
ADMINISTRATOR_WHOLE: Final = _guard(
    "administrator_whole",
    _administrator_whole,
    "pääkäyttäjän oikeutta ei rajata, ei siirretä eikä se avaa salassa pidettävää",
    "en administratörs rätt begränsas inte, överlåts inte och öppnar inget sekretessbelagt",
    "an administrator's right is not limited, not delegated, and opens nothing secret",
)
DELEGATE_PLAIN: Final = _guard(
    "delegate_plain",
    _delegate_plain,
    "toisen puolesta toimivan oikeutta ei siirretä eikä se avaa salassa pidettävää",
    "rätten att handla för en annan överlåts inte vidare och öppnar inget sekretessbelagt",
    "the right to act for another is not handed on and opens nothing secret",
)
OF_THE_HOLDER: Final = _guard(
    "of_the_holder",
    _of_the_holder,
    "henkilö on se, jolla oikeus on",
    "personen är den som har behörigheten",
    "the person is the one who has the right",
)
IS_OVER: Final = _guard(
    "right_is_over",
    _is_over,
    "oikeuden viimeinen päivä on kulunut",
    "behörighetens sista dag har gått",
    "the last day of the right has passed",
    reads=False,
)
