"""Drafts: three to four sentences from a contact's own facts, which pass every check (playbook §6)."""
