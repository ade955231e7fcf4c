"""Names that the log has on a server: its schemas, its roles and the lock from which order comes."""

from __future__ import annotations

RECORD = "ohjaus"
"""The schema of the record; it belongs to the owner's role, with which nobody logs in."""

KEPT = "ohjaus_kept"
"""The schema of the kept projections; whoever writes fills them, and the owner's role makes them."""

PERSONS = "ohjaus_persons"
"""The schema of the key store of persons, where it stands beside the log."""

OWNER = "ohjaus_owner"
APPLICATION = "ohjaus_application"
AUDITOR = "ohjaus_auditor"
COUNTY_READER = "ohjaus_county_reader"
ROLES = (OWNER, APPLICATION, AUDITOR, COUNTY_READER)

OF_SUBJECT = "ohjaus_subject_"
"""With what the name of a role begins that reads what is about one subject."""

LOCK = 0x6F686A617573
"""The advisory lock of an append: one for a database, held until its transaction ends."""
