"""Everybody: procedures, actors, terms, and the criteria from key figures."""
