"""The yearly steering negotiation of the three ministries with a county, Helsinki or HUS (611/2021 13 a §)."""
