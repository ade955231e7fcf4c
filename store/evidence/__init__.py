"""Evidence: the RFC 6962 tree over the log, signed checkpoints, proofs, and the bundle that is checked without us."""
