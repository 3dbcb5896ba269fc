"""What happened with some of the made-up people, each told on its own."""
