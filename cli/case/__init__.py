"""Ministry staff: cases, acts in them, and what is to be done."""
