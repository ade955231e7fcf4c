"""Persons of the log: that their names are kept apart from it, and who was erased on what ground."""
