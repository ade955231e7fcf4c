"""A county's return for one month: template issued, answered as a delta, discussed, confirmed."""
