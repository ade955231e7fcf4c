"""Persons outside the log: whom a reference stands for, in a store of its own from which a person can be erased."""
