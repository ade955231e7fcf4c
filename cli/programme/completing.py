"""What the shell completes: goals, measures and sub-tasks, risks, assumptions, and the flags that are up.

Completion must never fail loudly: where the record cannot be read, nothing is offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from engine.errors import OhjausError

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

    from cli.frame.invocation import Invocation
    from engine.law import Label

_Completer = Callable[["click.Context", "click.Parameter", str], list["CompletionItem"]]


def _entries(offer: Callable[[str], Iterable[tuple[str, Label]]]) -> _Completer:
    """Gives the completer of the entries of a catalogue, each with its name."""

    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        run: Invocation = ctx.obj
        written = incomplete.casefold()
        return [
            CompletionItem(one, help=name.text(run.language))
            for one, name in offer(incomplete)
            if one.casefold().startswith(written)
        ]

    return complete


def _of_programme(*groups: str) -> Callable[[str], Iterable[tuple[str, Label]]]:
    def offer(_: str) -> Iterable[tuple[str, Label]]:
        from procedures.reform_programme.catalogue import programme

        return [(one.id, one.name) for group in groups for one in getattr(programme(), group)]

    return offer


def _planned(incomplete: str) -> Iterable[tuple[str, Label]]:
    """Offers measures and actions and, once a preparation group is begun, its sub-tasks."""
    yield from _of_programme("measures", "actions")(incomplete)
    if incomplete:
        from procedures.roadmap.catalogue import roadmap

        yield from ((one.id, one.name) for one in roadmap().subtasks.values())


def complete_flags(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Gives the flags that are up, each with its county."""
    from click.shell_completion import CompletionItem

    run: Invocation = ctx.obj
    try:
        with run.record() as record:
            rows = record.queries.case_list(procedure="red_flag", is_open=True)
            directory = run.wiring.directory
            return [
                CompletionItem(row.case_id, help=directory.by_code(row.subject).name.text(run.language))
                for row in rows
                if row.case_id.startswith(incomplete.lower())
            ]
    except (OhjausError, OSError):
        return []


complete_goals = _entries(_of_programme("goals"))
complete_measures = _entries(_of_programme("measures"))
complete_planned = _entries(_planned)
complete_risks = _entries(_of_programme("risks"))
complete_assumptions = _entries(_of_programme("assumptions"))
