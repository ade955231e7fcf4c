"""Who may read the security log, and how it is shown: its auditor, an administrator, all while rights are off.

A line that cannot be read is told in its place, and the others are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.errors import NotAuthorised
from engine.rights import ADMINISTRATOR, LOG_AUDITOR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cli.frame.invocation import Invocation
    from cli.messages import Words
    from cli.wiring import Record
    from store.security_log import Line, Unread

BROKEN = 7
LONGEST = 200
"""So much of a text is shown to people; programs get all of it."""

_COLUMNS = ("number", "at", "person_label", "kind_label", "what", "about", "code")
_CUT = ("person_label", "what", "about", "code")


def ensure_may_read(record: Record) -> None:
    """Makes sure that whoever runs the command may read the security log.

    Raises:
        NotAuthorised: `security-log-closed`.
    """
    access = record.access()
    if access.unrestricted or any(grant.role in (LOG_AUDITOR, ADMINISTRATOR) for grant in access.grants):
        return
    raise NotAuthorised(
        "security-log-closed",
        f"{access.person} may not read the security log: an auditor of the log or an administrator may.",
        basis=("906/2019 17 §",),
        try_next="ohjaus grant list --role log_auditor",
        details={"person": access.person},
    )


def show(run: Invocation, *, kind: str | None, person: str | None, limit: int) -> None:
    """Shows the newest lines of the security log; ends with `BROKEN` where some of them cannot be read."""
    import click

    from cli.screen.page import Column
    from store.security_log import Unread, damaged, look

    words = run.words
    with run.record() as record:
        ensure_may_read(record)
        sought = run.wiring.persons.sought(person) if person is not None else frozenset((None,))
        found = [line for one in sought for line in look(record.opened.database, kind=kind, person=one, limit=limit)]
        lines = sorted(found, key=lambda line: -line.number)[:limit]
        rows = [_shape(run, line) for line in lines]
    run.out.rows(
        rows,
        [
            Column(key, words(f"rights.security.{key.removesuffix('_label')}"), wrap=key == "person_label")
            for key in _COLUMNS
        ],
        empty=words("rights.security.none"),
        also=("person", "identity", "kind", "grant", "readable"),
        shown=lambda item: _shown(run, item),
    )
    unread = [line.number for line in lines if isinstance(line, Unread)]
    if unread:
        fault = damaged(unread)
        run.out.hint(f"{words.error(fault)}  [{fault.code}]")
        run.out.hint(f"{words('failure.try')}: {run.command('db', 'check')}")
        raise click.exceptions.Exit(BROKEN)


def _shape(run: Invocation, line: Line | Unread) -> dict[str, Any]:
    from cli.screen.shapes import instant
    from store.security_log import Unread

    names = ("at", "person", "person_name", "identity", "kind", "what", "about", "code", "grant", "details")
    if isinstance(line, Unread):
        return {"number": line.number, **dict.fromkeys(names), "readable": False}
    one = line.entry
    return {
        "number": line.number,
        "at": instant(one.at),
        "person": one.person,
        "person_name": run.wiring.persons.name_of(one.person),
        "identity": one.identity,
        "kind": one.kind,
        "what": one.what,
        "about": one.about,
        "code": one.code,
        "grant": one.grant,
        "details": dict(one.details),
        "readable": True,
    }


def _shown(run: Invocation, item: Mapping[str, Any]) -> dict[str, Any]:
    from datetime import datetime

    from cli.audit.telling import moment

    words = run.words
    if not item["readable"]:
        return {**item, "at": "–", "person_label": words("rights.security.unread"), "kind_label": "–", "what": "–"}
    row = {
        **item,
        "at": moment(run, datetime.fromisoformat(str(item["at"]))),
        "person_label": item["person_name"] or item["person"],
        "kind_label": words(f"rights.security.{item['kind']}"),
    }
    return row | {name: _cut(words, row[name]) for name in _CUT}


def _cut(words: Words, text: str | None) -> str | None:
    if text is None or len(text) <= LONGEST:
        return text
    return words.count("rights.security.cut", len(text) - LONGEST, text=text[:LONGEST])
