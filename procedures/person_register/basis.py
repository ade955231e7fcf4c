"""What the register of persons rests on: the data protection regulation, the national act, and an authority's logs.

The texts of the regulation and of 1050/2018 are not among those that were read section by section: they are marked so.
"""

from __future__ import annotations

from typing import Final

from engine.law import Label, Status, Statute
from procedures.statutes import INFORMATION_MANAGEMENT

REGULATION: Final = Statute(
    "(EU) 2016/679",
    Label("yleinen tietosuoja-asetus", "allmänna dataskyddsförordningen", "general data protection regulation"),
)
DATA_PROTECTION: Final = Statute("1050/2018", Label("tietosuojalaki", "dataskyddslag", "data protection act"))
ARCHIVES: Final = Statute("831/1994", Label("arkistolaki", "arkivlag", "archives act"))

ERASURE: Final = REGULATION("17 art.", Status.SECONDARY)
BY_DESIGN: Final = REGULATION("25 art.", Status.SECONDARY)
JOINT: Final = REGULATION("26 art.", Status.UNSETTLED)
PUBLIC_TASK: Final = DATA_PROTECTION("4 §", Status.SECONDARY)
LOGS: Final = INFORMATION_MANAGEMENT("17 §", Status.SECONDARY)
RETENTION: Final = ARCHIVES("", Status.UNSETTLED)
OURS: Final = REGULATION("25 art.", Status.PRACTICE)
"""That names stand apart under keys, and that their destruction is an event, is how this register works."""
