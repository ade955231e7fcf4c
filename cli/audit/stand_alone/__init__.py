"""The stand-alone verifier: a document that travels with every export, not a part of the running program."""
