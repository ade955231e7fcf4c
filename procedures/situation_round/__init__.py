"""One monthly round of the regional situational picture: collected, discussed, compiled, reported."""
