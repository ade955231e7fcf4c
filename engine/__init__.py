"""Values and pure functions: declarations, the case and its fold, deadlines, the envelope."""
