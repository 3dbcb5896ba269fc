import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.coach.correspondence import Evidence
from comity.coach.history import Owner
from comity.coach.relationship import fold
from comity.coach.reply_chance import OPENING_SHARE, OWN_EVIDENCE, USUAL_RATE, ReplyChance, rate_of, reply_chance
from comity.coach.responsiveness import Responsiveness
from tests.coach.histories import NOW, histories
from tests.coach.plain import got, sent, situation

KNOWN = Evidence(silence=3, age=200, heard=10, sent=10, asked=4, answered=3, opening=False)
NEVER = Evidence(silence=None, age=60, sent=1, row=1, asked=0.6, opening=True)


class TestReplyChance:
    def test_says_what_the_networks_say_of_a_first_message(self) -> None:
        assert 0.2 < reply_chance(Evidence()).mean < 0.4

    @pytest.mark.parametrize(
        "worse",
        [
            KNOWN._replace(silence=60),
            KNOWN._replace(row=3),
            KNOWN._replace(answered=1),
            KNOWN._replace(heard=2),
            NEVER,
        ],
    )
    def test_falls_with_silence_and_rises_with_answers(self, worse: Evidence) -> None:
        assert reply_chance(worse).mean < reply_chance(KNOWN).mean

    def test_takes_what_came_within_hours_as_fresh(self) -> None:
        now, just_now = (reply_chance(KNOWN._replace(silence=days)).mean for days in (0.0, 0.01))

        assert now == pytest.approx(just_now, abs=0.01)

    def test_goes_by_the_owners_own_rate_where_a_touch_opens(self) -> None:
        good, poor = (reply_chance(NEVER, owner_rate=rate).mean for rate in (0.6, 0.1))

        assert good > reply_chance(NEVER, owner_rate=USUAL_RATE).mean > poor
        assert reply_chance(KNOWN, owner_rate=0.6) == reply_chance(KNOWN, owner_rate=0.1)

    def test_takes_answers_for_less_where_a_touch_opens(self) -> None:
        talk, opening = (reply_chance(KNOWN._replace(opening=opens)) for opens in (False, True))

        assert talk.alpha + talk.beta == pytest.approx(OWN_EVIDENCE + KNOWN.asked)
        assert opening.alpha + opening.beta == pytest.approx(OWN_EVIDENCE + OPENING_SHARE * KNOWN.asked)

    def test_comes_to_the_contacts_own_answers_with_much_evidence(self) -> None:
        silent = NEVER._replace(asked=200, sent=200, row=200)

        assert reply_chance(silent).mean < 0.05
        assert reply_chance(KNOWN._replace(asked=200, answered=190)).mean > 0.85

    @given(
        st.builds(
            Evidence,
            silence=st.none() | st.floats(0, 1e5),
            age=st.floats(0, 1e5),
            heard=st.integers(0, 10**6),
            sent=st.integers(0, 10**6),
            row=st.integers(0, 10**6),
            asked=st.floats(0, 1e4),
            answered=st.just(0.0),
            opening=st.booleans(),
        ),
        st.floats(0, 1),
    )
    def test_is_a_chance_whatever_was_seen(self, seen: Evidence, share: float) -> None:
        found = reply_chance(seen._replace(answered=seen.asked * share))

        assert 0 < found.low < found.mean < found.high < 1


class TestInterval:
    @pytest.mark.parametrize(("alpha", "beta"), [(8.5, 16.5), (20, 8), (4, 16), (90, 40)])
    def test_is_about_that_of_the_beta_distribution(self, alpha: float, beta: float) -> None:
        found, exact = ReplyChance(alpha, beta), Responsiveness(alpha, beta)

        assert (found.low, found.high) == pytest.approx((exact.low, exact.high), abs=0.03)


class TestRateOf:
    def test_begins_with_the_usual_rate_and_learns(self) -> None:
        assert rate_of(openings=0, revived=0) == USUAL_RATE
        assert rate_of(openings=36, revived=19.2) == pytest.approx(0.5)


class TestOfTheFold:
    def test_reads_the_log(self) -> None:
        warm = situation(sent(40), got(39), sent(3), got(2)).relationship
        cold = situation(sent(40), sent(30)).relationship

        assert warm.reply_chance.mean > 0.5
        assert cold.reply_chance.mean < 0.2
        assert (warm.openings, warm.revived) == (2, 2)
        assert (cold.openings, cold.revived) == (1, 0)

    def test_falls_as_time_goes_by(self) -> None:
        recent, old = (situation(sent(days + 1), got(days)).relationship.reply_chance for days in (5, 100))

        assert recent.mean > old.mean

    def test_differs_by_owner(self) -> None:
        log = situation(sent(40)).history

        good, poor = (fold(log, owner=Owner(reply_rate=rate), as_of=NOW).reply_chance.mean for rate in (0.7, 0.1))

        assert good > poor

    @given(histories())
    def test_is_a_chance_for_every_log(self, history) -> None:  # type: ignore[no-untyped-def]
        found = fold(history, owner=Owner(), as_of=NOW).reply_chance

        assert 0 < found.low < found.mean < found.high < 1
