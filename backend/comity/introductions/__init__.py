"""Warm ways to somebody: over whom, how likely, in what words, and what became of those asked for."""
