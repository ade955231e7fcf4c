"""The entrances: where something comes in, what good input looks like, and how it is brought there."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult
from zlib import crc32

import click
import pytest

from cli.audit.witnessing import keys_folder
from cli.frame.settings import user_file
from cli.identity.device import wait
from cli.identity.issuer import Issuer
from cli.identity.token_file import token_file
from cli.main import ohjaus
from tests.faults.ledger import CannotRun
from tests.faults.mutating import mutated, mutated_json, mutated_tree, mutated_words, mutated_zip
from tests.test_cli.conftest import invoke
from tests.test_identity.signing import encoded, key

CASE = "evaluation-15-2025"
NOW = ("--now", "2026-11-22T12:00:00+02:00")

Content = bytes | tuple[str, ...]
"""What is brought: the bytes of a file, or words that are typed."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """A way in.

    `bring` puts an input in its place and gives the words of the command that takes it in; `draw` makes one; a
    `foreign_record` may be found to be broken. Where there are several things to spoil, `parts` holds each as it is
    when it is good. `allowed` are exit codes beyond those that any bad input may be answered with; `stand_in` puts
    something in the place of what is outside of this machine.
    """

    bring: Callable[[Content], Sequence[str]]
    draw: Callable[[random.Random], Content]
    good: bytes = b""
    foreign_record: bool = False
    parts: Mapping[str, bytes] = field(default_factory=dict)
    allowed: frozenset[int] = frozenset()
    stand_in: Callable[[pytest.MonkeyPatch], None] = lambda _: None


def from_file(place: Path, good: bytes, draw: Callable[[random.Random], bytes], *words: str) -> Entrance:
    """An entrance whose input is a file."""

    def bring(content: Content) -> Sequence[str]:
        assert isinstance(content, bytes)
        place.write_bytes(content)
        return words

    return Entrance(bring, draw, good)


def one_of(parts: Mapping[str, bytes], bring: Callable[[str, bytes], Sequence[str]], **more: Any) -> Entrance:
    """An entrance of several parts, of which an input spoils one: its name and a line's end stand before it."""

    def draw(dice: random.Random) -> Content:
        name = dice.choice(sorted(parts))
        return name.encode() + b"\n" + mutated(dice, parts[name])

    def brought(content: Content) -> Sequence[str]:
        assert isinstance(content, bytes)
        name, _, spoilt = content.partition(b"\n")
        return bring(name.decode(), spoilt)

    return Entrance(brought, draw, parts=parts, **more)


def chosen(content: bytes, ways: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """One of several commands, which follows from the input alone."""
    return ways[crc32(content) % len(ways)]


NOT_HERE = {"completion", "config", "demo", "doctor", "schedule"}
"""Nouns that act on the machine and not on a log, or that go on until they are stopped."""

VALUES = (
    *(CASE, "evaluation", "evaluation@2025-01-01", "group_met", "start_decided", "criteria_noted"),
    *("legislation-fi-2026", "2026-03-02", "2025-06-17", "0001-01-01", "9999-12-31", "2026-02-30"),
    *("2026-03-02T12:00Z", "2026-12", "0", "7", "-1", "99999999999999999999", "01", "Lappi", "Kainuu", "VM", "vm"),
    *("fi", "sv", "json", "csv", "table", "plain", "jsonl", "-", "gates=E2,E3", "members=[[]]", "text="),
    *("report=VM/1", "report=@x", "=", "@", "https://", "", " ", "\x00", "\u202e"),
    *("x.xlsx", "out", "log.db", "5", "1000000", "state", "few", "county"),
)


def commands(group: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yields every command with the options that it knows."""
    if isinstance(group, click.Group):
        context = click.Context(group)
        for name in group.list_commands(context):
            found = group.get_command(context, name)
            if found is not None and (path or name not in NOT_HERE):
                yield from commands(found, (*path, name))
    else:
        yield path, tuple(option for one in group.params for option in one.opts if option.startswith("-"))


def options(known: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> list[str]:
    """Gives every option of any command."""
    return sorted({one for _, several in known for one in several} | {"--format", "--known-at", "--as", "--lang"})


def arguments(folder: Path) -> Entrance:
    """The command line: every command, with options of its own and of others."""
    del folder
    known = list(commands(ohjaus))
    every = options(known)

    def draw(chance: random.Random) -> Content:
        path, own = chance.choice(known)
        return (*path, *mutated_words(chance, [*own, *own, *VALUES, chance.choice(every)]))

    def bring(content: Content) -> Sequence[str]:
        assert isinstance(content, tuple)
        return content

    # An input may turn rights on, and those that follow are then denied what was free before.
    return Entrance(bring, draw, allowed=frozenset({4}))


def json_data(folder: Path) -> Entrance:
    """The data of an act as JSON."""
    good: Mapping[str, object] = {"text": "a made-up note"}
    words = ("case", "advance", CASE, "noted", "--on", "2026-03-02", "--json", "act.json", *NOW)
    return from_file(folder / "act.json", b"", lambda dice: mutated_json(dice, good), *words)


def figures(folder: Path) -> Entrance:
    """The figures of a calculation as JSON."""
    good = {"service_endangered_years": [2024], "borrowing_authority_changed_on": "2025-05-28"}
    words = ("figures", "check", "Lappi", "--on", "2025-06-17", "--json", "figures.json", *NOW)
    return from_file(folder / "figures.json", b"", lambda dice: mutated_json(dice, good), *words)


def history(folder: Path) -> Entrance:
    """A history file as TOML."""
    whole = (files("procedures") / "real_history.toml").read_text(encoding="utf-8")
    facts = [f"[[fact]]{fact}".encode() for fact in whole.split("[[fact]]")[1:]]

    def draw(dice: random.Random) -> bytes:
        chosen = sorted(dice.sample(range(len(facts)), 3))
        return mutated(dice, b"".join(facts[number] for number in chosen))

    words = ("import", "history.toml", *NOW)
    return from_file(folder / "history.toml", b"".join(facts[:3]), draw, *words)


def settings(folder: Path) -> Entrance:
    """The file of settings as TOML."""
    del folder
    place = user_file()
    place.parent.mkdir(parents=True, exist_ok=True)
    good = b'lang = "sv"\nformat = "json"\ncolor = "never"\nas = "vm"\n'
    return from_file(place, good, lambda dice: mutated(dice, good), "actor", "list", *NOW)


def workbook(folder: Path) -> Entrance:
    """A county's workbook as XLSX."""
    month = ("--month", "2027-02", "--county", "Kainuu", "--now", "2026-11-20")
    made: tuple[tuple[str, ...], ...] = (("open", "--on", "2026-11-20"), ("template", "--out", "good.xlsx"))
    for verb in made:
        done = invoke("collect", *verb, *month)
        if done.exit_code:
            raise CannotRun(f"no workbook can be made: {done.stderr.strip()[-300:]}")
    good = (folder / "good.xlsx").read_bytes()
    words = ("collect", "import", "kainuu.xlsx", "--on", "2026-11-22", *NOW)
    return from_file(folder / "kainuu.xlsx", good, lambda dice: mutated_zip(dice, good), *words)


def short_log(folder: Path, *then: tuple[str, ...]) -> None:
    """A log of one case in the place of the other, which is quickly verified; and what is to be done with it."""
    for there in folder.glob("log.db*"):
        there.unlink()
    opening = ("case", "start", "evaluation", "--subject", "Kainuu", "--on", "2026-03-02")
    why = ("--doc", "calculation=VM/1/2026", "--set", "gates=E2,E3", "--set", "accounts_years=2023,2024", *NOW)
    for words in (("init",), (*opening, *why), *then):
        done = invoke(*words)
        assert done.exit_code == 0, done.stderr


def checkpoint(folder: Path) -> Entrance:
    """A checkpoint of a short log that was kept elsewhere."""
    short_log(folder, ("audit", "key", "init"), ("audit", "checkpoint", "--out", "good.note"))
    good = (folder / "good.note").read_bytes()
    kept = from_file(
        folder / "kept.note",
        good,
        lambda dice: mutated(dice, good, huge=False),
        *("audit", "verify", "--checkpoints", "kept.note"),
    )
    return Entrance(kept.bring, kept.draw, good, foreign_record=True)


def keys(folder: Path) -> Entrance:
    """The private key, its public half, and what the key remembers to have signed; and a public key that is typed."""
    short_log(folder, ("audit", "key", "init", "--name", "made-up"), ("audit", "checkpoint", "--out", "kept.note"))
    files_of = {one.name: one for one in keys_folder().iterdir()}
    good = {name: file.read_bytes() for name, file in files_of.items()}
    vkey = next(content for name, content in good.items() if name.endswith(".vkey"))
    ways = (
        *(
            ("audit", "key", "show"),
            ("audit", "verify", "--checkpoints", "kept.note"),
            ("metrics", "write", "--out", "a.prom"),
        ),
        *(("audit", "checkpoint", "--dry-run"), ("audit", "export", "--format", "bundle", "--out", "made-up.zip")),
    )

    def bring(name: str, spoilt: bytes) -> Sequence[str]:
        for own, content in good.items():
            files_of[own].write_bytes(spoilt if own == name else content)
        (folder / "made-up.zip").unlink(missing_ok=True)
        if name == "typed":
            return ("audit", "verify", "--checkpoints", "kept.note", f"--key={spoilt.decode('utf-8', 'replace')}")
        return (*chosen(spoilt, ways), *NOW)

    return one_of({**good, "typed": vkey}, bring, foreign_record=True)


ISSUER, CLIENT, SUBJECT = "https://issuer.invalid", "made-up-client", "made-up-subject"
LIVES_SECONDS = 8 * 3600


def issued() -> dict[str, bytes]:
    """What a good issuer answers to each question, and the login that is kept of it."""
    now, signing = int(time.time()), key("first")
    claims = {"iss": ISSUER, "sub": SUBJECT, "aud": CLIENT, "iat": now, "exp": now + LIVES_SECONDS}
    token = signing.token(claims)
    found: dict[str, object] = {
        "/.well-known/openid-configuration": {
            "issuer": ISSUER,
            "jwks_uri": f"{ISSUER}/keys",
            "token_endpoint": f"{ISSUER}/token",
            "device_authorization_endpoint": f"{ISSUER}/device",
        },
        "/keys": {"keys": [signing.public()]},
        "/device": {
            "device_code": "made-up",
            "user_code": "MADE-UP",
            "verification_uri": f"{ISSUER}/enter",
            "expires_in": 600,
            "interval": 5,
        },
        "/token": {"access_token": "made-up", "token_type": "Bearer", "id_token": token},
        "/token refused": {"error": "authorization_pending"},
        "kept": {"issuer": ISSUER, "client_id": CLIENT, "id_token": token},
        "claims": claims,
    }
    return {name: json.dumps(one).encode() for name, one in found.items()}


def tokens(folder: Path) -> Entrance:
    """A login as it is kept, its claims, and an issuer's answers: where what is, keys, a code, a token, a refusal."""
    good = issued()
    (folder / "ohjaus.toml").write_text(f'[identity]\nissuer = "{ISSUER}"\nclient_id = "{CLIENT}"\n', encoding="utf-8")
    place, answers, passed = token_file(Issuer(ISSUER, CLIENT)), dict(good), [0.0]

    def bring(name: str, spoilt: bytes) -> Sequence[str]:
        answers.clear()
        answers.update({**good, name: spoilt})
        if name == "claims":
            # Signed as they stand, so that what is read beyond the signature is met as well.
            signing = key("first")
            content = f"{encoded(json.dumps({'alg': signing.algorithm, 'kid': 'first'}).encode())}.{encoded(spoilt)}"
            token = f"{content}.{encoded(signing.signature(content.encode()))}"
            answers["kept"] = json.dumps({**json.loads(good["kept"]), "id_token": token}).encode()
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch(mode=0o600)
        place.write_bytes(answers["kept"])
        login = ("identity", "login")
        ways = (("identity", "show"), ("case", "note", CASE, "a made-up note"), login)
        return login if name.startswith(("/device", "/token")) else chosen(spoilt, ways)

    def answer(parts: SplitResult, form: Mapping[str, str] | None) -> tuple[int, bytes]:
        refused = parts.path == "/token" and answers["/token refused"] != good["/token refused"]
        found = answers.get("/token refused" if refused else parts.path)
        del form
        return (404, b"{}") if found is None else (400 if refused else 200, found)

    def pause(seconds: float) -> None:
        passed[0] += seconds

    def stand_in(patch: pytest.MonkeyPatch) -> None:
        patch.setattr("cli.identity.fetching._answer", answer)
        patch.setattr("cli.identity.device.wait", partial(wait, pause=pause, seconds=lambda: passed[0]))

    return one_of(good, bring, allowed=frozenset({1, 4}), stand_in=stand_in)


def picture(folder: Path) -> Entrance:
    """What a picture says of itself in its folder, which the next one reads again."""
    short_log(folder, ("picture", "build", "--out", "picture", "--profile", "public", "--lang", "en", *NOW))
    place = folder / "picture" / "picture.json"
    good = place.read_bytes()
    (folder / "good").mkdir()
    (folder / "good" / "picture.json").write_bytes(good)

    def bring(content: Content) -> Sequence[str]:
        assert isinstance(content, bytes)
        place.write_bytes(content)
        # Mostly beside another folder: a picture of the log takes many times as long to make.
        beside = (("--from", "picture", "--to", "good"), ("--from", "good", "--to", "picture"))
        ways = (*beside * 50, ("--from", "picture", "--to", "1"), ("--from", "1", "--to", "picture"))
        return ("picture", "diff", *chosen(content, ways), *NOW)

    return Entrance(bring, lambda dice: mutated_tree(dice, good), good)


PAGE = 4096
Verbs = tuple[tuple[str, ...], ...]
OF_LOGS: Verbs = (
    *(("case", "list"), ("case", "show", CASE), ("audit", "verify"), ("todo",), ("db", "check"), ("audit", "log")),
)
OF_PERSONS: Verbs = (("person", "list"), ("person", "check"), ("actor", "list"), ("case", "history", CASE))


def overwritten(dice: random.Random, good: bytes) -> bytes:
    """A file with one to six places overwritten, its beginning more often than the rest, and sometimes cut."""
    made = bytearray(good)
    for _ in range(dice.randint(1, 6)):
        here = dice.randrange(100 if dice.random() < 0.3 else len(made))
        piece = dice.randbytes(dice.choice((1, 1, 4, 100, 4096)))
        made[here : here + len(piece)] = piece
    return bytes(made[: dice.randrange(len(made))] if dice.random() < 0.1 else made)


def database(folder: Path, spoilt: str = "", reading: Verbs = OF_LOGS) -> Entrance:
    """Somebody else's database file, or what belongs beside a log: the file with that suffix."""
    files_of = {one.name.removeprefix("log.db"): one.read_bytes() for one in folder.glob("log.db*") if one.is_file()}
    if spoilt not in files_of:
        raise CannotRun(f"there is no log.db{spoilt}")
    good, place = files_of[spoilt], folder / "foreign.db"

    def bring(content: Content) -> Sequence[str]:
        assert isinstance(content, bytes)
        for left in folder.glob(f"{place.name}*"):
            left.unlink()
        for suffix, there in {**files_of, spoilt: content}.items():
            place.with_name(place.name + suffix).write_bytes(there)
            place.with_name(place.name + suffix).chmod(0o600)
        # What is read of it follows from where it differs, since no two logs have the same identity.
        pages = [here for here in range(0, len(good), PAGE) if good[here : here + PAGE] != content[here : here + PAGE]]
        return (*reading[sum(pages) // PAGE % len(reading)], "--db", place.name, *NOW)

    return Entrance(bring, lambda dice: overwritten(dice, good), good, foreign_record=True)


ENTRANCES: dict[str, Callable[[Path], Entrance]] = {
    "arguments": arguments,
    "json": json_data,
    "figures": figures,
    "toml": history,
    "settings": settings,
    "xlsx": workbook,
    "checkpoint": checkpoint,
    "keys": keys,
    "tokens": tokens,
    "picture": picture,
    "database": database,
    "persons": partial(database, spoilt=".persons", reading=OF_PERSONS),
}
