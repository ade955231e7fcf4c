"""Every book of the made-up cases: one for each version of each procedure, the evaluation procedure apart.

The evaluation procedure was there before the books; its stories, refusals and golden histories stand on their own.
"""

from __future__ import annotations

from itertools import chain
from typing import Final

from tests.book import Book

BOOKS: Final[tuple[Book, ...]] = tuple(chain())
