"""`audit security`: the security log, in which denials and reads of secret parts stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.audit.noun import audit
from cli.frame.command import option
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

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
    """Shows the security log; ends with 7 where a line of it cannot be read."""
    from cli.rights.reading_security import show

    show(run, kind=kind, person=person, limit=limit)
