"""What was given and what was taken, in all and by contact (playbook §8)."""

from collections.abc import Iterable
from dataclasses import dataclass

from comity.coach.favours import balance
from comity.coach.insights.past import Past
from comity.coach.thresholds import DEFAULTS, Thresholds


@dataclass(frozen=True, slots=True)
class Balance:
    """Give and take with one contact. gives, takes: in the time looked at. balance: of all, old favours fading."""

    contact_id: str
    gives: int
    takes: int
    balance: float


@dataclass(frozen=True, slots=True)
class GiveAndTake:
    """Gives and takes in the time looked at. owing: to whom the owner owes most; owed: who took most and gave least."""

    gives: int
    takes: int
    owing: tuple[Balance, ...]
    owed: tuple[Balance, ...]


def balance_of(past: Past) -> Balance:
    """Return the give and take with one contact."""
    inside = [weight for at, weight in past.favours if past.covers(at)]
    now = balance((favour for favour in past.favours if favour[0] <= past.as_of), past.as_of, past.limits)
    return Balance(past.person.id, inside.count(1), inside.count(-1), now)


def give_and_take(balances: Iterable[Balance], limits: Thresholds = DEFAULTS) -> GiveAndTake:
    """Return the sums, and the two ends of the list: a favour or more out of balance."""
    balances = sorted(balances, key=lambda one: (one.balance, one.contact_id))
    owing = [one for one in balances if one.balance <= -limits.out_of_balance]
    owed = [one for one in reversed(balances) if one.balance >= limits.out_of_balance]
    return GiveAndTake(
        sum(one.gives for one in balances),
        sum(one.takes for one in balances),
        tuple(owing[: limits.people_shown]),
        tuple(owed[: limits.people_shown]),
    )
