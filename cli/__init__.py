"""The command line: one file per audience or noun, and the composition root."""
