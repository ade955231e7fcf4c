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

ON_A_SERVER = (
    """
    CREATE TABLE ohjaus.heartbeats (
        scheduler TEXT COLLATE "C" NOT NULL,
        kind TEXT COLLATE "C" NOT NULL,
        software TEXT COLLATE "C" NOT NULL,
        started_at TEXT COLLATE "C" NOT NULL,
        beat_at TEXT COLLATE "C" NOT NULL,
        fired BIGINT NOT NULL,
        next_at TEXT COLLATE "C",
        stopped_at TEXT COLLATE "C",
        boot TEXT COLLATE "C" NOT NULL,
        trusted_at TEXT COLLATE "C",
        trusted_ms BIGINT,
        doubt TEXT COLLATE "C",
        doubted_at TEXT COLLATE "C",
        doubted_ms BIGINT,
        PRIMARY KEY (scheduler),
        CONSTRAINT ck_heartbeats_kind CHECK (kind IN ('run', 'tick'))
    )
    """,
)


def upgrade() -> None:
    on_a_server = op.get_context().dialect.name == "postgresql"
    for statement in ON_A_SERVER if on_a_server else STATEMENTS:
        op.execute(statement)
