"""The register of procedures: every declared version, written out, so that nothing is found by searching.

A procedure is loaded when somebody first asks for it: a command that shows one case reads one declaration, not all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from engine.declaration import Procedure
from engine.declarations import Declarations
from procedures.administration import numbers

Versions = tuple[Procedure, ...]


def _evaluation() -> Versions:
    from procedures.evaluation import since_2023_01_01, since_2025_01_01

    return since_2023_01_01.EVALUATION, since_2025_01_01.EVALUATION


def _preemptive_steering() -> Versions:
    from procedures.preemptive_steering import since_2025_01_01

    return (since_2025_01_01.DECLARATION,)


def _division_inquiry() -> Versions:
    from procedures.division_inquiry import since_2021_07_01, since_2025_12_15

    return since_2021_07_01.DECLARATION, since_2025_12_15.DECLARATION


def _additional_funding() -> Versions:
    from procedures.additional_funding import versions

    return versions.VERSIONS


def _deficit_extension() -> Versions:
    from procedures.deficit_extension import since_2026_03_06

    return (since_2026_03_06.DECLARATION,)


def _borrowing_authority() -> Versions:
    from procedures.borrowing_authority import since_2021_07_01, since_2025_01_01

    return since_2021_07_01.DECLARATION, since_2025_01_01.DECLARATION


def _borrowing_authority_change() -> Versions:
    from procedures.borrowing_authority_change import since_2021_07_01, since_2025_01_01

    return since_2021_07_01.DECLARATION, since_2025_01_01.DECLARATION


def _investment_plan() -> Versions:
    from procedures.investment_plan import since_2022_03_01, since_2023_01_01, since_2025_01_01

    return since_2022_03_01.DECLARATION, since_2023_01_01.DECLARATION, since_2025_01_01.DECLARATION


def _collaborative_agreement() -> Versions:
    from procedures.collaborative_agreement import since_2023_07_01

    return (since_2023_07_01.DECLARATION,)


def _bilingual_agreement() -> Versions:
    from procedures.bilingual_agreement import since_2022_03_01

    return (since_2022_03_01.DECLARATION,)


def _hus_agreement() -> Versions:
    from procedures.hus_agreement import since_2023_01_01, since_2024_08_01

    return since_2023_01_01.DECLARATION, since_2024_08_01.DECLARATION


def _collaborative_negotiation() -> Versions:
    from procedures.collaborative_negotiation import since_2022_03_01

    return (since_2022_03_01.DECLARATION,)


def _agreement_decision() -> Versions:
    from procedures.agreement_decision import since_2023_01_01

    return (since_2023_01_01.DECLARATION,)


def _steering_negotiation() -> Versions:
    from procedures.steering_negotiation import since_2024_08_01

    return (since_2024_08_01.DECLARATION,)


def _national_objectives() -> Versions:
    from procedures.national_objectives import since_2024_08_01

    return (since_2024_08_01.DECLARATION,)


def _service_information() -> Versions:
    from procedures.service_information import since_2023_01_01, since_2024_08_01, since_2026_01_01

    return since_2023_01_01.DECLARATION, since_2024_08_01.DECLARATION, since_2026_01_01.DECLARATION


def _rescue_information() -> Versions:
    from procedures.rescue_information import since_2023_01_01, since_2024_08_01, since_2026_01_01

    return since_2023_01_01.DECLARATION, since_2024_08_01.DECLARATION, since_2026_01_01.DECLARATION


def _financial_data() -> Versions:
    from procedures.financial_data import since_2023_01_01

    return (since_2023_01_01.DECLARATION,)


def _advisory_board() -> Versions:
    from procedures.advisory_board import since_2024_08_01, since_2025_01_31

    return since_2024_08_01.DECLARATION, since_2025_01_31.DECLARATION


def _legislation() -> Versions:
    from procedures.legislation import since_2012_03_01

    return (since_2012_03_01.DECLARATION,)


def _joint_message() -> Versions:
    from procedures.joint_message import since_2015_01_01

    return (since_2015_01_01.DECLARATION,)


def _situation_round() -> Versions:
    from procedures.situation_round import since_2021_06_30

    return (since_2021_06_30.DECLARATION,)


def _government_commitment() -> Versions:
    from procedures.government_commitment import since_2025_04_23

    return (since_2025_04_23.DECLARATION,)


def _interim_evaluation() -> Versions:
    from procedures.interim_evaluation import since_2025_01_01

    return (since_2025_01_01.DECLARATION,)


def _steering_year() -> Versions:
    from procedures.steering_year import since_2024_08_01

    return (since_2024_08_01.DECLARATION,)


def _reform_programme() -> Versions:
    from procedures.reform_programme import since_2025_01_01

    return (since_2025_01_01.DECLARATION,)


def _county_assessment() -> Versions:
    from procedures.county_assessment import since_2025_01_01

    return (since_2025_01_01.DECLARATION,)


def _county_reform_plan() -> Versions:
    from procedures.county_reform_plan import since_2025_01_01

    return (since_2025_01_01.DECLARATION,)


def _joint_steering_function() -> Versions:
    from procedures.joint_steering_function import since_2025_01_01

    return (since_2025_01_01.DECLARATION,)


def _self_government_problem() -> Versions:
    from procedures.self_government_problem import since_2025_01_01

    return (since_2025_01_01.DECLARATION,)


def _cooperation_forums() -> Versions:
    from procedures.cooperation_forums import since_2025_01_01

    return (since_2025_01_01.DECLARATION,)


def _indicators() -> Versions:
    from procedures.indicators import since_2025_01_01

    return (since_2025_01_01.DECLARATION,)


def _monthly_round() -> Versions:
    from procedures.monthly_round import since_2025_01_01

    return (since_2025_01_01.DECLARATION,)


def _county_return() -> Versions:
    from procedures.county_return import since_2025_01_01

    return (since_2025_01_01.DECLARATION,)


def _county_roadmap() -> Versions:
    from procedures.county_roadmap import since_2025_01_01

    return (since_2025_01_01.DECLARATION,)


def _county_observation() -> Versions:
    from procedures.county_observation import since_2025_01_01

    return (since_2025_01_01.DECLARATION,)


def _red_flag() -> Versions:
    from procedures.red_flag import since_2025_01_01

    return (since_2025_01_01.DECLARATION,)


def _shared_theme() -> Versions:
    from procedures.shared_theme import since_2025_01_01

    return (since_2025_01_01.DECLARATION,)


def _person_register() -> Versions:
    from procedures.person_register import since_2019_01_01

    return (since_2019_01_01.DECLARATION,)


def _access_rights() -> Versions:
    from procedures.access_rights import since_2020_01_01

    return (since_2020_01_01.DECLARATION,)


def _grant() -> Versions:
    from procedures.grant import since_2020_01_01

    return (since_2020_01_01.DECLARATION,)


PROCEDURES: Final[Mapping[str, Callable[[], Versions]]] = {
    "evaluation": _evaluation,
    "preemptive_steering": _preemptive_steering,
    "division_inquiry": _division_inquiry,
    "additional_funding": _additional_funding,
    "deficit_extension": _deficit_extension,
    "borrowing_authority": _borrowing_authority,
    "borrowing_authority_change": _borrowing_authority_change,
    "investment_plan": _investment_plan,
    "collaborative_agreement": _collaborative_agreement,
    "bilingual_agreement": _bilingual_agreement,
    "hus_agreement": _hus_agreement,
    "collaborative_negotiation": _collaborative_negotiation,
    "agreement_decision": _agreement_decision,
    "steering_negotiation": _steering_negotiation,
    "national_objectives": _national_objectives,
    "service_information": _service_information,
    "rescue_information": _rescue_information,
    "financial_data": _financial_data,
    "advisory_board": _advisory_board,
    "legislation": _legislation,
    "joint_message": _joint_message,
    "situation_round": _situation_round,
    "government_commitment": _government_commitment,
    "interim_evaluation": _interim_evaluation,
    "steering_year": _steering_year,
    "reform_programme": _reform_programme,
    "county_assessment": _county_assessment,
    "county_reform_plan": _county_reform_plan,
    "joint_steering_function": _joint_steering_function,
    "self_government_problem": _self_government_problem,
    "cooperation_forums": _cooperation_forums,
    "indicators": _indicators,
    "monthly_round": _monthly_round,
    "county_return": _county_return,
    "county_roadmap": _county_roadmap,
    "county_observation": _county_observation,
    "red_flag": _red_flag,
    "shared_theme": _shared_theme,
    "access_rights": _access_rights,
    "grant": _grant,
    "person_register": _person_register,
}
"""Every procedure by its id, with how to load its versions, the oldest first."""


def every_version() -> Versions:
    """Gives every version of every procedure."""
    return tuple(version for load in PROCEDURES.values() for version in load())


@cache
def declarations() -> Declarations:
    """Gives all declared procedures, each compiled once in a process."""
    return Declarations(PROCEDURES, common=numbers)
