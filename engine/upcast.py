"""Lifting stored payloads of an older version to the one declared now: pure, chained, without gaps.

The stored bytes and their hash never change; only the reading does. A fact of schema 3 declares two steps, from 1 to 2
and from 2 to 3, and `engine.check` refuses a declaration whose chain has a gap.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.declaration import Fact
from engine.errors import Fault

Step = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Upcaster:
    """The chains of a declaration, by event type."""

    current: Mapping[str, int]
    steps: Mapping[str, tuple[Step, ...]]

    @classmethod
    def of(cls, facts: Mapping[str, Fact]) -> Upcaster:
        """Collects the chains of the facts that ever changed shape."""
        changed = {event_type: fact for event_type, fact in facts.items() if fact.schema > 1}
        return cls(
            current={event_type: fact.schema for event_type, fact in changed.items()},
            steps={event_type: fact.upcasts for event_type, fact in changed.items()},
        )

    def lift(self, event_type: str, schema: int, data: dict[str, Any]) -> dict[str, Any]:
        """Gives `data` in the shape declared now; the argument is left as it is.

        Raises:
            Fault: `schema-unknown` when the event was written by a newer version of this software.
        """
        current = self.current.get(event_type, 1)
        if schema == current:
            return data
        if schema > current:
            raise Fault(
                "schema-unknown",
                f"An event of type {event_type} has version {schema}; this software knows versions up to {current}.",
                try_next="ohjaus --version",
                details={"type": event_type, "schema": schema, "known": current},
            )
        for step in self.steps[event_type][schema - 1 :]:
            data = step(dict(data))
        return data
