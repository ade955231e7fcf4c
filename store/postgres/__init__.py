"""The log on PostgreSQL, for teams: the same record, the same order from one lock, kept by a server."""
