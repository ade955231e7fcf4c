"""What the shell completes for an act on a deadline: the names of those that run in the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import OhjausError

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

    from cli.frame.invocation import Invocation


def complete_deadlines(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Gives the running deadlines of the case typed before; none where the record cannot be read."""
    from click.shell_completion import CompletionItem

    run: Invocation = ctx.obj
    try:
        with run.record() as record:
            table, case = record.registrar.load(str(ctx.params.get("case_id") or "").lower())
    except (OhjausError, OSError):
        return []
    labels = {name: rule.label.text(run.language) for name, rule in table.deadlines.items()}
    names = dict.fromkeys(one.name for one in case.open_deadlines if one.name.startswith(incomplete.lower()))
    return [CompletionItem(name, help=labels.get(name)) for name in names]
