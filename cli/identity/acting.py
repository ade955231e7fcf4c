"""Who acts in one invocation: established when first asked, and anew when what it rests on may have ended."""

from __future__ import annotations

import sys
from contextlib import ExitStack, suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cli.frame.clocks import SystemClock
from cli.frame.identity import Identified
from engine.errors import InputRejected, IntegrityBroken, NotFound, OhjausError

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record


SUSPICIOUS = (
    "token-algorithm",
    "token-file-open",
    "token-key-unknown",
    "token-nonce-wrong",
    "token-signature-wrong",
    "token-wrong-audience",
    "token-wrong-issuer",
)
"""Codes of tokens that no time and no mishap makes: somebody may have tried to be somebody else."""

SAME_ANSWER = timedelta(seconds=5)
"""For so long a refusal holds; a process that runs on is then asked again."""


class Acting:
    """Knows who acts; a process that runs for days is asked again when a token has run out."""

    def __init__(self, run: Invocation) -> None:
        """Takes the invocation."""
        self._run = run
        self._who: Identified | None = None
        self._last: Identified | None = None
        self._passed_over: list[OhjausError] = []
        self._refused: tuple[OhjausError, datetime] | None = None
        # The machine's own time, whatever --now says: an injected clock brings no expired token back.
        self._clock = SystemClock()

    def who(self) -> Identified:
        """Gives who acts on the log that is open, or on the one that the settings name.

        Raises:
            NotAuthorised: the log requires authentication, and nothing that counts establishes who it is.
            Fault: nothing tells who it is, or an issuer or the log cannot be asked.
        """
        held = self._who
        if held is None or (held.until is not None and self._clock.now() >= held.until):
            self._passed_over.clear()
            held = self._last = self._established()
            self._run.log("identity established", identity=held.identity)
            for problem in self._passed_over:
                self._warn(problem)
        return held

    def last(self) -> Identified:
        """Gives who acted when that was last established, though a login may have ended since.

        A denial is noted under it: what was denied was asked for by whoever it was then.

        Raises:
            NotAuthorised: as `who`, where nobody was established yet.
            Fault: likewise.
        """
        return self._last if self._last is not None else self.who()

    def ask_again(self) -> None:
        """Forgets who it is: time has passed in which a login may have been ended here, or at its issuer."""
        self._who = self._refused = None

    def _established(self) -> Identified:
        if self._refused is not None and self._clock.now() < self._refused[1]:
            raise self._refused[0]
        if self._run.open_record is not None:
            return self._on(self._run.open_record)
        with ExitStack() as stack:
            try:
                record = stack.enter_context(self._run.record())
            except (InputRejected, IntegrityBroken, NotFound):
                # No log yet, or none that opens: what is wrong with it is said by whoever needs it. That a server is
                # not reached just now says nothing of what its log asks.
                return self._on(None)
            return self._on(record)

    def _on(self, record: Record | None) -> Identified:
        from cli.identity.establishing import establish

        try:
            found = establish(
                self._run.settings,
                record.grants.enabled() if record is not None else None,
                record.opened.database if record is not None else None,
                self._clock.now(),
                self._passed_over.append,
            )
        except OhjausError as error:
            # Known before the log closes: whoever notes the denial asks who it was, and that is not the time to open
            # the log and to ask the issuer once more.
            self._refused = error, self._clock.now() + SAME_ANSWER
            raise
        self._who = found
        return found

    def _warn(self, problem: OhjausError) -> None:
        """Says on standard error that a login does not count, so that nobody acts under a weaker one unaware."""
        from cli.screen.safe_text import safe

        words = self._run.words
        said = words("identity.passed_over", text=words.error(problem), code=problem.code)
        with suppress(OSError):
            sys.stderr.write(safe(said) + "\n")
        self._run.log("identity passed over", code=problem.code)
        if self._run.open_record is not None and problem.code in SUSPICIOUS:
            from cli.identity.noting import note_passed_over

            note_passed_over(self._run, self._run.open_record, problem)
