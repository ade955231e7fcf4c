"""A change of the law that the other procedures rest on: from its announcement to its entry into force."""
