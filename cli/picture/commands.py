"""`picture show` and `picture build`: the picture in a terminal, as data, and as a folder of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.frame.command import option
from cli.frame.completing import complete_subjects
from cli.picture.noun import picture
from cli.rights.with_secret import with_secret_option
from engine.law import LANGUAGES, Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cli.frame.invocation import Invocation
    from cli.picture.model import Picture
    from cli.picture.render import Written
    from cli.screen.page import Page
    from engine.law import Language

PROFILES = ("all", "minister", "leadership", "county", "public")

_COUNTY = option(
    "--county",
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label("vain tämä alue", "endast detta område", "this county only"),
)
_PROFILE = option(
    "--profile",
    type=click.Choice(PROFILES),
    default="all",
    about=Label(
        "kenelle: kaikki, ministeri, johto, yksi alue tai julkinen",
        "för vem: alla, minister, ledning, ett område eller offentlig",
        "for whom: all, a minister, the leadership, one county, or the public",
    ),
)


@picture.verb(
    "show",
    about=Label(
        "Näyttää tilannekuvan tai yhden alueen sivun.",
        "Visar lägesbilden eller ett områdes sida.",
        "Shows the situational picture, or the page of one county.",
    ),
    more=Label(
        "Muodossa json tulostuu koko kuva tietona: mistä hetkestä se on, keiden vastauksiin se perustuu ja keiltä "
        "tieto puuttuu.",
        "I formatet json skrivs hela bilden ut som data: från vilken tidpunkt den är, vems svar den grundar sig på och "
        "vems uppgift saknas.",
        "As json the whole picture is printed as data: as of when it is, on whose answers it is based and whose are "
        "missing.",
    ),
    examples=(
        "$ ohjaus picture show",
        "$ ohjaus picture show --county Kainuu --lang fi",
        "$ ohjaus picture show --known-at 2026-02-01 --format json",
    ),
)
@_COUNTY
@_PROFILE
@with_secret_option
def show(run: Invocation, *, county: str | None, profile: str, with_secret: bool) -> None:
    """Shows the picture."""
    from cli.picture.made import made, teller
    from cli.picture.shape import county_shape, picture_shape
    from cli.picture.terminal import county_lines, picture_lines

    whole, code = made(run, profile, county, with_secret=with_secret)
    tell = teller(run, whole)
    if code is None:
        run.out.thing(picture_shape(whole, tell), lambda page: picture_lines(run, whole, tell, page))
        return
    one = whole.county(code)
    shape = picture_shape(whole, tell)
    about = {key: shape[key] for key in ("as_of", "based_on", "rules", "round")}
    run.out.thing(about | county_shape(one, tell), lambda page: county_lines(run, whole, one, tell, page))


@picture.verb(
    "build",
    about=Label(
        "Rakentaa tilannekuvan sivut kansioon.",
        "Bygger lägesbildens sidor i en mapp.",
        "Builds the pages of the situational picture in a folder.",
    ),
    more=Label(
        "Sivut ovat suomeksi, ruotsiksi ja englanniksi; --lang rakentaa vain sen kielen. Ne toimivat ilman verkkoa ja "
        "komentosarjoja. Sama loki ja samat valitsimet antavat samat tavut.",
        "Sidorna görs på finska, svenska och engelska; --lang bygger endast det språket. De fungerar utan nätverk och "
        "skript. Samma logg och samma val ger samma byte.",
        "The pages are in Finnish, Swedish and English; --lang builds that language only. They need no network and no "
        "scripts. The same log and options give the same bytes.",
    ),
    examples=(
        "$ ohjaus picture build --out kuva",
        "$ ohjaus picture build --out ministerille --profile minister --lang fi",
        "$ ohjaus picture build --out kainuu --profile county --county Kainuu --in-force-on 2026-06-30",
    ),
)
@option(
    "--out",
    metavar="DIR",
    required=True,
    about=Label("kansio, johon sivut kirjoitetaan", "mappen där sidorna skrivs", "the folder to write the pages into"),
)
@_PROFILE
@_COUNTY
@with_secret_option
def build(run: Invocation, *, out: str, profile: str, county: str | None, with_secret: bool) -> None:
    """Builds the pages."""
    from pathlib import Path

    from cli.picture.folder import Folder
    from cli.picture.made import made, teller
    from cli.picture.render import pages
    from cli.picture.shape import picture_shape

    folder = Folder(Path(out))
    folder.ensure_ours(run)
    whole, code = made(run, profile, county, with_secret=with_secret)
    languages = languages_of(run)
    written = [*pages(whole, languages, only=code), *_calendar(run, profile, code)]
    shape = picture_shape(whole, teller(run, whole))
    result = folder.write(written, shape, rehearse=run.dry_run)
    data = {**result, "position": whole.stamp.position, "rehearsed": run.dry_run}
    run.out.thing(data, lambda page: _built(run, whole, data, page))


def _calendar(run: Invocation, profile: str, code: str | None) -> Sequence[Written]:
    """Gives the deadlines as a calendar, as `deadline export` writes them; none for the public."""
    from cli.deadline.exporting import Scope, entries, name_of
    from cli.deadline.ics import calendar_file
    from cli.picture.render import Written

    if profile == "public":
        return ()
    scope = Scope(subject=code)
    with run.record() as record:
        days = [one.day for one in entries(run, record, scope)]
    return (Written("calendar.ics", calendar_file(name_of(run, scope), run.language, days)),)


def languages_of(run: Invocation) -> Sequence[Language]:
    """Gives the languages to build: the one that was asked for by the option, else all."""
    return (run.language,) if run.settings.get("lang").origin == "option" else LANGUAGES


def _built(run: Invocation, whole: Picture, data: dict[str, Any], page: Page) -> None:
    words = run.words
    page.title(words("picture.build.would" if run.dry_run else "picture.build.built", out=data["out"]))
    page.field(words("picture.build.position"), str(data["position"]))
    page.field(words("picture.build.pages"), str(data["pages"]))
    page.field(words("picture.build.tables"), str(data["tables"]))
    page.field(words("picture.build.bytes"), str(data["bytes"]))
    page.field(words("picture.build.largest"), f"{data['largest']['path']}, {data['largest']['bytes']}")
    page.field(words("picture.build.open"), data["start"])
    if whole.left_out:
        page.say(words.count("picture.left_out", whole.left_out), "warn")
    page.then(run.command("picture", "diff", "--from", data["out"]), run.command("picture", "show"))
