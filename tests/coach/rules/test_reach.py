from comity.coach.rules import reach
from comity.coach.words import Action, AskSize, Direction, Kind, Seniority, Signal
from tests.coach.plain import connector, got, rapport, sam, sent, situation, talked, touch

CHIEF = sam(seniority=Seniority.EXECUTIVE, company="Northwind")


class TestWarmIntro:
    def test_asks_the_connector(self) -> None:
        found = reach.warm_intro(situation(person=CHIEF, connectors=[connector(*rapport())]))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.REQUEST_INTRODUCTION
        assert found.step.ask_size is AskSize.INTRODUCTION

    def test_takes_the_stronger_tie(self) -> None:
        weak = connector(*rapport(), strength=0.2, id="weak", name="Wim Kok")

        found = reach.warm_intro(situation(person=CHIEF, connectors=[weak, connector(*rapport())]))

        assert found is not None
        assert "Ben Ito" in found.text

    def test_is_silent_for_peers_and_the_unknown(self) -> None:
        for seniority in (None, Seniority.SENIOR):
            s = situation(person=sam(seniority=seniority), connectors=[connector(*rapport())])
            assert reach.warm_intro(s) is None

    def test_ends_with_their_word_or_an_introduction(self) -> None:
        introduced = touch(5, Kind.INTRODUCTION, Direction.MUTUAL)
        invited = talked(5, minutes=3, signals=(Signal.INVITED_TO_RECONNECT,))
        for opened in (got(5), introduced, invited):
            assert reach.warm_intro(situation(opened, person=CHIEF, connectors=[connector(*rapport())])) is None

    def test_stands_after_a_mere_hello(self) -> None:
        hello = talked(5, minutes=3)

        assert reach.warm_intro(situation(hello, person=CHIEF, connectors=[connector(*rapport())])) is not None


class TestBuildBridge:
    def test_names_whom_to_get_to_know_first(self) -> None:
        found = reach.build_bridge(situation(person=CHIEF))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.BUILD_BRIDGE
        assert "Northwind" in found.text

    def test_finds_no_usable_path_over_a_connector_who_was_just_asked(self) -> None:
        asked = connector(*rapport(), sent(5, ask_size=AskSize.SHORT_CALL))

        assert reach.build_bridge(situation(person=CHIEF, connectors=[asked])) is not None

    def test_finds_no_usable_path_over_a_stranger(self) -> None:
        assert reach.build_bridge(situation(person=CHIEF, connectors=[connector()])) is not None
