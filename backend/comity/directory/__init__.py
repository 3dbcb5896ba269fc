"""Looking through people: the list of contacts with what is understood of each, and one contact's timeline."""
