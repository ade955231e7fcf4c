"""More time to cover a county's deficit (alijäämän kattamisen lisäaika): HE 189/2025 vp, not confirmed as law."""
