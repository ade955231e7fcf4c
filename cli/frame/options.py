"""The global options, accepted before the noun and after the verb alike; what stands later wins.

Their values are kept by name in `Invocation.given`, untouched; `cli.frame.invocation` gives them their meaning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from engine.law import LANGUAGES, Label

FORMATS = ("table", "plain", "json", "jsonl", "csv")
COLORS = ("auto", "always", "never")

_WORDS: dict[str, tuple[tuple[str, ...], dict[str, Any], Label]] = {
    "db": (
        ("--db",),
        {"metavar": "URL_OR_PATH"},
        Label("tietokanta, jota käytetään", "databasen som används", "the database to use"),
    ),
    "lang": (
        ("--lang",),
        {"type": click.Choice(LANGUAGES)},
        Label("kieli, jolla vastataan", "språket för svaren", "the language of the answers"),
    ),
    "format": (
        ("--format",),
        {"type": click.Choice(FORMATS)},
        Label(
            "muoto; päätteellä table, muuten plain",
            "form; table i en terminal, annars plain",
            "the form; table on a terminal, plain elsewhere",
        ),
    ),
    "as": (
        ("--as",),
        {"metavar": "ROLE"},
        Label("rooli, jossa kirjaat", "rollen du registrerar i", "the role in which you record"),
    ),
    "for": (
        ("--for",),
        {"metavar": "PERSON"},
        Label(
            "henkilö, jonka puolesta kirjaat; hänen oikeuksillaan",
            "personen som du antecknar för; med den personens behörigheter",
            "the person for whom you record, by that person's rights",
        ),
    ),
    "known_at": (
        ("--known-at",),
        {"metavar": "TIME|POSITION"},
        Label(
            "vain lukeminen: mitä silloin tiedettiin (hetki, päivä tai lokin kohta)",
            "endast läsning: vad man då visste (tidpunkt, dag eller plats i loggen)",
            "reads only: what was known then (an instant, a day or a position of the log)",
        ),
    ),
    "in_force_on": (
        ("--in-force-on",),
        {"metavar": "DATE"},
        Label(
            "vain lukeminen: mitä oli tapahtunut viimeistään sinä päivänä",
            "endast läsning: vad som hade skett senast den dagen",
            "reads only: what had happened in law by that day",
        ),
    ),
    "dry_run": (
        ("--dry-run",),
        {"is_flag": True, "default": None},
        Label(
            "näyttää, mitä kirjattaisiin; mitään ei tallenneta",
            "visar vad som skulle registreras; ingenting sparas",
            "shows what would be recorded; nothing is stored",
        ),
    ),
    "yes": (
        ("--yes",),
        {"is_flag": True, "default": None},
        Label("ei kysy vahvistusta", "frågar inte efter bekräftelse", "asks for no confirmation"),
    ),
    "no_input": (
        ("--no-input",),
        {"is_flag": True, "default": None},
        Label("ei kysy mitään", "frågar ingenting", "asks nothing at all"),
    ),
    "color": (
        ("--color",),
        {"type": click.Choice(COLORS)},
        Label("värit (NO_COLOR otetaan huomioon)", "färger (NO_COLOR beaktas)", "colours (NO_COLOR is honoured)"),
    ),
    "now": (
        ("--now",),
        {"metavar": "TIME"},
        Label(
            "kokeet ja harjoitukset: kellonaika, joka kirjataan syötetyksi",
            "prov och övningar: en klocka som registreras som inmatad",
            "tests and rehearsals: the time to take as now; recorded as injected",
        ),
    ),
    "quiet": (
        ("-q", "--quiet"),
        {"is_flag": True, "default": None},
        Label("vain itse vastaus", "endast själva svaret", "the answer itself and nothing beside it"),
    ),
    "verbose": (
        ("-v", "--verbose"),
        {"count": True, "default": None},
        Label(
            "tarkemmin: myös määräaikojen laskenta; loki virhetulosteeseen (päätteellä -vv)",
            "utförligare: även hur tidsfristerna räknats; logg till felutmatningen (i en terminal -vv)",
            "in more detail: how deadlines were reckoned; a log on standard error (on a terminal -vv)",
        ),
    ),
}


def global_options(kind: type[click.Option], *, hidden: bool) -> Iterator[click.Option]:
    """Yields the global options, each made anew, since an option belongs to one command."""
    for name, (flags, settings, about) in _WORDS.items():
        yield kind(
            [*flags, f"global_{name}"],
            about=about,
            hidden=hidden,
            expose_value=False,
            callback=_keep,
            **settings,
        )


def _keep(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
    if value is not None and ctx.obj is not None:
        ctx.obj.given[str(parameter.name).removeprefix("global_")] = value


def peek(arguments: Sequence[str]) -> Mapping[str, str]:
    """Finds `--lang`, `--format` and `--color` before anything is parsed, so that help and failures can honour them."""
    found: dict[str, str] = {}
    for number, word in enumerate(arguments):
        if word == "--":
            break
        flag, equals, value = word.partition("=")
        name = flag.removeprefix("--")
        if flag not in ("--lang", "--format", "--color"):
            continue
        if equals:
            found[name] = value
        elif number + 1 < len(arguments):
            found[name] = arguments[number + 1]
    return found
