"""The situational picture: what the log says of every county, in a terminal, as data and as pages (ADR 0020)."""
