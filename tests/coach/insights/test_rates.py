import pytest

from comity.coach.history import PlaceCalendar, Touch
from comity.coach.insights.rates import ReplyRate, overall, rate, reply_rates, sent_in
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import AskOutcome, AskSize, Channel, Purpose
from tests.coach.insights.pasts import past
from tests.coach.plain import GOOD, got, sent, talked


def by(name: str, *touches: Touch, words: dict[str, int] | None = None, **given: object) -> dict[str, tuple[int, int]]:
    """Return how many of so many were answered, by one quality."""
    found = reply_rates(sent_in(past(*touches, **given), words or {}), DEFAULTS)  # type: ignore[arg-type]
    return {one.value: (one.rate.count, one.rate.of) for one in found[name]}


def all_of(*touches: Touch) -> ReplyRate:
    return overall(sent_in(past(*touches), {}), DEFAULTS)


class TestRate:
    def test_says_nothing_of_nothing(self) -> None:
        assert rate(0, 0, DEFAULTS).share is None

    @pytest.mark.parametrize(("of", "too_few"), [(7, True), (8, False)])
    def test_is_too_few_where_the_interval_is_wider_than_half_the_scale(self, of: int, too_few: bool) -> None:
        found = rate(of // 2, of, DEFAULTS)

        assert found.too_few is too_few
        assert (found.high - found.low > 0.5) is too_few

    def test_has_the_quantiles_of_its_beta_distribution(self) -> None:
        found = rate(3, 10, DEFAULTS)  # Beta(4, 8), by tables

        assert (round(found.low, 3), round(found.high, 3)) == (0.135, 0.564)


class TestSentIn:
    def test_counts_an_answer_within_a_week(self) -> None:
        found = all_of(sent(60), got(55), sent(40), got(30))

        assert (found.rate.count, found.rate.of) == (1, 2)
        assert found.days == 7.5

    def test_waits_a_week_before_it_counts_a_silence(self) -> None:
        assert all_of(sent(6)).rate.of == 0
        assert all_of(sent(8)).rate.of == 1

    def test_leaves_out_what_expects_no_answer(self) -> None:
        assert all_of(sent(60, purpose=Purpose.THANKS), sent(50, expects_reply=False)).rate.of == 0

    def test_takes_an_outcome_for_an_answer(self) -> None:
        assert all_of(sent(60, ask_size=AskSize.SHORT_CALL, ask_outcome=AskOutcome.GRANTED)).rate.count == 1

    def test_is_corrected_with_the_log(self) -> None:
        assert all_of(sent(60), got(55)).rate.count == 1
        assert all_of(sent(60)).rate.count == 0


class TestReplyRates:
    def test_by_channel(self) -> None:
        log = (sent(60), got(58), sent(40, channel=Channel.LINKEDIN), sent(30, channel=Channel.LINKEDIN))

        assert by("channel", *log) == {"email": (1, 1), "linkedin": (0, 2)}

    def test_by_length(self) -> None:
        log = (sent(60, id="a"), got(58), sent(40, id="b"), sent(30, id="c"))

        assert by("length", *log, words={"a": 50, "b": 151}) == {
            "up_to_50_words": (1, 1),
            "longer": (0, 1),
            "not_logged": (0, 1),
        }

    def test_by_ask_size_from_the_smallest(self) -> None:
        log = (sent(60, ask_size=AskSize.MEETING), got(58), sent(40))

        assert list(by("ask_size", *log)) == ["none", "meeting"]

    def test_by_their_weekday(self) -> None:
        late_on_sunday = sent(29.5)  # 21:00 in London

        assert by("weekday", late_on_sunday) == {"sunday": (0, 1)}
        assert by("weekday", late_on_sunday, calendar=PlaceCalendar("Asia/Tokyo")) == {"monday": (0, 1)}

    def test_by_the_stage_as_it_stood_then(self) -> None:
        log = (sent(150), got(149), talked(120, signals=GOOD), talked(60, signals=GOOD), sent(30), got(29))

        assert by("trust_stage", *log) == {"stranger": (1, 1), "rapport": (1, 1)}
