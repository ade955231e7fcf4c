"""Every book of the made-up cases: one for each version of each procedure, the evaluation procedure apart.

The evaluation procedure was there before the books; its stories, refusals and golden histories stand on their own.
"""

from __future__ import annotations

from typing import Final

from tests.book import Book
from tests.test_procedures import (
    additional_funding_stories,
    advisory_board_stories,
    agreement_decision_stories,
    bilingual_agreement_stories,
    borrowing_authority_change_stories,
    borrowing_authority_stories,
    collaborative_agreement_stories,
    collaborative_negotiation_stories,
    deficit_extension_stories,
    division_inquiry_stories,
    financial_data_stories,
    government_commitment_stories,
    hus_agreement_stories,
    interim_evaluation_stories,
    investment_plan_stories,
    joint_message_stories,
    legislation_stories,
    national_objectives_stories,
    preemptive_steering_stories,
    rescue_information_stories,
    service_information_stories,
    situation_round_stories,
    steering_negotiation_stories,
    steering_year_stories,
)

BOOKS: Final[tuple[Book, ...]] = (
    *preemptive_steering_stories.BOOKS,
    *division_inquiry_stories.BOOKS,
    *additional_funding_stories.BOOKS,
    *deficit_extension_stories.BOOKS,
    *borrowing_authority_stories.BOOKS,
    *borrowing_authority_change_stories.BOOKS,
    *investment_plan_stories.BOOKS,
    *collaborative_agreement_stories.BOOKS,
    *bilingual_agreement_stories.BOOKS,
    *hus_agreement_stories.BOOKS,
    *collaborative_negotiation_stories.BOOKS,
    *agreement_decision_stories.BOOKS,
    *steering_negotiation_stories.BOOKS,
    *national_objectives_stories.BOOKS,
    *service_information_stories.BOOKS,
    *rescue_information_stories.BOOKS,
    *financial_data_stories.BOOKS,
    *advisory_board_stories.BOOKS,
    *legislation_stories.BOOKS,
    *joint_message_stories.BOOKS,
    *situation_round_stories.BOOKS,
    *government_commitment_stories.BOOKS,
    *interim_evaluation_stories.BOOKS,
    *steering_year_stories.BOOKS,
)
