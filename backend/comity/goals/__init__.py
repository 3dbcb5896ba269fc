"""What the owner is after."""
