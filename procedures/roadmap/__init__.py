"""The roadmap of the regional implementation (30 June 2021) as a catalogue: what a county's return speaks of."""
