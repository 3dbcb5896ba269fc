"""Bring people and messages in from the files that other programs write: read, preview, apply, undo."""
