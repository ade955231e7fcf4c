"""A county's own reading of the roadmap: what it judges critical, and how often it answers."""
