"""Administrators: making, filling, checking and repairing a log."""
