"""The log of what the program does, on standard error and only with -v; never a part of an answer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from cli.screen.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from structlog.typing import FilteringBoundLogger


def _visible(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: safe(value) if isinstance(value, str) else value for key, value in event.items()}


def logger() -> FilteringBoundLogger:
    """Gives a logger to standard error as it is now; structlog is loaded here and nowhere else."""
    import structlog

    structlog.configure(
        processors=[
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.add_log_level,
            _visible,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )
    made: FilteringBoundLogger = structlog.get_logger()
    return made
