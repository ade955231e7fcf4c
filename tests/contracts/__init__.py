"""What every implementation of a port must do, written against the port alone."""
