"""`audit export`: the log, or some of it, in a format that other tools read, or as a bundle that proves itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.audit.noun import audit
from cli.frame.command import option
from cli.frame.completing import complete_cases, complete_procedures, complete_subjects
from cli.rights.with_secret import with_secret_option
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page

OF_BUNDLES = ("sign_with", "checkpoint", "older", "key")
"""Options that only a bundle takes."""

FORMATS = ("ocel", "xes", "csv", "xlsx", "jsonl", "cloudevents", "parquet", "bundle")


def _keep_apart(ctx: click.Context, _: click.Parameter, value: str) -> str:
    """Keeps the format of the file from being taken for that of the answer, which stands before the noun."""
    if ctx.obj is not None:
        ctx.obj.peeked = {name: found for name, found in ctx.obj.peeked.items() if name != "format"}
    return value


@audit.verb(
    "export",
    about=Label(
        "Vie lokin tai osan siitä tiedostoon, jota muut ohjelmat lukevat.",
        "Exporterar loggen eller en del av den till en fil som andra program läser.",
        "Exports the log or some of it for other programs.",
    ),
    more=Label(
        "Prosessilouhintaan ocel ja xes, taulukoiksi csv, xlsx ja parquet, ohjelmille jsonl ja cloudevents. bundle on "
        "paketti tai kansio, jonka voi tarkistaa ilman tätä ohjelmaa: koko loki tai vain valitut asiat niin, että muut "
        "jäävät näkemättä. Tässä --format on tiedoston muoto; vastauksen muoto annetaan alussa: ohjaus --format json "
        "audit export ...",
        "För processutvinning ocel och xes, som tabeller csv, xlsx och parquet, för program jsonl och cloudevents. "
        "bundle är ett paket eller en mapp som kan kontrolleras utan detta program: hela loggen, eller endast valda "
        "ärenden så att de andra förblir osedda. Här är --format filens form; svarets form ges i början: ohjaus "
        "--format json audit export ...",
        "For process mining ocel and xes, as tables csv, xlsx and parquet, for programs jsonl and cloudevents. bundle "
        "is a ZIP or a folder that can be checked without this program: the whole log, or only chosen cases, so that "
        "others stay unseen. Here --format is the form of the file; that of the answer stands first: ohjaus --format "
        "json audit export ...",
    ),
    examples=(
        "$ ohjaus audit export --format ocel --out record.ocel.json",
        "$ ohjaus audit export --format xlsx --subject Keski-Suomi --out keski-suomi.xlsx",
        "$ ohjaus audit export --format csv --case evaluation-15-2025 --known-at 2030-01-01 --out evaluation.csv",
    ),
)
@option(
    "--format",
    "kind",
    type=click.Choice(FORMATS),
    required=True,
    is_eager=True,
    callback=_keep_apart,
    about=Label("tiedoston muoto", "filens form", "the form of the file"),
)
@option(
    "--out",
    metavar="PATH",
    required=True,
    about=Label(
        "minne: tiedosto, tai muodossa bundle ZIP tai uusi kansio",
        "vart: en fil, eller för bundle en ZIP eller en ny mapp",
        "where to: a file, or for a bundle a ZIP or a new folder",
    ),
)
@option(
    "--case",
    "case_ids",
    metavar="CASE",
    multiple=True,
    shell_complete=complete_cases,
    about=Label("vain tämä asia (toistettavissa)", "endast detta ärende (kan upprepas)", "only this case (repeatable)"),
)
@option(
    "--subject",
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label("vain yhden tahon asiat", "endast ärenden om en part", "only cases about one subject"),
)
@option(
    "--procedure",
    metavar="ID",
    shell_complete=complete_procedures,
    about=Label("vain yhden menettelyn asiat", "endast ärenden i ett förfarande", "only cases of one procedure"),
)
@option(
    "--sign-with",
    metavar="NAME|FILE",
    about=Label(
        "bundle: avain, jolla tarkistuspiste allekirjoitetaan",
        "bundle: nyckeln som kontrollpunkten undertecknas med",
        "bundle: the key that signs the checkpoint",
    ),
)
@option(
    "--checkpoint",
    metavar="NOTE",
    about=Label(
        "bundle: aiemmin allekirjoitettu tarkistuspiste uuden sijaan",
        "bundle: en tidigare undertecknad kontrollpunkt i stället för en ny",
        "bundle: a checkpoint that was signed before, instead of a new one",
    ),
)
@option(
    "--older",
    metavar="NOTE",
    about=Label(
        "bundle: vanhempi tarkistuspiste, josta loki todistetusti kasvoi",
        "bundle: en äldre kontrollpunkt som loggen bevisligen vuxit från",
        "bundle: an older checkpoint from which the log is proved to have grown",
    ),
)
@option(
    "--key",
    "keys",
    metavar="VKEY",
    multiple=True,
    about=Label(
        "bundle: julkinen avain, jonka aiempiin tarkistuspisteisiin luotetaan (toistettavissa)",
        "bundle: en publik nyckel vars tidigare kontrollpunkter litas på (kan upprepas)",
        "bundle: a public key whose earlier checkpoints are believed (repeatable)",
    ),
)
@with_secret_option
def export(
    run: Invocation,
    *,
    kind: str,
    out: str,
    case_ids: tuple[str, ...],
    keys: tuple[str, ...],
    with_secret: bool,
    **chosen: str | None,
) -> None:
    """Writes an export."""
    from pathlib import Path

    from cli.audit.export.writing import BUNDLE, Asked
    from cli.audit.export.writing import export as write_export

    for name, given in {**chosen, "key": keys or None}.items():
        if kind != BUNDLE and name in OF_BUNDLES and given is not None:
            option = f"--{name.replace('_', '-')}"
            raise click.UsageError(run.words("export.of_bundles", option=option), click.get_current_context())
    asked = Asked(kind=kind, out=Path(out), case_ids=case_ids, keys=keys, with_secret=with_secret, **chosen)
    data, unlogged = write_export(run, asked)
    why = "left_out" if not with_secret else "not_noted" if unlogged else "no_right"
    run.out.thing(data, lambda page: _page(run, data, page, why))


def _page(run: Invocation, data: dict[str, Any], page: Page, why: str) -> None:
    words = run.words
    page.title(words("export.title", format=data["format"], out=data["out"]))
    for name in ("events", "cases", "bytes", "position", "sha256", "key"):
        if data[name] is not None:
            page.field(words(f"export.{name}"), str(data[name]))
    if not data["events"]:
        page.say(words("export.nothing"), "warn")
    if data["left_out"]:
        page.say(words.count(f"publicity.{why}", data["left_out"]), "warn")
    if run.dry_run:
        page.say(words("export.not_written"), "warn")
        return
    if data["key"] is None:
        page.then(run.command("audit", "verify"), run.command("audit", "export", "--format", "bundle", "--out", "DIR"))
    else:
        page.say(words("export.key_elsewhere"))
        page.then(*_checking(data["out"], data["key"]), run.command("audit", "verify"))


def _checking(out: str, key: str) -> list[str]:
    """Gives the commands that check a bundle where there is nothing but Python."""
    from shlex import quote

    folder = out.removesuffix(".zip") if out.lower().endswith(".zip") else out
    unpack = [] if folder == out else [f"python3 -m zipfile -e {quote(out)} {quote(folder)}"]
    return [*unpack, f"python3 {quote(folder + '/verify_ohjaus.py')} {quote(folder)} --key {quote(key)}"]
