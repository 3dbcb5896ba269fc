"""Notes and messages, read: what they show is suggested, and nothing is kept."""
