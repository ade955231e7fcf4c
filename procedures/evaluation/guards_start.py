"""Conditions of opening and starting an evaluation (611/2021 122 § 1 mom. and 123 §, 612/2021 27 §, 434/2003 34 §)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.evaluation.facts_start import Gate
from procedures.statutes import ADMINISTRATION, AMENDMENT_2024, COUNTIES, IMPLEMENTATION, SERVICES, UUSIMAA

_JOINT_AUTHORITY = "joint_authority"


def in_a_row(years: Iterable[int], length: int) -> bool:
    """Says whether `length` of the years follow each other without a gap."""
    known = set(years)
    return any(all(first + step in known for step in range(length)) for first in known)


def within_window(years: Iterable[int], needed: int, window: int) -> bool:
    """Says whether some `window` consecutive years hold at least `needed` of the years, counted with repetition."""
    known = list(years)
    return any(sum(first <= year < first + window for year in known) >= needed for first in set(known))


def _number(offer: Offer, name: str) -> int:
    return int(str(offer.parameters.on(name, offer.law_on).value))


def _claims(offer: Offer, *gates: Gate) -> bool:
    return any(gate in offer.payload.gates for gate in gates)


def _gate_noted(offer: Offer) -> bool:
    """Holds when at least one criterion is named."""
    return bool(offer.payload.gates)


def _deficit_late(offer: Offer) -> bool:
    """Holds unless E1 is claimed without a cover day that has passed and without an uncovered deficit."""
    if not _claims(offer, "E1"):
        return True
    due = offer.payload.deficit_cover_due_on
    return due is not None and due < offer.on and offer.payload.uncovered_deficit_cents != 0


def _accounts_in_a_row(offer: Offer) -> bool:
    """Holds unless key figures are claimed without enough consecutive ended years, from the first one assessed."""
    if not _claims(offer, "E2", "E3", "key_figures"):
        return True
    first = _number(offer, "first_accounts_year")
    ended = [year for year in offer.payload.accounts_years if first <= year < offer.on.year]
    return in_a_row(ended, _number(offer, "consecutive_accounts"))


def _authority_or_two_grants(offer: Offer) -> bool:
    """Holds unless E4 is claimed without a changed authority and without enough grants in the years set."""
    if not _claims(offer, "E4"):
        return True
    grants = [day.year for day in offer.payload.additional_funding_granted_on if day <= offer.on]
    enough = within_window(
        grants, _number(offer, "additional_funding_grants"), _number(offer, "additional_funding_window")
    )
    return enough or any(day <= offer.on for day in offer.payload.borrowing_authority_changed_on)


def _authority_or_grant(offer: Offer) -> bool:
    """Holds unless E4 is claimed without a changed authority and without as many grants as the law asks for."""
    if not _claims(offer, "E4"):
        return True
    grants = [day for day in offer.payload.additional_funding_granted_on if day <= offer.on]
    enough = len(grants) >= _number(offer, "additional_funding_grants")
    return enough or any(day <= offer.on for day in offer.payload.borrowing_authority_changed_on)


def _initiative_behind(offer: Offer) -> bool:
    """Holds unless E5 is claimed although no initiative was made in the case."""
    return not _claims(offer, "E5") or (offer.case is not None and offer.case.has("initiative_made"))


def _initiative_ground(offer: Offer) -> bool:
    """Holds when the initiative names at least one of the five grounds."""
    return bool(offer.payload.grounds)


def _endangered_long_enough(offer: Offer) -> bool:
    """Holds when the ability was endangered in enough different ended or running years of the window."""
    years = {year for year in offer.payload.endangered_years if year <= offer.on.year}
    return within_window(years, _number(offer, "endangered_years"), _number(offer, "endangered_window"))


def _not_a_joint_authority(offer: Offer) -> bool:
    """Holds for a county; 612/2021 27 § reached HUS only when 1057/2024 named it."""
    return offer.subject_kind != _JOINT_AUTHORITY


def _initiative_was_made(offer: Offer) -> bool:
    """Holds when an initiative was made in the case."""
    return offer.case is not None and offer.case.has("initiative_made")


def _gate_or_initiative(offer: Offer) -> bool:
    """Holds when a noted criterion or an initiative is on record."""
    case = offer.case
    if case is None:
        return False
    return case.has("initiative_made") or any(event.data["gates"] for event in case.every("criteria_noted"))


def _county_heard(offer: Offer) -> bool:
    """Holds when the county was heard."""
    return offer.case is not None and offer.case.has("county_heard")


def _county_knows_of_initiative(offer: Offer) -> bool:
    """Holds when no initiative was made or the county was notified of it."""
    case = offer.case
    return case is not None and (not case.has("initiative_made") or case.has("initiative_notified"))


GATE_NOTED: Final = Guard(
    "gate_noted",
    Label(
        "vähintään yksi 123 §:n edellytys on yksilöity",
        "minst en förutsättning enligt 123 § har angetts",
        "at least one criterion of 123 § is named",
    ),
    (COUNTIES("123 § 1 mom."),),
    _gate_noted,
    reads_payload=True,
)
DEFICIT_LATE: Final = Guard(
    "deficit_late",
    Label(
        "alijäämän kattamisen määräaika on päättynyt ja alijäämää on kattamatta",
        "tidsfristen för att täcka underskottet har gått ut och underskott är otäckt",
        "the time to cover the deficit has passed and a deficit is uncovered",
    ),
    (COUNTIES("123 § 1 mom. 1 kohta"), COUNTIES("115 § 2 mom.")),
    _deficit_late,
    reads_payload=True,
)
ACCOUNTS_IN_A_ROW: Final = Guard(
    "accounts_in_a_row",
    Label(
        "tunnusluvut ovat kahdelta peräkkäiseltä päättyneeltä tilikaudelta vuodesta 2023 alkaen",
        "nyckeltalen gäller två avslutade räkenskapsperioder i rad från och med 2023",
        "the key figures are from two consecutive ended financial years, from 2023 on",
    ),
    (COUNTIES("123 § 1 mom. 2–3 kohta"), IMPLEMENTATION("62 §")),
    _accounts_in_a_row,
    reads_payload=True,
)
AUTHORITY_OR_TWO_GRANTS: Final = Guard(
    "authority_or_two_grants",
    Label(
        "lainanottovaltuutta on muutettu, tai lisärahoitusta on myönnetty kaksi kertaa kolmen peräkkäisen "
        "tilikauden aikana",
        "fullmakten att uppta lån har ändrats, eller tilläggsfinansiering har beviljats två gånger under tre "
        "räkenskapsperioder i rad",
        "the borrowing authority was changed, or additional funding granted twice within three consecutive "
        "financial years",
    ),
    (
        COUNTIES(
            "123 § 1 mom. 4 kohta",
            note=Label(
                "ruotsinkielinen teksti viittasi 31.12.2024 saakka 15 §:n 1 momenttiin, suomenkielinen 3 momenttiin",
                "den svenska texten hänvisade till 15 § 1 mom. till och med 31.12.2024, den finska till 3 mom.",
                "until 31 December 2024 the Swedish text referred to 15 § 1 mom., the Finnish text to 3 mom.",
            ),
        ),
    ),
    _authority_or_two_grants,
    reads_payload=True,
)
AUTHORITY_OR_GRANT: Final = Guard(
    "authority_or_grant",
    Label(
        "lainanottovaltuutta on muutettu tai lisärahoitusta on myönnetty",
        "fullmakten att uppta lån har ändrats eller tilläggsfinansiering har beviljats",
        "the borrowing authority was changed or additional funding was granted",
    ),
    (COUNTIES("123 § 1 mom. 4 kohta"), AMENDMENT_2024("123 § 1 mom. 4 kohta")),
    _authority_or_grant,
    reads_payload=True,
)
INITIATIVE_BEHIND: Final = Guard(
    "initiative_behind",
    Label(
        "sosiaali- ja terveysministeriön aloite on tehty",
        "social- och hälsovårdsministeriet har lämnat initiativ",
        "the Ministry of Social Affairs and Health has made its initiative",
    ),
    (SERVICES("27 § 1 mom."),),
    _initiative_behind,
    reads_payload=True,
)
INITIATIVE_GROUND: Final = Guard(
    "initiative_ground",
    Label(
        "aloite nojaa vähintään yhteen 27 §:n 2 momentin arviointiperusteeseen",
        "initiativet vilar på minst en bedömningsgrund enligt 27 § 2 mom.",
        "the initiative rests on at least one ground of 27 § 2 mom.",
    ),
    (SERVICES("27 § 2 mom."),),
    _initiative_ground,
    reads_payload=True,
)
ENDANGERED_LONG_ENOUGH: Final = Guard(
    "endangered_long_enough",
    Label(
        "kyky on ilmeisesti vaarantunut vähintään kahtena kolmesta peräkkäisestä kalenterivuodesta",
        "förmågan är uppenbart äventyrad under minst två av tre på varandra följande kalenderår",
        "the ability is evidently endangered in at least two of three consecutive calendar years",
    ),
    (SERVICES("27 § 3 mom."),),
    _endangered_long_enough,
    reads_payload=True,
)
NOT_A_JOINT_AUTHORITY: Final = Guard(
    "not_a_joint_authority",
    Label(
        "aloite koskee hyvinvointialuetta; HUS-yhtymään 27 §:ää on sovellettu vasta 1.1.2025 alkaen",
        "initiativet gäller ett välfärdsområde; på HUS-sammanslutningen tillämpas 27 § först från 1.1.2025",
        "the initiative concerns a county; 27 § applies to HUS only from 1 January 2025",
    ),
    (UUSIMAA("2 § 5 mom."),),
    _not_a_joint_authority,
)
INITIATIVE_WAS_MADE: Final = Guard(
    "initiative_was_made",
    Label("aloite on tehty", "initiativ har lämnats", "an initiative was made"),
    (SERVICES("27 § 1 mom."),),
    _initiative_was_made,
)
GATE_OR_INITIATIVE: Final = Guard(
    "gate_or_initiative",
    Label(
        "vähintään yksi edellytys tai ministeriön aloite on kirjattu",
        "minst en förutsättning eller ett initiativ av ministeriet har antecknats",
        "at least one criterion or an initiative is on record",
    ),
    (COUNTIES("122 § 1 mom."),),
    _gate_or_initiative,
)
COUNTY_HEARD: Final = Guard(
    "county_heard",
    Label("hyvinvointialuetta on kuultu", "välfärdsområdet har hörts", "the county has been heard"),
    (ADMINISTRATION("34 §", Status.SECONDARY),),
    _county_heard,
)
COUNTY_KNOWS_OF_INITIATIVE: Final = Guard(
    "county_knows_of_initiative",
    Label(
        "aloitteesta on ilmoitettu hyvinvointialueelle",
        "välfärdsområdet har underrättats om initiativet",
        "the county has been notified of the initiative",
    ),
    (SERVICES("27 § 1 mom."),),
    _county_knows_of_initiative,
)
