"""How a command is declared: its examples first, its words in three languages, the global options accepted anywhere.

`Noun` holds verbs, `Verb` is a command that does something; `option` and `argument` carry a `Label` each. Nothing here
loads more than click, so that `--help` answers at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import click

from cli.frame.language import said
from cli.frame.options import global_options
from engine.law import Label

_F = TypeVar("_F", bound=Callable[..., Any])

EXAMPLES = Label("Esimerkkejä", "Exempel", "Examples")
USAGE = Label("Käyttö", "Användning", "Usage")
ARGUMENTS = Label("Mitä annetaan", "Argument", "Arguments")
OPTIONS = Label("Valitsimet", "Alternativ", "Options")
VERBS = Label("Komennot", "Kommandon", "Commands")
REQUIRED = Label("pakollinen", "obligatorisk", "required")
HELP = Label("näyttää tämän ohjeen", "visar den här hjälpen", "shows this help")
MORE_OPTIONS = Label(
    "Yleiset valitsimet (--db, --lang, --format, --dry-run ...) voi antaa myös tässä: ohjaus --help.",
    "Allmänna alternativ (--db, --lang, --format, --dry-run ...) kan också ges här: ohjaus --help.",
    "Global options (--db, --lang, --format, --dry-run ...) may stand here as well: ohjaus --help.",
)


class ReadsOnlyError(click.UsageError):
    """An as-of option stands beside a command that records something."""

    def __init__(self, ctx: click.Context) -> None:
        super().__init__("--known-at and --in-force-on belong to commands that read.", ctx)


class SpokenOption(click.Option):
    """An option whose help is a label."""

    def __init__(self, *args: Any, about: Label, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.about = about

    def handle_parse_result(
        self, ctx: click.Context, opts: Mapping[str, Any], args: list[str]
    ) -> tuple[Any, list[str]]:
        """Takes what was given; an option that hands its value to a callback alone has nothing to do without one."""
        # Each of the three levels of a command has all the global options, and hardly one of them is ever given.
        if not self.expose_value and self.name not in opts:
            return None, args
        return super().handle_parse_result(ctx, opts, args)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Gives the option and its help in the language of this invocation."""
        if self.hidden:
            return None
        ending = f" [{said(REQUIRED)}]" if self.required else ""
        return self.get_help_spec(ctx), said(self.about) + ending


class SpokenArgument(click.Argument):
    """An argument whose help is a label."""

    def __init__(self, *args: Any, about: Label, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.about = about


def option(*names: str, about: Label, **settings: Any) -> Callable[[_F], _F]:
    """Declares an option of a verb, explained by a label; `settings` are those of `click.option`."""
    return click.option(*names, cls=SpokenOption, about=about, **settings)


def argument(*names: str, about: Label, **settings: Any) -> Callable[[_F], _F]:
    """Declares an argument of a verb, explained by a label; `settings` are those of `click.argument`."""
    return click.argument(*names, cls=SpokenArgument, about=about, **settings)


def _show_help(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click calls it so
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


def _help_option() -> SpokenOption:
    return SpokenOption(
        ["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help, about=HELP
    )


class Explained(click.Command):
    """A command that explains itself: examples, usage, what it does, its options."""

    about: Label
    more: Label | None
    examples: tuple[str, ...]
    visible_globals = False
    _looked_over = False

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Gives the parameters; that no two of them bear one name is looked at once, not at each parsing."""
        if not self._looked_over:
            super().get_params(ctx)
            self._looked_over = True
        return self.params

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads what was typed, which is kept as it was: whoever loses the server is to give the same command again."""
        if ctx.parent is None and ctx.obj is not None:
            ctx.obj.typed = tuple(args)
        return super().parse_args(ctx, args)

    def explain(self, about: Label, more: Label | None, examples: Sequence[str]) -> None:
        """Takes the words, and adds the options that every command has."""
        self.about = about
        self.more = more
        self.examples = tuple(examples)
        taken = {name for parameter in self.params for name in parameter.opts}
        self.params.extend(
            given
            for given in global_options(SpokenOption, hidden=not self.visible_globals)
            if taken.isdisjoint(given.opts)
        )
        self.params.append(_help_option())

    def get_short_help_str(self, limit: int = 45) -> str:
        """Gives the sentence that a list of commands shows."""
        del limit
        return said(self.about)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the examples first, then usage, text, arguments, options and commands."""
        if self.examples:
            with formatter.section(said(EXAMPLES)):
                for example in self.examples:
                    formatter.write(f"{' ' * formatter.current_indent}{example}\n")
            formatter.write_paragraph()
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{said(USAGE)}: ")
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(said(self.about))
            if self.more is not None:
                formatter.write_paragraph()
                formatter.write_text(said(self.more))
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)
        self._write_parameters(ctx, formatter)
        if not self.visible_globals:
            formatter.write_paragraph()
            formatter.write_text(said(MORE_OPTIONS))

    def _write_parameters(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        told = [
            (parameter.make_metavar(ctx), said(parameter.about))
            for parameter in self.params
            if isinstance(parameter, SpokenArgument)
        ]
        if told:
            with formatter.section(said(ARGUMENTS)):
                formatter.write_dl(told)
        records = [
            record
            for parameter in self.params
            if isinstance(parameter, SpokenOption) and (record := parameter.get_help_record(ctx)) is not None
        ]
        with formatter.section(said(OPTIONS)):
            formatter.write_dl(records)


class Verb(Explained):
    """A command that does something. One that `writes` takes no as-of options: the past cannot be written to."""

    def __init__(self, *args: Any, writes: bool = False, **settings: Any) -> None:
        super().__init__(*args, **{**settings, "add_help_option": False})
        self.writes = writes

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command with the invocation as its first argument."""
        ctx.obj.command_path, ctx.obj.verb = ctx.command_path, self
        if self.writes and ctx.obj.asks_for_the_past:
            raise ReadsOnlyError(ctx)
        return super().invoke(ctx)


class Noun(Explained, click.Group):
    """A thing with verbs, such as `case`."""

    def __init__(self, name: str, *, about: Label, examples: Sequence[str] = (), more: Label | None = None) -> None:
        super().__init__(name, add_help_option=False, no_args_is_help=True, subcommand_metavar="VERB ...")
        self.options_metavar = ""
        self.explain(about, more, examples)

    def verb(
        self,
        name: str,
        *,
        about: Label,
        examples: Sequence[str],
        more: Label | None = None,
        writes: bool = False,
    ) -> Callable[[_F], _F]:
        """Declares a verb of this noun; the function's first argument is the `Invocation`."""

        def declare(function: _F) -> _F:
            self.add_command(_made(name, function, about=about, examples=examples, more=more, writes=writes))
            return function

        return declare

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the verbs, each with its sentence."""
        listed = [(name, self.commands[name].get_short_help_str()) for name in self.list_commands(ctx)]
        with formatter.section(said(VERBS)):
            formatter.write_dl(listed)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Gives the verbs in the order in which they were declared."""
        del ctx
        return list(self.commands)


def command(
    name: str,
    *,
    about: Label,
    examples: Sequence[str],
    more: Label | None = None,
    writes: bool = False,
) -> Callable[[Callable[..., Any]], Verb]:
    """Declares a command that stands alone, such as `todo`; the function's first argument is the `Invocation`."""

    def declare(function: Callable[..., Any]) -> Verb:
        return _made(name, function, about=about, examples=examples, more=more, writes=writes)

    return declare


def _made(
    name: str,
    function: Callable[..., Any],
    *,
    about: Label,
    examples: Sequence[str],
    more: Label | None,
    writes: bool,
) -> Verb:
    params = list(reversed(getattr(function, "__click_params__", [])))
    made = Verb(name, callback=click.pass_obj(function), params=params, writes=writes)
    made.explain(about, more, examples)
    return made
