"""`ohjaus actor`: the directory of who steers and who is steered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.frame.command import Noun, argument, option
from cli.frame.completing import complete_subjects
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from procedures.directory import Actor, Match

KINDS = (
    "county",
    "city",
    "joint_authority",
    "collaborative_area",
    "county_group",
    "ministry",
    "government",
    "state",
    "agency",
    "court",
    "state_organ",
)

actor = Noun(
    "actor",
    about=Label(
        "Toimijat: hyvinvointialueet, Helsinki, HUS, ministeriöt, yhteistyöalueet ja muut.",
        "Aktörerna: välfärdsområdena, Helsingfors, HUS, ministerierna, samarbetsområdena och andra.",
        "The actors: counties, Helsinki, HUS, ministries, collaborative areas and others.",
    ),
    examples=("$ ohjaus actor list --kind county", "$ ohjaus actor show Itä-Uusimaa", "$ ohjaus actor show 15"),
)


@actor.verb(
    "list",
    about=Label("Luettelee toimijat.", "Räknar upp aktörerna.", "Lists the actors."),
    examples=("$ ohjaus actor list --kind county", "$ ohjaus actor list --format json"),
)
@option(
    "--kind",
    metavar="KIND",
    about=Label(
        f"vain tämän lajin toimijat: {', '.join(KINDS)}",
        f"endast aktörer av detta slag: {', '.join(KINDS)}",
        f"actors of this kind only: {', '.join(KINDS)}",
    ),
)
def list_actors(run: Invocation, *, kind: str | None) -> None:
    """Lists actors."""
    from click import BadParameter

    from cli.screen.page import Column

    if kind is not None and kind not in KINDS:
        raise BadParameter(run.words("usage.choices", choices=KINDS), param_hint="--kind")
    found = run.wiring.directory.actors(kind)
    words = run.words
    run.out.rows(
        [{**one.as_data(), "label": one.name.text(run.language)} for one in found],
        [
            Column("code", words("actor.code")),
            # A table of 80 columns has no room for a third name; code and name are references as well.
            *(() if run.out.form == "table" else (Column("slug", words("actor.slug")),)),
            Column("label", words("actor.name"), wrap=True),
            Column("kind_label", words("actor.kind"), wrap=True),
            Column("area", words("actor.area_short")),
        ],
        empty=words("actor.none"),
        also=("kind",),
        then=[run.command("actor", "show", one.slug) for one in found[:2]],
        shown=lambda item: {**item, "kind_label": words.term("actor_kind", str(item["kind"]))},
    )


@actor.verb(
    "show",
    about=Label(
        "Näyttää toimijan; tunnus, lyhytnimi tai nimi kelpaa millä tahansa kolmesta kielestä.",
        "Visar en aktör; kod, kortnamn eller namn på något av de tre språken duger.",
        "Shows an actor; its code, slug or name in any of the three languages will do.",
    ),
    examples=(
        "$ ohjaus actor show Itä-Uusimaa",
        '$ ohjaus actor show "Östra Nyland" --format json',
        "$ ohjaus actor show AVI --on 2026-01-01",
    ),
)
@argument(
    "reference",
    metavar="REF",
    shell_complete=complete_subjects,
    about=Label("tunnus, lyhytnimi tai nimi", "kod, kortnamn eller namn", "code, slug or name"),
)
@option(
    "--on",
    metavar="DATE",
    about=Label(
        "kenellä tehtävät olivat sinä päivänä", "vem som hade uppgifterna den dagen", "who had the tasks that day"
    ),
)
def show_actor(run: Invocation, reference: str, *, on: str | None) -> None:
    """Shows one actor."""
    from cli.frame.clocks import parse_day

    day = parse_day(on, "--on") if on is not None else run.as_of.in_force_on
    match = run.wiring.directory.match(reference, day)
    found = match.actor
    data = {
        **found.as_data(),
        "label": found.name.text(run.language),
        "named": match.named.code,
        "note": match.note.text(run.language) if match.note else None,
        "members": [member.code for member in run.wiring.directory.members(found.code)] if _is_area(found) else [],
    }
    run.out.thing(data, lambda page: _page(run, match, page))


def _is_area(found: Actor) -> bool:
    return str(found.kind) in ("collaborative_area", "county_group")


def _page(run: Invocation, match: Match, page: Page) -> None:
    words, found, language = run.words, match.actor, run.language
    page.title(f"{found.name.text(language)} ({found.code})")
    if match.note is not None:
        page.say(match.note.text(language), "warn")
    page.field(words("actor.kind"), words.term("actor_kind", str(found.kind)))
    page.field(words("actor.official_name"), found.official_name.text(language))
    page.field(words("actor.names"), f"{found.name.fi} · {found.name.sv} · {found.name.en}")
    page.field(words("actor.slug"), found.slug)
    if found.languages:
        page.field(words("actor.languages"), ", ".join(found.languages))
    if found.area is not None:
        area = run.wiring.directory.by_code(found.area)
        page.field(words("actor.area"), f"{area.name.text(language)} ({area.code})")
    if found.council is not None:
        page.field(words("actor.council"), found.council.text(language))
    if found.executive is not None:
        page.field(words("actor.executive"), found.executive.text(language))
    if _is_area(found):
        members = run.wiring.directory.members(found.code)
        page.field(words("actor.members"), ", ".join(f"{one.name.text(language)} ({one.code})" for one in members))
    if found.unsettled:
        page.field(words("actor.unsettled"), ", ".join(found.unsettled), "warn")
    page.then(
        run.command("case", "list", "--subject", found.slug),
        run.command("todo", "--subject", found.slug),
    )
