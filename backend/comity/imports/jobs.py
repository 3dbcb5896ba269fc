"""What the worker does for imports."""
