"""The cooperation agreement of a collaborative area (612/2021 35–37 §), and what all agreements of counties share."""
