"""What is done in the background for an owner, of every kind, in one list."""
