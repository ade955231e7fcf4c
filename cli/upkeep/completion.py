"""`completion show` and `install`: the shell completes nouns, verbs, case ids and the facts that may come next."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.frame.command import Noun, argument
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.page import Page

SHELLS = ("bash", "zsh", "fish", "powershell")
_SHELL = Label("komentotulkki; ilman sitä oma", "skalet; annars ditt eget", "the shell; without it your own")

completion = Noun(
    "completion",
    about=Label(
        "Komentojen täydennys komentotulkissa.",
        "Komplettering av kommandon i skalet.",
        "Completion of commands in the shell.",
    ),
    examples=("$ ohjaus completion show bash", "$ ohjaus completion install bash --dry-run"),
)


@completion.verb(
    "show",
    about=Label(
        "Tulostaa täydennyksen komentotulkille.",
        "Skriver ut kompletteringen för skalet.",
        "Prints the completion script for a shell.",
    ),
    examples=("$ ohjaus completion show bash", "$ ohjaus completion show fish"),
)
@argument("shell", metavar="[SHELL]", type=click.Choice(SHELLS), required=False, about=_SHELL)
def show(run: Invocation, *, shell: str | None) -> None:
    """Prints the script."""
    chosen = shell or _own_shell()
    text = _script(chosen)
    if run.out.for_people:
        run.out.raw(text + "\n")
    else:
        run.out.thing({"shell": chosen, "script": text}, lambda _: None)


@completion.verb(
    "install",
    about=Label(
        "Kirjoittaa täydennyksen sinne, mistä komentotulkki sen lukee.",
        "Skriver kompletteringen dit där skalet läser den.",
        "Writes the completion script to where the shell reads it.",
    ),
    examples=("$ ohjaus completion install bash --dry-run", "$ ohjaus completion install fish --dry-run"),
    writes=True,
)
@argument("shell", metavar="[SHELL]", type=click.Choice(SHELLS), required=False, about=_SHELL)
def install(run: Invocation, *, shell: str | None) -> None:
    """Writes the script."""
    from engine.errors import Fault

    chosen = shell or _own_shell()
    path = _place(chosen)
    if not run.dry_run:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_script(chosen), encoding="utf-8")
        except OSError as error:
            raise Fault(
                "cannot-create",
                f"{path} cannot be written: {error.strerror}.",
                try_next=f"ohjaus completion show {chosen}",
                details={"path": str(path)},
            ) from error
    data = {"shell": chosen, "file": str(path), "rehearsed": run.dry_run}

    def page(filled: Page) -> None:
        words = run.words
        filled.title(words("completion.would" if run.dry_run else "completion.written", path=path))
        if chosen in ("zsh", "powershell"):
            filled.say(words(f"completion.{chosen}", folder=path.parent, path=path))
        else:
            filled.say(words("completion.new_shell"))

    run.out.thing(data, page)


def _own_shell() -> str:
    name = Path(os.environ.get("SHELL", "")).name
    if name not in SHELLS:
        ctx = click.get_current_context()
        raise click.UsageError(ctx.obj.words("completion.which", shells=SHELLS), ctx)
    return name


def _script(shell: str) -> str:
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101 - click knows every shell of ours
    root = click.get_current_context().find_root().command
    maker = kind(root, {}, "ohjaus", "_OHJAUS_COMPLETE")
    # The script itself: asking for it through `source` would start the shell to learn its version.
    return maker.source_template % maker.source_vars()


def _place(shell: str) -> Path:
    home = Path.home()
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    match shell:
        case "bash":
            return data / "bash-completion" / "completions" / "ohjaus"
        case "zsh":
            return data / "zsh" / "site-functions" / "_ohjaus"
        case "fish":
            return config / "fish" / "completions" / "ohjaus.fish"
        case _:
            return data / "ohjaus" / "completion.ps1"
