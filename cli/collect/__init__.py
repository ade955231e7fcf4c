"""The monthly round at the command line: workbooks out, answers in, what was said talked through and confirmed."""
