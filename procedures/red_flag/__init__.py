"""A red flag: a county says that it will not reach the goal without support, and the State answers."""
