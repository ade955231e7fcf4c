"""The borrowing authority from figures: how much a county may borrow in a financial year, line by line, with sections.

Pure and exact, in whole cents. The law sets the loan-service ratio at one and calculated repayments at a tenth of the
debt; so the maximum debt is ten times the annual margin, and the authority is what the estimated opening debt leaves of
it. Nothing here decides: the Government does, and may confirm less where finances weaken exceptionally.

Example:
    >>> from procedures.borrowing_authority.formula_input import read_authority_figures
    >>> figures = read_authority_figures({"subject": "14", "financial_year": 2024, "annual_margin": "25000000",
    ...                                   "opening_debt": "111000000", "earlier_authorities": "0"})
    >>> for line in authority_lines(figures, date(2023, 6, 1)):
    ...     print(line.id, line.amount_cents, line.calculation)
    maximum_debt 25000000000 ('10 × 25000000.00 = 250000000.00',)
    difference 13900000000 ('250000000.00 − 111000000.00 = 139000000.00',)
    earlier_decisions 13900000000 ('139000000.00 − 0.00 = 139000000.00',)
    authority 13900000000 ('139000000.00 ≥ 0',)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from engine.law import Basis, Label, Status
from engine.parameters import DatedValue
from procedures.borrowing_authority.amounts import authority_cents, maximum_debt_cents
from procedures.borrowing_authority.formula_input import AuthorityFigures
from procedures.borrowing_authority.since_2025_01_01 import DECLARATION as SINCE_2025
from procedures.declaring import numbers
from procedures.statutes import AMENDMENT_2024, COUNTIES, IMPLEMENTATION

_CONTRACTS_COVERED_FROM: Final = SINCE_2025.in_force_from


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the calculation on one day, with the shape of a gate of the evaluation procedure.

    `amount_cents` is its result. `met` says whether the step leaves something to borrow (for `equivalent_contracts`,
    whether they are covered); both are None when it cannot be calculated, and `missing` then says why.
    """

    id: str
    label: Label
    met: bool | None
    calculation: tuple[str, ...]
    missing: tuple[Label, ...]
    threshold: str
    threshold_from: date
    basis: tuple[Basis, ...]
    status: Status
    amount_cents: int | None = None

    def as_data(self) -> dict[str, Any]:
        """Gives the line as plain data."""
        return {
            "id": self.id,
            "label": self.label.as_data(),
            "met": self.met,
            "amount_cents": self.amount_cents,
            "calculation": list(self.calculation),
            "missing": [label.as_data() for label in self.missing],
            "threshold": self.threshold,
            "threshold_from": self.threshold_from.isoformat(),
            "basis": [basis.cite for basis in self.basis],
            "status": str(self.status),
        }


_MARGIN: Final = Label(
    "tilikautta edeltävän vuoden talousarvion vuosikate",
    "årsbidraget i budgeten för året före räkenskapsperioden",
    "annual margin in the budget of the year before the financial year",
)
_INTEREST: Final = Label("korkokulut", "räntekostnader", "interest")
_DEBT: Final = Label(
    "tilikauden alun ennakoitu lainamäärä",
    "estimerat lånebelopp i början av räkenskapsperioden",
    "estimated debt at the start of the financial year",
)
_EARLIER: Final = Label(
    "aiemmista päätöksistä huomioon otettava määrä",
    "belopp som beaktas av tidigare beslut",
    "what is taken into account of earlier decisions",
)
_CONTRACTS: Final = Label(
    "kattaako valtuus investointeja vastaavat sopimukset",
    "om fullmakten täcker avtal som motsvarar investeringar",
    "whether the authority covers contracts equivalent to investments",
)


def authority_lines(figures: AuthorityFigures, on: date) -> tuple[Line, ...]:
    """Gives the steps to the authority by the law in force on `on`; the line `authority` holds the result.

    Since 1.1.2025 a line says whether contracts equivalent to investments are covered.

    Raises:
        Refused: `no-parameter-in-force` on a day before the law was in force.
    """
    maximum = _maximum(figures, on)
    difference = _difference(figures, maximum)
    earlier = _earlier(figures, difference)
    lines = (maximum, difference, earlier, _result(earlier))
    return (*lines, _contracts(figures)) if on >= _CONTRACTS_COVERED_FROM else lines


def _number_on(name: str, on: date) -> DatedValue:
    return numbers(__package__).on(name, on)


def _maximum(figures: AuthorityFigures, on: date) -> Line:
    divisor, ratio = _number_on("repayment_divisor", on), _number_on("loan_service_ratio", on)
    first = _number_on("first_financial_year", on)
    of_first_year = figures.financial_year == int(str(first.value))
    amount = (
        None
        if figures.margin_cents is None
        else maximum_debt_cents(
            figures.margin_cents,
            divisor=Fraction(str(divisor.value)),
            ratio=Fraction(str(ratio.value)),
            interest_cents=figures.interest_cents,
        )
    )
    lacks = _MARGIN if figures.margin_cents is None else _INTEREST
    return Line(
        "maximum_debt",
        Label(
            "enimmäismäärä, kun laskennallinen lainanhoitokate on yksi",
            "maximibelopp när det kalkylmässiga låneskötselbidraget är ett",
            "maximum debt at a loan-service ratio of one",
        ),
        None if amount is None else amount > 0,
        () if amount is None else (f"{divisor.value} × {_euros(figures.margin_cents)} = {_euros(amount)}",),
        (lacks,) if amount is None else (),
        f"{ratio.value} / {divisor.value}",
        divisor.in_force_from,
        (COUNTIES("15 § 2 mom."), *((IMPLEMENTATION("61 § 1 mom."),) if of_first_year else ())),
        divisor.status,
        amount,
    )


def _difference(figures: AuthorityFigures, maximum: Line) -> Line:
    debt = figures.opening_debt_cents
    amount = maximum.amount_cents - debt if maximum.amount_cents is not None and debt is not None else None
    return Line(
        "difference",
        Label(
            "enimmäismäärän ja ennakoidun lainamäärän erotus",
            "skillnaden mellan maximibeloppet och det estimerade lånebeloppet",
            "maximum debt less estimated opening debt",
        ),
        None if amount is None else amount > 0,
        () if amount is None else (f"{_euros(maximum.amount_cents)} − {_euros(debt)} = {_euros(amount)}",),
        (*maximum.missing, *((_DEBT,) if debt is None else ())),
        "",
        maximum.threshold_from,
        (COUNTIES("15 § 2 mom."),),
        Status.STATUTE,
        amount,
    )


def _earlier(figures: AuthorityFigures, difference: Line) -> Line:
    taken = figures.earlier_authorities_cents
    amount = difference.amount_cents - taken if difference.amount_cents is not None and taken is not None else None
    return Line(
        "earlier_decisions",
        Label(
            "valtioneuvoston aiemmat päätökset huomioon ottaen",
            "med beaktande av statsrådets tidigare beslut",
            "with the Government's earlier decisions taken into account",
        ),
        None if amount is None else amount > 0,
        () if amount is None else (f"{_euros(difference.amount_cents)} − {_euros(taken)} = {_euros(amount)}",),
        (*difference.missing, *((_EARLIER,) if taken is None else ())),
        "",
        difference.threshold_from,
        (COUNTIES("15 § 1 mom."),),
        Status.UNSETTLED,
        amount,
    )


def _result(left: Line) -> Line:
    amount = None
    calculation: tuple[str, ...] = ()
    if left.amount_cents is not None:
        amount = authority_cents(left.amount_cents, opening_debt_cents=0, earlier_cents=0)
        calculation = (f"{_euros(left.amount_cents)} {'≥ 0' if left.amount_cents >= 0 else '< 0 → 0.00'}",)
    return Line(
        "authority",
        Label("lainanottovaltuus", "fullmakten att uppta lån", "borrowing authority"),
        None if amount is None else amount > 0,
        calculation,
        left.missing,
        "≥ 0",
        left.threshold_from,
        (COUNTIES("15 § 1–2 mom."),),
        Status.UNSETTLED,
        amount,
    )


def _contracts(figures: AuthorityFigures) -> Line:
    covered = figures.equivalent_contracts_included
    return Line(
        "equivalent_contracts",
        Label(
            "valtuus kattaa investointeja vastaavat sopimukset",
            "fullmakten täcker avtal som motsvarar investeringar",
            "the authority covers contracts equivalent to investments",
        ),
        covered,
        (),
        (_CONTRACTS,) if covered is None else (),
        "",
        _CONTRACTS_COVERED_FROM,
        (COUNTIES("15 § 1 mom."), AMENDMENT_2024("15 § 1 mom.")),
        Status.STATUTE,
    )


def _euros(cents: int | None) -> str:
    return "" if cents is None else format(Decimal(cents).scaleb(-2), ".2f")
