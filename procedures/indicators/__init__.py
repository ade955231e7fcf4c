"""The register of other authorities' indicators, with their values as published."""
