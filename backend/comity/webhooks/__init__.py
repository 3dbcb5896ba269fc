"""Telling other programs what happened: subscriptions, and deliveries that are not lost."""
