"""What to do before, during and after an event, and with whom."""
