"""The log on PostgreSQL on a real server: the one at `OHJAUS_TEST_POSTGRES`, or an embedded one for the run."""
