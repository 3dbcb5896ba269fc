from comity.coach.promises import status_of
from comity.coach.words import Party, PromiseStatus, Purpose
from tests.coach.plain import NOW, ago, promised, sent


class TestStatusOf:
    def test_lapses_a_fortnight_after_the_check(self) -> None:
        promise = promised(Party.THEM, made=60, due=40)

        assert status_of(promise, [sent(14, purpose=Purpose.PROMISE_CHECK)], NOW) is PromiseStatus.LAPSED
        assert status_of(promise, [sent(13, purpose=Purpose.PROMISE_CHECK)], NOW) is PromiseStatus.OPEN
        assert status_of(promise, [], NOW) is PromiseStatus.OPEN

    def test_never_lapses_before_it_was_overdue(self) -> None:
        promise = promised(Party.THEM, made=60, due=-5)

        assert status_of(promise, [sent(30, purpose=Purpose.PROMISE_CHECK)], NOW) is PromiseStatus.OPEN

    def test_stands_as_it_stood_on_the_day(self) -> None:
        kept = promised(Party.THEM, made=60, status=PromiseStatus.KEPT, resolved_at=ago(10))

        assert status_of(kept, [], ago(11)) is PromiseStatus.OPEN
        assert status_of(kept, [], NOW) is PromiseStatus.KEPT

    def test_never_lapses_where_the_owner_made_it(self) -> None:
        promise = promised(Party.ME, made=60, due=40)

        assert status_of(promise, [sent(20, purpose=Purpose.PROMISE_CHECK)], NOW) is PromiseStatus.OPEN
