"""`audit diff` as lines for a spreadsheet: one for each thing that changed between two moments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cli.screen.shapes import Shape


def lines_of(shape: Shape) -> Iterator[dict[str, Any]]:
    """Yields what came about in a case as lines for a spreadsheet: one for each thing that changed."""
    whose = {"case": shape["case"], "subject": shape["subject"]}
    for what in ("state", "law", "diary_number"):
        if shape[what] is not None:
            one = shape[what]
            yield {**whose, "what": what, "name": what, "before": one["before"], "after": one["after"]} | {
                "change": "changed",
                "positions": one["positions"],
            }
    for what, before, after in (
        ("deadlines", "due_before", "due_after"),
        ("tasks", "status_before", "status_after"),
        ("standings", "since", "until"),
    ):
        for one in shape[what]:
            values = {"before": one[before], "after": one[after], "change": one["change"]}
            yield {**whose, "what": what, "name": one["name"], "positions": one["positions"], **values}
    for one in shape["documents"]:
        reference = one["diary_number"] or one["source"] or one["sha256"] or one["title"]
        values = {"before": None, "after": reference, "change": "added", "positions": [one["position"]]}
        yield {**whose, "what": "documents", "name": one["kind"], **values}
    yield from _by_corrections(shape, whose)
    for one in shape["corrections"]:
        values = {"before": one["supersedes"], "after": one["position"], "change": "corrected"}
        yield {**whose, "what": "corrections", "name": one["type"], "positions": [one["position"]], **values}


def _by_corrections(shape: Shape, whose: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yields what reads otherwise, what lost its footing, and what was there no longer."""
    for one in shape["readings"]:
        values = {"before": one["before"], "after": one["after"], "change": "corrected", "positions": []}
        yield {**whose, "what": "readings", "name": one["name"], **values}
    for one in shape["incidents"]:
        values = {"before": None, "after": one["outcome"], "change": "lost_footing", "positions": [one["position"]]}
        yield {**whose, "what": "incidents", "name": one["type"], **values}
    for what, value, name in (
        ("events", "effective_on", "type"),
        ("deadlines", "due", "name"),
        ("tasks", "status", "name"),
        ("standings", "since", "name"),
    ):
        for one in shape["gone"][what]:
            positions = [one["position"]] if what == "events" else []
            values = {"before": one[value], "after": None, "change": "gone", "positions": positions}
            yield {**whose, "what": what, "name": one[name], **values}
