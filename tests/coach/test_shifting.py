"""What is due while the owner is away."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from comity.coach.days import day_at
from comity.coach.history import BusyPeriod, Owner
from comity.coach.shifting import Waiting, shifted
from comity.coach.welcome import Both, welcome
from comity.coach.words import Action
from tests.coach.test_welcome import ZONES, both

AWAY = BusyPeriod(date(2026, 3, 9), date(2026, 3, 20))
OWNER = Owner("Europe/Berlin", busy_periods=(AWAY,))


def waiting(name: str, day: int = 10, importance: int = 3, action: Action = Action.FOLLOW_UP) -> Waiting:
    return Waiting(name, datetime(2026, 3, day, 9, tzinfo=UTC), action, importance, both(OWNER))


some = st.lists(
    st.builds(
        lambda number, hour, importance, zone, action: Waiting(
            f"{number}", datetime(2026, 3, 9, tzinfo=UTC) + timedelta(hours=hour), action, importance, both(OWNER, zone)
        ),
        st.integers(0, 10_000),
        st.integers(0, 11 * 24),
        st.integers(1, 5),
        st.sampled_from(ZONES),
        st.sampled_from([Action.FOLLOW_UP, Action.REPLY, Action.RECONNECT]),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)


class TestShifted:
    @given(some, st.integers(1, 4), st.dictionaries(st.dates(date(2026, 3, 20), date(2026, 4, 10)), st.integers(0, 5)))
    def test_piles_nothing_up(self, those: list[Waiting], room: int, load: dict[date, int]) -> None:
        found = shifted(those, timezone="Europe/Berlin", load=load, room=room)

        added = Counter(day_at(one.due_at, "Europe/Berlin") for one in found)
        assert sorted(one.id for one in found) == sorted(one.id for one in those)
        assert all(load.get(day, 0) + count <= room for day, count in added.items())
        assert min(added, default=date(2026, 4, 1)) > AWAY.last

    @given(some, st.integers(1, 4))
    def test_goes_to_welcome_moments_and_says_how(self, those: list[Waiting], room: int) -> None:
        by_id = {one.id: one for one in those}

        for there in shifted(those, timezone="Europe/Berlin", load={}, room=room):
            one = by_id[there.id]
            assert welcome(there.due_at, one.both) == (there.due_at, ())
            assert [move.from_ for move in there.moves] == [one.due_at, *(move.to for move in there.moves)][:-1]
            assert there.moves[-1].to == there.due_at

    def test_takes_obligations_first_then_who_matters_most(self) -> None:
        those = [waiting("a", 9), waiting("b", 12, 5), waiting("c", 13, 1, Action.DELIVER_PROMISE), waiting("d", 10)]

        found = shifted(those, timezone="Europe/Berlin", load={}, room=1)

        assert [(one.id, one.due_at.day) for one in found] == [("c", 23), ("b", 24), ("a", 25), ("d", 26)]
        assert found[1].moves[-1].rule == "follow-up.spread"

    def test_leaves_alone_where_nobody_is_away(self) -> None:
        here = Both(both(Owner()).history, both(Owner()).calendar, Owner("Europe/Berlin"))
        one = Waiting("a", datetime(2026, 3, 10, 9, tzinfo=UTC), Action.FOLLOW_UP, 3, here)

        (found,) = shifted([one], timezone="Europe/Berlin", load={}, room=1)

        assert (found.due_at, found.moves) == (one.due_at, ())
