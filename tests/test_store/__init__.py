"""The log, its file, its projections and its checks."""
