"""Click's complaints about how a command was written, in the three languages."""

from __future__ import annotations

import click
from click import exceptions

from cli.frame.command import ReadsOnlyError
from cli.messages import Words

_EXTRA = "Got unexpected extra argument"
"""How click begins the one complaint for which it has no class; a test holds it to that."""


def usage_text(error: click.ClickException, words: Words) -> str:
    """Gives a usage error's text; click's own English where there is none of ours."""
    match error:
        case exceptions.NoSuchCommand(command_name=name, possibilities=near):
            return words("usage.no_such_command", name=name) + _meant(near, words)
        case exceptions.NoSuchOption(option_name=name, possibilities=near):
            return words("usage.no_such_option", name=name) + _meant(near, words)
        case exceptions.MissingParameter():
            return words("usage.missing", name=_name(error))
        case exceptions.NoArgsIsHelpError():
            return words("usage.verb_lacking")
        case ReadsOnlyError():
            return words("usage.reads_only")
        case exceptions.BadParameter():
            return words("usage.bad_value", name=_name(error), said=_said(error, words))
        case exceptions.BadOptionUsage(option_name=name):
            return words("usage.option_misused", name=name)
        case _:
            return _otherwise(error, words)


def _otherwise(error: click.ClickException, words: Words) -> str:
    if error.message.startswith(_EXTRA):
        return words("usage.extra", names=error.message.partition("(")[2].rstrip(")."))
    return error.format_message()


def _meant(near: list[str] | None, words: Words) -> str:
    return f" {words('usage.meant', names=near)}" if near else ""


def _name(error: exceptions.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.human_readable_name


def _said(error: exceptions.BadParameter, words: Words) -> str:
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return words("usage.choices", choices=tuple(map(str, kind.choices)))
    if isinstance(kind, click.types.IntParamType):
        return words("usage.integer")
    return error.message
