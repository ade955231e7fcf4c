"""Stories, contracts, golden histories, properties, faults and house rules."""
