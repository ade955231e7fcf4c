"""What the shell completes: case ids, the facts that may come next, subjects, procedures and files.

Completion must never fail loudly: where the record cannot be read, nothing is offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from engine.errors import OhjausError

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

    from cli.frame.invocation import Invocation
    from cli.wiring import Record

_Completer = Callable[["click.Context", "click.Parameter", str], list["CompletionItem"]]


def _invocation(ctx: click.Context) -> Invocation:
    found: Invocation = ctx.obj
    return found


@contextmanager
def _record(ctx: click.Context) -> Iterator[Record]:
    _invocation(ctx).say_nothing_beside()
    with _invocation(ctx).record() as record:
        yield record


def _item(value: str, about: str | None = None) -> CompletionItem:
    from click.shell_completion import CompletionItem

    return CompletionItem(value, help=about)


def complete_files(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Leaves it to the shell to complete the name of a file."""
    from click.shell_completion import CompletionItem

    # `click.Path` would do the same, and look at the file, which not every name lets it do.
    return [CompletionItem(incomplete, type="file")]


def _silently(offer: Callable[[click.Context, str], list[CompletionItem]]) -> _Completer:
    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        try:
            return offer(ctx, incomplete)
        except (OhjausError, OSError):
            return []

    return complete


def _cases(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    with _record(ctx) as record:
        rows = record.queries.case_list()
    return [
        _item(row.case_id, f"{row.subject}: {row.state}") for row in rows if row.case_id.startswith(incomplete.lower())
    ]


def _facts(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    case_id = str(ctx.params.get("case_id") or "")
    invocation = _invocation(ctx)
    with _record(ctx) as record:
        table, case = record.registrar.load(case_id)
    moves = (*table.from_state(case.state), *table.shared)
    return [
        _item(move.fact.id, move.fact.label.text(invocation.language))
        for move in moves
        if move.fact.id.startswith(incomplete)
    ]


def _subjects(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    invocation = _invocation(ctx)
    return [
        _item(actor.slug, actor.name.text(invocation.language))
        for actor in invocation.wiring.directory.actors()
        if actor.slug.startswith(incomplete.lower())
    ]


def _procedures(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    return [_item(name) for name in _invocation(ctx).wiring.declarations.names if name.startswith(incomplete.lower())]


complete_cases = _silently(_cases)
complete_facts = _silently(_facts)
complete_subjects = _silently(_subjects)
complete_procedures = _silently(_procedures)
