"""`projection list`, `check` and `rebuild`: the lists kept beside the log, which can all be made again from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.frame.command import Noun, argument
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from cli.wiring import Record

BROKEN = 7
_RIGHTS = "grants"

projection = Noun(
    "projection",
    about=Label(
        "Lokista johdetut näkymät: tarkista ja rakenna uudelleen.",
        "Vyer ur loggen: kontrollera och bygg på nytt.",
        "Views made from the log: check and rebuild them.",
    ),
    examples=("$ ohjaus projection list", "$ ohjaus projection check", "$ ohjaus projection rebuild"),
)


@projection.verb(
    "list",
    about=Label(
        "Luettelee näkymät ja mihin lokin kohtaan ne ulottuvat.",
        "Räknar upp vyerna och hur långt i loggen de når.",
        "Lists the projections and how far into the log they reach.",
    ),
    examples=("$ ohjaus projection list", "$ ohjaus projection list --format json"),
)
def list_(run: Invocation) -> None:
    """Lists the projections."""
    from cli.screen.page import Column

    words = run.words
    with run.record() as record:
        standings = record.opened.projections.standings()
    rows: list[dict[str, Any]] = [
        {
            "name": one.name,
            "version": one.version,
            "kept_version": one.kept_version,
            "position": one.position,
            "head": one.head,
            "state": one.state,
        }
        for one in standings
    ]
    run.out.rows(
        rows,
        (
            Column("name", words("projection.column.name")),
            Column("version", words("projection.column.version"), right=True),
            Column("position", words("projection.column.position"), right=True),
            Column("head", words("projection.column.head"), right=True),
            Column("state", words("projection.column.state"), wrap=True),
        ),
        empty=words("projection.none"),
        also=("kept_version",),
        shown=lambda row: {**row, "state": words(f"projection.state.{row['state']}")},
        then=[run.command("projection", "check" if all(one.state == "current" for one in standings) else "rebuild")],
    )


@projection.verb(
    "check",
    about=Label(
        "Vertaa näkymiä lokiin; poikkeama päättää ohjelman koodilla 7.",
        "Jämför vyerna med loggen; en avvikelse ger slutkoden 7.",
        "Holds the projections against the log; a divergence ends with code 7.",
    ),
    examples=("$ ohjaus projection check", "$ ohjaus projection check cases"),
)
@argument("names", metavar="[NAME]...", nargs=-1, required=False, about=Label("näkymät", "vyerna", "the projections"))
def check(run: Invocation, *, names: tuple[str, ...]) -> None:
    """Compares projections with the log."""
    from cli.audit.veiled_findings import row_as_shown

    with run.record() as record:
        upkeep = record.opened.projections
        names = _comparable(record, names)
        behind = {one.name: one for one in upkeep.standings() if one.state != "current"}
        rows = [
            {
                "name": one.name,
                "ok": one.equal and one.name not in behind,
                "rows": one.rows,
                "digest": one.digest,
                "kept_digest": one.kept_digest,
                "difference": row_as_shown(run, record.opened, one),
                "state": behind[one.name].state if one.name in behind else "current",
            }
            for one in upkeep.compare(names or None)
        ]
    ok = all(row["ok"] for row in rows)
    data = {"ok": ok, "projections": rows}
    run.out.thing(data, lambda page: _check_page(run, rows, page))
    if not ok:
        raise click.exceptions.Exit(BROKEN)


def _comparable(record: Record, names: tuple[str, ...]) -> tuple[str, ...]:
    """Gives which projections whoever asks can hold against the log; no name given stands for all of them.

    A county's reader sees every row of the rights, by which its own count, and no event of them.

    Raises:
        Refused: `part-only`, the rights were named.
    """
    from store.place import seen_part

    if seen_part(record.opened.database) is None:
        return names
    if _RIGHTS in names:
        record.opened.database.ensure_whole()
    return names or tuple(one for one in _all(record.opened.projections) if one != _RIGHTS)


def _check_page(run: Invocation, rows: list[dict[str, Any]], page: Page) -> None:
    words = run.words
    for row in rows:
        if row["ok"]:
            page.item(
                words("projection.same", name=row["name"], rows=words.count("projection.rows", row["rows"])),
                mark="✓",
                tone="good",
            )
        else:
            why = row["difference"] or words(f"projection.state.{row['state']}")
            page.item(words("projection.differs", name=row["name"], why=why), mark="✗", tone="bad")
    if not all(row["ok"] for row in rows):
        page.then(run.command("projection", "rebuild"))
    # Verifying needs the whole log, and is refused to a county's reader.
    page.then(run.command("case", "list") if run.login_sees_part else run.command("audit", "verify"))


@projection.verb(
    "rebuild",
    about=Label(
        "Rakentaa näkymät uudelleen lokista; loki ei muutu.",
        "Bygger vyerna på nytt ur loggen; loggen ändras inte.",
        "Makes the projections again from the log, which stays as it is.",
    ),
    examples=("$ ohjaus projection rebuild", "$ ohjaus projection rebuild cases deadlines"),
    writes=True,
)
@argument("names", metavar="[NAME]...", nargs=-1, required=False, about=Label("näkymät", "vyerna", "the projections"))
def rebuild(run: Invocation, *, names: tuple[str, ...]) -> None:
    """Rebuilds projections."""
    from store.open_log import open_log

    # Opened without bringing them up first: what is astray may be rebuilt, once `audit verify` has said so.
    with open_log(run.wiring.path, run.wiring.clock, refresh=False) as opened:
        upkeep = opened.projections
        rebuilt = (
            tuple(names) if run.dry_run and names else _all(upkeep) if run.dry_run else upkeep.rebuild(names or None)
        )
        position = opened.log.head().position
    data = {"rebuilt": list(rebuilt), "position": position, "rehearsed": run.dry_run}

    def page(filled: Page) -> None:
        key = "projection.would_rebuild" if run.dry_run else "projection.rebuilt"
        filled.title(run.words(key, names=rebuilt, position=position))
        filled.then(run.command("projection", "check"))

    run.out.thing(data, page)


def _all(upkeep: Any) -> tuple[str, ...]:  # noqa: ANN401 - the store's upkeep
    return tuple(one.name for one in upkeep.projections)
