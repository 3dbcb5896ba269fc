"""Reads what somebody wrote about a talk, or in a message: what it shows, and the words that show it."""
