"""Conditions after the group's proposals, and of what stands beside the main line (611/2021 122 § 3–4 mom., 124 §)."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.envelope import Envelope
from engine.law import Label, Status
from procedures.statutes import AMENDMENT_2024, COUNTIES, DIVISION, in_place_of


def _council_content_said(offer: Offer) -> bool:
    """Holds when the decision is recorded in numbers or in words."""
    payload = offer.payload
    said = (payload.proposals_adopted, payload.proposals_amended, payload.proposals_rejected, payload.decision)
    return any(value is not None for value in said)


def _every_proposal_handled(offer: Offer) -> bool:
    """Holds when the numbers add up to the proposals given, where both are known."""
    given = offer.case.last("proposals_given") if offer.case else None
    expected = given.data["proposals_count"] if given else None
    payload = offer.payload
    counts = [payload.proposals_adopted, payload.proposals_amended, payload.proposals_rejected]
    if expected is None or all(count is None for count in counts):
        return True
    return sum(count or 0 for count in counts) == int(expected)


def _counties_heard_on_division(offer: Offer) -> bool:
    """Holds when those concerned by a change have been heard."""
    return offer.case is not None and offer.case.has("counties_heard_on_division")


def _inquiry_needed(offer: Offer) -> bool:
    """Holds when a division inquiry was found necessary without a new evaluation."""
    return offer.case is not None and offer.case.has("division_inquiry_needed")


def _measures_unfulfilled(offer: Offer) -> bool:
    """Holds when it is stated that the measures have not been carried out."""
    return offer.payload.measures_unfulfilled is True


def _criteria_met_again(offer: Offer) -> bool:
    """Holds when a criterion of 123 § 1 mom. is named; an initiative (E5) is none of them."""
    return any(gate != "E5" for gate in offer.payload.gates)


def _answers_a_due_day(name: str, offer: Offer) -> bool:
    """Holds when no report is due, or the report says which of the due days it answers."""
    running = {deadline.due for deadline in (offer.case.open_deadlines if offer.case else ()) if deadline.name == name}
    return not running or offer.payload.reports_after in running


def _restriction_on(offer: Offer) -> bool:
    """Holds when the restriction of powers was on when the county decided, or when the decision was served."""
    standing = offer.case.standings.get("restriction_of_powers") if offer.case else None
    day: date = offer.payload.decided_on or offer.payload.served_on or offer.on
    return standing is not None and standing.since <= day <= (standing.until or day)


def _served_already(offer: Offer) -> bool:
    """Holds when the stated days of decision and service are not after the day of the act, and in that order."""
    decided_on: date = offer.payload.decided_on or offer.payload.served_on or offer.on
    served_on: date = offer.payload.served_on or offer.on
    return decided_on <= served_on <= offer.on


def _proposals_to_contradict(offer: Offer) -> bool:
    """Holds unless the decision is said to contradict proposals although none have been given."""
    case = offer.case
    given = case is not None and (case.has("partial_proposal_given") or case.has("proposals_given"))
    return offer.payload.kind not in ("contrary_to_proposals", "both") or given


def _deadline_known(name: str, offer: Offer) -> bool:
    """Holds when the case has had a deadline of that name and number."""
    return offer.case is not None and (name, offer.payload.generation) in offer.case.deadlines


def _numbered_fact_known(fact_id: str, offer: Offer) -> bool:
    """Holds when the fact referred to has happened that many times."""
    return offer.case is not None and offer.payload.number <= len(offer.case.every(fact_id))


def _rectifiable(offer: Offer) -> bool:
    """Holds unless the decision is the council's, which is appealed directly."""
    served = offer.case.every("restricted_decision_served") if offer.case else ()
    return _decided_by(served, offer.payload.generation) != "council"


def _appealable(offer: Offer) -> bool:
    """Holds unless the decision is another organ's and no request for rectification of it has been decided."""
    starts = _starts_of_appeals(offer.case) if offer.case else ()
    return _decided_by(starts, offer.payload.generation) != "other_organ"


def _starts_of_appeals(case: Case) -> tuple[Envelope, ...]:
    events = (*case.every("restricted_decision_served"), *case.every("rectification_decided"))
    return tuple(sorted(events, key=lambda event: event.version))


def _decided_by(events: tuple[Envelope, ...], number: int) -> object:
    return events[number - 1].data.get("decided_by") if number <= len(events) else None


def _restriction_is_on(offer: Offer) -> bool:
    """Holds while the restriction of powers is on."""
    return offer.case is not None and any(one.name == "restriction_of_powers" for one in offer.case.active_standings)


def _end_has_come(offer: Offer) -> bool:
    """Holds when the named end of the restriction is on record; that measures have ended is for the ministry to say."""
    case, ground = offer.case, offer.payload.ground
    if ground is None or case is None:
        return False
    needed = {"no_investigator": "no_investigator_decided", "decision_on_proposal": "division_left_unchanged"}
    return ground not in needed or case.has(needed[ground])


COUNCIL_CONTENT_SAID: Final = Guard(
    "council_content_said",
    Label(
        "päätöksen sisältö on kirjattu lukuina tai sanoin",
        "beslutets innehåll har antecknats i siffror eller ord",
        "the decision is recorded in numbers or in words",
    ),
    (COUNTIES("122 § 3 mom."),),
    _council_content_said,
    reads_payload=True,
)
EVERY_PROPOSAL_HANDLED: Final = Guard(
    "every_proposal_handled",
    Label(
        "jokainen toimenpide-ehdotus on käsitelty",
        "varje åtgärdsförslag har behandlats",
        "every proposal has been handled",
    ),
    (COUNTIES("122 § 3 mom."),),
    _every_proposal_handled,
    reads_payload=True,
)
COUNTIES_HEARD_ON_DIVISION: Final = Guard(
    "counties_heard_on_division",
    Label(
        "muutoksen kohteena olevia on kuultu",
        "de som berörs av ändringen har hörts",
        "those concerned by the change have been heard",
    ),
    (DIVISION("8 § 1 mom."), in_place_of("8 §")),
    _counties_heard_on_division,
)
INQUIRY_NEEDED: Final = Guard(
    "inquiry_needed",
    Label(
        "aluejakoselvitys on todettu tarpeelliseksi",
        "en utredning om områdesindelningen har konstaterats behövlig",
        "a division inquiry has been found necessary",
    ),
    (COUNTIES("122 § 4 mom."), AMENDMENT_2024("122 § 4 mom.")),
    _inquiry_needed,
)
MEASURES_UNFULFILLED: Final = Guard(
    "measures_unfulfilled",
    Label("toimenpiteet eivät ole toteutuneet", "åtgärderna har inte genomförts", "the measures are not carried out"),
    (COUNTIES("122 § 4 mom."), AMENDMENT_2024("122 § 4 mom.")),
    _measures_unfulfilled,
    reads_payload=True,
)
CRITERIA_MET_AGAIN: Final = Guard(
    "criteria_met_again",
    Label(
        "123 §:n 1 momentin edellytykset täyttyvät",
        "förutsättningarna enligt 123 § 1 mom. uppfylls",
        "the criteria of 123 § 1 mom. are met",
    ),
    (COUNTIES("122 § 4 mom."), COUNTIES("123 § 1 mom.")),
    _criteria_met_again,
    reads_payload=True,
)
_DUE_DAY_SAID: Final = Label(
    "kirjattu, mihin määräpäivään raportti vastaa (reports_after)",
    "antecknat vilken förfallodag rapporten gäller (reports_after)",
    "it is recorded which due day the report answers (reports_after)",
)
INTERIM_REPORT_PLACED: Final = Guard(
    "interim_report_placed",
    _DUE_DAY_SAID,
    (COUNTIES("122 § 3 mom."),),
    partial(_answers_a_due_day, "interim_report"),
    reads_payload=True,
)
MEASURES_REPORT_PLACED: Final = Guard(
    "measures_report_placed",
    _DUE_DAY_SAID,
    (COUNTIES("122 § 3 mom."),),
    partial(_answers_a_due_day, "measures_report"),
    reads_payload=True,
)
RESTRICTION_ON: Final = Guard(
    "restriction_on",
    Label(
        "toimivallan rajoitus oli voimassa",
        "begränsningen av behörigheten var i kraft",
        "the restriction of powers was on",
    ),
    (COUNTIES("124 § 1 mom."),),
    _restriction_on,
    reads_payload=True,
)
SERVED_ALREADY: Final = Guard(
    "served_already",
    Label(
        "päätös on tehty ja annettu tiedoksi viimeistään kirjattavana päivänä",
        "beslutet har fattats och delgetts senast den dag som antecknas",
        "the decision was made and served by the day that is recorded",
    ),
    (COUNTIES("124 § 2 mom."), COUNTIES("143 §")),
    _served_already,
    reads_payload=True,
)
PROPOSALS_TO_CONTRADICT: Final = Guard(
    "proposals_to_contradict",
    Label(
        "arviointiryhmä on antanut toimenpide-ehdotuksia",
        "utvärderingsgruppen har lagt fram åtgärdsförslag",
        "the group has given proposals",
    ),
    (COUNTIES("124 § 1 mom."),),
    _proposals_to_contradict,
    reads_payload=True,
)
_NUMBER_KNOWN: Final = Label(
    "järjestysnumero viittaa asiassa olevaan kirjaukseen",
    "ordningsnumret avser något som finns i ärendet",
    "the number refers to something in the case",
)


def _about_deadline(guard_id: str, name: str, section: str) -> Guard:
    return Guard(guard_id, _NUMBER_KNOWN, (COUNTIES(section),), partial(_deadline_known, name), reads_payload=True)


def _about_fact(guard_id: str, fact_id: str, section: str) -> Guard:
    return Guard(
        guard_id, _NUMBER_KNOWN, (COUNTIES(section),), partial(_numbered_fact_known, fact_id), reads_payload=True
    )


RECTIFICATION_OF_KNOWN: Final = _about_deadline("rectification_of_known", "rectification_request", "143 §")
APPEAL_OF_KNOWN: Final = _about_deadline("appeal_of_known", "county_appeal", "143 §")
FURTHER_APPEAL_OF_KNOWN: Final = _about_deadline("further_appeal_of_known", "further_appeal", "147 §")
DECISION_KNOWN: Final = _about_fact("decision_known", "restricted_decision_served", "124 § 2 mom.")
REQUEST_KNOWN: Final = _about_fact("request_known", "rectification_requested", "139 §")
APPEAL_KNOWN: Final = _about_fact("appeal_known", "appeal_made", "140 §")
FURTHER_APPEAL_KNOWN: Final = _about_fact("further_appeal_known", "further_appeal_made", "147 §")
RECTIFIABLE: Final = Guard(
    "rectifiable",
    Label(
        "oikaisua vaaditaan muun toimielimen kuin valtuuston päätökseen",
        "omprövning begärs av något annat organs beslut än fullmäktiges",
        "rectification is asked of another organ than the council",
    ),
    (COUNTIES("139 §"), COUNTIES("140 § 1 mom.")),
    _rectifiable,
    reads_payload=True,
)
APPEALABLE: Final = Guard(
    "appealable",
    Label(
        "muun toimielimen päätöksestä on ensin ratkaistu oikaisuvaatimus",
        "en begäran om omprövning av något annat organs beslut har först avgjorts",
        "a request for rectification of another organ's decision has been decided first",
    ),
    (COUNTIES("140 § 1 mom."),),
    _appealable,
    reads_payload=True,
)
RESTRICTION_IS_ON: Final = Guard(
    "restriction_is_on",
    Label(
        "toimivallan rajoitus on voimassa",
        "begränsningen av behörigheten är i kraft",
        "the restriction of powers is on",
    ),
    (COUNTIES("124 § 1 mom."),),
    _restriction_is_on,
)
END_HAS_COME: Final = Guard(
    "end_has_come",
    Label(
        "jokin 124 §:n 1 momentin päättymisperusteista on kirjattu",
        "någon av de grunder för upphörande som anges i 124 § 1 mom. har antecknats",
        "one of the ends of 124 § 1 mom. is on record",
    ),
    (COUNTIES("124 § 1 mom.", Status.UNSETTLED),),
    _end_has_come,
    reads_payload=True,
)
