"""The yearly data on a county's finances, from budget to accounts (611/2021 115, 117 and 120 §, decree 462/2022)."""
