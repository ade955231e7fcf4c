"""Runs the migrations on the connection that `store.migrate` hands over, inside its transaction.

For PostgreSQL they are only put into words, which `store.postgres.creation` runs in its own.
"""

from alembic import context

if context.is_offline_mode():
    words = context.config.attributes["words"]
    context.configure(dialect_name="postgresql", output_buffer=words, version_table_schema="ohjaus")
else:
    context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
