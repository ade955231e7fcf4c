"""Projections that know only the envelope, and what runs, keeps, rebuilds and compares every projection."""
