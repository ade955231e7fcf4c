"""Turning rights on in a log: who gives them first, and how well everybody's identity must be established."""
