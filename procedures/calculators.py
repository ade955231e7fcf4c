"""The calculators: what can be worked out from figures, for which procedure, on which sections.

Each is loaded when somebody first asks for it, as procedures are. A calculator reads figures into its model and gives
lines: each says what it found or what is missing, by which calculation, on which section, with which status. None of
them decides anything. Which names its figures have, the model says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol

from engine.errors import NotFound
from engine.law import Basis, Label, Status
from procedures.statutes import COUNTIES, IMPLEMENTATION, SERVICES

if TYPE_CHECKING:
    from pydantic import BaseModel

Answers = Literal["criteria", "figures", "amounts"]
"""What the lines of a calculator are: criteria that are met or not, figures beside a threshold, or amounts."""


class Line(Protocol):
    """One result. `met` is None when it cannot be told; `missing` then says why."""

    @property
    def id(self) -> str:
        """Its name within the calculator, such as `E2`."""
        ...

    @property
    def label(self) -> Label:
        """What it is about."""
        ...

    @property
    def met(self) -> bool | None:
        """Whether the criterion is met, the figure below its threshold, or something left of the amount."""
        ...

    @property
    def calculation(self) -> tuple[str, ...]:
        """The working, step by step."""
        ...

    @property
    def missing(self) -> tuple[Label, ...]:
        """What would have to be known."""
        ...

    @property
    def threshold(self) -> str:
        """The threshold in signs, such as `< 80 %`; empty where there is none."""
        ...

    @property
    def threshold_from(self) -> date:
        """The day from which it is in force."""
        ...

    @property
    def basis(self) -> tuple[Basis, ...]:
        """The sections on which it rests."""
        ...

    @property
    def status(self) -> Status:
        """How well the rule is known."""
        ...

    def as_data(self) -> dict[str, Any]:
        """Gives the line as plain data."""
        ...


@dataclass(frozen=True, slots=True)
class Calculator:
    """One calculator. `procedure` says to whom it applies on a day; `notes` explain lines by their id."""

    id: str
    procedure: str
    label: Label
    about: Label
    decides: Label
    basis: tuple[Basis, ...]
    answers: Answers
    model: type[BaseModel]
    read: Callable[[Mapping[str, Any]], Any]
    work: Callable[[Any, date], tuple[Line, ...]]
    notes: Mapping[str, Label] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its figures, as they are typed."""
        from procedures.figure_names import names_of  # noqa: PLC0415 - loads pydantic

        return names_of(self.model)


_VM_DECIDES: Final = Label(
    "Laskelma ei ratkaise mitään: menettelyn käynnistämisestä päättää valtiovarainministeriö.",
    "Kalkylen avgör ingenting: finansministeriet beslutar om att inleda förfarandet.",
    "The calculation decides nothing: the Ministry of Finance decides whether to start the procedure.",
)


def _key_figures() -> Calculator:
    from procedures import key_figures  # noqa: PLC0415 - loaded when asked for

    return Calculator(
        id="key_figures",
        procedure="financial_data",
        label=Label("tunnusluvut", "nyckeltalen", "key figures"),
        about=Label(
            "Vuosikatteen ja poistojen suhde sekä laskennallinen lainanhoitokate vuosittain, laskutoimituksineen.",
            "Förhållandet mellan årsbidrag och avskrivningar samt det kalkylmässiga låneskötselbidraget år för år, med "
            "uträkning.",
            "Annual margin to depreciation and the calculated loan-service ratio year by year, with the working.",
        ),
        decides=Label(
            "Yhden vuoden tunnusluku ei yksin täytä mitään edellytystä eikä ratkaise mitään.",
            "Ett års nyckeltal uppfyller inte ensamt någon förutsättning och avgör ingenting.",
            "A key figure of one year alone meets no criterion and decides nothing.",
        ),
        basis=(COUNTIES("123 § 2 mom."), IMPLEMENTATION("62 §")),
        answers="figures",
        model=key_figures.KnownYears,
        read=key_figures.read_years,
        work=key_figures.key_figures,
    )


def _evaluation() -> Calculator:
    from procedures.evaluation import figures, figures_input  # noqa: PLC0415 - loaded when asked for

    return Calculator(
        id="evaluation",
        procedure="evaluation",
        label=Label(
            "arviointimenettelyn edellytykset",
            "förutsättningarna för utvärderingsförfarande",
            "criteria of the evaluation procedure",
        ),
        about=Label(
            "Mitkä arviointimenettelyn edellytykset E1–E5 täyttyvät.",
            "Vilka av förutsättningarna E1–E5 för utvärderingsförfarande som uppfylls.",
            "Which of the criteria E1–E5 of the evaluation procedure are met.",
        ),
        decides=_VM_DECIDES,
        basis=(COUNTIES("122 § 1 mom."), COUNTIES("123 §"), SERVICES("27 §")),
        answers="criteria",
        model=figures_input.KeyFigures,
        read=figures_input.read_key_figures,
        work=figures.gates,
    )


def _preemptive_steering() -> Calculator:
    from procedures.preemptive_steering import criteria, criteria_input  # noqa: PLC0415 - loaded when asked for

    return Calculator(
        id="preemptive_steering",
        procedure="preemptive_steering",
        label=Label(
            "ennakollisen talouden ohjauksen menettelyn edellytykset",
            "förutsättningarna för förebyggande förfarande för ekonomisk styrning",
            "criteria of pre-emptive financial steering",
        ),
        about=Label(
            "Mitkä ennakollisen talouden ohjauksen menettelyn edellytykset 1–4 täyttyvät.",
            "Vilka av förutsättningarna 1–4 för förebyggande förfarande för ekonomisk styrning som uppfylls.",
            "Which of the criteria 1–4 of pre-emptive financial steering are met.",
        ),
        decides=_VM_DECIDES,
        basis=(COUNTIES("13 b § 1 mom."), COUNTIES("123 § 2 mom.")),
        answers="criteria",
        model=criteria_input.SteeringFacts,
        read=criteria_input.read_steering_facts,
        work=criteria.criteria,
    )


def _borrowing_authority() -> Calculator:
    from procedures.borrowing_authority import formula, formula_input  # noqa: PLC0415 - loaded when asked for

    return Calculator(
        id="borrowing_authority",
        procedure="borrowing_authority",
        label=Label(
            "lainanottovaltuuden laskelma", "beräkningen av fullmakten att uppta lån", "borrowing authority calculated"
        ),
        about=Label(
            "Kuinka paljon pitkäaikaista lainaa alue saa tilikaudella ottaa, vaihe vaiheelta.",
            "Hur mycket långfristigt lån området får uppta under räkenskapsperioden, steg för steg.",
            "How much long-term loan a county may take in a financial year, step by step.",
        ),
        decides=Label(
            "Laskelma ei ratkaise mitään: lainanottovaltuudesta päättää valtioneuvosto.",
            "Kalkylen avgör ingenting: statsrådet beslutar om fullmakten att uppta lån.",
            "The calculation decides nothing: the Government decides on the borrowing authority.",
        ),
        basis=(COUNTIES("15 § 1–2 mom."), IMPLEMENTATION("61 § 1 mom.")),
        answers="amounts",
        model=formula_input.AuthorityFigures,
        read=formula_input.read_authority_figures,
        work=formula.authority_lines,
        notes={
            "earlier_decisions": Label(
                "aiempien päätösten vähentäminen on päätelmä: laissa ei sanota, miten ne otetaan huomioon",
                "avdraget för tidigare beslut är en slutledning: lagen säger inte hur de beaktas",
                "deducting earlier decisions is an inference: the law does not say how they are taken into account",
            ),
            "authority": Label(
                "nolla, kun erotus on negatiivinen, on päätelmä: laissa ei sanota sitä",
                "noll när skillnaden är negativ är en slutledning: lagen säger det inte",
                "zero where the difference is negative is an inference: the law does not say it",
            ),
        },
    )


CALCULATORS: Final[Mapping[str, Callable[[], Calculator]]] = {
    "key_figures": _key_figures,
    "evaluation": _evaluation,
    "preemptive_steering": _preemptive_steering,
    "borrowing_authority": _borrowing_authority,
}
"""Every calculator by its id, with how to load it."""


@cache
def calculator(reference: str) -> Calculator:
    """Gives the calculator that is meant, its id written with hyphens or not.

    Raises:
        NotFound: `calculator-unknown`, with the nearest ids.
    """
    sought = reference.strip().lower().replace("-", "_")
    if sought not in CALCULATORS:
        near = tuple(get_close_matches(sought, CALCULATORS, n=3, cutoff=0.4))
        raise NotFound(
            "calculator-unknown",
            f"There is no calculator called {reference!r}." + (f" Did you mean {', '.join(near)}?" if near else ""),
            nearest=near,
            try_next="ohjaus figures list",
            details={"calculator": reference},
        )
    return CALCULATORS[sought]()


def every_calculator() -> tuple[Calculator, ...]:
    """Gives every calculator."""
    return tuple(calculator(name) for name in CALCULATORS)
