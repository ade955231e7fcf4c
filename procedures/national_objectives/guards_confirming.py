"""Conditions of confirming and amending: the board, what is considered, what the objectives lay down (12 a §)."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.national_objectives.content import Content, changed_by, objectives_in
from procedures.national_objectives.objectives import SUBJECTS, Subject, registers
from procedures.statutes import ADVISORY_BOARD_DECREE, COUNTIES, RESCUE, SERVICES


def _after(offer: Offer) -> Content:
    return changed_by(objectives_in(offer.case), offer.payload.model_dump())


def _objectives_named(offer: Offer) -> bool:
    """Holds when a register of this software holds the objectives, or they are stated one by one."""
    numbers = [one.number for one in offer.payload.objectives]
    named = offer.payload.register_id in registers() if offer.payload.register_id is not None else bool(numbers)
    return named and len(set(numbers)) == len(numbers)


def _change_said(offer: Offer) -> bool:
    """Holds when a register of this software holds the amended objectives, or it is stated what changes."""
    numbers = [one.number for one in offer.payload.objectives]
    if offer.payload.register_id is not None:
        return offer.payload.register_id in registers()
    known = set(offer.payload.dropped) <= set(objectives_in(offer.case))
    return known and len(set(numbers)) == len(numbers) and bool(numbers or offer.payload.dropped)


def _laid_down(subject: Subject, offer: Offer) -> bool:
    """Holds when an objective serves this matter; where no objective is known at all, that is said elsewhere."""
    content = _after(offer)
    return not content or any(subject in subjects for subjects in content.values())


def _considered(what: str, offer: Offer) -> bool:
    """Holds when this has been taken into account."""
    return what in offer.payload.considered


def _board_has_handled(offer: Offer) -> bool:
    """Holds when the board has handled the objectives since they were last brought to it, or its day has gone."""
    case = offer.case
    if case and any(one.due < offer.on for one in case.open_deadlines if one.name == "board_handling"):
        return True
    brought = case.last("brought_to_board") if case else None
    handled = case.last("board_handled") if case else None
    return handled is not None and (brought is None or brought.version < handled.version)


def _quorate(offer: Offer) -> bool:
    """Holds when the advisory board had a quorum."""
    return offer.payload.quorate is True


def _its_day_has_come(offer: Offer) -> bool:
    """Holds when the decision states no day of entry into force, or that day has come."""
    confirmed = offer.case.last("confirmed") if offer.case else None
    stated = confirmed.data["enters_into_force_on"] if confirmed else None
    return stated is None or offer.on >= date.fromisoformat(stated)


BOARD_HAS_HANDLED: Final = Guard(
    "board_has_handled",
    Label(
        "hyvinvointialueneuvottelukunta on käsitellyt tavoitteet, tai käsittelylle asetettu päivä on mennyt",
        "välfärdsområdesdelegationen har behandlat målen, eller den dag som satts för behandlingen har passerat",
        "the advisory board has handled the objectives, or the day set for that has gone",
    ),
    (
        SERVICES("22 §"),
        RESCUE("8 §"),
        COUNTIES(
            "13 § 2 mom. 3 kohta",
            Status.UNSETTLED,
            Label(
                "laki ei sano, että käsittely on vahvistamisen edellytys",
                "lagen säger inte att behandlingen är ett villkor för fastställandet",
                "the law does not say that the handling is a condition of confirming",
            ),
        ),
    ),
    _board_has_handled,
)
QUORATE: Final = Guard(
    "quorate",
    Label(
        "hyvinvointialueneuvottelukunta oli päätösvaltainen",
        "välfärdsområdesdelegationen var beslutför",
        "the advisory board had a quorum",
    ),
    (
        ADVISORY_BOARD_DECREE(
            "5 §",
            note=Label(
                "voimassa 31.1.2025 alkaen; ennen sitä asetus 480/2022",
                "i kraft från 31.1.2025; före det förordning 480/2022",
                "in force from 31 January 2025; before that decree 480/2022",
            ),
        ),
    ),
    _quorate,
    reads_payload=True,
)
OBJECTIVES_NAMED: Final = Guard(
    "objectives_named",
    Label(
        "vahvistetut tavoitteet ovat nimetyssä rekisterissä tai ne on kirjattu, kukin omalla numerollaan",
        "de fastställda målen finns i det angivna registret eller har antecknats, vart och ett med eget nummer",
        "the confirmed objectives are in the register named, or are stated, each with a number of its own",
    ),
    (COUNTIES("12 a § 1 mom."),),
    _objectives_named,
    reads_payload=True,
)
CHANGE_SAID: Final = Guard(
    "change_said",
    Label(
        "muutetut tavoitteet ovat nimetyssä rekisterissä tai on kirjattu, mikä muuttuu",
        "de ändrade målen finns i det angivna registret eller det har antecknats vad som ändras",
        "the amended objectives are in the register named, or it is stated what changes",
    ),
    (COUNTIES("12 a § 4 mom."),),
    _change_said,
    reads_payload=True,
)
ITS_DAY_HAS_COME: Final = Guard(
    "its_day_has_come",
    Label(
        "päätöksessä todettu voimaantulopäivä on tullut",
        "den ikraftträdandedag som anges i beslutet har kommit",
        "the day of entry into force that the decision states has come",
    ),
    (COUNTIES("12 a § 1 mom."),),
    _its_day_has_come,
)
FISCAL_TARGETS_CONSIDERED: Final = Guard(
    "fiscal_targets_considered",
    Label(
        "julkisen talouden finanssipoliittiset tavoitteet on otettu huomioon",
        "de finanspolitiska målen för de offentliga finanserna har beaktats",
        "the fiscal targets of the public finances have been taken into account",
    ),
    (COUNTIES("12 a § 1 mom."),),
    partial(_considered, "fiscal_targets"),
    reads_payload=True,
)
SERVICES_REPORT_CONSIDERED: Final = Guard(
    "services_report_considered",
    Label(
        "sosiaali- ja terveysministeriön vuosittainen selvitys on otettu huomioon",
        "social- och hälsovårdsministeriets årliga redogörelse har beaktats",
        "the yearly report of the Ministry of Social Affairs and Health has been taken into account",
    ),
    (COUNTIES("12 a § 1 mom."), SERVICES("31 §")),
    partial(_considered, "services_report"),
    reads_payload=True,
)
RESCUE_REPORT_CONSIDERED: Final = Guard(
    "rescue_report_considered",
    Label(
        "sisäministeriön vuosittainen selvitys on otettu huomioon",
        "inrikesministeriets årliga redogörelse har beaktats",
        "the yearly report of the Ministry of the Interior has been taken into account",
    ),
    (COUNTIES("12 a § 1 mom."), RESCUE("15 §")),
    partial(_considered, "rescue_report"),
    reads_payload=True,
)
_SUBJECT_LABELS: Final[dict[Subject, Label]] = {
    "equality": Label(
        "tavoitteissa on määritelty yhdenvertaisuus, vaikuttavuus, yhteensovittaminen, kielelliset oikeudet ja "
        "sukupuolten tasa-arvo",
        "målen omfattar jämlikhet, verkningsfullhet, samordning, språkliga rättigheter och jämställdhet",
        "the objectives lay down equality, effectiveness, coordination, language rights and gender equality",
    ),
    "productivity": Label(
        "tavoitteissa on määritelty tuottavuuden ja kustannusvaikuttavuuden lisääminen",
        "målen omfattar ökad produktivitet och kostnadsnyttoeffektivitet",
        "the objectives lay down how productivity and cost-effectiveness are raised",
    ),
    "information_management": Label(
        "tavoitteissa on määritelty tiedonhallinnan ja digitalisaation kehittäminen",
        "målen omfattar utveckling av informationshanteringen och digitaliseringen",
        "the objectives lay down how information management and digitalisation develop",
    ),
    "promotion": Label(
        "tavoitteissa on määritelty hyvinvoinnin, terveyden ja turvallisuuden edistäminen ja sitä koskeva yhteistyö",
        "målen omfattar främjande av välfärd, hälsa och säkerhet och samarbetet kring detta",
        "the objectives lay down the promotion of wellbeing, health and safety and the cooperation on it",
    ),
    "investments": Label(
        "tavoitteissa on määritelty laajakantoisten investointien yleiset linjaukset",
        "målen omfattar allmänna riktlinjer för vittsyftande investeringar",
        "the objectives lay down general lines for far-reaching investments",
    ),
    "preparedness": Label(
        "tavoitteissa on määritelty alueellinen ja valtakunnallinen valmius ja varautuminen",
        "målen omfattar beredskap och förberedelser på regional och nationell nivå",
        "the objectives lay down regional and national preparedness",
    ),
    "cooperation": Label(
        "tavoitteissa on määritelty hyvinvointialueiden ja yhteistyöalueiden välinen yhteistyö ja työnjako",
        "målen omfattar samarbete och arbetsfördelning mellan välfärdsområdena och mellan samarbetsområdena",
        "the objectives lay down cooperation between counties and between collaborative areas",
    ),
    "education_research": Label(
        "tavoitteissa on määritelty koulutus-, tutkimus-, kehittämis- ja innovaatiotoiminta",
        "målen omfattar utbildnings-, forsknings-, utvecklings- och innovationsverksamhet",
        "the objectives lay down education, research, development and innovation",
    ),
}
LAID_DOWN: Final = tuple(
    Guard(
        f"{subject}_laid_down",
        _SUBJECT_LABELS[subject],
        (COUNTIES(f"12 a § 2 mom. {point} kohta"),),
        partial(_laid_down, subject),
        reads_payload=True,
    )
    for point, subject in enumerate(SUBJECTS, start=1)
)
"""One for each of the eight matters that the objectives must lay down."""

CONSIDERED: Final = (FISCAL_TARGETS_CONSIDERED, SERVICES_REPORT_CONSIDERED, RESCUE_REPORT_CONSIDERED)
"""What must be taken into account; other monitoring data, where there are any, leave no trace of their own."""
