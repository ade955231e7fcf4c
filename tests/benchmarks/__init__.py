"""Benchmarks: `python -m tests.benchmarks` prints our figures beside the floor, measured in turn in the same run.

They assert nothing: machines differ, and a ratio is for a person to judge. `docs/promises.md` says what is promised.
"""
