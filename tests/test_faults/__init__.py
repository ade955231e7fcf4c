"""Faults on purpose, in the small doses of the ordinary run; `python -m tests.faults --long` does the full figures."""
