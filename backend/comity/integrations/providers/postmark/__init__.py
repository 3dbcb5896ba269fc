"""Postmark: mail that comes in."""
