"""The made-up network: 120 people and two years with them, to look around in before one's own contacts are there."""
