"""Calendly: invitees."""
