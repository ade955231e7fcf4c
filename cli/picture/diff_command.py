"""`picture diff`: what changed between two pictures, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.frame.command import option
from cli.picture.noun import picture
from engine.law import Label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cli.frame.invocation import Invocation
    from cli.picture.diff import Changed, Compared
    from cli.picture.telling import Teller
    from cli.screen.page import Page

PARTS = ("counties", "cases", "goals", "voices")


@picture.verb(
    "diff",
    about=Label(
        "Kertoo, mitä kahden tilannekuvan välillä on muuttunut.",
        "Berättar vad som har ändrats mellan två lägesbilder.",
        "Says what has changed between two pictures.",
    ),
    more=Label(
        "Kuva annetaan lokin kohtana, päivänä tai hetkenä, tai kansiona, johon se on rakennettu.",
        "En bild anges som plats i loggen, som dag eller tidpunkt, eller som mappen där den har byggts.",
        "A picture is named by a position of the log, by a day or an instant, or by the folder it was built in.",
    ),
    examples=(
        "$ ohjaus picture diff --from 20",
        "$ ohjaus picture build --out kuva --profile minister",
        "$ ohjaus picture diff --from kuva --to 60 --lang fi",
    ),
)
@option(
    "--from",
    "first",
    metavar="POSITION|TIME|DIR",
    required=True,
    about=Label("aiempi kuva", "den tidigare bilden", "the earlier picture"),
)
@option(
    "--to",
    "last",
    metavar="POSITION|TIME|DIR",
    about=Label(
        "myöhempi kuva; muuten nykyinen", "den senare bilden; annars den nuvarande", "the later one; else now's"
    ),
)
def diff(run: Invocation, *, first: str, last: str | None) -> None:
    """Compares two pictures."""
    from cli.picture.diff import changes, compared
    from cli.picture.telling import Teller

    names = {actor.code: actor.name for actor in run.wiring.directory.actors()}
    tell = Teller(run.words, names)
    before, after = compared(_shape(run, first, "--from")), compared(_shape(run, last, "--to"))
    found = list(changes(before, after))
    data = {
        "from": _as_of(before),
        "to": _as_of(after),
        "changes": [
            {
                "part": one.part,
                "about": one.about,
                "what": one.what,
                "before": one.before,
                "after": one.after,
                "text": tell(one.text),
            }
            for one in found
        ],
    }
    run.out.thing(data, lambda page: _page(run, (before, after), found, tell, page))


def _shape(run: Invocation, named: str | None, what: str) -> Mapping[str, Any]:
    """Gives the data of a picture: read back from its folder, or made as of a position or time."""
    from pathlib import Path

    from cli.audit.moments import read_moment
    from cli.picture.folder import Folder
    from cli.picture.made import made, seen_as, teller
    from cli.picture.shape import picture_shape

    if named is not None and Path(named).is_dir():
        return Folder(Path(named)).picture()
    if named is not None:
        read_moment(named, what)  # What is none is refused by the name of the option it was written after.
    seen = run if named is None else seen_as(run, named)
    whole, _ = made(seen)
    return picture_shape(whole, teller(run, whole))


def _as_of(one: Compared) -> dict[str, Any]:
    return {"position": one.as_of.position, "in_force_on": one.as_of.in_force_on.isoformat()}


def _page(run: Invocation, pictures: Sequence[Compared], found: Sequence[Changed], tell: Teller, page: Page) -> None:
    words = run.words
    told = [
        words("picture.diff.at", position=one.as_of.position, on=words.date(one.as_of.in_force_on)) for one in pictures
    ]
    page.title(words("picture.diff.title", first=told[0], last=told[1]))
    if not found:
        page.say(words("picture.diff.none"))
    for part in PARTS:
        of_part = [one for one in found if one.part == part]
        if of_part:
            page.heading(words(f"picture.diff.{part}"))
        for one in of_part:
            page.item(tell(one.text))
    page.then(run.command("picture", "show"))
