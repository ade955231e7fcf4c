"""The cooperation agreement of the bilingual counties (612/2021 39 §)."""
