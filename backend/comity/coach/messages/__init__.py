"""The message coach: reads a message as its reader will, and finds what stands in the way (playbook §6)."""
