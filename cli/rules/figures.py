"""`figures check`: are the criteria for starting an evaluation procedure met by a county's key figures, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.frame.command import Noun, argument, option
from cli.frame.completing import complete_subjects
from engine.law import Label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cli.frame.invocation import Invocation
    from cli.screen.page import Page, Tone
    from procedures.evaluation.figures import Gate
    from procedures.evaluation.figures_input import KeyFigures

PROCEDURE = "evaluation"

_LISTS = ("borrowing_authority_changed_on", "additional_funding_granted_on", "service_endangered_years")
_YEAR, _YEAR_DIGITS = "YYYY", 4
_NAMES = (
    "borrowing_authority_changed_on, additional_funding_granted_on, service_endangered_years, "
    "deficit.first_year, deficit.uncovered, deficit.cover_by, YYYY.annual_margin, YYYY.depreciation, YYYY.interest, "
    "YYYY.loans, YYYY.additional_funding"
)
"""What `--set` takes; a test holds it to the model, which the help must not load."""

figures = Noun(
    "figures",
    about=Label(
        "Arviointimenettelyn kriteerit tunnusluvuista.",
        "Utvärderingsförfarandets kriterier ur nyckeltal.",
        "The criteria of the evaluation procedure from key figures.",
    ),
    examples=("$ ohjaus figures check Lappi --on 2025-06-17 --set borrowing_authority_changed_on=2025-05-28",),
)


@figures.verb(
    "check",
    about=Label(
        "Laskee, mitkä arviointimenettelyn edellytykset (611/2021 123 §) täyttyvät; ei ratkaise mitään.",
        "Räknar vilka förutsättningar för utvärderingsförfarande (611/2021 123 §) som uppfylls; avgör ingenting.",
        "Works out which criteria of the evaluation procedure (611/2021 123 §) are met; it decides nothing.",
    ),
    more=Label(
        "Rahamäärät desimaalitekstinä yhdessä yksikössä tai sentteinä (annual_margin_cents). Vuoden luku: "
        "2024.annual_margin=12.3. Vuosikate sisältää saadun lisärahoituksen, joka otetaan laskelmassa pois. "
        f"Nimet: {_NAMES}.",
        "Belopp som decimaltext i en enhet eller som cent (annual_margin_cents). Ett års tal: "
        "2024.annual_margin=12.3. Årsbidraget innehåller tilläggsfinansieringen, som räknas bort. "
        f"Namn: {_NAMES}.",
        "Amounts are decimal text in one unit, or cents (annual_margin_cents). A year's figure: "
        "2024.annual_margin=12.3. The margin includes additional funding, which the calculation takes out. "
        f"Names: {_NAMES}.",
    ),
    examples=(
        (
            "$ ohjaus figures check Keski-Suomi --on 2025-06-17 --set 2023.annual_margin=14.0 "
            "--set 2023.depreciation=20.0 --set 2024.annual_margin=12.3 --set 2024.depreciation=20.0"
        ),
        "$ ohjaus figures check Lappi --on 2025-06-17 --set borrowing_authority_changed_on=2025-05-28 --format json",
    ),
)
@argument(
    "subject",
    metavar="SUBJECT",
    shell_complete=complete_subjects,
    about=Label("hyvinvointialue", "välfärdsområdet", "the county"),
)
@option(
    "--on",
    "day",
    metavar="DATE",
    required=True,
    about=Label(
        "päivä, jonka lain ja tietojen mukaan",
        "dagen vars lag och uppgifter gäller",
        "the day whose law and knowledge apply",
    ),
)
@option(
    "--json",
    "json_path",
    metavar="FILE|-",
    about=Label("tunnusluvut JSON-oliona", "nyckeltalen som ett JSON-objekt", "the key figures as a JSON object"),
)
@option(
    "--set",
    "sets",
    metavar="NAME=VALUE",
    multiple=True,
    about=Label("yksi tunnusluku; saa toistaa", "ett nyckeltal; får upprepas", "one figure; may be repeated"),
)
def check(run: Invocation, subject: str, *, day: str, json_path: str | None, sets: tuple[str, ...]) -> None:
    """Works out the criteria."""
    from cli.case.given import read_json
    from cli.case.refs import subject_code
    from cli.frame.clocks import parse_day
    from procedures.evaluation.figures import gates

    on = parse_day(day, "--on")
    code = str(subject_code(run.wiring, subject, on))
    declaration = _covering(run, code, on)
    document = {**(read_json(json_path) if json_path else {}), "subject": code}
    given = _read(_with_sets(document, sets))
    found = gates(given, on)
    data = {
        "subject": code,
        "subject_name": run.wiring.directory.by_code(code).name.text(run.language),
        "on": on.isoformat(),
        "declaration": declaration,
        "met": [gate.id for gate in found if gate.met],
        "not_assessable": [gate.id for gate in found if gate.met is None],
        "gates": [gate.as_data() for gate in found],
    }
    run.out.thing(data, lambda page: _page(run, data, found, page))


def _read(document: dict[str, Any]) -> KeyFigures:
    """Reads the figures; what is wrong with them is said in our words, with the names that there are."""
    from cli.case.input_problems import in_our_words
    from engine.errors import InputRejected
    from procedures.evaluation.figures_input import Deficit, KeyFigures, YearFigures, read_key_figures

    try:
        return read_key_figures(document)
    except InputRejected as error:
        names = [name for name in KeyFigures.model_fields if name not in ("subject", "years", "deficit")]
        names += [f"deficit.{name}" for name in Deficit.model_fields]
        names += [f"{_YEAR}.{name}" for name in YearFigures.model_fields]
        in_our_words(error, KeyFigures, document, names=names, spell=_spelled)
        raise


def _spelled(path: tuple[int | str, ...]) -> str:
    """Gives the name of a figure as `--set` takes it."""
    return ".".join(str(step) for step in (path[1:] if path[:1] == ("years",) else path))


def _covering(run: Invocation, code: str, on: date) -> str:
    """Gives the declaration of the evaluation procedure that applies to a subject on a day.

    Raises:
        Refused: no law is in force that day, or it does not apply to the subject.
    """
    from engine.errors import Refused

    procedure = run.wiring.declarations.in_force(PROCEDURE, on).procedure
    if run.wiring.subjects.kind_of(code) not in procedure.subject_kinds:
        name = run.wiring.directory.by_code(code).name
        raise Refused(
            "subject-not-covered",
            f"The evaluation procedure does not apply to {name.en} ({code}).",
            basis=tuple(basis.cite for basis in procedure.basis),
            try_next=f"ohjaus procedure show {PROCEDURE}",
            details={"subject": code, "name": name},
        )
    return procedure.declaration_id


def _with_sets(document: dict[str, Any], sets: Sequence[str]) -> dict[str, Any]:
    """Gives the figures with each `--set` put in: `2024.name=…` into a year, `deficit.name=…`, or a name of its own."""
    from engine.errors import InputRejected

    taken = {**document, "years": {str(year): dict(of) for year, of in _table(document, "years").items()}}
    for stated in sets:
        name, equals, value = stated.partition("=")
        first, dot, rest = name.partition(".")
        if not equals or not first or (dot and not rest):
            raise InputRejected(
                "set-invalid", f"--set {stated!r} is not written name=value.", details={"given": stated}
            )
        if dot and first.isdigit() and len(first) == _YEAR_DIGITS:
            taken["years"].setdefault(first, {})[rest] = _value(rest, value)
        elif dot:
            taken[first] = {**_table(taken, first), rest: _value(rest, value)}
        else:
            taken[first] = _value(first, value)
    return taken


def _table(document: dict[str, Any], name: str) -> dict[str, Any]:
    found = document.get(name)
    return found if isinstance(found, dict) else {}


def _value(name: str, value: str) -> object:
    if name in _LISTS:
        return [part.strip() for part in value.split(",") if part.strip()]
    if name.endswith("_cents") and value.strip().removeprefix("-").isdecimal():
        return int(value)
    return value


def _page(run: Invocation, data: dict[str, Any], found: Sequence[Gate], page: Page) -> None:
    from datetime import date

    words, language = run.words, run.language
    page.title(words("figures.title", subject=data["subject_name"], day=date.fromisoformat(data["on"])))
    for gate in found:
        verdict, mark, tone = _verdict(gate)
        page.item(
            f"{gate.id}  {words(f'figures.{verdict}')}: {gate.label.text(language)}",
            mark=mark,
            tone=tone,
            under=[
                *gate.calculation,
                *(words("figures.missing", what=one.text(language)) for one in gate.missing),
                words(
                    "figures.threshold",
                    threshold=gate.threshold,
                    since=gate.threshold_from,
                    basis="; ".join(basis.cite for basis in gate.basis),
                    status=words.term("law_status", str(gate.status)),
                ),
            ],
        )
    page.say(words("figures.decides"))
    page.then(run.command("procedure", "show", PROCEDURE), run.command("case", "list", "--subject", data["subject"]))


def _verdict(gate: Gate) -> tuple[str, str, Tone]:
    if gate.met is None:
        return "not_assessable", "?", "quiet"
    return ("met", "●", "bad") if gate.met else ("not_met", "○", "good")
