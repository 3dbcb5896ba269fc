"""Zoom: who was in a meeting."""
