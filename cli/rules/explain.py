"""`explain CODE`: what a code stands for, be it an error, a term, or anything that a declaration names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cli.frame.command import argument, command
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.rules.glossary import Entry
    from cli.screen.page import Page

_COMMAND = re.compile(r"`(ohjaus [^`]+)`")
_WHOLE = (
    "ohjaus audit verify",
    "ohjaus case list",
    "ohjaus db upgrade",
    "ohjaus doctor",
    "ohjaus init",
    "ohjaus procedure list",
    "ohjaus projection rebuild",
)


@command(
    "explain",
    about=Label(
        "Selittää virhekoodin, käsitteen tai menettelyn säännön säädösperusteineen.",
        "Förklarar en felkod, en term eller en regel i ett förfarande, med rättsgrund.",
        "Explains an error code, a term or a rule of a procedure, with its section.",
    ),
    examples=(
        "$ ohjaus explain act-refused",
        "$ ohjaus explain group_appointed",
        "$ ohjaus explain unsettled --lang fi",
        "$ ohjaus explain no-such-thing  # exit 3",
    ),
)
@argument(
    "code",
    metavar="CODE",
    about=Label(
        "koodi, kuten se viestissä tai luettelossa on",
        "koden, som den står i meddelandet",
        "the code, as it was printed",
    ),
)
def explain(run: Invocation, *, code: str) -> None:
    """Explains one code."""
    from cli.rules.glossary import explain as look_up

    found = look_up(run.wiring.declarations, code)
    data = {"code": code, "entries": [entry.as_data() for entry in found]}
    run.out.thing(data, lambda page: _page(run, found, page))


def _page(run: Invocation, found: tuple[Entry, ...], page: Page) -> None:
    words = run.words
    for number, entry in enumerate(found):
        kind = words(f"explain.kind.{entry.kind}")
        if number:
            page.heading(f"{entry.code} – {kind}")
        else:
            page.title(f"{entry.code} – {kind}")
        page.say(entry.label.text(run.language))
        if entry.detail is not None:
            page.say(entry.detail.text(run.language))
        for basis in entry.basis:
            note = f": {basis.note.text(run.language)}" if basis.note else ""
            page.field(words("explain.basis"), f"{basis.cite} ({words.term('law_status', str(basis.status))}){note}")
        if entry.declarations:
            page.field(words("explain.declared"), ", ".join(entry.declarations))
        if entry.exit is not None:
            page.field(words("explain.exit"), str(entry.exit))
    declaring = dict.fromkeys(one.partition("@")[0] for entry in found for one in entry.declarations)
    page.then(*(run.command("procedure", "show", procedure) for procedure in declaring))
    page.then(*(run.pasteable(command) for entry in found for command in _advised(entry)))
    if not page.commands:
        page.then(run.command("todo"))


def _advised(entry: Entry) -> list[str]:
    """Gives the whole commands that an explanation names; one that lacks a case or a code is none to paste."""
    return [one for one in _COMMAND.findall(entry.label.en) if one in _WHOLE]
