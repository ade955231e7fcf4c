"""A county's observation: a note, a wish or a risk, which gets an answer."""
