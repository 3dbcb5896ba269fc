"""Touches that the owner scheduled, moved to when they are welcome, closed by what really happens."""
