"""The people one knows: facts about each, found again by name, address or profile."""
