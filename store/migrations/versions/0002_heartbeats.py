"""The signs of life of schedulers: no part of the record, without triggers, written over at each beat.

Frozen: what is written here is what logs in use were upgraded with. `store.schema` declares where they stand now.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE heartbeats (
        scheduler TEXT NOT NULL,
        kind TEXT NOT NULL,
        software TEXT NOT NULL,
        started_at TEXT NOT NULL,
        beat_at TEXT NOT NULL,
        fired INTEGER NOT NULL,
        next_at TEXT,
        stopped_at TEXT,
        boot TEXT NOT NULL,
        trusted_at TEXT,
        trusted_ms INTEGER,
        doubt TEXT,
        doubted_at TEXT,
        doubted_ms INTEGER,
        PRIMARY KEY (scheduler),
        CONSTRAINT ck_heartbeats_kind CHECK (kind IN ('run', 'tick'))
    ) STRICT
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
