"""A shared theme: what several counties raised, and who takes it up for all of them."""
