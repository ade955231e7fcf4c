"""Conditions of correcting, annulling and settling: 434/2003 49 g and 50-53 §, and 906/2019 15 § for the record itself.

What asks the parties or a time is asked of decisions only: the law speaks of an authority's decision, and what was
recorded wrongly of any other act is put right in the register.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from engine.case_register import INFORMATION_MANAGEMENT
from engine.correction_incidents import listed_incidents
from engine.correction_payloads import ActAnnulled, ClericalErrorCorrected
from engine.deadline_guards import ADMINISTRATION
from engine.deadlines import Unit, compute_period
from engine.declaration import Guard, Offer, Payload
from engine.law import Basis, Label, Status

SUBSTANTIVE: Final = ADMINISTRATION("50 §")
CONSENT: Final = ADMINISTRATION("50 § 2 mom.")
TAKEN_UP: Final = ADMINISTRATION("52 § 1 mom.")
REGISTER: Final = INFORMATION_MANAGEMENT("15 §")
OURS: Final = INFORMATION_MANAGEMENT("15 §", Status.PRACTICE)
"""That a second person looks, and that a correction is corrected and not its act again, is how this register works."""

AUTHORITY_ROLE: Final = "authority_of_the_act"
COURT_ROLE: Final = "court"
YEARS: Final = "correction_years"
"""The number of general administrative law that says for how long a correction can be taken up."""


def _known(offer: Offer) -> bool:
    """Holds when the case has such an event, and a person, not the clock or a reaction, has stated it."""
    return offer.target is not None and offer.target.by_hand


def _newest(offer: Offer) -> bool:
    """Holds unless a correction took the place of the event already: then that correction is corrected."""
    return offer.target is None or not offer.target.superseded


def _second(offer: Offer) -> bool:
    """Holds when another person has looked at it than the one who records, and the one for whom it is recorded."""
    alone = {one.strip().casefold() for one in offer.recorders}
    return bool(alone) and offer.payload.second_person.strip().casefold() not in alone


def _something(offer: Offer) -> bool:
    """Holds when the correction says a value, or another day."""
    said = offer.payload
    return bool(said.values) or getattr(said, "effective_on", None) is not None


def _in_being(offer: Offer) -> bool:
    """Holds unless the act was annulled: of that, nothing is left to correct."""
    return offer.target is None or offer.target.reading is not None


def _decision(offer: Offer) -> bool:
    """Holds when the act is a decision, where the correction is one of a decision."""
    if offer.target is None or not of_a_decision(offer.payload):
        return True
    return offer.target.is_decision


def of_a_decision(said: Payload) -> bool:
    """Says whether the conditions that the law sets for correcting a decision are asked."""
    if isinstance(said, ClericalErrorCorrected):
        return said.error_in == "decision"
    return not isinstance(said, ActAnnulled) or said.remedy == "self_correction"


def _in_time(offer: Offer) -> bool:
    """Holds when the initiative was taken, or the demand presented, within the years that the law gives."""
    said, target = offer.payload, offer.target
    if target is None or not of_a_decision(offer.payload) or offer.common is None or offer.calendar is None:
        return True
    if said.taken_up_on is None or said.taken_up_on > offer.on:
        return False
    decided_on = (target.reading or target.root).effective_on
    years = int(str(offer.common().on(YEARS, decided_on).value))
    return bool(said.taken_up_on <= compute_period(decided_on, years, Unit.YEARS, calendar=offer.calendar).due)


def _heard(offer: Offer) -> bool:
    """Holds when it is said that the parties were heard, or that this was unnecessary."""
    return not of_a_decision(offer.payload) or offer.payload.heard is not None


def _reasonable(offer: Offer) -> bool:
    """Holds unless the outcome is unreasonable for a party that has not caused the error itself."""
    said = offer.payload
    return not of_a_decision(offer.payload) or set(said.unreasonable_for) <= set(said.caused_by)


def _ground(offer: Offer) -> bool:
    """Holds when one of the grounds of the law is stated."""
    return not of_a_decision(offer.payload) or offer.payload.ground is not None


def _consent(offer: Offer) -> bool:
    """Holds when each party to whose detriment it is consents, or has caused an obvious error by its own conduct."""
    said = offer.payload
    if not of_a_decision(offer.payload):
        return True
    excused = said.caused_by if said.error_obvious else ()
    return set(said.detriment_of) <= {*said.consented, *excused}


def _benefit(offer: Offer) -> bool:
    """Holds unless a decision is corrected to a party's detriment because of new clarification."""
    said = offer.payload
    return not of_a_decision(offer.payload) or said.ground != "new_clarification" or not said.detriment_of


def _parties(offer: Offer) -> bool:
    """Holds when whoever is named as a party is one."""
    said = offer.payload
    names = ("detriment_of", "consented", "caused_by", "unreasonable_for")
    named = {party for name in names for party in getattr(said, name, ())}
    return offer.case is None or named <= set(offer.case.opening.parties)


def _not_before(offer: Offer) -> bool:
    """Holds when the correction is not earlier than the act, nor than the correction whose place it takes."""
    target = offer.target
    if target is None:
        return True
    act = target.reading or target.root
    return offer.on >= max(act.effective_on, target.named.effective_on if target.is_correction else act.effective_on)


def _not_the_opening(offer: Offer) -> bool:
    """Holds unless the act that opened the case would be left out: then there would be no case."""
    return offer.target is None or offer.target.is_correction or not offer.target.opens


def _whose(offer: Offer) -> bool:
    """Holds when a court is named for what a court does, and none for what the authority does."""
    said = offer.payload
    by_court = said.remedy in ("appeal", "extraordinary_appeal")
    return by_court == (offer.role == COURT_ROLE) and by_court == (said.court is not None)


def _remedy(offer: Offer) -> bool:
    """Holds when a decision is annulled as the law says, and withdrawn is only what is no decision, or a correction."""
    target = offer.target
    if target is None or offer.payload.remedy != "withdrawal":
        return True
    return target.is_correction or not target.is_decision


def _not_a_courts(offer: Offer) -> bool:
    """Holds unless an authority would undo what a court has annulled."""
    return offer.target is None or offer.role == COURT_ROLE or not offer.target.of_a_court


def _listed(offer: Offer) -> bool:
    """Holds when a correction lists the event, and it is not settled in the same way already."""
    said = offer.payload
    found = listed_incidents(offer.case) if offer.case else ()
    return any((one.version, one.case) == (said.version, said.case) and one.outcome != said.outcome for one in found)


def _guard(guard_id: str, holds: Callable[[Offer], bool], basis: Basis, fi: str, sv: str, en: str) -> Guard:
    return Guard(guard_id, Label(fi, sv, en), (basis,), holds, reads_payload=True)


KNOWN: Final = _guard(
    "superseded_known",
    _known,
    OURS,
    "asiassa on tällä numerolla tapahtuma, jonka joku on kirjannut (ei kello eikä toisesta asiasta tullut ilmoitus)",
    "ärendet har under detta nummer en händelse som någon har registrerat (inte klockan eller ett meddelande ur ett "
    "annat ärende)",
    "the case has an event of this number that somebody stated (not the clock, nor a notice from another case)",
)
NEWEST: Final = _guard(
    "not_superseded",
    _newest,
    OURS,
    "tapahtumaa ei ole jo korjattu: silloin korjataan korjaus",
    "händelsen är inte redan rättad: då rättas rättelsen",
    "the event was not corrected already: then the correction is corrected",
)
SECOND: Final = _guard(
    "second_person_differs",
    _second,
    OURS,
    "toinen henkilö (second_person) on muu kuin kirjaaja ja muu kuin se, jonka puolesta kirjataan",
    "den andra personen (second_person) är någon annan än den som registrerar och den för vilken det registreras",
    "the second person (second_person) is another than the one who records, and than the one for whom it is recorded",
)
SOMETHING: Final = _guard(
    "something_corrected",
    _something,
    OURS,
    "korjattu tieto (values) tai päivä (effective_on) on ilmoitettu",
    "en rättad uppgift (values) eller dag (effective_on) har angetts",
    "a corrected value (values) or day (effective_on) is stated",
)
IN_BEING: Final = _guard(
    "act_in_being",
    _in_being,
    OURS,
    "toimea ei ole kumottu",
    "åtgärden är inte upphävd",
    "the act was not annulled",
)
DECISION: Final = _guard(
    "act_is_decision",
    _decision,
    SUBSTANTIVE,
    "korjattava on viranomaisen päätös",
    "det som rättas är en myndighets beslut",
    "what is corrected is an authority's decision",
)
IN_TIME: Final = _guard(
    "taken_up_in_time",
    _in_time,
    TAKEN_UP,
    "aloite on tehty tai vaatimus esitetty (taken_up_on) säädetyssä ajassa päätöksen tekemisestä",
    "initiativet har tagits eller yrkandet framställts (taken_up_on) inom den föreskrivna tiden från beslutet",
    "the initiative was taken or the demand presented (taken_up_on) within the time from the decision set by law",
)
HEARD: Final = _guard(
    "parties_heard",
    _heard,
    ADMINISTRATION("52 § 2 mom."),
    "asianosaiselle on varattu tilaisuus tulla kuulluksi, tai se on tarpeetonta (heard)",
    "parten har getts tillfälle att bli hörd, eller det är onödigt (heard)",
    "the party was given an opportunity to be heard, or that is unnecessary (heard)",
)
REASONABLE: Final = _guard(
    "outcome_reasonable",
    _reasonable,
    ADMINISTRATION("51 § 2 mom."),
    "korjaaminen ei johda asianosaiselle kohtuuttomaan tulokseen, jollei virhe johdu hänen menettelystään",
    "rättelsen leder inte till ett resultat som är oskäligt för en part, om inte felet har föranletts av partens "
    "förfarande",
    "the outcome is not unreasonable for a party, unless the error was caused by that party's own conduct",
)
GROUND: Final = _guard(
    "ground_stated",
    _ground,
    ADMINISTRATION("50 § 1 mom."),
    "laissa säädetty peruste (ground) on ilmoitettu",
    "en grund enligt lagen (ground) har angetts",
    "one of the law's grounds (ground) is stated",
)
CONSENTED: Final = _guard(
    "detriment_consented",
    _consent,
    CONSENT,
    "asianosainen, jonka vahingoksi päätös korjataan, suostuu (consented), tai ilmeinen virhe (error_obvious) on "
    "aiheutunut hänen omasta menettelystään (caused_by)",
    "den part till vars nackdel beslutet rättas samtycker (consented), eller det uppenbara felet (error_obvious) har "
    "orsakats av partens eget förfarande (caused_by)",
    "the party to whose detriment the decision is corrected consents (consented), or the obvious error (error_obvious) "
    "was caused by that party's own conduct (caused_by)",
)
BENEFIT: Final = _guard(
    "only_to_benefit",
    _benefit,
    CONSENT,
    "uuden selvityksen perusteella päätös korjataan ainoastaan asianosaisen eduksi",
    "på grund av ny utredning rättas beslutet endast till partens fördel",
    "because of new clarification a decision is corrected only to a party's benefit",
)
PARTIES: Final = _guard(
    "named_are_parties",
    _parties,
    CONSENT,
    "asianosaisiksi nimetyt ovat asian osapuolia",
    "de som nämns som parter är parter i ärendet",
    "those named as parties are parties of the case",
)
NOT_BEFORE: Final = _guard(
    "not_before_the_act",
    _not_before,
    OURS,
    "päivä ei ole ennen toimen eikä väistyvän korjauksen päivää",
    "dagen är inte före åtgärdens dag eller dagen för den rättelse som ger vika",
    "the day is not before that of the act, nor before that of the correction that gives place",
)
NOT_THE_OPENING: Final = _guard(
    "not_the_opening",
    _not_the_opening,
    OURS,
    "toimi ei ole se, jolla asia avattiin: ilman sitä ei olisi asiaa, johon kumoaminen kirjataan; asia päätetään "
    "toimella, joka päättää sen, ja kumoava päätös liitetään siihen",
    "åtgärden är inte den som inledde ärendet: utan den fanns inget ärende att registrera upphävandet i; ärendet "
    "avslutas med en åtgärd som avslutar det, och det upphävande beslutet fogas till det",
    "the act is not the one that opened the case: without it there is no case to record the annulment in; the case is "
    "brought to its end by an act that ends it, and the annulling decision is attached to it",
)
WHOSE: Final = _guard(
    "court_named",
    _whose,
    SUBSTANTIVE,
    "muutoksenhaussa kumonnut tuomioistuin (court) on nimetty, eikä viranomaisen omassa päätöksessä nimetä "
    "tuomioistuinta",
    "den domstol (court) som upphävt vid sökande av ändring är nämnd, och ingen nämns för myndighetens eget beslut",
    "the court (court) that annulled on appeal is named, and none where it is the authority's own decision",
)
REMEDY: Final = _guard(
    "decision_not_withdrawn",
    _remedy,
    SUBSTANTIVE,
    "päätös poistetaan laissa säädetyllä tavalla; vain muu toimi tai korjaus peruutetaan",
    "ett beslut undanröjs så som lagen föreskriver; endast en annan åtgärd eller en rättelse återkallas",
    "a decision is removed as the law says; only another act, or a correction, is withdrawn",
)
NOT_A_COURTS: Final = _guard(
    "not_of_a_court",
    _not_a_courts,
    SUBSTANTIVE,
    "viranomainen ei muuta tuomioistuimen ratkaisua",
    "myndigheten ändrar inte en domstols avgörande",
    "an authority does not change what a court has decided",
)
LISTED: Final = _guard(
    "incident_listed",
    _listed,
    REGISTER,
    "korjaus luettelee tapahtuman, eikä sitä ole jo ratkaistu samoin",
    "en rättelse räknar upp händelsen, och den är inte redan avgjord på samma sätt",
    "a correction lists the event, and it is not settled in the same way already",
)
