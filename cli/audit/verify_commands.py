"""`audit verify`: is all that was recorded whole, lawful, and what witnesses saw of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.audit.noun import audit
from cli.frame.command import option
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

BROKEN = 7
"""The exit code of a record that is not what was written."""

CHECKPOINTS = Label(
    "kansio tai tiedosto, jossa muualla säilytetyt tarkistuspisteet ovat; voi toistaa",
    "mapp eller fil med kontrollpunkter som förvarats på annat håll; kan upprepas",
    "a folder or file of checkpoints that were kept elsewhere; may be repeated",
)
KEY = Label(
    "julkinen avain tai sen tiedosto, johon luotetaan; ilman tätä avainkansiossa olevat; voi toistaa",
    "publik nyckel eller dess fil som är betrodd; annars de som ligger i nyckelmappen; kan upprepas",
    "a public key, or its file, to believe; without it those in the folder of keys; may be repeated",
)


@audit.verb(
    "verify",
    about=Label(
        "Tarkistaa, että kirjattu on ehjää ja sääntöjen mukaista.",
        "Kontrollerar att det registrerade är helt och enligt reglerna.",
        "Verifies that the record is whole and was made by the rules.",
    ),
    more=Label(
        "Ketju, todistepuu, skeema, johdetut näkymät, määräajat laskettuina uudelleen, ja jokainen tapahtuma "
        "ratkaistuna uudelleen menettelyn sääntöjen mukaan. `--checkpoints` vertaa lokia siihen, mitä siitä on nähty. "
        "Poikkeama päättää ohjelman koodilla 7.",
        "Kedjan, bevisträdet, schemat, vyerna, fristerna räknade på nytt, och varje händelse prövad på nytt enligt "
        "förfarandets regler. `--checkpoints` jämför loggen med vad som har setts av den. En avvikelse ger "
        "slutkoden 7.",
        "Chain, tree, schema, projections, deadlines reckoned again, and every event judged again by the rules of its "
        "procedure. `--checkpoints` holds the log against what was seen of it. A divergence ends with code 7.",
    ),
    examples=(
        "$ ohjaus audit verify",
        "$ ohjaus audit key init",
        "$ ohjaus audit checkpoint --out checkpoints",
        "$ ohjaus audit verify --checkpoints checkpoints --format json",
    ),
)
@option("--checkpoints", metavar="DIR", multiple=True, about=CHECKPOINTS)
@option("--key", "keys", metavar="VKEY", multiple=True, about=KEY)
def verify(run: Invocation, *, checkpoints: tuple[str, ...], keys: tuple[str, ...]) -> None:
    """Verifies the record."""
    from cli.audit.verification import verify as verify_record
    from cli.audit.verify_page import verify_page
    from cli.audit.witnessing import witnesses

    if keys and not checkpoints:
        # Nothing was signed that it could be held against: it would look as if the key had been believed.
        raise click.UsageError(run.words("evidence.key_alone"), click.get_current_context())
    found = verify_record(run, witnesses(checkpoints, keys))
    run.out.thing(found, lambda page: verify_page(run, found, page))
    if not found["ok"]:
        raise click.exceptions.Exit(BROKEN)
