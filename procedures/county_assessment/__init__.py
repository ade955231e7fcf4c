"""One county against the five preconditions of reform, with what support or lightening follows."""
