"""The pilot of the three ministries' joint steering function."""
