"""What every command stands in: how it is declared, what it was given, who asks, in which language, how it fails."""
