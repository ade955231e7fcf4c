"""Faults on purpose: what is promised under faults, put to the test in any number, with a ledger of what was done.

`python -m tests.faults` does a little of each row, `python -m tests.faults --long` the full figures. The ordinary test
run takes the same rows in small doses (`tests/test_faults`). What each row injects and what has to hold stands in
`docs/faults.md`.
"""
