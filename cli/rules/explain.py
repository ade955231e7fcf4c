"""`explain CODE`: what a code stands for: an error, a term, whatever a declaration names, or a case's deadline."""

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
_DEADLINE = re.compile(r"(?P<case>[a-z][a-z0-9-]*-\d{4}(-\d+)?):(?P<name>\w+)(#(?P<number>\d+))?", re.ASCII)
"""A deadline of a case, such as `evaluation-15-2025:group_term` or, of its second run, `…:group_term#2`."""
_WHOLE = (
    "ohjaus audit verify",
    "ohjaus case list",
    "ohjaus db upgrade",
    "ohjaus doctor",
    "ohjaus init",
    "ohjaus procedure list",
    "ohjaus projection rebuild",
)
_NEXT = {
    "fault": ("doctor",),
    "finding": ("audit", "verify"),
    "integrity": ("audit", "verify"),
    "not-authorised": ("identity", "show"),
}
"""Where somebody looks next who met a code of a kind, when its explanation names no command."""


@command(
    "explain",
    about=Label(
        "Selittää virhekoodin, käsitteen tai menettelyn säännön säädösperusteineen.",
        "Förklarar en felkod, en term eller en regel i ett förfarande, med rättsgrund.",
        "Explains an error code, a term or a rule of a procedure, with its section.",
    ),
    more=Label(
        "`ASIA:MÄÄRÄAIKA` selittää yhden asian määräajan: säännön, mistä se alkoi, miten viimeinen päivä laskettiin ja "
        "mitä sille on sen jälkeen tapahtunut; `ASIA:MÄÄRÄAIKA#2` sen toisen kerran.",
        "`ÄRENDE:FRIST` förklarar en frist i ett ärende: regeln, varifrån den löper, hur sista dagen räknades och vad "
        "som har hänt med den sedan dess; `ÄRENDE:FRIST#2` dess andra gång.",
        "`CASE:DEADLINE` explains a deadline of one case: its rule, what set it, how the last day was reckoned and "
        "what has happened to it since; `CASE:DEADLINE#2` its second run.",
    ),
    examples=(
        "$ ohjaus explain act-refused",
        "$ ohjaus explain group_appointed",
        "$ ohjaus explain evaluation-15-2025:group_term",
        "$ ohjaus explain unsettled --lang fi",
        "$ ohjaus explain no-such-thing  # exit 3",
    ),
)
@argument(
    "code",
    metavar="CODE",
    about=Label(
        "koodi, kuten se viestissä tai luettelossa on; tai ASIA:MÄÄRÄAIKA",
        "koden, som den står i meddelandet; eller ÄRENDE:FRIST",
        "the code, as it was printed; or CASE:DEADLINE",
    ),
)
def explain(run: Invocation, *, code: str) -> None:
    """Explains one code."""
    from cli.rules.glossary import explain as look_up

    reference = _DEADLINE.fullmatch(code.strip().lower())
    if reference is not None:
        _explain_deadline(run, reference)
        return
    found = look_up(run.wiring.declarations, code)
    data = {"code": code, "entries": [entry.as_data() for entry in found]}
    run.out.thing(data, lambda page: _page(run, found, page))


def _explain_deadline(run: Invocation, reference: re.Match[str]) -> None:
    from cli.rules.running_deadline import running_deadline
    from cli.rules.running_deadline_page import running_deadline_page, running_deadline_shape

    with run.record() as record:
        found = running_deadline(run, record, reference)
    run.out.thing(running_deadline_shape(run, found), lambda page: running_deadline_page(run, found, page))


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
        page.then(run.command(*_NEXT.get(found[0].kind, ("todo",))))


def _advised(entry: Entry) -> list[str]:
    """Gives the whole commands that an explanation names; one that lacks a case or a code is none to paste."""
    return [one for one in _COMMAND.findall(entry.label.en) if one in _WHOLE]
