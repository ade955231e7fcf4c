"""`incident bundle`: what whoever handles an incident asks for first, in one file and without any data of cases.

Each part is gathered by itself: what fails is told in its place, and the rest is gathered all the same, for a bundle is
most wanted of a log that does not open. Of findings only their codes and places go in, since their texts may quote what
is recorded; of events only the outside, and nobody's name; of settings no secret.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from cli.audit.verify_commands import CHECKPOINTS, KEY
from cli.frame.command import Noun, option
from engine.errors import Fault, OhjausError
from engine.law import Label

if TYPE_CHECKING:
    from cli.audit.witnessing import Witnesses
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page

FORMAT = 1
TAIL_EVENTS = 500
"""How many of the newest events are listed, by their outside."""

_PERSONAL = ("identity",)
"""What `doctor` finds of persons."""
_DISTRIBUTIONS = (
    *("ohjaus", "alembic", "apscheduler", "click", "cryptography", "jinja2", "joserfc", "msgspec", "platformdirs"),
    *("psycopg", "pyarrow", "pydantic", "python-calamine", "rich", "sqlalchemy", "structlog", "transitions", "tzdata"),
    *("uuid6", "xlsxwriter"),
)

incident = Noun(
    "incident",
    about=Label(
        "Poikkeaman selvittäminen: kaikki tarvittava yhteen tiedostoon.",
        "Utredning av en incident: allt som behövs i en fil.",
        "Looking into an incident: what is needed for it in one file.",
    ),
    examples=("$ ohjaus incident bundle --out incident.zip",),
)


@incident.verb(
    "bundle",
    about=Label(
        "Kokoaa versiot, lokin kohdan, tarkistuksen, uusimmat tapahtumat ulkoisesti ja koneen tiedot.",
        "Samlar versioner, loggens plats, kontrollen, de nyaste händelserna utifrån och uppgifter om datorn.",
        "Gathers versions, heads, verification, the newest events from outside, and facts of the machine.",
    ),
    more=Label(
        "Asioiden tietoja, henkilöiden nimiä ja salaisuuksia siinä ei ole. Tehdään myös lokista, joka ei aukea.",
        "Där finns inga uppgifter ur ärenden, inga personnamn och inga hemligheter. Görs även av en logg som inte går "
        "att öppna.",
        "There are no data of cases in it, no names of persons and no secrets. It is made of a log that does not open "
        "as well.",
    ),
    examples=("$ ohjaus incident bundle --out incident.zip", "$ ohjaus incident bundle --out second.zip --format json"),
)
@option("--out", required=True, metavar="ZIP", about=Label("tiedosto", "filen", "the file"))
@option("--checkpoints", metavar="DIR", multiple=True, about=CHECKPOINTS)
@option("--key", "keys", metavar="VKEY", multiple=True, about=KEY)
def bundle(run: Invocation, *, out: str, checkpoints: tuple[str, ...], keys: tuple[str, ...]) -> None:
    """Makes the bundle."""
    from cli.audit.witnessing import witnesses
    from store.backup import draft_in, publish, refuse_existing, refuse_own

    target = Path(out)
    refuse_existing(target)
    if isinstance(run.wiring.path, Path):
        refuse_own(run.wiring.path, target)
    started = monotonic()
    parts = gathered(run, witnesses(checkpoints, keys))
    if not run.dry_run:
        with draft_in(target.absolute().parent) as draft:
            _pack(draft, parts)
            publish(draft, target)
    heads, verification = json.loads(parts["heads.json"]), json.loads(parts["verification.json"])
    data = {
        "file": str(target.absolute()),
        "files": sorted(parts),
        "position": heads.get("position"),
        "verdict": verification.get("verdict"),
        "failed": _failure(parts["heads.json"]),
        "left_out": left_out(parts),
        "seconds": round(monotonic() - started, 1),
        "rehearsed": run.dry_run,
    }
    run.out.thing(data, lambda page: _page(run, data, page))


def _page(run: Invocation, data: Mapping[str, Any], page: Page) -> None:
    words = run.words
    page.title(words("upkeep.incident.would" if run.dry_run else "upkeep.incident.made", path=data["file"]))
    if data["failed"]:
        page.item(words("upkeep.incident.unreadable", code=data["failed"]), mark="!", tone="bad")
    for one in data["left_out"]:
        page.item(words("upkeep.incident.left_out", file=one["file"], code=one["code"]), mark="!", tone="warn")
    for name in ("verdict", "position", "seconds"):
        page.field(words(f"upkeep.incident.{name}"), str(data[name] if data[name] is not None else "–"))
    page.field(words("upkeep.incident.files"), ", ".join(data["files"]))
    page.say(words("upkeep.incident.advice"))
    why = dict.fromkeys(one["code"] for one in data["left_out"])
    # Verifying needs the whole log, and is refused to a county's reader.
    verifying = [] if "part-only" in why else [run.command("audit", "verify")]
    page.then(*(run.command("explain", code) for code in why), *verifying)


def gathered(run: Invocation, witnesses: Witnesses | None) -> dict[str, bytes]:
    """Gives the files of a bundle by their names, with a manifest that names the SHA-256 of each."""
    log = _Log()
    gatherers: dict[str, Callable[[], object]] = {
        "machine.json": lambda: _machine(run),
        "versions.json": _versions,
        "settings.json": lambda: _settings(run),
        "heads.json": lambda: log.asked(lambda: _heads(run)),
        "verification.json": lambda: log.asked(lambda: _verification(run, witnesses)),
        "doctor.json": lambda: _doctor(run, log.silent),
        "newest-events.json": lambda: log.asked(lambda: list(_tail(run))),
        "checkpoints.json": lambda: log.asked(lambda: _checkpoints(run, witnesses)),
    }
    parts, seconds = {}, {}
    for name, gather in gatherers.items():
        begun = monotonic()
        parts[name] = _bytes(_tried(gather))
        seconds[name] = round(monotonic() - begun, 2)
    manifest = {
        "format": FORMAT,
        "made_at": run.wiring.clock.now().isoformat(),
        "clock": run.wiring.clock.kind,
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()},
        "left_out": left_out(parts),
        "seconds": seconds,
    }
    return {**parts, "manifest.json": _bytes(manifest)}


def left_out(parts: Mapping[str, bytes]) -> list[dict[str, str]]:
    """Gives the files of a bundle that hold no more than why they could not be gathered, each with that code."""
    failures = ((name, _failure(content)) for name, content in parts.items())
    return [{"file": name, "code": code} for name, code in failures if code is not None]


def _failure(content: bytes) -> str | None:
    found = json.loads(content)
    return str(found["failed"]["code"]) if isinstance(found, dict) and isinstance(found.get("failed"), dict) else None


class _Log:
    """The log that is asked again and again; for a server that does not answer it is waited once in all."""

    def __init__(self) -> None:
        self.silent: OhjausError | None = None

    def asked(self, gather: Callable[[], object]) -> object:
        """Gives what is gathered of the log, and fails at once where its server was silent before."""
        if self.silent is not None:
            raise self.silent
        try:
            return gather()
        except OhjausError as error:
            self.silent = error if error.code == "server-silent" else None
            raise


def _tried(gather: Callable[[], object]) -> object:
    try:
        return gather()
    except OhjausError as error:
        return {"failed": {"code": error.code, "kind": type(error).__name__}}
    except Exception as error:  # noqa: BLE001 - whatever is wrong with the log or the machine, the rest is gathered
        # Its text may quote what is recorded.
        return {"failed": {"code": "unexpected", "kind": type(error).__name__}}


def _machine(run: Invocation) -> dict[str, Any]:
    from store import location

    clock, path = run.wiring.clock, run.wiring.path
    facts: dict[str, Any] = {
        "node": platform.node(),
        "platform": platform.platform(),
        "machine": platform.machine(),
        "cpus": os.cpu_count(),
        "encoding": sys.getfilesystemencoding(),
        "now": clock.now().isoformat(),
        "clock": clock.kind,
        "log": str(path),
    }
    if isinstance(path, Path):
        facts["files"] = [_file(one) for one in (path, *location.companions(path)) if one.exists()]
        nearest = next(one for one in (path.absolute().parent, *path.absolute().parents) if one.exists())
        room = os.statvfs(nearest) if hasattr(os, "statvfs") else None
        facts["disk_free_bytes"] = room.f_bavail * room.f_frsize if room else None
    return facts


def _file(path: Path) -> dict[str, Any]:
    found = path.stat()
    return {
        "file": str(path),
        "bytes": found.st_size,
        "mode": f"{found.st_mode & 0o7777:04o}",
        "modified": found.st_mtime,
    }


def _versions() -> dict[str, Any]:
    import sqlite3
    from importlib.metadata import PackageNotFoundError, version

    from store.schema import EXPECTED_REVISION

    found: dict[str, str | None] = {}
    for name in _DISTRIBUTIONS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = None
    return {
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "sqlite": sqlite3.sqlite_version,
        "schema": EXPECTED_REVISION,
        "packages": found,
    }


def _settings(run: Invocation) -> dict[str, Any]:
    from store.postgres.address import told

    return {
        "settings": [
            {
                "name": one.name,
                "value": told(one.value) if one.value and one.name == "db" else one.value,
                "origin": one.origin,
                "where": one.where,
            }
            for one in run.settings.all()
        ],
        # That a variable is set may matter; what it holds may be a secret.
        "variables": sorted(name for name in os.environ if name.startswith(("OHJAUS_", "PG"))),
    }


def _heads(run: Invocation) -> dict[str, Any]:
    from store.evidence.archive import pass_over
    from store.evidence.checkpoint import schema_fingerprint
    from store.heartbeat import Heartbeats
    from store.migrate import applied

    with run.record() as record:
        opened = record.opened
        identity, head, passed = opened.identity, opened.log.head(), pass_over(opened.log)
        return {
            "log_id": identity.log_id,
            "created_at": identity.created_at,
            "production": identity.production,
            "position": head.position,
            "head": head.hash,
            "root": passed.root.hex(),
            "size": passed.size,
            "revision": applied(opened.database),
            "schema": schema_fingerprint(opened.database),
            "projections": [
                {"name": one.name, "state": one.state, "position": one.position}
                for one in opened.projections.standings()
            ],
            "schedulers": [
                {
                    "scheduler": one.scheduler,
                    "kind": one.kind,
                    "software": one.software,
                    "beat_at": one.beat_at.isoformat(),
                    "fired": one.fired,
                    "doubt": one.doubt,
                    "stopped": one.stopped_at is not None,
                }
                for one in Heartbeats(opened.database).all()
            ],
        }


def _verification(run: Invocation, witnesses: Witnesses | None) -> dict[str, Any]:
    from cli.audit.verification import NAMES, verify

    found = verify(run, witnesses)
    checks = {name: _outside(found[name]) if found[name] is not None else None for name in NAMES}
    return {"ok": found["ok"], "verdict": found["verdict"], "events": found["events"], "checks": checks}


def _outside(check: Mapping[str, Any]) -> dict[str, Any]:
    """Gives a check without the texts of its findings, which may quote what is recorded."""
    fault = check["first_fault"]
    kept = ("ok", "checked", "faults", "size", "root", "unwitnessed_events", "age_seconds", "rolled_back")
    shown = {name: check[name] for name in kept if name in check}
    return {**shown, "first_fault": {"code": fault["code"], "where": fault["where"]} if fault else None}


def _doctor(run: Invocation, closed: OhjausError | None) -> list[dict[str, Any]]:
    from cli.upkeep.doctor import findings

    return [
        {"name": one.name, "outcome": one.outcome, "verdict": one.verdict}
        for one in findings(run, closed)
        if one.name not in _PERSONAL
    ]


def _tail(run: Invocation) -> Iterator[dict[str, Any]]:
    with run.record() as record:
        log = record.opened.log
        for event in log.read(after_position=max(0, log.head().position - TAIL_EVENTS)):
            if not record.veil.sees(event.stream):
                continue
            yield {
                "position": event.position,
                "case": event.stream,
                "version": event.version,
                "event": event.event_id,
                "type": event.type,
                "recorded_at": event.recorded_at.isoformat(),
                "identity": event.recorded_by.identity,
                "role": event.recorded_by.role,
                "organisation": event.recorded_by.organisation,
                "hash": log.hash_at(event.position),
            }


def _checkpoints(run: Invocation, witnesses: Witnesses | None) -> list[dict[str, Any]]:
    from cli.upkeep.witnessed import witnesses_of
    from store.evidence.checkpoint import origin_of

    with run.record() as record:
        own = witnesses_of(origin_of(record.opened.identity), ())
    found = (*(witnesses.found if witnesses else ()), *own)
    return [
        {
            "file": one.place,
            "origin": one.checkpoint.origin if one.checkpoint else None,
            "size": one.checkpoint.size if one.checkpoint else None,
            "root": one.checkpoint.root.hex() if one.checkpoint else None,
            "time": one.checkpoint.time.isoformat() if one.checkpoint else None,
            "signed_by": [str(key) for key in one.signers],
            "fault": one.fault.code if one.fault else None,
        }
        for one in found
    ]


def _bytes(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _pack(draft: Path, parts: Mapping[str, bytes]) -> None:
    try:
        with (
            os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "wb") as file,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed,
        ):
            for name, content in sorted(parts.items()):
                packed.writestr(name, content)
    except OSError as error:
        raise Fault(
            "cannot-create", f"{draft.parent} cannot be written to: {error.strerror}.", details={"path": str(draft)}
        ) from error
