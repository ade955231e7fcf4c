"""What the Government agreed on the counties in one session, entry by entry, until every entry is settled."""
