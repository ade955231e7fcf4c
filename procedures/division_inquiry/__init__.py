"""The division inquiry (aluejakoselvitys): changing the counties, 614/2021 chapter 2 and what replaced it."""
