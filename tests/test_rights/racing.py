"""One side of a race: `python -m tests.test_rights.racing PLACE acting|revoking CASE-OR-GRANT GO`.

Both processes wait for the same moment. One records notes until it is denied, the other takes the right back once.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from engine.errors import Conflict, Fault, NotAuthorised
from store.place import as_place
from tests.test_rights.desk import BERTIL, CECILIA, Desk, a_desk

MOST = 20_000
"""Notes at most, so that a race without a revocation ends."""


def acting(desk: Desk, case_id: str) -> dict[str, object]:
    """Records notes until one is denied; gives the positions that were acknowledged, and how it ended."""
    positions: list[int] = []
    for number in range(MOST):
        try:
            recorded = desk.advance(case_id, "noted", by=CECILIA, text=f"made-up note {number}")
        except NotAuthorised as error:
            return {"positions": positions, "ended": error.code}
        except (Conflict, Fault):
            continue
        positions.append(recorded.events[0].position)
    return {"positions": positions, "ended": "never denied"}


def revoking(desk: Desk, grant_id: str) -> dict[str, object]:
    """Takes the right back once, in the midst of it."""
    time.sleep(0.15)
    while True:
        try:
            recorded = desk.revoke(grant_id, CECILIA, by=BERTIL)
        except (Conflict, Fault):
            continue
        return {"positions": [recorded.events[0].position], "ended": "revoked"}


if __name__ == "__main__":
    place, side, about, go = sys.argv[1:]
    with a_desk(as_place(place), create=False) as found:
        while not Path(go).exists():
            time.sleep(0.005)
        sys.stdout.write(json.dumps({"acting": acting, "revoking": revoking}[side](found, about)))
