"""One table: what happens at once, in the same transaction, when something happened."""

from comity.outbox import Reactions

REACTIONS: Reactions = {}
