"""Who uses Comity: accounts, their credentials, and the owner's half of every commonality."""
