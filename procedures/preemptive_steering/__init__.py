"""Pre-emptive financial steering of a county (ennakollinen talouden ohjauksen menettely), 611/2021 13 b §."""
