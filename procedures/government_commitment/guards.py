"""Conditions of the commitments: the register, evidence for what is said to be done, and nothing left unsettled."""

from __future__ import annotations

from functools import cache, partial
from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.government_commitment.entries import Register, register
from procedures.statutes import MIDTERM_SESSION_2025

SESSION: Final = MIDTERM_SESSION_2025("", Status.PRACTICE)
ENTRY_6: Final = MIDTERM_SESSION_2025("kirjaus 6", Status.PRACTICE)


def _register(case: Case) -> Register:
    return register(str(case.readings[0].data["register_name"]))


def unsettled(case: Case) -> frozenset[int]:
    """Gives the numbers of the entries that are neither fulfilled nor dropped."""
    settled = {int(event.data["number"]) for fact in ("entry_fulfilled", "entry_dropped") for event in case.every(fact)}
    return _register(case).numbers - settled


def _as_in_register(offer: Offer) -> bool:
    """Holds when nothing that is said of the session differs from the register: its day, its entries, their days."""
    payload = offer.payload
    known = register(payload.register_name)
    said = [(payload.session_on or known.session_on, known.session_on), (payload.entries, len(known.entries))]
    said += [(getattr(payload, f"entry_{one.number}_due_on"), one.due_on) for one in known.entries if one.due_on]
    return all(stated is None or stated == registered for stated, registered in said)


def _entry_known(offer: Offer) -> bool:
    """Holds when the register has an entry of that number."""
    return offer.case is not None and offer.payload.number in _register(offer.case).numbers


def _entry_unsettled(offer: Offer) -> bool:
    """Holds unless the entry is fulfilled or dropped already."""
    case = offer.case
    return case is not None and offer.payload.number not in _register(case).numbers - unsettled(case)


def _evidence_named(offer: Offer) -> bool:
    """Holds when it is said where the fulfilment can be seen."""
    return offer.payload.evidence is not None


def _reason_named(offer: Offer) -> bool:
    """Holds when the reason for dropping is stated."""
    return offer.payload.because is not None


def _assessed_before(offer: Offer) -> bool:
    """Holds unless entry 6 is called fulfilled before the agreements were assessed."""
    return offer.case is not None and (offer.payload.number != 6 or offer.case.has("agreements_assessed"))  # noqa: PLR2004


def _every_entry_settled(offer: Offer) -> bool:
    """Holds when each entry is fulfilled or dropped."""
    return offer.case is not None and not unsettled(offer.case)


def _open_entries_named(offer: Offer) -> bool:
    """Holds when exactly the entries that are not settled are named."""
    return offer.case is not None and frozenset(offer.payload.open_entries) == unsettled(offer.case)


def _is_entry(number: int, offer: Offer) -> bool:
    """Holds for the entry of that number."""
    return bool(offer.payload.number == number)


@cache
def is_entry(number: int) -> Guard:
    """Gives the guard that chooses what happens to one dated entry."""
    return Guard(
        f"is_entry_{number}",
        Label(f"kirjaus {number}", f"skrivning {number}", f"entry {number}"),
        (MIDTERM_SESSION_2025(f"kirjaus {number}", Status.PRACTICE),),
        partial(_is_entry, number),
        reads_payload=True,
    )


AS_IN_REGISTER: Final = Guard(
    "as_in_register",
    Label(
        "istunnon päivä, kirjausten määrä ja määräpäivät ovat rekisterin mukaiset",
        "sessionens dag, antalet skrivningar och deras dagar motsvarar registret",
        "the day of the session, the number of entries and their days are those of the register",
    ),
    (SESSION,),
    _as_in_register,
    reads_payload=True,
)
ENTRY_KNOWN: Final = Guard(
    "entry_known",
    Label("kirjaus on rekisterissä", "skrivningen finns i registret", "the register has this entry"),
    (SESSION,),
    _entry_known,
    reads_payload=True,
)
ENTRY_UNSETTLED: Final = Guard(
    "entry_unsettled",
    Label(
        "kirjausta ei ole vielä todettu toteutuneeksi eikä siitä ole luovuttu",
        "skrivningen har inte konstaterats vara genomförd och den har inte fått förfalla",
        "the entry is neither fulfilled nor dropped yet",
    ),
    (SESSION,),
    _entry_unsettled,
    reads_payload=True,
)
EVIDENCE_NAMED: Final = Guard(
    "evidence_named",
    Label(
        "näyttö toteutumisesta on nimetty",
        "belägg för genomförandet har angetts",
        "it is said where the fulfilment can be seen",
    ),
    (SESSION,),
    _evidence_named,
    reads_payload=True,
)
REASON_NAMED: Final = Guard(
    "reason_named",
    Label("syy luopumiseen on ilmoitettu", "skälet till att avstå har angetts", "the reason for dropping it is stated"),
    (SESSION,),
    _reason_named,
    reads_payload=True,
)
ASSESSED_BEFORE: Final = Guard(
    "assessed_before",
    Label(
        "yhteistyösopimusten tilanne on arvioitu ennen kuin kirjaus 6 todetaan toteutuneeksi",
        "läget för samarbetsavtalen har bedömts innan skrivning 6 konstateras vara genomförd",
        "the cooperation agreements were assessed before entry 6 is called fulfilled",
    ),
    (ENTRY_6,),
    _assessed_before,
    reads_payload=True,
)
EVERY_ENTRY_SETTLED: Final = Guard(
    "every_entry_settled",
    Label(
        "jokainen kirjaus on toteutunut tai siitä on luovuttu",
        "varje skrivning är genomförd eller har fått förfalla",
        "every entry is fulfilled or dropped",
    ),
    (SESSION,),
    _every_entry_settled,
)
OPEN_ENTRIES_NAMED: Final = Guard(
    "open_entries_named",
    Label(
        "täsmälleen avoimiksi jääneet kirjaukset on nimetty",
        "exakt de skrivningar som förblev öppna har angetts",
        "exactly the entries that were not settled are named",
    ),
    (SESSION,),
    _open_entries_named,
    reads_payload=True,
)
