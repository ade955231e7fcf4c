"""Persons outside the log: references, the key store, and erasing somebody while every proof stays."""
