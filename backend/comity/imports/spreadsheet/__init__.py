"""People as any table of text: Google, Outlook, or a sheet of one's own."""
