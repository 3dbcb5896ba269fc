import pytest

from comity.coach import sessions
from comity.coach.history import Session
from comity.coach.words import SessionPart
from tests.coach.plain import NOW, ago, event

KEYNOTE, PRICING, DINNER = Session("Keynote", "talk"), Session("Pricing", "breakout"), Session("Speakers' dinner", "")


class TestPartOf:
    @pytest.mark.parametrize("kind", ["breakout", "Breakout session", "round-table / roundtable", "WORKSHOP"])
    def test_finds_breakouts_by_a_word_of_their_kind(self, kind: str) -> None:
        assert sessions.part_of(Session("Pricing", kind)) is SessionPart.BREAKOUT

    @pytest.mark.parametrize("kind", ["informal", "Networking drinks", "coffee"])
    def test_finds_informal_parts(self, kind: str) -> None:
        assert sessions.part_of(Session("Foyer", kind)) is SessionPart.INFORMAL

    def test_goes_by_the_title_where_there_is_no_kind(self) -> None:
        assert sessions.part_of(DINNER) is SessionPart.INFORMAL
        assert sessions.part_of(Session("The future of coffee", "talk")) is SessionPart.FORMAL


class TestTalkative:
    def test_leaves_out_where_people_only_listen(self) -> None:
        assert sessions.talkative(event(-1, sessions=(KEYNOTE, PRICING, DINNER))) == [PRICING, DINNER]


class TestToAskAbout:
    def test_waits_until_the_event_is_over(self) -> None:
        assert sessions.to_ask_about(event(0.1, sessions=(PRICING,)), as_of=NOW) == []

    def test_asks_about_what_nobody_answered_the_talkative_parts_first(self) -> None:
        answered = Session("Reception", "informal", attended=False)

        asked = sessions.to_ask_about(event(1, sessions=(KEYNOTE, answered, PRICING)), as_of=ago(0))

        assert asked == [PRICING, KEYNOTE]
