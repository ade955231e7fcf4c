"""The procedures of steering, one package each, and the catalogues they share."""
