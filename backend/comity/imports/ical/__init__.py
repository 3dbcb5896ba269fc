"""Calendars and invitations: RFC 5545."""
