"""`ohjaus figures`: what can be worked out from a county's figures, and the working, from hand and from the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.frame.command import Noun, argument, option
from cli.frame.completing import complete_subjects
from engine.law import Label

if TYPE_CHECKING:
    from datetime import date

    import click
    from click.shell_completion import CompletionItem

    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from procedures.calculators import Calculator

DEFAULT = "evaluation"
CALCULATORS = ("key_figures", "evaluation", "preemptive_steering", "borrowing_authority")
"""The calculators that the help names; a test holds them to the register, which the help must not load."""

_NOT_ONE_COUNTY = ("state",)
"""Kinds of subject that a procedure may have cases of, though no figures are theirs alone."""

_NAMES = (
    "borrowing_authority_changed_on, additional_funding_granted_on, service_endangered_years, "
    "deficit.first_year, deficit.uncovered, deficit.cover_by, YYYY.annual_margin, YYYY.depreciation, YYYY.interest, "
    "YYYY.loans, YYYY.additional_funding"
)
"""What `--set` takes for an evaluation; a test holds it to the model, which the help must not load."""

figures = Noun(
    "figures",
    about=Label(
        "Mitä tunnusluvuista seuraa: menettelyjen edellytykset ja laskelmat.",
        "Vad som följer av nyckeltalen: förfarandenas förutsättningar och beräkningar.",
        "What follows from key figures: criteria of procedures, and calculations.",
    ),
    examples=(
        "$ ohjaus figures list",
        "$ ohjaus figures check Lappi --on 2025-06-17 --set borrowing_authority_changed_on=2025-05-28",
    ),
)


def _complete_calculators(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    del ctx, parameter
    from click.shell_completion import CompletionItem

    return [CompletionItem(name) for name in CALCULATORS if name.startswith(incomplete.lower())]


@figures.verb(
    "list",
    about=Label(
        "Luettelee laskelmat: mistä menettelystä, minkä säännösten nojalla; -v kertoo lukujen nimet.",
        "Räknar upp beräkningarna: för vilket förfarande, enligt vilka bestämmelser; -v anger talens namn.",
        "Lists the calculators: for which procedure, on which sections; -v tells the names of the figures.",
    ),
    examples=("$ ohjaus figures list", "$ ohjaus figures list -v", "$ ohjaus figures list --format json"),
)
def list_calculators(run: Invocation) -> None:
    """Lists the calculators."""
    from cli.screen.page import Column, Page
    from procedures.calculators import every_calculator

    words = run.words
    items = [_summary(run, one) for one in every_calculator()]
    then = [run.command("figures", "check", "Lappi", "--on", "2025-06-17", "--for", CALCULATORS[0])]
    if run.verbose and run.out.for_people:
        page = Page()
        for item in items:
            page.item(
                f"{item['calculator']}: {item['about']}",
                under=[
                    words("figures.of_procedure", procedure=item["procedure"], basis="; ".join(item["basis"])),
                    words("figures.names", names=item["names"]),
                ],
            )
        page.say(words("figures.how_named"))
        page.then(*then)
        run.out.page(page)
        return
    run.out.rows(
        items,
        [
            Column("calculator", words("figures.calculator")),
            Column("label", words("figures.label"), wrap=True),
            Column("procedure", words("figures.procedure")),
            Column("basis_text", words("figures.sections"), wrap=True),
        ],
        empty=words("figures.none"),
        also=("about", "basis", "names"),
        then=[run.command("figures", "list", "-v"), *then],
        shown=lambda item: {**item, "basis_text": "; ".join(item["basis"])},  # type: ignore[arg-type]
    )


def _summary(run: Invocation, one: Calculator) -> dict[str, Any]:
    return {
        "calculator": one.id,
        "label": one.label.text(run.language),
        "labels": one.label.as_data(),
        "about": one.about.text(run.language),
        "procedure": one.procedure,
        "basis": [basis.cite for basis in one.basis],
        "answers": one.answers,
        "names": list(one.names),
    }


@figures.verb(
    "check",
    about=Label(
        "Laskee, mitkä arviointimenettelyn edellytykset (611/2021 123 §) täyttyvät, tai sen, mitä --for pyytää; ei "
        "ratkaise mitään.",
        "Räknar vilka förutsättningar för utvärderingsförfarande (611/2021 123 §) som uppfylls, eller det som --for "
        "anger; avgör ingenting.",
        "Works out which criteria of the evaluation procedure (611/2021 123 §) are met, or what --for asks for; it "
        "decides nothing.",
    ),
    more=Label(
        "Mitä ei anneta, otetaan asioista, jotka lokiin on kirjattu siihen päivään mennessä; annettu luku menee "
        "kirjatun edelle. Tyhjä luettelo (additional_funding_granted_on=) sanoo, ettei päiviä ole; kirjaamatta jäänyt "
        "on tuntematonta. Rahamäärät desimaalitekstinä yhdessä yksikössä tai sentteinä (annual_margin_cents); lokin "
        "luvut yhdistetään vain sentteihin. Vuoden luku: 2024.annual_margin=12.3. Vuosikate sisältää saadun "
        f"lisärahoituksen, joka otetaan laskelmassa pois. Arviointimenettelyn nimet: {_NAMES}. Muiden laskelmien "
        "nimet: ohjaus figures list -v.",
        "Det som inte ges tas ur de ärenden som till den dagen har registrerats; ett givet tal går före ett "
        "registrerat. En tom lista (additional_funding_granted_on=) säger att inga dagar finns; det oregistrerade är "
        "okänt. Belopp som decimaltext i en enhet eller som cent (annual_margin_cents); loggens tal förenas bara med "
        "cent. Ett års tal: 2024.annual_margin=12.3. Årsbidraget innehåller tilläggsfinansieringen, som räknas bort. "
        f"Utvärderingsförfarandets namn: {_NAMES}. De andra beräkningarnas namn: ohjaus figures list -v.",
        "What is not given is taken from cases recorded by that day; what is given wins over what is recorded. An "
        "empty list (additional_funding_granted_on=) says that there are no such days; what nobody recorded is "
        "unknown. Amounts are decimal text in one unit, or cents (annual_margin_cents); figures of the record join "
        "only with cents. A year's figure: 2024.annual_margin=12.3. The margin includes additional funding, which the "
        f"calculation takes out. Names for the evaluation procedure: {_NAMES}. Names for the other calculators: ohjaus "
        "figures list -v.",
    ),
    examples=(
        (
            "$ ohjaus figures check Keski-Suomi --on 2025-06-17 --set 2023.annual_margin=14.0 "
            "--set 2023.depreciation=20.0 --set 2024.annual_margin=12.3 --set 2024.depreciation=20.0"
        ),
        "$ ohjaus figures check Lappi --on 2025-06-17 --set borrowing_authority_changed_on=2025-05-28 --format json",
        (
            "$ ohjaus figures check Lappi --on 2025-06-17 --for preemptive_steering --set plan.itemised=false "
            "--set required_measures.1.required_in=additional_funding --set required_measures.1.evidently_unmet=true"
        ),
        (
            "$ ohjaus figures check Pohjois-Karjala --on 2025-06-17 --for borrowing_authority "
            "--set financial_year=2026 --set annual_margin=25000000 --set opening_debt=111000000.00 "
            "--set earlier_authorities=0"
        ),
        (
            "$ ohjaus figures check Lappi --on 2025-06-17 --for key_figures --given-only "
            "--set 2024.annual_margin=12.3 --set 2024.depreciation=20.0"
        ),
    ),
)
@argument(
    "subject",
    metavar="SUBJECT",
    shell_complete=complete_subjects,
    about=Label(
        "hyvinvointialue, Helsinki tai HUS", "välfärdsområdet, Helsingfors eller HUS", "the county, Helsinki or HUS"
    ),
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
    "--for",
    "reference",
    metavar="CALCULATOR",
    default=DEFAULT,
    shell_complete=_complete_calculators,
    about=Label(
        f"laskelma ({DEFAULT}): {', '.join(CALCULATORS)}",
        f"beräkningen ({DEFAULT}): {', '.join(CALCULATORS)}",
        f"the calculator ({DEFAULT}): {', '.join(CALCULATORS)}",
    ),
)
@option(
    "--given-only",
    is_flag=True,
    about=Label(
        "vain annetut luvut; lokista ei oteta mitään",
        "endast de givna talen; ingenting tas ur loggen",
        "only what is given; nothing is taken from the record",
    ),
)
@option(
    "--json",
    "json_path",
    metavar="FILE|-",
    about=Label("luvut JSON-oliona", "talen som ett JSON-objekt", "the figures as a JSON object"),
)
@option(
    "--set",
    "sets",
    metavar="NAME=VALUE",
    multiple=True,
    about=Label("yksi luku; saa toistaa", "ett tal; får upprepas", "one figure; may be repeated"),
)
def check(
    run: Invocation,
    subject: str,
    *,
    day: str,
    reference: str,
    given_only: bool,
    json_path: str | None,
    sets: tuple[str, ...],
) -> None:
    """Works out what is asked for."""
    from cli.case.refs import subject_code
    from cli.frame.clocks import parse_day
    from cli.rules.figures_given import given_figures, read_figures
    from cli.rules.figures_page import record_page, results_page
    from procedures.calculators import calculator
    from procedures.figures_joined import join

    on = parse_day(day, "--on")
    chosen = calculator(reference)
    code = str(subject_code(run.wiring, subject, on))
    declaration = _covering(run, chosen, code, on)
    given = {**given_figures(chosen, json_path, sets), "subject": code}
    recorded = None
    if not given_only:
        from cli.rules.figures_recorded import figures_of_record

        recorded = figures_of_record(run, chosen, code, on, given)
    joined = join(chosen.model, given, recorded or ())
    lines = chosen.work(read_figures(chosen, joined.document), on)
    told = [{**line.as_data(), "note": _note(chosen, line.id)} for line in lines]
    data = {
        "subject": code,
        "subject_name": run.wiring.directory.by_code(code).name.text(run.language),
        "on": on.isoformat(),
        "calculator": chosen.id,
        "procedure": chosen.procedure,
        "declaration": declaration,
        "met": [line.id for line in lines if line.met],
        "not_assessable": [line.id for line in lines if line.met is None],
        **({"gates": told} if chosen.id == DEFAULT else {}),
        "lines": told,
        "record_read": recorded is not None,
        "from_record": [figure.as_data() for figure in joined.taken],
        "not_from_record": [one.as_data() for one in joined.passed_over],
    }

    def fill(page: Page) -> None:
        results_page(run, chosen, data, lines, on, page)
        record_page(run, joined, page, read=recorded is not None, wanted=not given_only)
        page.say(chosen.decides.text(run.language))
        page.then(run.command("procedure", "show", chosen.procedure), run.command("case", "list", "--subject", code))

    run.out.thing(data, fill)


def _note(chosen: Calculator, line_id: str) -> dict[str, str] | None:
    note = chosen.notes.get(line_id)
    return note.as_data() if note else None


def _covering(run: Invocation, chosen: Calculator, code: str, on: date) -> str:
    """Gives the declaration of a calculator's procedure that applies to a subject on a day.

    Raises:
        Refused: no law is in force that day, or it does not apply to the subject.
    """
    from engine.errors import Refused

    procedure = run.wiring.declarations.in_force(chosen.procedure, on).procedure
    kind = run.wiring.subjects.kind_of(code)
    if kind not in procedure.subject_kinds or kind in _NOT_ONE_COUNTY:
        name = run.wiring.directory.by_code(code).name
        raise Refused(
            "subject-not-covered",
            f"The law does not apply to {name.en} ({code}): {procedure.label.en}.",
            basis=tuple(basis.cite for basis in procedure.basis),
            try_next=f"ohjaus procedure show {chosen.procedure}",
            details={"subject": code, "name": name, "procedure": procedure.label},
        )
    return procedure.declaration_id
