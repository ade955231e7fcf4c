"""What can go wrong, in four families: the law says no, the person may not, someone wrote first, or we failed.

`Refused`        the law, the procedure or the shape of the input says no; expected, explained, nothing stored.
`NotAuthorised`  the act may be right, but this person may not record or read it; who may is said where it is known.
`Conflict`       someone else changed the same thing first; look again and decide anew.
`Fault`          ours or the machine's; loud.

Each error carries a stable `code` that is never reused, the typed `details` from which the command line writes the
sentence in Finnish, Swedish or English, and its own English sentence for everybody else (architecture, section 7).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.law import Label


@dataclass(frozen=True, slots=True)
class Missing:
    """One unmet condition of an act: what is missing, in three languages, and on which section it rests."""

    code: str
    text: Label
    basis: tuple[str, ...] = ()


class OhjausError(Exception):
    """The one base: a stable code, a sentence, the rule, what is missing, and what to do now."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        basis: tuple[str, ...] = (),
        missing: tuple[Missing, ...] = (),
        try_next: str | None = None,
        details: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.basis = basis
        self.missing = missing
        self.try_next = try_next
        self.details: Mapping[str, object] = dict(details or {})


class Refused(OhjausError):
    """The law or the procedure says no; every unmet condition is named."""


class InputRejected(Refused):
    """The input has the wrong shape or an impossible value; it never reached the rules."""


class DataInvalid(InputRejected):
    """The data of an act cannot be read; whoever says so in another language reads `data` by `model` once more.

    Neither stands among the details, which lists of findings and logs take over: the data may be secret.
    """

    def __init__(
        self,
        model: type[Any],
        data: Mapping[str, Any],
        message: str,
        *,
        basis: tuple[str, ...] = (),
        details: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__("data-invalid", message, basis=basis, details=details)
        self.model = model
        self.data = data


class NotFound(Refused):
    """The thing referred to is not known; `nearest` holds what was probably meant."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        nearest: tuple[str, ...] = (),
        basis: tuple[str, ...] = (),
        missing: tuple[Missing, ...] = (),
        try_next: str | None = None,
        details: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(
            code,
            message,
            basis=basis,
            missing=missing,
            try_next=try_next,
            details={**(details or {}), "nearest": nearest},
        )
        self.nearest = nearest


class NotAuthorised(OhjausError):
    """The person may not do this: no grant covers it, the identity is too weak, or a duty keeps two acts apart."""


class Conflict(OhjausError):
    """Someone wrote first, or a command id is used again for something else."""


class Fault(OhjausError):
    """Ours or the machine's: nothing was half-written, and the next try may succeed."""


class IntegrityBroken(Fault):
    """The stored record is not what was written; reading goes on, trusting does not."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One fault found by a check that reports all of them at once."""

    code: str
    where: str
    text: str
    details: Mapping[str, object] = field(default_factory=dict)
