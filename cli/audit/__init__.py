"""Auditors: the log, histories replayed, the record verified."""
