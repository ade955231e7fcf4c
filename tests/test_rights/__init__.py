"""Rights: who may record what, and that nobody records anything else."""
