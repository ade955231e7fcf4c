"""Secrets of each kind, recorded at the command line: in fields, documents, notes, openings and corrections.

Each holds `MARK` or the amount `AMOUNT_CENTS`, which stand nowhere else, so that whoever finds them has found a leak.
"""

from __future__ import annotations

from tests.test_cli.conftest import succeed

MARK = "MADE-UP-SECRET-7Q"
AMOUNT_CENTS = "91827364501"
CASE = "evaluation-15-2025"
FUNDING = "additional-funding-21-2026"
OPENED_SECRETLY = "additional-funding-03-2026"
FLAG, OBSERVATION = "red-flag-15-2026", "county-observation-15-2026"
NOW = "2026-11-02T09:00:00Z"
SECRETLY = ("--publicity", "secret", "--secrecy-ground", "24.1 § 11")
STATED = ("--reason", f"made-up reason {MARK}", "--second-person", "made-up-person")


def record(*words: str) -> None:
    """Records something, at a fixed time."""
    succeed("case", *words, "--now", NOW)


def plant() -> None:
    """Records the secrets."""
    record("note", CASE, f"made-up note {MARK}", "--on", "2026-10-01", "--publicity", "secret", "--ground", "24.1 § 15")
    record("attach", CASE, "--on", "2026-10-01", "--doc", f"inspection_plan={MARK};made-up title {MARK}")
    secret_act = ("--publicity", "secret", "--ground", "24.1 § 8", "--remark", f"made-up remark {MARK}")
    record("attach", CASE, "--on", "2026-10-01", "--doc", f"memorandum=https://example.org/{MARK}", *secret_act)
    minutes = ("--doc", "minutes=VM/1/2026", "--secret-doc", f"appendix={MARK};{MARK}", *SECRETLY[2:])
    record("advance", CASE, "group_met", "--on", "2026-10-02", *minutes)
    _funding()
    _opened_secretly()
    _of_the_counties()


def _funding() -> None:
    applied = ("--set", "applied_cents=100000000", "--set", "financial_year=2026", "--doc", "application=LAPHA/1/2026")
    record("start", "additional_funding", "--subject", "Lappi", "--on", "2026-02-02", *applied)
    record("advance", FUNDING, "preparation_group_set", "--on", "2026-02-10", "--doc", "group_appointment=VM/2/2026")
    for ministry in ("vm", "stm", "sm"):
        record("advance", FUNDING, "representatives_named", "--on", "2026-02-11", "--by", ministry)
    record("advance", FUNDING, "representatives_named", "--on", "2026-02-12", "--by", "county")
    record("advance", FUNDING, "assessment_begun", "--on", "2026-02-20")
    view = ("--set", f"view=made-up view {MARK}", "--set", f"amount_cents={AMOUNT_CENTS}")
    record("advance", FUNDING, "amount_prepared", "--on", "2026-03-01", *view, "--by", "stm")
    record("correct", FUNDING, "8", "--set", f"view=made-up view {MARK} 2", *STATED, "--on", "2026-03-02")
    supplement = ("--set", f"remark=made-up remark {MARK}", "--doc", f"supplement={MARK}")
    record("advance", FUNDING, "application_supplemented", "--on", "2026-03-03", *supplement, *SECRETLY)


def _opened_secretly() -> None:
    applied = ("--set", f"applied_cents={AMOUNT_CENTS}", "--set", f"reasons={MARK}", "--doc", f"application={MARK}")
    ground = ("--ground", f"made-up ground {MARK}")
    opening = ("start", "additional_funding", "--subject", "03", "--on", "2026-04-01")
    record(*opening, *applied, *ground, *SECRETLY)


def _of_the_counties() -> None:
    said = ("--set", f"what={MARK}", "--set", f"need={MARK}", "--set", "contact=made-up office")
    record("start", "red_flag", "--subject", "15", "--on", "2026-10-05", *said, *SECRETLY)
    seen = ("--set", "kind=risk", "--set", f"text=made-up risk {MARK}")
    record("start", "county_observation", "--subject", "15", "--on", "2026-10-05", *seen, *SECRETLY)
