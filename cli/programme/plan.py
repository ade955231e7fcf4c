"""`ohjaus plan`: measures, first-stage actions and sub-tasks: where they stand, whose they are, reports of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.frame.command import Noun, argument, option
from cli.frame.completing import complete_subjects
from cli.programme.act_options import PAGES, STATES, report_options, state_argument, when_of, when_options
from cli.programme.completing import complete_assumptions, complete_goals, complete_measures, complete_planned
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

plan = Noun(
    "plan",
    about=Label(
        "Toimenpiteet ja osatehtävät: missä ne ovat, kenen vastuulla ja mitä niistä on raportoitu.",
        "Åtgärder och deluppgifter: var de står, vem som ansvarar och vad som rapporterats om dem.",
        "Measures and sub-tasks: where they stand, whose they are, and what was reported of them.",
    ),
    examples=(
        "$ ohjaus plan list",
        '$ ohjaus plan update N3.1-1 late --reason "Tietopohja ei ole valmis" --dry-run',
    ),
)

_COUNTY = Label("alue, jonka osatehtävistä on kyse", "området vars deluppgifter avses", "the county of the sub-tasks")


@plan.verb(
    "list",
    about=Label(
        "Luettelee ohjelman toimenpiteet tai yhden alueen osatehtävät ja niiden tilan.",
        "Räknar upp programmets åtgärder eller ett områdes deluppgifter och var de står.",
        "Lists the programme's measures, or the sub-tasks of one county, and where they stand.",
    ),
    more=Label(
        "Lokista johdettu ja raportoitu tila näkyvät rinnakkain. --county näyttää ne osatehtävät, joista alue on "
        "kertonut; --all myös muut, joista siltä kysytään.",
        "Det som följer ur loggen och det som rapporterats visas sida vid sida. --county visar de deluppgifter som "
        "området har berättat om; --all även de andra som det tillfrågas om.",
        "What follows from the log and what was reported stand side by side. --county shows the sub-tasks of which the "
        "county has told; --all the others too that it is asked about.",
    ),
    examples=(
        "$ ohjaus plan list",
        "$ ohjaus plan list --owner VM --state late",
        "$ ohjaus plan list --county Pohjanmaa --format json",
    ),
)
@option(
    "--goal",
    metavar="GOAL",
    shell_complete=complete_goals,
    about=Label("vain tämän tavoitteen", "endast detta måls", "of this goal only"),
)
@option(
    "--owner",
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label("vain tämän vastuulla olevat", "endast dem som denna ansvarar för", "those of this owner only"),
)
@option(
    "--state",
    type=click.Choice(STATES),
    about=Label("vain tässä tilassa olevat", "endast i detta läge", "in this state only"),
)
@option("--county", metavar="REF", shell_complete=complete_subjects, about=_COUNTY)
@option(
    "--all",
    "every",
    is_flag=True,
    about=Label(
        "alueen osatehtävistä nekin, joista se ei ole kertonut",
        "även de av områdets deluppgifter som det inte har berättat om",
        "of a county's sub-tasks also those of which it has not told",
    ),
)
def list_plan(
    run: Invocation, *, goal: str | None, owner: str | None, state: str | None, county: str | None, every: bool
) -> None:
    """Lists measures or sub-tasks."""
    from cli.programme.plan_lists import Chosen, list_measures, list_subtasks

    chosen = Chosen(goal=goal, owner=owner, state=state)
    if county is None:
        list_measures(run, chosen)
    else:
        list_subtasks(run, county, chosen, every=every)


@plan.verb(
    "update",
    writes=True,
    about=Label(
        "Kirjaa, missä toimenpide, ensivaiheen toimenpide tai alueen osatehtävä on.",
        "Antecknar var en åtgärd, en åtgärd i det första skedet eller ett områdes deluppgift står.",
        "Records where a measure, a first-stage action or a county's sub-task stands.",
    ),
    more=Label(
        "Osatehtävä kirjataan --county-alueen vastaukseksi sen avoimeen kuukausikierrokseen: vain se, mikä muuttui.",
        "En deluppgift antecknas som svar av området i --county i dess öppna månadsrunda: endast det som ändrats.",
        "A sub-task is recorded as an answer of the --county in its open monthly return: only what has changed.",
    ),
    examples=(
        '$ ohjaus plan update N3.1-1 late --reason "Tietopohja ei ole valmis" --dry-run',
        '$ ohjaus plan update N1.4-6 on_schedule --stage done --evidence "VM/1/2027" --dry-run',
        "$ ohjaus plan update HTT-A-1.2 on_schedule --county Kainuu --stage done --dry-run",
        "$ ohjaus plan update N2.1-1 at_risk --dry-run  # exit 5",
    ),
)
@argument(
    "what",
    metavar="WHAT",
    shell_complete=complete_planned,
    about=Label(
        "toimenpide N1.4-6, ensivaiheen toimenpide action-4 tai osatehtävä HTT-A-1.2",
        "åtgärden N1.4-6, åtgärden action-4 i det första skedet eller deluppgiften HTT-A-1.2",
        "a measure N1.4-6, a first-stage action action-4, or a sub-task HTT-A-1.2",
    ),
)
@state_argument()
@option(
    "--stage",
    type=click.Choice(("not_started", "under_way", "done", "dropped")),
    about=Label("kuinka pitkällä se on", "hur långt det har kommit", "how far it has come"),
)
@option("--county", metavar="REF", shell_complete=complete_subjects, about=_COUNTY)
@report_options
@when_options
def update(run: Invocation, what: str, state: str, *, stage: str | None, county: str | None, **given: Any) -> None:
    """Records a state."""
    from cli.programme.plan_acts import update_plan

    update_plan(run, what, state, {**given, "stage": stage, "county": county}, when_of(given))


@plan.verb(
    "assign",
    writes=True,
    about=Label(
        "Kirjaa, kuka toimenpiteestä vastaa ja mihin mennessä se on valmis.",
        "Antecknar vem som ansvarar för en åtgärd och när den ska vara färdig.",
        "Records who answers for a measure and by when it is to be done.",
    ),
    examples=("$ ohjaus plan assign N3.1-3 --owner STM --owner VM --due 2027-06-30 --dry-run",),
)
@argument(
    "measure_id",
    metavar="MEASURE",
    shell_complete=complete_measures,
    about=Label("toimenpide, esimerkiksi N3.1-3", "åtgärden, till exempel N3.1-3", "the measure, such as N3.1-3"),
)
@option(
    "--owner",
    "owners",
    multiple=True,
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label("kuka vastaa; saa toistaa", "vem som ansvarar; får upprepas", "who answers for it; may be repeated"),
)
@option("--unit", metavar="TEXT", about=Label("yksikkö tai virasto", "enhet eller byrå", "the unit or office"))
@option("--starts", metavar="DATE", about=Label("alkaa", "börjar", "the day it begins"))
@option("--due", metavar="DATE", about=Label("valmis viimeistään", "färdig senast", "the day it is to be done"))
@option(
    "--because",
    metavar="TEXT",
    about=Label("miksi aiempi sopimus muuttuu", "varför det tidigare ändras", "why an earlier plan changes"),
)
@when_options
def assign(run: Invocation, measure_id: str, **given: Any) -> None:
    """Records owner and schedule."""
    from cli.programme.plan_acts import assign_measure

    assign_measure(run, measure_id, given, when_of(given))


@plan.verb(
    "reassess",
    writes=True,
    about=Label(
        "Kirjaa suunnitelman uudelleenarvioinnin, jonka pettänyt olettama vaati.",
        "Antecknar omprövningen av planen som ett brustet antagande krävde.",
        "Records that the plan was assessed anew, as a failed assumption demanded.",
    ),
    more=Label(
        "Nimeää ne pettäneet olettamat, jotka odottavat uudelleenarviointia, jos niitä ei anneta.",
        "Anger de brustna antaganden som väntar på omprövning om inga ges.",
        "Names the failed assumptions that wait for it if none are given.",
    ),
    examples=(
        '$ ohjaus plan reassess plan_kept --grounds "Rahoitus turvattu" --dry-run  # exit 5',
        "$ ohjaus assumption list",
    ),
)
@argument(
    "outcome",
    metavar="OUTCOME",
    type=click.Choice(("plan_kept", "plan_changed")),
    about=Label(
        "plan_kept: suunnitelma pysyy; plan_changed: se muuttuu",
        "plan_kept: planen består; plan_changed: den ändras",
        "plan_kept: the plan stays; plan_changed: it changes",
    ),
)
@option(
    "--grounds", required=True, metavar="TEXT", about=Label("mitä todettiin", "vad som konstaterades", "the finding")
)
@option(
    "--assumption",
    "assumptions",
    multiple=True,
    metavar="ID",
    shell_complete=complete_assumptions,
    about=Label("pettänyt olettama; saa toistaa", "brustet antagande; får upprepas", "a failed one; may be repeated"),
)
@option(
    "--changed",
    multiple=True,
    metavar="MEASURE",
    shell_complete=complete_measures,
    about=Label(
        "toimenpide, joka muuttuu; saa toistaa",
        "åtgärd som ändras; får upprepas",
        "a measure that changes; may be repeated",
    ),
)
@when_options
def reassess(run: Invocation, outcome: str, **given: Any) -> None:
    """Records a re-assessment."""
    from cli.programme.plan_acts import reassess_plan

    reassess_plan(run, outcome, given, when_of(given))


@plan.verb(
    "report",
    writes=True,
    about=Label(
        "Kirjaa raportin ketjussa ylöspäin: kenelle, minkä lokin kohdan tilanne ja mitkä sivut näytettiin.",
        "Antecknar en rapport uppåt i kedjan: till vem, från vilken position i loggen och vilka sidor som visades.",
        "Records a report up the chain: to whom, as of which position of the log, and which pages were shown.",
    ),
    more=Label(
        "Kansliapäälliköt näkevät tilanteen ennen ministeriryhmää. Ilman --position-valitsinta näytettiin lokin uusin "
        "kohta.",
        "Kanslicheferna ser läget före ministergruppen. Utan --position visades loggens nyaste position.",
        "The permanent secretaries see it before the ministerial group. Without --position the newest position of the "
        "log was shown.",
    ),
    examples=(
        "$ ohjaus plan report --to permanent_secretaries --page overview --page goals --dry-run",
        "$ ohjaus plan report --to ministerial_group --page overview --position 180 --dry-run",
    ),
)
@option(
    "--to",
    "level",
    required=True,
    type=click.Choice(("permanent_secretaries", "ministerial_group")),
    about=Label("kenelle", "till vem", "to whom"),
)
@option(
    "--page",
    "pages",
    multiple=True,
    type=click.Choice(PAGES),
    about=Label("näytetty sivu; saa toistaa", "visad sida; får upprepas", "a page that was shown; may be repeated"),
)
@option(
    "--position",
    type=int,
    metavar="N",
    about=Label(
        "lokin kohta, jonka tilanne näytettiin",
        "loggens position vars läge visades",
        "the position of the log as of which it was shown",
    ),
)
@option(
    "--summary", metavar="TEXT", about=Label("mitä muuta sanottiin", "vad som sades därtill", "what was said besides")
)
@option(
    "--asked", metavar="TEXT", about=Label("mitä päätöstä pyydettiin", "vilket beslut som begärdes", "what was asked")
)
@option(
    "--next-report",
    metavar="DATE",
    about=Label("seuraavan raportin päivä", "dagen för nästa rapport", "the day of the next report"),
)
@when_options
def report(run: Invocation, *, level: str, **given: Any) -> None:
    """Records a report."""
    from cli.programme.plan_acts import report_up

    report_up(run, level, given, when_of(given))
