"""How fast Comity is, always as a ratio to a floor that does the same job with nothing round it, in the same run."""
