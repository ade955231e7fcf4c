"""Publicity: what is secret is shown to nobody who may not read it, by any command."""
