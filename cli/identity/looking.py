"""What commands about identities look at: the log's demands, if there is a log, and every way of knowing who acts."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cli.frame.clocks import SystemClock
from cli.identity.establishing import Known, ways
from engine.errors import OhjausError
from engine.rights import ASSERTED, AUTHENTICATED

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from engine.rights import Enabled


@dataclass(frozen=True, slots=True)
class Looked:
    """What there is to know: `enabled` says what the log asks (None: rights are off, or there is no log).

    `unread` is why a log that may be there was not read: what it asks is not known then.
    """

    enabled: Enabled | None
    ways: tuple[Known, ...]
    unread: OhjausError | None = None

    @property
    def required(self) -> str:
        """How surely the log wants to know who somebody is: asserted or authenticated."""
        return ASSERTED if self.enabled is None else self.enabled.identity_at_least

    @property
    def first_problem(self) -> OhjausError | None:
        """Why a login that is kept does not count, if there is one."""
        return next((one.problem for one in self.ways if one.problem is not None), None)

    @property
    def counts(self) -> Known | None:
        """The way by which somebody is known who records now; None when the log takes none of them."""
        best = next(one for one in self.ways if one.who is not None)
        if self.required != AUTHENTICATED or best.way == "oidc":
            return best
        authenticated = best.who is not None and best.who.authenticated
        return best if authenticated and self.first_problem is None else None


def look(run: Invocation) -> Looked:
    """Looks at the log that the settings name, and at every way; a log that does not open demands nothing.

    Raises:
        InputRejected: an issuer that counts is written wrongly.
        Fault: the operating system does not tell its user.
    """
    now = SystemClock().now()
    with ExitStack() as stack:
        try:
            record = stack.enter_context(run.record())
            enabled = record.grants.enabled()
        except OhjausError as error:  # identities are known without it; what is wrong with the log, `doctor` says
            unread = None if error.code == "no-log" else error
            return Looked(None, tuple(ways(run.settings, None, None, now)), unread)
        return Looked(enabled, tuple(ways(run.settings, enabled, record.opened.database, now)))
