"""Comity: a networking coach that says the one next step that fits each relationship."""
