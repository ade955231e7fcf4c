"""`audit key init` and `audit key show`: the key that signs checkpoints, and the keys that are believed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.audit.noun import audit
from cli.frame.command import Noun, option
from engine.errors import InputRejected, OhjausError, Refused
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page

key = Noun(
    "key",
    about=Label(
        "Avaimet, joilla tarkistuspisteet allekirjoitetaan ja tarkistetaan.",
        "Nycklarna som kontrollpunkter undertecknas och kontrolleras med.",
        "The keys that checkpoints are signed and checked with.",
    ),
    examples=("$ ohjaus audit key init", "$ ohjaus audit key show"),
)
audit.add_command(key)

_PLAIN = re.compile("[A-Za-z0-9._-]+")
"""A part of what a new key may be called, `example.org/registry`. A key that is there already is read as it is."""


@key.verb(
    "init",
    about=Label(
        "Luo allekirjoitusavaimen ja näyttää sen julkisen puolen.",
        "Skapar en nyckel att underteckna med och visar dess publika del.",
        "Makes a key to sign with, and shows its public half.",
    ),
    more=Label(
        "Yksityinen avain kirjoitetaan vain sinun luettavaksesi asetuskansioosi, ei koskaan tietokantaan eikä "
        "näytölle. Nimeksi tulee lokin nimi, ellei muuta anneta.",
        "Den privata nyckeln skrivs så att bara du kan läsa den i din mapp för inställningar, aldrig i databasen och "
        "aldrig på skärmen. Den får loggens namn om inget annat anges.",
        "The private key is written into your settings folder, for you alone to read, never into the database and "
        "never onto the screen. It is named as the log unless you say otherwise.",
    ),
    examples=("$ ohjaus audit key init", "$ ohjaus audit key init --name example.org/registry"),
    writes=True,
)
@option(
    "--name",
    metavar="NAME",
    about=Label(
        "avaimen nimi: A–Z, a–z, 0–9, . _ - ja / osien välissä",
        "nyckelns namn: A–Z, a–z, 0–9, . _ - och / mellan delarna",
        "the key's name: A–Z, a–z, 0–9, . _ - and / between its parts",
    ),
)
def init(run: Invocation, *, name: str | None) -> None:
    """Makes a key.

    Raises:
        InputRejected: `key-name-odd`.
        Refused: `key-exists`, or `key-name-alike` where the file that it would lie in is that of another name.
    """
    from cli.audit.witnessing import keys_folder
    from store.evidence.keys import key_file, refuse_existing, write_key
    from store.evidence.note import new_signer

    if name is not None and not all(_PLAIN.fullmatch(part) and part.strip(".") for part in name.split("/")):
        raise InputRejected(
            "key-name-odd",
            f"{name!r} is no name for a key. It is written with A–Z, a–z, 0–9, '.', '_' and '-'; '/' may part it, and "
            "no part is empty or of dots only.",
            try_next="ohjaus audit key init --name example.org/registry",
            details={"given": name},
        )
    made = new_signer(_name_of_log(run) if name is None else name)
    path = key_file(keys_folder(), made.name)
    _refuse_alike(path, made.name)
    if run.dry_run:
        refuse_existing(path)
    else:
        write_key(path, made)
    data: dict[str, Any] = {
        "name": made.name,
        # The public half of a key that is thrown away would only mislead.
        "vkey": None if run.dry_run else str(made.verifier),
        "file": str(path),
        "mode": "0600",
        "rehearsed": run.dry_run,
    }

    def page(filled: Page) -> None:
        words = run.words
        filled.title(words("evidence.key.would_make" if run.dry_run else "evidence.key.made", name=made.name))
        filled.field(words("evidence.key.file"), str(path))
        if data["vkey"]:
            filled.field(words("evidence.key.vkey"), data["vkey"], "strong")
            filled.say(words("evidence.key.advice"))
        filled.then(run.command("audit", "checkpoint", "--out", "DIR"))

    run.out.thing(data, page)


def _refuse_alike(path: Path, name: str) -> None:
    """Makes sure that no key of another name lies in the file: each of the two would be taken for the other."""
    from store.evidence.keys import read_key

    try:
        there = read_key(path).name
    except OhjausError:  # none, or none that can be read: what is at the path is left alone in any case
        return
    if there != name:
        raise Refused(
            "key-name-alike",
            f"A key called {name} would lie in the same file as the key {there}: the file's name has _ in place of /. "
            "Nothing was written; choose a name that differs in more.",
            try_next="ohjaus audit key show",
            details={"name": name, "there": there, "path": str(path)},
        )


def _name_of_log(run: Invocation) -> str:
    from store.evidence.checkpoint import origin_of

    with run.record() as record:
        return origin_of(record.opened.identity)


@key.verb(
    "show",
    about=Label(
        "Näyttää julkiset avaimet, joihin tällä koneella luotetaan.",
        "Visar de publika nycklar som den här datorn litar på.",
        "Shows the public keys that are believed on this machine.",
    ),
    more=Label(
        "Omat avaimesi ja ne, jotka olet saanut muilta ja tallentanut samaan kansioon `.vkey`-tiedostoina.",
        "Dina egna nycklar och de som du har fått av andra och sparat i samma mapp som `.vkey`-filer.",
        "Your own keys, and those that others gave you and you saved in the same folder as `.vkey` files.",
    ),
    examples=("$ ohjaus audit key init", "$ ohjaus audit key show"),
)
def show(run: Invocation) -> None:
    """Shows the public keys."""
    from cli.audit.witnessing import keys_folder
    from store.evidence.keys import SUFFIX, verifier_files
    from store.evidence.note import parse_verifier
    from store.evidence.witness import read_note

    folder = keys_folder()
    rows: list[dict[str, Any]] = []
    for path in verifier_files(folder):
        found = parse_verifier(read_note(path).decode(errors="replace").strip())
        rows.append(
            {"name": found.name, "vkey": str(found), "file": str(path), "signs": path.with_suffix(SUFFIX).exists()}
        )

    def page(filled: Page) -> None:
        words = run.words
        filled.title(words("evidence.key.heading") if rows else words("evidence.key.none"))
        for row in rows:
            filled.heading(f"{row['name']} ({words('evidence.key.own' if row['signs'] else 'evidence.key.others')})")
            filled.field(words("evidence.key.vkey"), row["vkey"], "strong")
            filled.field(words("evidence.checkpoint.file"), str(Path(row["file"])))
        own = any(row["signs"] for row in rows)
        filled.then(run.command("audit", "checkpoint", "--out", "DIR") if own else run.command("audit", "key", "init"))

    run.out.thing({"folder": str(folder), "keys": rows}, page)
