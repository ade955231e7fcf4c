"""The evaluation procedure of a county (arviointimenettely, utvärderingsförfarande): 611/2021 122–124 §."""
