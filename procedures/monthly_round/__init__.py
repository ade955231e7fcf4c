"""One month of the situational picture: opened, discussed, confirmed, compiled, reported."""
