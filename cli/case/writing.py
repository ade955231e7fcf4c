"""Recording in cases: `case start`, `case advance`, `case attach`, `case note`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.case.act_options import Given, act_options
from cli.case.noun import case, case_argument
from cli.frame.command import argument, option
from cli.frame.completing import complete_facts, complete_procedures, complete_subjects
from cli.rights.stating import publicity_options
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation


START = (
    "$ ohjaus case start evaluation --subject Kymenlaakso --on 2026-06-30 --set gates=E2,E3"
    " --set accounts_years=2024,2025 --doc calculation=VM/100/2026 --dry-run"
)

_SECRETLY = (
    "$ ohjaus case attach evaluation-15-2025 --doc preparedness_plan=VM/124/2026 --publicity secret --ground 24.1§8"
    " --dry-run"
)


@case.verb(
    "start",
    writes=True,
    about=Label(
        "Avaa asian kirjaamalla toimen, joka panee sen vireille.",
        "Inleder ett ärende genom att registrera den åtgärd som gör det anhängigt.",
        "Opens a case by recording the act that opens it.",
    ),
    examples=(START,),
)
@argument(
    "procedure",
    metavar="PROCEDURE",
    shell_complete=complete_procedures,
    about=Label("menettely, esimerkiksi evaluation", "förfarandet, till exempel evaluation", "such as evaluation"),
)
@option(
    "--subject",
    required=True,
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label("ketä asia koskee", "vem ärendet gäller", "whom the case is about"),
)
@option(
    "--fact",
    metavar="FACT",
    about=Label(
        "toimi, joka avaa asian", "åtgärden som inleder ärendet", "the act that opens it; the usual one if left out"
    ),
)
@option("--diary", metavar="NUMBER", about=Label("diaarinumero", "diarienummer", "case register number"))
@option("--ground", metavar="TEXT", about=Label("peruste", "grund", "the ground; the section if left out"))
@option(
    "--party",
    "parties",
    multiple=True,
    metavar="REF",
    about=Label(
        "asianosainen; menettelyn osapuolet, jos ei anneta",
        "part; förfarandets parter om ingen anges",
        "a party; those of the procedure if left out",
    ),
)
@option(
    "--law-in-force-from",
    metavar="DATE",
    about=Label(
        "vahvistamattoman lain voimaantulopäivä",
        "dag då en obekräftad lag träder i kraft",
        "the day from which law that is not confirmed is in force",
    ),
)
@act_options
def start_case(
    run: Invocation,
    procedure: str,
    *,
    subject: str,
    fact: str | None,
    diary: str | None,
    ground: str | None,
    parties: tuple[str, ...],
    law_in_force_from: str | None,
    **given: Any,
) -> None:
    """Opens a case."""
    from cli.case.recording import Start, start

    start(run, Start(procedure, subject, fact, diary, ground, parties, law_in_force_from), Given(**given))


@case.verb(
    "advance",
    writes=True,
    about=Label(
        "Kirjaa asiaan toimen: mitä tapahtui, minä päivänä ja minkä asiakirjan nojalla.",
        "Registrerar en åtgärd i ärendet: vad som skedde, vilken dag och med stöd av vilken handling.",
        "Records an act in a case: what happened, on which day and on the strength of which document.",
    ),
    examples=(
        "$ ohjaus case next evaluation-15-2025",
        "$ ohjaus case advance evaluation-15-2025 group_met --on 2026-03-02 --dry-run",
    ),
)
@case_argument()
@argument(
    "fact",
    metavar="FACT",
    shell_complete=complete_facts,
    about=Label(
        "toimi; `ohjaus case next` luettelee ne",
        "åtgärden; `ohjaus case next` räknar upp dem",
        "the act; `ohjaus case next` lists them",
    ),
)
@option(
    "--expected-version",
    type=int,
    metavar="N",
    about=Label(
        "kirjaa vain, jos asia on tässä versiossa",
        "registrerar bara om ärendet är i denna version",
        "only if the case stands at this version",
    ),
)
@act_options
def advance_case(run: Invocation, case_id: str, fact: str, *, expected_version: int | None, **given: Any) -> None:
    """Records an act in a case."""
    from cli.case.recording import Advance, advance

    advance(run, Advance(case_id, fact, expected_version), Given(**given))


@case.verb(
    "attach",
    writes=True,
    about=Label(
        "Liittää asiaan viittauksen asiakirjaan.",
        "Fogar en hänvisning till en handling till ärendet.",
        "Attaches a reference to a document to a case.",
    ),
    examples=(
        '$ ohjaus case attach evaluation-15-2025 --doc "memorandum=VM/123/2026;Muistio" --dry-run',
        _SECRETLY,
    ),
)
@case_argument()
@option(
    "--doc",
    "docs",
    multiple=True,
    required=True,
    metavar="KIND=REF",
    about=Label(
        "asiakirja: KIND=DIAARINUMERO, KIND=DIAARINUMERO;NIMI, KIND=@TIEDOSTO tai KIND=https://...",
        "handling: KIND=DIARIENUMMER, KIND=DIARIENUMMER;NAMN, KIND=@FIL eller KIND=https://...",
        "a document: KIND=DIARY, KIND=DIARY;TITLE, KIND=@FILE or KIND=https://...",
    ),
)
@option("--remark", metavar="TEXT", about=Label("mistä asiakirja kertoo", "vad handlingen gäller", "what it is about"))
@option("--on", metavar="DATE", about=Label("päivä; tänään", "dag; i dag", "the day; today if left out"))
@option("--command-id", metavar="ID", about=Label("kirjauksen tunnus", "registreringens id", "id of this recording"))
@publicity_options()
def attach_document(
    run: Invocation,
    case_id: str,
    *,
    docs: tuple[str, ...],
    remark: str | None,
    on: str | None,
    **stated: Any,
) -> None:
    """Attaches a document."""
    from cli.case.recording import Advance, advance

    sets = () if remark is None else (f"remark={remark}",)
    day = on or run.wiring.clock.today().isoformat()
    advance(
        run,
        Advance(case_id, "document_attached", None),
        Given(on=day, sets=sets, docs=docs, **stated),
    )


@case.verb(
    "note",
    writes=True,
    about=Label(
        "Kirjaa asiaan merkinnän, jolla ei ole oikeusvaikutusta.",
        "Antecknar något i ärendet, utan rättslig verkan.",
        "Records a note in a case; it has no effect in law.",
    ),
    examples=('$ ohjaus case note evaluation-15-2025 "Ryhmä kokoontuu kuukausittain." --dry-run',),
)
@case_argument()
@argument("text", metavar="TEXT", about=Label("merkintä", "anteckningen", "the note; no personal data"))
@option("--on", metavar="DATE", about=Label("päivä; tänään", "dag; i dag", "the day; today if left out"))
@option("--command-id", metavar="ID", about=Label("kirjauksen tunnus", "registreringens id", "id of this recording"))
@publicity_options()
def note_in_case(run: Invocation, case_id: str, text: str, *, on: str | None, **stated: Any) -> None:
    """Records a note."""
    from cli.case.recording import Advance, advance

    day = on or run.wiring.clock.today().isoformat()
    advance(run, Advance(case_id, "noted", None), Given(on=day, sets=(f"text={text}",), **stated))


@case.verb(
    "link",
    writes=True,
    about=Label(
        "Liittää kaksi asiaa toisiinsa; kirjataan molempiin.",
        "Kopplar två ärenden till varandra; antecknas i båda.",
        "Links two cases; recorded in both at once.",
    ),
    examples=(
        "$ ohjaus case link evaluation-15-2025 borrowing-authority-change-15-2026 --dry-run",
        "$ ohjaus case link county-return-15-2026-2 county-return-15-2026 --relation continues --dry-run",
    ),
)
@case_argument()
@argument("other", metavar="OTHER", about=Label("toinen asia", "det andra ärendet", "the other case"))
@option(
    "--relation",
    default="related",
    metavar="RELATION",
    about=Label(
        "mitä toinen on ensimmäiselle: related (liittyy), continues (aiempi), continued_by (jatko), part_of, has_part",
        "vad det andra är för det första: related (anknyter), continues (tidigare), continued_by (fortsatt), part_of, "
        "has_part",
        "what the other is to the first: related, continues (earlier), continued_by (later), part_of, has_part",
    ),
)
@option("--why", metavar="TEXT", about=Label("miksi", "varför", "why they belong together"))
@option("--on", metavar="DATE", about=Label("päivä; tänään", "dag; i dag", "the day; today if left out"))
@option("--command-id", metavar="ID", about=Label("kirjauksen tunnus", "registreringens id", "id of this recording"))
def link_cases(
    run: Invocation,
    case_id: str,
    other: str,
    *,
    relation: str,
    why: str | None,
    on: str | None,
    command_id: str | None,
) -> None:
    """Links two cases."""
    from cli.case.linking import linked

    linked(run, case_id, other, relation=relation, why=why, on=on, command_id=command_id)
