"""The part of `docs/publicity.md` that is made from the table. Run as a module it prints that part."""

from __future__ import annotations

from engine.publicity import EVERY, PublicityTable
from procedures.publicity import publicity_table


def page_of(table: PublicityTable) -> str:
    """Gives the grounds and the rules as Markdown."""
    lines = ["| Ground | Citation | What it protects | Marker |", "|---|---|---|---|"]
    lines += [
        f"| `{one.id}` | {one.cite} | {one.about.en} | {one.marker.fi} |"
        for one in (*table.grounds.values(), table.internal)
    ]
    lines += ["", "| Where | What | Class | Ground | Status | Until | Why |", "|---|---|---|---|---|---|---|"]
    for rule in table.rules:
        where = "every procedure" if rule.procedure == EVERY else f"`{rule.procedure}`"
        facts = ", ".join(f"`{fact}.{rule.field}`" for fact in rule.facts)
        what = facts if rule.document is None else f"document `{rule.document}`"
        until = ", ".join(f"`{fact}`" for fact in rule.until) or "not set"
        lines.append(
            f"| {where} | {what} | {rule.publicity} | `{rule.ground.id}` | {rule.status} | {until} | {rule.why.en} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    print(page_of(publicity_table()))  # noqa: T201 - the page is what is asked for
