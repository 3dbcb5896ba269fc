"""Where people meet: events, their sessions, and who will be there."""
