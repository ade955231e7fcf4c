"""`ohjaus risk` and `ohjaus assumption`: what the programme watches, and what is recorded of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.frame.command import Noun, argument, option
from cli.frame.completing import complete_subjects
from cli.programme.act_options import reason_option, when_of, when_options
from cli.programme.completing import complete_assumptions, complete_risks
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

LEVELS = ("low", "medium", "high")
JUDGEMENTS = ("holds", "wavering", "failed")

risk = Noun(
    "risk",
    about=Label(
        "Ohjelman riskit: suuruus, omistaja ja hallintakeino.",
        "Programmets risker: storlek, ägare och sätt att hantera dem.",
        "The risks of the programme: level, owner and control.",
    ),
    examples=("$ ohjaus risk list", "$ ohjaus risk set risk-3 medium --owner VM --dry-run"),
)
assumption = Noun(
    "assumption",
    about=Label(
        "Ohjelman olettamat: pitävätkö ne yhä; pettänyt avaa suunnitelman uudelleenarvioinnin.",
        "Programmets antaganden: håller de ännu; ett brustet öppnar en omprövning av planen.",
        "The assumptions of the programme: do they still hold; a failed one opens a re-assessment of the plan.",
    ),
    examples=(
        "$ ohjaus assumption list",
        '$ ohjaus assumption set assumption-3 wavering --reason "Ennuste heikkeni" --dry-run',
    ),
)


@risk.verb(
    "list",
    about=Label(
        "Luettelee riskit ja sen, miten suuriksi ne on viimeksi arvioitu.",
        "Räknar upp riskerna och hur stora de senast har bedömts vara.",
        "Lists the risks and how large they were last found to be.",
    ),
    examples=("$ ohjaus risk list", "$ ohjaus risk list --level high --format json"),
)
@option(
    "--level",
    type=click.Choice(LEVELS),
    about=Label("vain näin suuret", "endast så här stora", "those of this level only"),
)
def list_risks(run: Invocation, *, level: str | None) -> None:
    """Lists the risks."""
    from cli.programme.watched_lists import list_risks as listed

    listed(run, level)


@risk.verb(
    "set",
    writes=True,
    about=Label(
        "Kirjaa, kuinka suuri riski on, kenen se on ja miten sitä hallitaan.",
        "Antecknar hur stor en risk är, vems den är och hur den hanteras.",
        "Records how large a risk is, whose it is and how it is kept in check.",
    ),
    examples=(
        '$ ohjaus risk set risk-2 high --owner VM --control "Vastuut sovitaan" --dry-run',
        "$ ohjaus risk set 3 medium --dry-run",
        "$ ohjaus risk set risk-4 high --dry-run  # exit 5",
    ),
)
@argument(
    "risk_id",
    metavar="RISK",
    shell_complete=complete_risks,
    about=Label("riski: risk-2 tai 2", "risken: risk-2 eller 2", "the risk: risk-2 or 2"),
)
@argument(
    "level",
    metavar="LEVEL",
    type=click.Choice(LEVELS),
    about=Label(
        "kuinka suuri: low, medium tai high", "hur stor: low, medium eller high", "how large: low, medium or high"
    ),
)
@option(
    "--owner",
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label("kuka siitä vastaa", "vem som ansvarar för den", "who answers for it"),
)
@option("--unit", metavar="TEXT", about=Label("yksikkö tai virasto", "enhet eller byrå", "the unit or office"))
@option(
    "--control",
    metavar="TEXT",
    about=Label("miten sitä hallitaan", "hur den hanteras", "how it is kept in check"),
)
@reason_option
@when_options
def set_risk(run: Invocation, risk_id: str, level: str, **given: Any) -> None:
    """Records a risk."""
    from cli.programme.watched_acts import assess_risk

    assess_risk(run, risk_id, level, given, when_of(given))


@assumption.verb(
    "list",
    about=Label(
        "Luettelee olettamat: pitääkö, horjuuko vai pettikö, ja mikä odottaa uudelleenarviointia.",
        "Räknar upp antagandena: håller, vacklar eller brast de, och vad väntar på omprövning.",
        "Lists the assumptions: whether each holds, wavers or has failed, and what waits for a re-assessment.",
    ),
    examples=("$ ohjaus assumption list", "$ ohjaus assumption list --known-at 2026-10-01 --format json"),
)
def list_assumptions(run: Invocation) -> None:
    """Lists the assumptions."""
    from cli.programme.watched_lists import list_assumptions as listed

    listed(run)


@assumption.verb(
    "set",
    writes=True,
    about=Label(
        "Kirjaa, pitääkö olettama yhä; pettänyt avaa suunnitelman uudelleenarvioinnin.",
        "Antecknar om ett antagande ännu håller; ett brustet öppnar en omprövning av planen.",
        "Records whether an assumption still holds; a failed one opens a re-assessment of the plan.",
    ),
    examples=(
        '$ ohjaus assumption set assumption-3 failed --reason "Rahoitus leikattiin" --reassess-by 2027-01-29 --dry-run',
        "$ ohjaus assumption set 1 holds --dry-run",
        "$ ohjaus assumption set 4 wavering --dry-run  # exit 5",
    ),
)
@argument(
    "assumption_id",
    metavar="ASSUMPTION",
    shell_complete=complete_assumptions,
    about=Label(
        "olettama: assumption-3 tai 3", "antagandet: assumption-3 eller 3", "the assumption: assumption-3 or 3"
    ),
)
@argument(
    "judgement",
    metavar="JUDGEMENT",
    type=click.Choice(JUDGEMENTS),
    about=Label(
        "holds: pitää; wavering: horjuu; failed: petti",
        "holds: håller; wavering: vacklar; failed: brast",
        "holds, wavering or failed",
    ),
)
@option(
    "--reassess-by",
    metavar="DATE",
    about=Label(
        "pettäneelle: mihin mennessä suunnitelma arvioidaan uudelleen",
        "för ett brustet: när planen senast omprövas",
        "for a failed one: by when the plan is assessed anew",
    ),
)
@reason_option
@when_options
def set_assumption(run: Invocation, assumption_id: str, judgement: str, **given: Any) -> None:
    """Records a judgement."""
    from cli.programme.watched_acts import judge_assumption

    judge_assumption(run, assumption_id, judgement, given, when_of(given))
