"""Who said they would do what, and whether they did."""
