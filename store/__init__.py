"""The event log, its schema and migrations, projections and evidence."""
