"""What is ahead, as a calendar that other programs subscribe to: by an address of its own, which is a secret."""
