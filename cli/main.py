"""The command `ohjaus`: the top of the grammar, loading each noun only when it is called."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from typing import Any, Never

import click

from cli.frame.command import Explained, SpokenOption
from cli.frame.invocation import Invocation
from cli.frame.language import known, said, speak
from cli.frame.options import peek
from cli.nouns import NOUNS
from engine.law import Label

NAME = "ohjaus"
ABOUT = Label(
    "Ohjausmenettelyt, joilla valtio ohjaa hyvinvointialueita, Helsinkiä ja HUSia: asiat, määräajat ja loki.",
    "Förfarandena genom vilka staten styr välfärdsområdena, Helsingfors och HUS: ärenden, tidsfrister och logg.",
    "The procedures by which the Finnish state steers its wellbeing services counties, Helsinki and HUS.",
)
VERSION = Label("näyttää version", "visar versionen", "shows the version")
EXAMPLES = (
    "$ ohjaus demo",
    "$ ohjaus todo",
    "$ ohjaus case list --open",
    "$ ohjaus --lang fi case show evaluation-15-2025",
)


def _show_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click calls it so
    if value and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"ohjaus {version('ohjaus')}")
        ctx.exit()


class Top(Explained, click.Group):
    """The top group: knows every noun by name and sentence, and imports one when it is called."""

    visible_globals = True

    def __init__(self) -> None:
        super().__init__(NAME, add_help_option=False, no_args_is_help=True, subcommand_metavar="NOUN VERB ...")
        self.context_settings = {"max_content_width": 100}
        self.options_metavar = "[GLOBAL]"
        self.explain(ABOUT, None, EXAMPLES)
        self.params.append(
            SpokenOption(
                ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_show_version, about=VERSION
            )
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Gives the nouns."""
        del ctx
        return list(NOUNS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports and gives the command of a noun."""
        del ctx
        entry = NOUNS.get(cmd_name)
        if entry is None:
            return None
        found = getattr(importlib.import_module(entry.module), entry.attribute)
        assert isinstance(found, click.Command)  # noqa: S101 - the table of nouns names commands
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Finds the noun, and what was probably meant when there is none of that name."""
        if args[0] not in NOUNS and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise click.exceptions.NoSuchCommand(args[0], possibilities=NOUNS, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the nouns by whom they are for."""
        del ctx
        widest = max(map(len, NOUNS))
        for audience in dict.fromkeys(entry.audience for entry in NOUNS.values()):
            with formatter.section(said(audience)):
                formatter.write_dl(
                    [
                        (name.ljust(widest), said(entry.about))
                        for name, entry in NOUNS.items()
                        if entry.audience is audience
                    ]
                )

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - click's own signature
        **extra: Any,
    ) -> Never:
        """Runs the command line and ends the process with the contract's exit code."""
        del prog_name, standalone_mode
        words = list(sys.argv[1:] if args is None else args)
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                # What a terminal's encoding lacks is shown as an escape; it is no reason to fail.
                stream.reconfigure(errors="backslashreplace")
        peeked = peek(words)
        speak(known(peeked.get("lang")))
        invocation = Invocation(peeked)
        self._main_shell_completion({"obj": invocation, **extra}, NAME, complete_var)
        sys.exit(self._run(words, invocation, extra))

    def _run(self, words: list[str], invocation: Invocation, extra: dict[str, Any]) -> int:
        code = self._answer(words, invocation, extra)
        _close_quietly()
        return code

    def _answer(self, words: list[str], invocation: Invocation, extra: dict[str, Any]) -> int:
        try:
            _refuse_half_characters(words)
            with self.make_context(NAME, words, obj=invocation, **extra) as ctx:
                self.invoke(ctx)
            _flush()
        except click.exceptions.Exit as ended:
            _flush()
            return ended.exit_code
        except BrokenPipeError:
            return 0  # the reader had enough
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last resort: nobody is shown a traceback
            from cli.frame.failure import report

            return report(error, invocation)
        return 0


def _flush() -> None:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        from cli.screen.stream import unwritable

        raise unwritable(error) from error


def _refuse_half_characters(words: Sequence[str]) -> None:
    """Refuses bytes that are no text in the encoding of the terminal: they could be neither recorded nor shown.

    Raises:
        InputRejected: one of the words holds such bytes.
    """
    for word in words:
        if any("\ud800" <= character <= "\udfff" for character in word):
            from engine.errors import InputRejected

            shown = word.encode("utf-8", "backslashreplace").decode()
            raise InputRejected("text-unreadable", f"{shown} is no text in UTF-8.", details={"given": shown})


def _close_quietly() -> None:
    """Lets the interpreter end without complaining that what is left in its buffers cannot be written."""
    import os

    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


ohjaus = Top()


def main() -> None:
    """Runs the command line of this process; a stream that was closed beforehand is taken for one that nobody reads."""
    import gc
    import os

    # Loading what a command needs makes objects by the ten thousand that all stay: looking for rubbish among them as
    # often as Python does by default takes a sixth of a short command's time.
    gc.set_threshold(50_000, 20, 20)
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open as long as the process
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open as long as the process
    ohjaus.main()
