"""The process around the tick: schedulers that run it, their signs of life, doubts about the clock, installation."""
