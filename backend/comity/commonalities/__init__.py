"""What the owner and each contact have in common, and how rare it is among the contacts."""
