"""The national strategic objectives for the counties' duties: preparing, confirming, following up (611/2021 12 a §)."""
