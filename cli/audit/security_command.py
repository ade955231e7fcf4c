"""`audit security`: the security log, in which denials and reads of secret parts stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.audit.noun import audit
from cli.frame.command import option
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from store.security_log import Line

_KINDS = ("denied", "secret-read", "secret-export", "identity")


@audit.verb(
    "security",
    about=Label(
        "Näyttää tietoturvalokin: mitä evättiin ja mitä salassa pidettävää luettiin, uusin ensin.",
        "Visar säkerhetsloggen: vad som nekades och vilket sekretessbelagt som lästes, det nyaste först.",
        "Shows the security log: what was denied, and which secrets were read, the newest first.",
    ),
    more=Label(
        "Loki on tapahtumien vieressä eikä kuulu niihin (906/2019 17 §). Sen lukee tarkastaja, pääkäyttäjä tai, kun "
        "oikeudet eivät ole käytössä, lokin omistaja.",
        "Loggen står bredvid händelserna och hör inte till dem (906/2019 17 §). Den läses av revisorn, administratören "
        "eller, när behörigheterna inte är i bruk, loggens ägare.",
        "It stands beside the events and is none of them (906/2019 17 §). The auditor of the log reads it, an "
        "administrator, or, while rights are off, the owner of the log.",
    ),
    examples=("$ ohjaus audit security", "$ ohjaus audit security --kind denied --format json"),
)
@option(
    "--kind", type=click.Choice(_KINDS), about=Label("vain tämä laji", "endast detta slag", "lines of this kind only")
)
@option("--person", metavar="PERSON", about=Label("vain tämä henkilö", "endast denna person", "this person only"))
@option("--limit", type=click.IntRange(1, 100_000), default=100, about=Label("enintään", "högst", "at most so many"))
def security(run: Invocation, *, kind: str | None, person: str | None, limit: int) -> None:
    """Shows the security log."""
    from datetime import datetime

    from cli.audit.telling import moment
    from cli.rights.reading_security import ensure_may_read
    from cli.screen.page import Column
    from store.security_log import read

    words = run.words
    with run.record() as record:
        ensure_may_read(record)
        sought = run.wiring.persons.sought(person) if person is not None else frozenset((None,))
        lines = [line for one in sought for line in read(record.opened.database, kind=kind, person=one, limit=limit)]
        lines = sorted(lines, key=lambda line: -line.number)[:limit]
        rows = [_shape(run, line) for line in lines]
    columns = ("number", "at", "person_label", "kind_label", "what", "about", "code")
    run.out.rows(
        rows,
        [
            Column(key, words(f"rights.security.{key.removesuffix('_label')}"), wrap=key == "person_label")
            for key in columns
        ],
        empty=words("rights.security.none"),
        also=("person", "identity", "kind", "grant"),
        shown=lambda item: {
            **item,
            "at": moment(run, datetime.fromisoformat(str(item["at"]))),
            "person_label": item["person_name"] or item["person"],
            "kind_label": words(f"rights.security.{item['kind']}"),
        },
    )


def _shape(run: Invocation, line: Line) -> dict[str, Any]:
    from cli.screen.shapes import instant

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
    }
