"""A right that one person has: which role, for which organisation and procedure, from when and until when."""
