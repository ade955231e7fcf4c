"""The register of forums of cooperation, and of the offices to call."""
