"""What happened between the owner and the people they know: the log from which everything else follows."""
