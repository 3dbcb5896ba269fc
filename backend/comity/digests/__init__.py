"""One mail in the owner's morning, when there is something: what to do today, what is due, and once a week the week."""
