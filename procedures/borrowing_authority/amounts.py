"""The arithmetic of 15 § 2 mom. in whole cents, shared by the conditions of the calculation and the calculator.

The loan-service ratio is (margin + interest) ÷ (interest + debt ÷ 10). Set to the value that the law gives, one, it
gives the maximum debt: 10 × margin, whatever the interest.

Example:
    >>> maximum_debt_cents(2_500_000_00, divisor=Fraction(10), ratio=Fraction(1), interest_cents=None)
    2500000000
    >>> authority_cents(2_500_000_000, opening_debt_cents=1_900_000_000, earlier_cents=0)
    600000000
"""

from __future__ import annotations

from fractions import Fraction
from math import floor


def maximum_debt_cents(
    margin_cents: int, *, divisor: Fraction, ratio: Fraction, interest_cents: int | None
) -> int | None:
    """Gives the debt at which the ratio has its value; None when the interest would matter and is not known."""
    if ratio == 1:
        return floor(divisor * margin_cents)
    if interest_cents is None:
        return None
    return floor(divisor * (Fraction(margin_cents + interest_cents) / ratio - interest_cents))


def authority_cents(maximum_cents: int, *, opening_debt_cents: int, earlier_cents: int) -> int:
    """Gives the authority: maximum debt less the estimated debt and what earlier decisions take up, never negative."""
    return max(0, maximum_cents - opening_debt_cents - earlier_cents)
