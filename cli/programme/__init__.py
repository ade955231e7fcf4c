"""The work of the programme: goals, measures, risks, assumptions and red flags, each a short way to a recorded fact."""
