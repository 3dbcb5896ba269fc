"""Why the owner's networking works or does not: their habits, their network, and what came of the advice."""
