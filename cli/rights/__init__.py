"""Who may do what, what may be seen, and whom a reference stands for: rights, publicity and persons."""
