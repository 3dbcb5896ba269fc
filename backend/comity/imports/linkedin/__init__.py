"""What LinkedIn exports: the connections, the messages, and the archive that holds both."""
