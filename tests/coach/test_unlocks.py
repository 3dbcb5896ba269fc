from comity.coach import unlocks
from comity.coach.situation import Situation
from comity.coach.step import Rung
from comity.coach.words import AskSize, Party, Purpose, Seniority, Signal
from tests.coach.plain import promised, rapport, sam, sent, situation, talked


def path(s: Situation, size: AskSize) -> tuple[Rung, ...]:
    return unlocks.path(size, s.relationship, s.name, s.limits)


class TestPath:
    def test_shows_each_rung_up_to_the_wish(self) -> None:
        rungs = path(situation(*rapport()), AskSize.REFERRAL)

        assert [rung.ask_size for rung in rungs] == [
            AskSize.QUESTION,
            AskSize.SHORT_CALL,
            AskSize.MEETING,
            AskSize.INTRODUCTION,
            AskSize.REFERRAL,
        ]
        assert [rung.allowed for rung in rungs] == [True, True, True, True, False]
        assert rungs[3].text == "An introduction is open now."
        assert (
            "five exchanges over 90 days, three conversations and good signals; so far two exchanges" in rungs[-1].text
        )

    def test_counts_from_nothing(self) -> None:
        rungs = path(situation(), AskSize.MEETING)

        assert rungs[-1].text.endswith("so far no exchanges and no conversations.")

    def test_opens_a_reference_to_who_has_talked_long_enough(self) -> None:
        short = (talked(days, minutes=10, signals=(Signal.CANDID,)) for days in (140, 110, 80, 50, 10))

        rungs = path(situation(*short), AskSize.REFERENCE)

        assert rungs[-1].text.startswith("A reference opens with three conversations of 15 minutes or longer")

    def test_needs_a_first_door_behind_the_wall(self) -> None:
        rungs = path(situation(person=sam(seniority=Seniority.EXECUTIVE)), AskSize.QUESTION)

        assert "warm introduction" in rungs[0].text

    def test_revives_what_has_gone_dormant(self) -> None:
        dormant = situation(talked(400, signals=(), assessed=True), talked(380, signals=()))

        assert path(dormant, AskSize.SHORT_CALL)[-1].allowed
        revived = path(situation(*(talked(days, signals=(Signal.CANDID,)) for days in (400, 380))), AskSize.MEETING)
        assert "revives" in revived[-1].text

    def test_names_a_broken_promise_where_it_stands_in_the_way(self) -> None:
        talks = (talked(days, signals=(Signal.CANDID,)) for days in (140, 110, 80, 50, 10))
        broken = promised(Party.THEM, made=90, due=80)

        rungs = path(situation(*talks, sent(60, purpose=Purpose.PROMISE_CHECK), promises=(broken,)), AskSize.REFERRAL)

        assert rungs[-1].text.endswith(
            "good signals and a year without a broken promise of theirs; "
            "so far five exchanges over 130 days and five conversations."
        )
