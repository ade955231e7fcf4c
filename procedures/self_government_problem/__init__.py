"""One problem of the counties' self-government, resolved together with them."""
