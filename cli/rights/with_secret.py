"""`--with-secret`: what is given out with its secret parts, to whoever may read them; noted in the security log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from cli.frame.command import option
from engine.law import Label

_F = TypeVar("_F", bound=Callable[..., Any])


def with_secret_option(function: _F) -> _F:
    """Adds the option to a command, which gets it as `with_secret`."""
    return option(
        "--with-secret",
        is_flag=True,
        about=Label(
            "myös salassa pidettävät osat, jos saat lukea ne; kirjataan turvalokiin",
            "även sekretessbelagda delar, om du får läsa dem; antecknas i säkerhetsloggen",
            "with the secret parts, if you may read them; noted in the security log",
        ),
    )(function)
