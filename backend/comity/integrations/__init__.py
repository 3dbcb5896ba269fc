"""What other programs tell: hooks come in, are kept before they are answered, and become part of the log."""
