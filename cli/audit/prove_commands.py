"""`audit prove CASE`: the case's events, exactly as recorded, with proofs that they stand in the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.audit.checkpoint_commands import SIGN_WITH
from cli.audit.noun import audit
from cli.audit.verify_commands import KEY
from cli.case.noun import case_argument
from cli.frame.command import option
from cli.rights.with_secret import with_secret_option
from engine.law import Label

if TYPE_CHECKING:
    from cli.audit.witnessing import Signed
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page
    from engine.envelope import Envelope
    from store.evidence.bundle import Written
    from store.evidence.proof import ProvedEvent
    from store.open_log import OpenLog


@audit.verb(
    "prove",
    about=Label(
        "Todistaa asian tapahtumat paljastamatta muita.",
        "Bevisar händelserna i ett ärende utan att röja andra.",
        "Proves the events of a case without disclosing others.",
    ),
    more=Label(
        "Tapahtumat ovat tarkalleen sellaisina kuin ne kirjattiin, ja jokaisella on polku allekirjoitetun "
        "tarkistuspisteen juureen. `--out` kirjoittaa paketin, jonka saaja tarkistaa ilman tätä ohjelmaa. Ilman "
        "`--checkpoint` allekirjoitetaan uusi.",
        "Händelserna är exakt som de registrerades, var och en med en väg till den undertecknade kontrollpunktens rot. "
        "`--out` skriver ett paket som mottagaren kontrollerar utan det här programmet. Utan `--checkpoint` "
        "undertecknas en ny.",
        "The events are exactly as they were recorded, each with a path to the root of a signed checkpoint. `--out` "
        "writes a bundle that is checked without this software. Without `--checkpoint` a new one is signed.",
    ),
    examples=(
        "$ ohjaus audit key init",
        "$ ohjaus audit prove evaluation-15-2025",
        "$ ohjaus audit prove evaluation-15-2025 --out proof.zip",
        "$ ohjaus audit checkpoint --out checkpoints",
        "$ ohjaus audit prove evaluation-15-2025 --older checkpoints --out proof",
    ),
)
@case_argument()
@option(
    "--out",
    metavar="DIR|ZIP",
    about=Label(
        "kansio tai `.zip`, johon paketti kirjoitetaan",
        "mapp eller `.zip` där paketet skrivs",
        "the folder or `.zip` to write the bundle to",
    ),
)
@option(
    "--checkpoint",
    "given",
    metavar="NOTE",
    about=Label(
        "todistetaan tätä säilytettyä tarkistuspistettä vasten",
        "bevisas mot denna förvarade kontrollpunkt",
        "prove against this checkpoint that was kept",
    ),
)
@option(
    "--older",
    metavar="NOTE",
    about=Label(
        "aiempi tarkistuspiste; pakettiin tulee todistus, että loki on vain kasvanut",
        "en tidigare kontrollpunkt; paketet bevisar att loggen bara har vuxit",
        "an earlier checkpoint; the bundle proves that the log only grew since",
    ),
)
@option("--key", "keys", metavar="VKEY", multiple=True, about=KEY)
@option("--sign-with", metavar="KEY", about=SIGN_WITH)
@with_secret_option
def prove(
    run: Invocation,
    *,
    case_id: str,
    out: str | None,
    given: str | None,
    older: str | None,
    keys: tuple[str, ...],
    sign_with: str | None,
    with_secret: bool,
) -> None:
    """Proves a case."""
    from cli.audit.export.disclosure import parted
    from cli.audit.witnessing import believed_keys, bundle_contents, given_checkpoint
    from cli.case.refs import load
    from store.evidence.bundle import refuse_existing, write_part
    from store.evidence.proof import prove_events

    target = None if out is None else Path(out)
    if target is not None:
        refuse_existing(target)
    with run.record(with_secret=with_secret) as record, record.opened.database.snapshot():
        opened = record.opened
        events = load(record, case_id, run.as_of)[1].events
        signed = _signed(run, opened, given, keys, sign_with)
        before = given_checkpoint(opened, _newest_of(Path(older)), believed_keys(keys)) if older else None
        within, beyond = _parted(events, signed.checkpoint.size)
        disclosed, withheld = parted(event for event in events if event.position in within)
        contents = replace(bundle_contents(opened, signed, before), withheld=withheld)
        proved = prove_events(opened.log, disclosed, signed.checkpoint)
        written = None if target is None or run.dry_run else write_part(target, proved, contents)
    data = {
        "case": events[0].stream,
        "origin": signed.checkpoint.origin,
        "size": signed.checkpoint.size,
        "root": signed.checkpoint.root.hex(),
        "key": str(signed.key),
        "note": signed.note.decode(),
        "events": [_event_shape(one) for one in proved],
        "unwitnessed": beyond,
        "withheld": [one.as_data() for one in withheld],
        "consistency": contents.consistency.as_data() if contents.consistency else None,
        "out": None if out is None else out,
        "files": written.files if written else {},
        "rehearsed": run.dry_run,
    }
    told = {event.position: event for event in events}
    run.out.thing(data, lambda page: _page(run, data, [(one, told[one.position]) for one in proved], written, page))


def _signed(run: Invocation, opened: OpenLog, given: str | None, keys: Sequence[str], sign_with: str | None) -> Signed:
    from cli.audit.witnessing import believed_keys, given_checkpoint, own_signer, signed_checkpoint
    from store.evidence.checkpoint import origin_of

    if given is not None:
        return given_checkpoint(opened, Path(given), believed_keys(keys))
    signer = own_signer(origin_of(opened.identity), sign_with)
    return signed_checkpoint(opened, run.wiring.clock, signer, rehearse=run.dry_run)


def _newest_of(place: Path) -> Path:
    """Gives a note's own file, or the note of the largest size in a folder."""
    from store.evidence.witness import note_files

    return note_files([place])[-1]


def _parted(events: Sequence[Envelope], size: int) -> tuple[list[int], list[int]]:
    """Gives the positions that the checkpoint saw, and those that are newer.

    Raises:
        Refused: `event-unwitnessed`, it saw none of them.
    """
    from engine.errors import Refused

    within = [event.position for event in events if event.position <= size]
    beyond = [event.position for event in events if event.position > size]
    if not within:
        raise Refused(
            "event-unwitnessed",
            f"Event {beyond[0]} is newer than the checkpoint, which saw {size} events.",
            try_next="ohjaus audit checkpoint",
            details={"position": beyond[0], "size": size},
        )
    return within, beyond


def _event_shape(event: ProvedEvent) -> dict[str, Any]:
    return {
        "position": event.position,
        "leaf": event.hash,
        "path": [step.hex() for step in event.path],
        "canonical": event.canonical.decode(),
    }


def _page(
    run: Invocation,
    data: dict[str, Any],
    proved: Sequence[tuple[ProvedEvent, Envelope]],
    written: Written | None,
    page: Page,
) -> None:
    from cli.audit.replay_view import type_label

    words = run.words
    title = "would_write" if data["rehearsed"] else "title"
    page.title(words(f"evidence.prove.{title}", case=data["case"], events=len(proved), size=data["size"]))
    page.field(words("evidence.checkpoint.origin"), data["origin"])
    page.field(words("evidence.checkpoint.root"), data["root"])
    page.field(words("evidence.checkpoint.signer"), data["key"])
    for proof, event in proved:
        label = type_label(run, event.declaration, event.type)
        steps = words("evidence.prove.steps", steps=len(proof.path))
        under = [proof.hash, steps] if run.verbose else ()
        page.item(f"{event.position}  {words.date(event.effective_on)}  {label}", mark="✓", under=under)
    if data["withheld"]:
        positions = ", ".join(str(one["position"]) for one in data["withheld"])
        page.say(words("publicity.withheld", positions=positions), "warn")
    if data["unwitnessed"]:
        page.say(words("evidence.prove.unwitnessed", positions=", ".join(map(str, data["unwitnessed"]))), "warn")
    if written is not None:
        page.field(words("evidence.prove.written"), str(written.path), "strong")
        page.say(words("evidence.prove.advice"))
    else:
        page.then(run.command("audit", "prove", data["case"], "--out", f"{data['case']}.zip"))
    page.then(run.command("audit", "replay", data["case"]))
