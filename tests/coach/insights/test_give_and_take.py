from comity.coach.insights.give_and_take import Balance, balance_of, give_and_take
from comity.coach.words import AskOutcome, AskSize, Party, PromiseStatus
from tests.coach.insights.pasts import past
from tests.coach.plain import ago, got, promised, sent


class TestBalanceOf:
    def test_counts_in_the_time_and_weighs_all(self) -> None:
        log = (sent(365, gave=True), sent(0, gave=True), got(0, received=True), got(0, received=True))

        found = balance_of(past(*log))

        assert (found.gives, found.takes) == (1, 2)
        assert found.balance == 0.5 + 1 - 2

    def test_counts_promises_kept_and_favours_granted(self) -> None:
        kept = promised(Party.ME, made=30, status=PromiseStatus.KEPT, resolved_at=ago(20))
        granted = sent(20, ask_size=AskSize.INTRODUCTION, ask_outcome=AskOutcome.GRANTED)

        found = balance_of(past(granted, promises=(kept,)))

        assert (found.gives, found.takes) == (1, 1)


class TestGiveAndTake:
    def test_names_both_ends(self) -> None:
        balances = {"even": 0.5, "owed": 2.0, "owing": -1.0, "owing-more": -3.0}

        found = give_and_take([Balance(name, 1, 2, balance) for name, balance in balances.items()])

        assert (found.gives, found.takes) == (4, 8)
        assert [one.contact_id for one in found.owing] == ["owing-more", "owing"]
        assert [one.contact_id for one in found.owed] == ["owed"]
