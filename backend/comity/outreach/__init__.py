"""Messages before they go: checked by the coach, and drafted from a contact's own facts."""
