"""The projections that every log keeps; the composition root adds those of the procedures."""

from __future__ import annotations

from engine.projection import Projection
from store.projections.cases import CASES
from store.projections.deadlines import DEADLINES
from store.projections.grants import GRANTS
from store.projections.occurrences import OCCURRENCES
from store.projections.subject_matrix import SUBJECT_MATRIX
from store.projections.tasks import TASKS

STANDARD: tuple[Projection, ...] = (CASES, DEADLINES, TASKS, SUBJECT_MATRIX, OCCURRENCES, GRANTS)
