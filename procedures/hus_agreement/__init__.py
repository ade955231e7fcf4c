"""The organising agreement of HUS (615/2021 9–12 §)."""
