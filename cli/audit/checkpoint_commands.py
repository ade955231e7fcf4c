"""`audit checkpoint`: signs where the log stands, for somebody else to keep."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.audit.noun import audit
from cli.frame.command import option
from engine.law import Label

if TYPE_CHECKING:
    from cli.audit.witnessing import Signed
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from store.evidence.note import VerifierKey
    from store.evidence.witness import Witness

SIGN_WITH = Label(
    "avaimen nimi tai tiedosto; ilman tätä lokin niminen tai ainoa",
    "nyckelns namn eller fil; annars den som heter som loggen, eller den enda",
    "a key's name or file; without it the one named as the log, or the only one",
)


@audit.verb(
    "checkpoint",
    about=Label(
        "Allekirjoittaa, missä loki on, muiden säilytettäväksi.",
        "Undertecknar var loggen står, för andra att förvara.",
        "Signs where the log stands, for others to keep.",
    ),
    more=Label(
        "Tiedosto on C2SP-muotoinen tarkistuspiste: loki, tapahtumien määrä, todistepuun juuri, ketjun kohta. Ennen "
        "allekirjoitusta loki tarkistetaan ja verrataan aiempiin tarkistuspisteisiin; ristiriita päättää koodilla 7.",
        "Filen är en kontrollpunkt i formen C2SP: loggen, antalet händelser, bevisträdets rot, kedjans läge. Före "
        "undertecknandet kontrolleras loggen och jämförs med tidigare kontrollpunkter; en motsägelse ger slutkoden 7.",
        "The file is a checkpoint in the C2SP format: the log, how many events, the root of the tree, where the chain "
        "stands. Before signing the log is checked and held against earlier checkpoints; a contradiction ends with 7.",
    ),
    examples=(
        "$ ohjaus audit key init",
        "$ ohjaus audit checkpoint",
        "$ ohjaus audit checkpoint --out checkpoints",
    ),
    writes=True,
)
@option(
    "--out",
    metavar="DIR|FILE",
    about=Label(
        "kansio tai `.note`-tiedosto; ilman tätä näytölle",
        "mapp eller `.note`-fil; annars på skärmen",
        "a folder or a `.note` file; without it onto the screen",
    ),
)
@option("--sign-with", metavar="KEY", about=SIGN_WITH)
def checkpoint(run: Invocation, *, out: str | None, sign_with: str | None) -> None:
    """Signs a checkpoint."""
    from cli.audit.witnessing import own_signer, signed_checkpoint
    from store.evidence.checkpoint import origin_of

    target = None if out is None else Path(out)
    with run.record() as record, record.opened.database.snapshot():
        signer = own_signer(origin_of(record.opened.identity), sign_with)
        kept = _kept(target, signer.signer.verifier)
        signed = signed_checkpoint(record.opened, run.wiring.clock, signer, kept, rehearse=run.dry_run)
    same = next((one for one in kept if one.checkpoint and one.checkpoint.size == signed.checkpoint.size), None)
    file = Path(same.place) if same else _file(target, signed.checkpoint.size)
    if file is not None and not same and not run.dry_run:
        _write(file, signed.note)
    data = _shape(signed, file, made=not same and not run.dry_run, rehearsed=run.dry_run)
    if file is None and run.out.for_people and not run.dry_run:
        run.out.raw(signed.note.decode())
        run.out.hint(run.words("evidence.checkpoint.advice"))
        return
    run.out.thing(data, lambda page: _page(run, data, page, already=same is not None))


def _kept(target: Path | None, own: VerifierKey) -> tuple[Witness, ...]:
    """Gives the checkpoints that the target folder holds already: a new one must not contradict them."""
    from cli.audit.witnessing import believed_keys
    from store.evidence.witness import SUFFIX, note_files, read_note, witness

    if target is None or not target.is_dir() or not any(target.glob(f"*{SUFFIX}")):
        return ()
    keys = tuple(dict.fromkeys((own, *believed_keys(()))))
    return tuple(witness(str(path), read_note(path), keys) for path in note_files([target]))


def _file(target: Path | None, size: int) -> Path | None:
    from store.evidence.witness import SUFFIX

    if target is None or (target.suffix == SUFFIX and not target.is_dir()):
        return target
    return target / f"{size}{SUFFIX}"


def _write(file: Path, note: bytes) -> None:
    from engine.errors import Refused
    from store.evidence.keys import cannot_create, write_once

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_once(file, note)
    except FileExistsError as error:
        raise Refused(
            "file-exists",
            f"There is something at {file} already. It was left as it is.",
            try_next="name another place",
            details={"path": str(file)},
        ) from error
    except OSError as error:
        raise cannot_create(file, error) from error


def _shape(signed: Signed, file: Path | None, *, made: bool, rehearsed: bool) -> dict[str, Any]:
    found = signed.checkpoint
    return {
        "origin": found.origin,
        "size": found.size,
        "root": found.root.hex(),
        "chain": found.chain,
        "schema": found.schema,
        "time": found.time.isoformat(),
        "clock": found.clock,
        "production": found.production,
        "key": signed.key.name,
        "vkey": str(signed.key),
        "file": None if file is None else str(file),
        "made": made,
        "rehearsed": rehearsed,
        "note": None if rehearsed else signed.note.decode(),
    }


def _page(run: Invocation, data: dict[str, Any], page: Page, *, already: bool) -> None:
    words = run.words
    title = "already" if already else "would_make" if data["rehearsed"] else "made"
    page.title(words(f"evidence.checkpoint.{title}", size=data["size"]))
    if data["file"]:
        page.field(words("evidence.checkpoint.file"), data["file"], "strong")
    for name in ("origin", "root", "chain"):
        page.field(words(f"evidence.checkpoint.{name}"), data[name])
    page.field(words("evidence.checkpoint.signer"), data["vkey"])
    page.say(words("evidence.checkpoint.advice"))
    if data["file"] and not data["rehearsed"]:
        page.then(run.command("audit", "verify", "--checkpoints", str(Path(data["file"]).parent)))
