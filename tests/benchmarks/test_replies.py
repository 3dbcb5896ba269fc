import random
from math import isnan

import pytest

from benchmarks.fit_replies import fitted
from benchmarks.networks import Message
from benchmarks.replies import area, asked_in, brier, chances, is_first, judged
from comity.coach.history import History, Owner
from comity.coach.relationship import fold
from comity.coach.reply_chance import rate_of
from comity.coach.words import Direction, Kind
from tests.coach.plain import NOW, sam, touch


def network(seed: int = 1, *, people: int = 30, days: int = 300) -> list[Message]:
    """Some answer most of what they get and some hardly anything, each within two days."""
    dice = random.Random(seed)
    willing = {number: dice.choice((0.1, 0.9)) for number in range(people)}
    found = []
    for _ in range(people * 60):
        sender, recipient = dice.sample(range(people), 2)
        day = dice.uniform(0, days)
        found.append(Message(str(sender), str(recipient), day))
        if dice.random() < willing[recipient]:
            found.append(Message(str(recipient), str(sender), day + dice.uniform(0.01, 2)))
    return sorted(found, key=lambda message: message.day)


class TestArea:
    def test_is_the_share_of_pairs_in_order(self) -> None:
        assert area([0.9, 0.4, 0.6, 0.1], [True, True, False, False]) == 0.75
        assert area([0.5, 0.5], [True, False]) == 0.5

    def test_is_nothing_where_all_were_answered(self) -> None:
        assert isnan(area([0.1, 0.2], [True, True]))


class TestBrier:
    def test_is_the_mean_squared_error(self) -> None:
        assert brier([1.0, 0.5], [True, False]) == pytest.approx(0.125)


class TestAskedIn:
    def test_leaves_out_the_last_week(self) -> None:
        messages = [Message("a", "b", 0), Message("a", "b", 5), Message("b", "a", 8), Message("a", "b", 12)]

        assert [one.answered for one in asked_in(messages)] == [False, True]

    def test_knows_only_what_came_before(self) -> None:
        first, second = asked_in([Message("a", "b", 0), Message("b", "a", 1), Message("b", "a", 20)])

        assert (first.evidence.sent, first.evidence.heard, first.answered) == (0, 0, True)
        assert (second.evidence.sent, second.evidence.heard, second.answered) == (0, 1, False)

    def test_says_what_the_fold_says(self) -> None:
        days = [("a", 0.0), ("b", 2.0), ("a", 3.0), ("a", 30.0), ("b", 33.0), ("a", 60.0)]
        messages = [Message(who, "b" if who == "a" else "a", day) for who, day in days]
        messages.append(Message("c", "d", 90.0))
        log = tuple(
            touch(60 - day, Kind.EMAIL, Direction.OUTBOUND, expects_reply=True)
            if who == "a"
            else touch(60 - day, Kind.EMAIL, Direction.INBOUND)
            for who, day in days[:-1]
        )

        asked = [one for one in asked_in(messages) if one.evidence.sent][-1]
        folded = fold(History(sam(), log), owner=Owner(reply_rate=asked.owner_rate), as_of=NOW)

        assert chances([asked]) == pytest.approx([folded.reply_chance.mean])
        assert asked.owner_rate == pytest.approx(rate_of(openings=2, revived=2))


class TestIsFirst:
    def test_is_said_where_neither_has_written(self) -> None:
        asked = asked_in([Message("a", "b", 0), Message("b", "a", 20), Message("a", "b", 40), Message("a", "b", 90)])

        assert [is_first(one) for one in asked] == [True, False, False]


class TestTheChances:
    def test_beat_the_base_rate_on_a_network_that_nothing_was_fitted_to(self) -> None:
        asked = judged(asked_in(network()))

        answered = [one.answered for one in asked]
        base = sum(answered) / len(answered)

        assert brier(chances(asked), answered) < base * (1 - base)
        assert area(chances(asked), answered) > 0.65


class TestFitted:
    def test_fits_a_network_better_than_the_weights_of_others(self) -> None:
        asked = asked_in(network(2))
        answered = [one.answered for one in asked]

        weights = fitted({"made up": asked})

        assert brier(chances(asked, weights), answered) < brier(chances(asked), answered)
        assert weights.ratio > 0
