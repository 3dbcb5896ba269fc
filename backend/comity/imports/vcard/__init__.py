"""Address books as vCard 2.1, 3.0 and 4.0."""
