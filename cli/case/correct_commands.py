"""How something recorded gives place: `case correct`, `amend`, `reopen`; and `settle` for what lost its footing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cli.case.noun import case, case_argument
from cli.frame.command import argument, option
from cli.frame.completing import complete_subjects
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

_F = TypeVar("_F", bound=Callable[..., Any])

GROUNDS = ("inadequate_clarification", "wrong_application", "procedural_error", "new_clarification")
REMEDIES = ("appeal", "extraordinary_appeal", "rectification", "self_correction", "withdrawal")
OUTCOMES = ("stands", "to_be_corrected", "annulled")

_CASE = "evaluation-15-2025"
_AMEND = f"$ ohjaus case amend {_CASE} 2 --set relied_on=key_figures --on 2025-11-03"
_REOPEN = f"$ ohjaus case reopen {_CASE} 2 --remedy appeal --court KHO --on 2026-05-04"
_STATED = '--reason "made-up reason" --second-person made-up-person --dry-run'


def _all_of(*adds: Callable[[_F], _F]) -> Callable[[_F], _F]:
    def add(function: _F) -> _F:
        for one in reversed(adds):
            function = one(function)
        return function

    return add


_WHICH = (
    case_argument(),
    argument(
        "version",
        type=int,
        metavar="VERSION",
        about=Label(
            "tapahtuman numero asiassa; `ohjaus case history CASE` luettelee ne",
            "händelsens nummer i ärendet; `ohjaus case history CASE` räknar upp dem",
            "the number of the event in the case; `ohjaus case history CASE` lists them",
        ),
    ),
)
_REASON = (
    option("--reason", required=True, metavar="TEXT", about=Label("miksi", "varför", "why, as stated")),
    option(
        "--section",
        metavar="TEXT",
        about=Label(
            "säännös, johon se perustuu; lain mukainen, jos ei anneta",
            "bestämmelsen som det grundar sig på; lagens egen om ingen anges",
            "the section on which it rests; the law's own if left out",
        ),
    ),
    option("--on", metavar="DATE", about=Label("päivä; tänään", "dag; i dag", "the day; today if left out")),
    option(
        "--command-id",
        metavar="ID",
        about=Label(
            "kirjauksen tunnus; sama tunnus uudelleen ei kirjaa toista kertaa",
            "registreringens id; samma id igen registrerar inte en gång till",
            "id of this recording; the same id again records nothing more",
        ),
    ),
)
_SECOND = option(
    "--second-person",
    required=True,
    metavar="PERSON",
    about=Label(
        "toinen henkilö, joka on tarkastanut; muu kuin kirjaaja",
        "en andra person som har granskat; någon annan än den som registrerar",
        "another person who has looked at it; not the one who records",
    ),
)
_DOCUMENTS = option(
    "--doc",
    "docs",
    multiple=True,
    metavar="KIND=REF",
    about=Label(
        "asiakirja: KIND=DIAARINUMERO, KIND=DIAARINUMERO;NIMI, KIND=@TIEDOSTO tai KIND=https://...",
        "handling: KIND=DIARIENUMMER, KIND=DIARIENUMMER;NAMN, KIND=@FIL eller KIND=https://...",
        "a document: KIND=DIARY, KIND=DIARY;TITLE, KIND=@FILE or KIND=https://...",
    ),
)
_VALUES = (
    option(
        "--set",
        "sets",
        multiple=True,
        metavar="NAME=VALUE",
        about=Label(
            "korjattu tieto; luettelo pilkuin, rakenne JSONina",
            "en rättad uppgift; lista med kommatecken, struktur som JSON",
            "a corrected value; lists by comma, structures as JSON",
        ),
    ),
    option(
        "--unset",
        "unsets",
        multiple=True,
        metavar="NAME",
        about=Label("tieto, joka jää pois", "en uppgift som utgår", "a value that is to be left out"),
    ),
    option(
        "--json",
        "json_path",
        metavar="FILE|-",
        about=Label("tiedot JSON-tiedostosta", "uppgifterna ur en JSON-fil", "the values from a JSON file"),
    ),
)
_TAKEN_UP = option(
    "--taken-up-on",
    metavar="DATE",
    about=Label(
        "päivä, jona aloite tehtiin tai vaatimus esitettiin",
        "dag då initiativet togs eller yrkandet framställdes",
        "the day of the initiative or of the demand",
    ),
)
_CAUSED = option(
    "--caused-by",
    multiple=True,
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label(
        "asianosainen, jonka omasta menettelystä virhe johtuu",
        "part vars eget förfarande har orsakat felet",
        "a party whose own conduct has caused the error",
    ),
)
_CONSIDERED = (
    _TAKEN_UP,
    option(
        "--ground",
        type=click.Choice(GROUNDS),
        about=Label(
            "peruste: hallintolain 50 §:n 1 momentin 1–4 kohta järjestyksessä",
            "grund: 50 § 1 mom. 1–4 punkten i förvaltningslagen, i ordning",
            "the ground: 434/2003 50 § 1 mom., items 1–4 in their order",
        ),
    ),
    option(
        "--detriment-of",
        multiple=True,
        metavar="REF",
        shell_complete=complete_subjects,
        about=Label(
            "asianosainen, jonka vahingoksi se on; muuten asianosaisen eduksi",
            "part till vars nackdel det är; annars till partens fördel",
            "a party to whose detriment it is; none: it is to the parties' benefit",
        ),
    ),
    option(
        "--consented",
        multiple=True,
        metavar="REF",
        shell_complete=complete_subjects,
        about=Label("asianosainen, joka suostuu", "part som samtycker", "a party that consents to it"),
    ),
    option(
        "--error-obvious",
        is_flag=True,
        about=Label("virhe on ilmeinen", "felet är uppenbart", "the error is obvious"),
    ),
    _CAUSED,
)


@case.verb(
    "correct",
    writes=True,
    about=Label(
        "Korjaa kirjoitusvirheen: väärin kirjatun tiedon tai päivän.",
        "Rättar ett skrivfel: en felaktigt antecknad uppgift eller dag.",
        "Corrects a clerical error: a value or a day that was written wrongly.",
    ),
    more=Label(
        "Mitään ei poisteta: korjaus on oma tapahtumansa, ja korjattu tieto on voimassa alusta alkaen. Määräajat "
        "lasketaan uudelleen, ja pohjansa menettäneet tapahtumat luetellaan käsiteltäviksi.",
        "Ingenting tas bort: rättelsen är en egen händelse, och den rättade uppgiften gäller från början. "
        "Tidsfristerna räknas på nytt, och händelser som förlorat sin grund räknas upp för avgörande.",
        "Nothing is removed: the correction is an event of its own, and the corrected value holds from the beginning. "
        "Deadlines are reckoned again, and events that lose their footing are listed to be settled.",
    ),
    examples=(
        f"$ ohjaus case correct {_CASE} 3 --set term_ends_on=2026-06-30 {_STATED}",
        f"$ ohjaus case correct {_CASE} 3 {_STATED}  # exit 5",
    ),
)
@_all_of(
    *_WHICH,
    *_VALUES,
    option(
        "--effective-on",
        metavar="DATE",
        about=Label("korjattu päivä", "den rättade dagen", "the corrected day of the event"),
    ),
    option(
        "--in-decision",
        is_flag=True,
        about=Label(
            "virhe on päätöksessä itsessään, ei vain kirjauksessa (434/2003 51 §)",
            "felet finns i själva beslutet, inte bara i registreringen (434/2003 51 §)",
            "the error is in the decision itself, not only in what was recorded (434/2003 51 §)",
        ),
    ),
    option(
        "--heard",
        type=click.Choice(("heard", "unnecessary")),
        about=Label(
            "onko asianosaisia kuultu, vai onko se tarpeetonta",
            "om parterna har hörts, eller om det är onödigt",
            "whether the parties were heard, or that is unnecessary",
        ),
    ),
    option(
        "--unreasonable-for",
        multiple=True,
        metavar="REF",
        shell_complete=complete_subjects,
        about=Label(
            "asianosainen, jolle tulos olisi kohtuuton",
            "part för vilken resultatet vore oskäligt",
            "a party for whom the outcome would be unreasonable",
        ),
    ),
    _TAKEN_UP,
    _CAUSED,
    option(
        "--by",
        metavar="ROLE",
        about=Label(
            "kenen toimi se on: ministry_responsible tai authority_of_the_act",
            "vems åtgärd det är: ministry_responsible eller authority_of_the_act",
            "whose act it is: ministry_responsible or authority_of_the_act",
        ),
    ),
    _SECOND,
    *_REASON,
    _DOCUMENTS,
)
def correct(run: Invocation, case_id: str, version: int, **given: Any) -> None:
    """Corrects a clerical error."""
    from cli.case.correcting import Asked, correct_event

    correct_event(run, Asked("correct", case_id, version, given))


@case.verb(
    "amend",
    writes=True,
    about=Label(
        "Korjaa päätöksessä olevan asiavirheen: viranomainen poistaa päätöksensä ja ratkaisee asian uudelleen.",
        "Rättar ett sakfel i ett beslut: myndigheten undanröjer sitt beslut och avgör ärendet på nytt.",
        "Corrects a substantive error in a decision: the authority removes its decision and decides anew.",
    ),
    more=Label(
        "Uusi päätös on samaa lajia kuin entinen; jos se vie asian muualle, entinen kumotaan (case reopen) ja uusi "
        "kirjataan erikseen.",
        "Det nya beslutet är av samma slag som det tidigare; leder det annorstädes upphävs det tidigare (case reopen) "
        "och det nya registreras för sig.",
        "The new decision is of the same kind as the old one; where it leads elsewhere, the old one is annulled "
        "(case reopen) and the new one recorded by itself.",
    ),
    examples=(
        f"{_AMEND} --ground wrong_application --taken-up-on 2025-10-01 {_STATED}",
        f"{_AMEND} {_STATED}  # exit 5",
    ),
)
@_all_of(*_WHICH, *_VALUES, *_CONSIDERED, _SECOND, *_REASON, _DOCUMENTS)
def amend(run: Invocation, case_id: str, version: int, **given: Any) -> None:
    """Corrects a substantive error in a decision."""
    from cli.case.correcting import Asked, correct_event

    correct_event(run, Asked("amend", case_id, version, given))


@case.verb(
    "reopen",
    writes=True,
    about=Label(
        "Kirjaa, että tuomioistuin tai viranomaisen uusi päätös on kumonnut toimen; asia palaa sitä edeltäneeseen "
        "tilaan.",
        "Registrerar att en domstol eller myndighetens nya beslut har upphävt en åtgärd; ärendet återgår till läget "
        "före den.",
        "Records that a court, or a new decision of the authority, has annulled an act; the case goes back to where it "
        "stood before it.",
    ),
    examples=(
        f"{_REOPEN} --referred-back --doc annulling_decision=KHO/1/2026 {_STATED}",
        f"{_REOPEN} {_STATED}  # exit 5",
    ),
)
@_all_of(
    *_WHICH,
    option(
        "--remedy",
        required=True,
        type=click.Choice(REMEDIES),
        about=Label("miten se on kumottu", "hur den har upphävts", "how it was annulled"),
    ),
    option(
        "--court",
        metavar="REF",
        about=Label("tuomioistuin, joka on kumonnut", "den domstol som har upphävt", "the court that has annulled it"),
    ),
    option(
        "--referred-back",
        is_flag=True,
        about=Label(
            "asia on palautettu uudelleen käsiteltäväksi",
            "ärendet har återförvisats för ny behandling",
            "the matter was referred back to be handled anew",
        ),
    ),
    *_CONSIDERED,
    _SECOND,
    *_REASON,
    _DOCUMENTS,
)
def reopen(run: Invocation, case_id: str, version: int, **given: Any) -> None:
    """Records that an act was annulled."""
    from cli.case.correcting import Asked, correct_event

    correct_event(run, Asked("reopen", case_id, version, given))


@case.verb(
    "settle",
    writes=True,
    about=Label(
        "Ratkaisee, mitä korjauksessa pohjansa menettäneelle tapahtumalle tehdään.",
        "Avgör vad som görs med en händelse som förlorat sin grund genom en rättelse.",
        "Settles what becomes of an event that lost its footing by a correction.",
    ),
    examples=(f'$ ohjaus case settle {_CASE} 4 --outcome stands --reason "made-up reason" --dry-run  # exit 5',),
)
@_all_of(
    *_WHICH,
    option(
        "--outcome",
        required=True,
        type=click.Choice(OUTCOMES),
        about=Label(
            "se jää voimaan, korjataan tai kumotaan",
            "den står fast, rättas eller upphävs",
            "it stands, is to be corrected, or is annulled",
        ),
    ),
    option(
        "--in-case",
        "other",
        metavar="CASE",
        about=Label(
            "asia, jossa tapahtuma on, jos se on toinen",
            "det ärende där händelsen finns, om det är ett annat",
            "the case in which the event is, where it is another one",
        ),
    ),
    *_REASON,
)
def settle(run: Invocation, case_id: str, version: int, **given: Any) -> None:
    """Settles an incident."""
    from cli.case.correcting import Asked, correct_event

    correct_event(run, Asked("settle", case_id, version, given))
