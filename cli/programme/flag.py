"""`ohjaus flag`: a county's red flags, the State's answers, plan B, and whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.frame.command import Noun, argument, option
from cli.frame.completing import complete_cases, complete_subjects
from cli.programme.act_options import when_of, when_options
from cli.programme.completing import complete_flags
from engine.law import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from cli.frame.invocation import Invocation

LEVELS = (
    "coordination_group",
    "reform_steering_group",
    "ministerial_group",
    "regional_section",
    "core_group",
    "permanent_secretaries",
)

RAISE = (
    '$ ohjaus flag raise Kainuu --what "Sopimukset eivät siirry ajoissa" --need "Sopimusjuristi"'
    ' --contact "hallintojohtaja" --task ICT-A-2.2 --by-when 2027-01-31 --dry-run'
)
ANSWER = (
    '$ ohjaus flag answer red-flag-06-2026 --support "Neuvottelija nimetään" --contact "ohjausosasto"'
    " --ministry STM --support-by 2027-01-15 --dry-run"
)

flag = Noun(
    "flag",
    about=Label(
        "Punaiset liput: alue ei saavuta tavoitetta ilman tukea, ja valtio vastaa ajallaan.",
        "Röda flaggor: ett område når inte målet utan stöd, och staten svarar i tid.",
        "Red flags: a county will not reach its goal without support, and the State answers in time.",
    ),
    more=Label(
        "Lipun nostaminen käynnistää valtion vastausajan (ohjelmiston sisäinen tavoite, ei laki). Vain alue laskee "
        "lipun. Muut vaiheet, kuten riittämätön vastaus, kirjataan komennolla ohjaus case advance.",
        "När en flagga hissas börjar statens svarstid löpa (programmets interna mål, inte lag). Endast området halar "
        "flaggan. Övriga skeden, såsom ett otillräckligt svar, registreras med ohjaus case advance.",
        "Raising a flag starts the State's time to answer (an internal target, not law). Only the county lowers it. "
        "Further steps, such as an answer that does not help, are recorded with ohjaus case advance.",
    ),
    examples=("$ ohjaus flag list", "$ ohjaus flag list --unanswered"),
)


def _flag_argument() -> Callable[..., Any]:
    return argument(
        "flag_ref",
        metavar="FLAG",
        shell_complete=complete_flags,
        about=Label(
            "lippu, esimerkiksi red-flag-06-2026, tai alue, jolla on vain yksi lippu ylhäällä",
            "flaggan, till exempel red-flag-06-2026, eller ett område som har bara en flagga uppe",
            "the flag, such as red-flag-06-2026, or a county that has only one up",
        ),
    )


def _because(fi: str, sv: str, en: str, *, required: bool = True) -> Callable[..., Any]:
    return option("--because", required=required, metavar="TEXT", about=Label(fi, sv, en))


def _contact(fi: str, sv: str, en: str) -> Callable[..., Any]:
    return option("--contact", required=True, metavar="OFFICE", about=Label(fi, sv, en))


@flag.verb(
    "list",
    about=Label(
        "Luettelee ylhäällä olevat liput: mikä on vaarassa, mihin mennessä valtio vastaa ja kenelle soittaa.",
        "Räknar upp flaggorna som är uppe: vad som hotas, när staten svarar och vem man ringer.",
        "Lists the flags that are up: what is in danger, by when the State answers, and whom to call.",
    ),
    examples=(
        "$ ohjaus flag list",
        "$ ohjaus flag list --unanswered --format json",
        "$ ohjaus flag list --county Satakunta --all",
    ),
)
@option("--county", metavar="REF", shell_complete=complete_subjects, about=Label("alue", "området", "the county"))
@option(
    "--unanswered",
    is_flag=True,
    about=Label("vain vastaamatta olevat", "endast obesvarade", "those without an answer only"),
)
@option(
    "--all",
    "every",
    is_flag=True,
    about=Label("myös lasketut ja perutut", "även halade och återtagna", "cleared and withdrawn ones as well"),
)
def list_flags(run: Invocation, *, county: str | None, unanswered: bool, every: bool) -> None:
    """Lists the flags."""
    from cli.programme.flag_lists import list_flags as listed

    listed(run, county, unanswered=unanswered, every=every)


@flag.verb(
    "raise",
    writes=True,
    about=Label(
        "Nostaa alueen punaisen lipun; valtion vastausaika alkaa.",
        "Hissar ett områdes röda flagga; statens svarstid börjar.",
        "Raises a county's red flag; the State's time to answer begins.",
    ),
    examples=(RAISE,),
)
@argument(
    "county",
    metavar="COUNTY",
    shell_complete=complete_subjects,
    about=Label("alue, joka lipun nostaa", "området som hissar flaggan", "the county that raises it"),
)
@option(
    "--what",
    required=True,
    metavar="TEXT",
    about=Label("mikä jää saavuttamatta", "vad som inte nås", "what is in danger of not being reached"),
)
@option(
    "--need",
    required=True,
    metavar="TEXT",
    about=Label("mitä tukea pyydetään", "vilket stöd som begärs", "what support is asked for"),
)
@_contact(
    "kenelle alueella soitetaan: virka tai yksikkö, ei nimeä",
    "vem man ringer i området: tjänst eller enhet, inget namn",
    "whom to call in the county: an office or role, no name",
)
@option(
    "--by-when",
    metavar="DATE",
    about=Label("mihin mennessä tuki tarvitaan", "när stödet senast behövs", "by when support is needed"),
)
@option("--task", metavar="ID", about=Label("osatehtävä", "deluppgiften", "the sub-task that it concerns"))
@option(
    "--case",
    "about_case",
    metavar="CASE",
    shell_complete=complete_cases,
    about=Label("menettely, jota se koskee", "förfarandet som det gäller", "the procedure that it concerns"),
)
@when_options
def raise_flag(run: Invocation, county: str, **given: Any) -> None:
    """Raises a flag."""
    from cli.programme.flag_acts import raise_flag as raised

    raised(run, county, given, when_of(given))


@flag.verb(
    "answer",
    writes=True,
    about=Label(
        "Kirjaa valtion vastauksen: mitä tukea annetaan ja kenelle soittaa.",
        "Antecknar statens svar: vilket stöd som ges och vem man ringer.",
        "Records the State's answer: what support is given, and whom to call.",
    ),
    examples=(
        ANSWER,
        '$ ohjaus flag answer Satakunta --support "Neuvottelija nimetään" --contact "ohjausosasto" --dry-run',
    ),
)
@_flag_argument()
@option(
    "--support",
    required=True,
    metavar="TEXT",
    about=Label(
        "mitä tukea annetaan tai miksi ei",
        "vilket stöd som ges eller varför inte",
        "what support is given, or why none",
    ),
)
@_contact(
    "kenelle ministeriössä soitetaan: virka tai yksikkö, ei nimeä",
    "vem man ringer i ministeriet: tjänst eller enhet, inget namn",
    "whom to call in the ministry: an office or role, no name",
)
@option(
    "--ministry",
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label("kuka tuen antaa", "vem som ger stödet", "who gives the support"),
)
@option(
    "--support-by",
    metavar="DATE",
    about=Label("mihin mennessä tuki annetaan", "när stödet senast ges", "by when the support is given"),
)
@when_options
def answer_flag(run: Invocation, flag_ref: str, **given: Any) -> None:
    """Answers a flag."""
    from cli.programme.flag_acts import answer_flag as answered

    answered(run, flag_ref, given, when_of(given))


@flag.verb(
    "plan-b",
    writes=True,
    about=Label(
        "Kirjaa alueen varasuunnitelman siltä varalta, ettei tavoitetta saavuteta.",
        "Antecknar områdets reservplan för det fall att målet inte nås.",
        "Records the county's plan B in case the goal is not reached.",
    ),
    examples=('$ ohjaus flag plan-b Satakunta --plan "Sopimusta jatketaan" --decided-by 2027-01-15 --dry-run',),
)
@_flag_argument()
@option("--plan", required=True, metavar="TEXT", about=Label("suunnitelma", "planen", "the plan in short"))
@option(
    "--decided-by",
    metavar="DATE",
    about=Label(
        "mihin mennessä sen käytöstä on päätettävä",
        "när man senast måste besluta om den",
        "by when its use must be decided",
    ),
)
@when_options
def plan_b(run: Invocation, flag_ref: str, **given: Any) -> None:
    """Records a plan B."""
    from cli.programme.flag_acts import make_plan_b

    make_plan_b(run, flag_ref, given, when_of(given))


@flag.verb(
    "escalate",
    writes=True,
    about=Label(
        "Kirjaa, että lippu vietiin ylemmälle tasolle.",
        "Antecknar att flaggan fördes till en högre nivå.",
        "Records that the flag was taken to a higher level.",
    ),
    examples=("$ ohjaus flag escalate Satakunta --to core_group --dry-run",),
)
@_flag_argument()
@option("--to", "level", required=True, type=click.Choice(LEVELS), about=Label("minne", "vart", "to whom"))
@_because("syy", "skälet", "the reason", required=False)
@when_options
def escalate(run: Invocation, flag_ref: str, **given: Any) -> None:
    """Escalates a flag."""
    from cli.programme.flag_acts import escalate_flag

    escalate_flag(run, flag_ref, given, when_of(given))


@flag.verb(
    "clear",
    writes=True,
    about=Label(
        "Laskee lipun: alue toteaa, ettei vaaraa enää ole.",
        "Halar flaggan: området konstaterar att faran är över.",
        "Clears a flag: the county finds that the danger is over.",
    ),
    examples=('$ ohjaus flag clear red-flag-18-2026 --because "Sopimus siirtyi" --dry-run',),
)
@_flag_argument()
@_because("miksi vaara on ohi", "varför faran är över", "why the danger is over")
@when_options
def clear(run: Invocation, flag_ref: str, **given: Any) -> None:
    """Clears a flag."""
    from cli.programme.flag_acts import clear_flag

    clear_flag(run, flag_ref, given, when_of(given))
