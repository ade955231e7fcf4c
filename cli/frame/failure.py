"""What went wrong, said to a person and to a script: exit codes, the error object, and no traceback ever.

Exit codes (the contract): 1 fault of ours, 2 usage, 3 not found, 4 not authorised, 5 refused, 6 conflict, 7 integrity
broken, 9 input rejected, 130 interrupted. 8 (findings) is a command's own.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from cli.frame.interrupted import UNNOTED, WordsOf, again, as_it_ended
from cli.messages import Words
from cli.screen.citations import sections
from cli.screen.safe_text import safe, safe_json
from cli.screen.stream import UNWRITABLE
from engine.errors import (
    Conflict,
    DataInvalid,
    InputRejected,
    IntegrityBroken,
    Missing,
    NotAuthorised,
    NotFound,
    OhjausError,
    Refused,
)

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from engine.law import Language

INTERRUPTED = 130
_NOT_TO_BE_LOOKED_AT = (errno.ENAMETOOLONG, errno.EACCES, errno.EPERM, errno.ELOOP)
_LONGEST_PATH = 100
_HANGING = 4
"""Columns by which the further lines of a message are set in."""


EXIT_CODES: tuple[tuple[type[BaseException], int], ...] = (
    (NotFound, 3),
    (InputRejected, 9),
    (NotAuthorised, 4),
    (Refused, 5),
    (Conflict, 6),
    (IntegrityBroken, 7),
    (click.UsageError, 2),
    (click.Abort, INTERRUPTED),
    (KeyboardInterrupt, INTERRUPTED),
)
"""The first family that an error belongs to decides; everything else is a fault of ours."""


def exit_code(error: BaseException) -> int:
    """Gives the exit code that an error ends the program with."""
    return next((code for family, code in EXIT_CODES if isinstance(error, family)), 1)


def report(error: BaseException, invocation: Invocation) -> int:
    """Says what went wrong and gives the exit code."""
    error = _of_a_path(error)
    words: Words = WordsOf(invocation, Words(_language(invocation)))
    if isinstance(error, click.Abort | KeyboardInterrupt):
        _print([words("failure.interrupted")])
        return INTERRUPTED
    match error:
        case OhjausError():
            error = as_it_ended(error, invocation)
            given_again = again(error, invocation) if error.try_next is None else None
            error.try_next = given_again or next_step(error, invocation, words)
            _in_our_words(error)
            shape, lines = _known(error, words), _lines(error, words)
        case click.ClickException():
            shape, lines = _usage(error, words)
        case _:
            shape, lines = _unexpected(error, words)
    if _wants_json(invocation) and shape["code"] != UNWRITABLE:
        # A stream that cannot be written changes neither what went wrong nor the exit code that says it.
        with suppress(OSError):
            sys.stdout.write(safe_json(json.dumps({"error": shape}, ensure_ascii=False)) + "\n")
    with suppress(OSError):
        _print(lines)
        _tell_unnoted(error, invocation, words)
        invocation.log("failed", code=shape["code"], exit_code=exit_code(error), **_of_the_driver(error))
    return exit_code(error)


def _tell_unnoted(error: BaseException, invocation: Invocation, words: Words) -> None:
    """Says of a denial that it left no line in the security log, where that is so."""
    why = error.details.get(UNNOTED) if isinstance(error, OhjausError) else None
    if isinstance(why, OhjausError):
        _print([words("failure.denial_unnoted", reason=words.error(why))])
        invocation.log("denial not noted", code=why.code, **_of_the_driver(why))


def _of_the_driver(error: BaseException) -> dict[str, object]:
    """Gives what a database's driver said of it: the log of operations is told, the reader is not."""
    said = error.details.get("driver") if isinstance(error, OhjausError) else None
    return {} if said is None else {"driver": said}


def next_step(error: OhjausError, invocation: Invocation, words: Words) -> str | None:
    """Gives what to do next: a command that can be pasted as it stands, or a sentence in the language."""
    proposed = error.try_next
    if proposed is None:
        return f"{invocation.command_path} --help" if invocation.command_path else None
    if not proposed.startswith("ohjaus "):
        return words.find(f"try.{error.code}") or proposed
    try:
        return invocation.pasteable(proposed)
    except OhjausError:  # the settings themselves are what went wrong
        return proposed


def _of_a_path(error: BaseException) -> BaseException:
    """Gives the refusal of a path that could not even be looked at, wherever somebody looked; else the error itself."""
    if isinstance(error, ValueError) and "embedded null" in str(error):
        # Python does not say of which name, and asks no system: what a system says of other names it does not take.
        error = OSError(errno.EINVAL, os.strerror(errno.EINVAL), "…\\0…")
    elif not isinstance(error, OSError) or error.errno not in _NOT_TO_BE_LOOKED_AT or not error.filename:
        return error
    path, reason = os.fsdecode(error.filename), error.strerror or type(error).__name__
    shown = path if len(path) <= _LONGEST_PATH else f"{path[:_LONGEST_PATH]}…"
    return InputRejected(
        "path-unreachable", f"{shown} cannot be looked at: {reason}.", details={"path": shown, "reason": reason}
    )


def _in_our_words(error: OhjausError) -> None:
    """Says what is wrong with the data of an act in three languages, where the command has not done so itself."""
    if isinstance(error, DataInvalid) and isinstance(error.details.get("problems"), str):
        from cli.case.input_problems import in_our_words

        in_our_words(error, error.model, error.data)


def _known(error: OhjausError, words: Words) -> dict[str, object]:
    return {
        "code": error.code,
        "message": words.error(error),
        "basis": list(error.basis),
        "missing": [missing_shape(one, words) for one in error.missing],
        "try": error.try_next,
        "nearest": list(error.nearest) if isinstance(error, NotFound) else [],
        "fields": _known_names(error),
    }


def _known_names(error: OhjausError) -> list[str]:
    """Gives the names of data that would have been known, where one was not."""
    fields = error.details.get("fields")
    return [str(name) for name in fields] if isinstance(fields, tuple) else []


def missing_shape(missing: Missing, words: Words) -> dict[str, object]:
    """Gives an unmet condition as data: code, text in the language of the invocation, and sections."""
    return {"code": missing.code, "text": missing.text.text(words.language), "basis": list(missing.basis)}


def _lines(error: OhjausError, words: Words) -> Iterator[str]:
    family = _family(error)
    yield _fitted(f"{words(f'family.{family}')}: {words.error(error)}  [{error.code}]")
    if error.missing:
        yield f"{words('failure.missing')}:"
        for missing in error.missing:
            basis = f"  ({sections(missing.basis)})" if missing.basis else ""
            yield _fitted(f"  – {missing.text.text(words.language)}{basis}")
    if isinstance(error, NotFound) and error.nearest:
        yield f"{words('failure.nearest')}: {', '.join(error.nearest)}"
    if names := _known_names(error):
        yield _fitted(f"{words('failure.names')}: {', '.join(names)}")
    if error.basis:
        yield _fitted(f"{words('failure.basis')}: {sections(error.basis)}")
    if error.try_next:
        yield f"{words('failure.try')}: {error.try_next}"
    yield f"{words('failure.more')}: ohjaus explain {error.code}"


def _fitted(line: str) -> str:
    """Gives a line as a terminal takes it, between words; commands are not fitted, so that they are pasted whole."""
    if not sys.stderr.isatty():
        return line
    from shutil import get_terminal_size

    from cli.screen.wrapping import WIDEST, wrapped

    hanging = " " * _HANGING
    lines = wrapped(line, min(get_terminal_size().columns, WIDEST) - _HANGING)
    start = line[: len(line) - len(line.lstrip())]
    return f"\n{hanging}".join([start + lines[0], *lines[1:]])


_FAMILIES: tuple[tuple[type[OhjausError], str], ...] = (
    (NotFound, "not-found"),
    (InputRejected, "input"),
    (NotAuthorised, "not-authorised"),
    (Refused, "refused"),
    (Conflict, "conflict"),
    (IntegrityBroken, "integrity"),
)


def _family(error: OhjausError) -> str:
    return next((name for family, name in _FAMILIES if isinstance(error, family)), "fault")


def _usage(error: click.ClickException, words: Words) -> tuple[dict[str, object], Iterator[str]]:
    from cli.frame.usage import usage_text

    ctx: click.Context | None = getattr(error, "ctx", None)
    path = ctx.command_path if ctx is not None else "ohjaus"
    text = usage_text(error, words)
    try_next = f"{path} --help"
    shape: dict[str, object] = {"code": "usage", "message": text, "basis": [], "missing": [], "try": try_next}
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return shape, iter([ctx.get_help() if ctx is not None else text])
    return shape, iter([f"{words('family.usage')}: {text}", f"{words('failure.try')}: {try_next}"])


def _unexpected(error: BaseException, words: Words) -> tuple[dict[str, object], Iterator[str]]:
    frames = traceback.extract_tb(error.__traceback__)
    where = ""
    if frames:
        last = frames[-1]
        where = f" {'/'.join(last.filename.replace(chr(92), '/').split('/')[-2:])}:{last.lineno}"
    incident = f"{type(error).__name__}{where}"
    message = words("failure.unexpected", incident=incident)
    shape: dict[str, object] = {
        "code": "unexpected",
        "message": message,
        "basis": [],
        "missing": [],
        "try": "ohjaus doctor",
        "incident": incident,
    }
    return shape, iter([f"{words('family.fault')}: {message}  [unexpected]", f"{words('failure.try')}: ohjaus doctor"])


def _language(invocation: Invocation) -> Language:
    try:
        return invocation.language
    except OhjausError:  # the settings themselves are what went wrong
        from cli.frame.language import current

        return current()


def _wants_json(invocation: Invocation) -> bool:
    stated = invocation.options.get("format")
    if stated is None:
        try:
            stated = invocation.settings.get("format").value
        except OhjausError:
            stated = None
    return stated in ("json", "jsonl")


def _print(lines: Iterator[str] | list[str]) -> None:
    for line in lines:
        sys.stderr.write(safe(line, lines=True) + "\n")
