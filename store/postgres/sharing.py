"""Who may read a kept table: auditors the whole of it, a county's readers what is about their own county."""

from __future__ import annotations

from collections.abc import Collection

from store.postgres.layout import APPLICATION, AUDITOR, COUNTY_READER, KEPT, OWNER, RECORD

OWN_SUBJECTS = f"SELECT {RECORD}.own_subjects()"
"""The query that gives the subjects that a login may read about."""

GRANTS = "projection_grants"
"""The kept table of who holds which rights, by which a reader's own program tells what that reader may see."""


def kept_name(table: str) -> str:
    """Gives the name of a kept table as it stands in a statement, whoever chose it."""
    quoted = table.replace('"', '""')
    return f'{KEPT}."{quoted}"'


def sharing(table: str, columns: Collection[str]) -> tuple[str, ...]:
    """Gives the statements that let a kept table with these columns be read by those who may."""
    name = kept_name(table)
    whole, own = f"{OWNER}, {APPLICATION}, {AUDITOR}", readable(table, columns)
    return (
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON {name} TO {APPLICATION}",
        f"GRANT SELECT ON {name} TO {AUDITOR}, {COUNTY_READER}",
        f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS whole ON {name}",
        f"DROP POLICY IF EXISTS own ON {name}",
        f"CREATE POLICY whole ON {name} TO {whole} USING (true) WITH CHECK (true)",
        f"CREATE POLICY own ON {name} FOR SELECT TO {COUNTY_READER} USING ({own})",
    )


def readable(table: str, columns: Collection[str]) -> str:
    """Gives the condition under which a reader of a county sees a row; who holds which rights is known to everybody."""
    return "true" if table == GRANTS else f"{about(columns)} = ANY (ARRAY({OWN_SUBJECTS}))"


def about(columns: Collection[str]) -> str:
    """Gives the expression that tells which subject a row of a kept table is about; a row about none is nobody's."""
    if "subject" in columns:
        return "subject"
    return f"{RECORD}.subject_of(case_id)" if "case_id" in columns else "NULL::text"
