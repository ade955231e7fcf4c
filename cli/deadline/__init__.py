"""Schedulers and staff: deadlines, and how they are reckoned."""
