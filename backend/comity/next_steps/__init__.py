"""What is advised: the one next step for a contact, today's list, and what the owner did with each step."""
