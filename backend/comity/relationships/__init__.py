"""What is understood of each relationship: the coach's fold, kept as one derived row per contact."""
