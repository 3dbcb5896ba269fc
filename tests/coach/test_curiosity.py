import pytest

from comity.coach.curiosity import facts, questions
from tests.coach.plain import connector, day, rapport, sam, shared, situation


class TestFacts:
    def test_tells_the_known_from_the_missing(self) -> None:
        person = sam(company="Lindholm", interests=("sailing",))

        found = {fact.what: fact.known for fact in facts(situation(person=person), title="Head of Data")}

        assert found["work"] == "Head of Data at Lindholm"
        assert found["interests"] == "sailing"
        assert (found["path"], found["news"], found["mutual contacts"]) == (None, None, None)

    def test_knows_the_news_and_who_knows_them(self) -> None:
        s = situation(person=sam(job_started_on=day(10)), connectors=[connector()])

        found = {fact.what: fact.known for fact in facts(s, title=None)}

        assert found["news"] == "a new job since 28 February"
        assert found["mutual contacts"] == "Ben Ito"

    def test_puts_needs_first_among_people_who_know_each_other(self) -> None:
        assert facts(situation(), title=None)[0].what == "work"
        assert facts(situation(*rapport()), title=None)[0].what == "needs"


class TestQuestions:
    @pytest.mark.parametrize(("minutes", "count"), [(5, 1), (15, 2), (30, 4), (60, 6), (240, 6)])
    def test_fit_the_minutes(self, minutes: int, count: int) -> None:
        assert len(questions(situation(), minutes=minutes, shared=())) == count

    def test_begin_with_what_only_they_can_be_asked(self) -> None:
        person = sam(needs=("a data engineer",), interests=("sailing",), company="Lindholm")

        asked = questions(situation(person=person), minutes=30, shared=[shared("Delft")])

        about = ("engineer", "Delft", "sailing", "Lindholm")
        assert all(word in question for word, question in zip(about, asked, strict=True))

    def test_are_kind_in_bad_times(self) -> None:
        person = sam(org_trouble_on=day(10), job_started_on=day(20))

        (first, *_) = questions(situation(person=person), minutes=15, shared=())

        assert first == "How are you and your team holding up?"

    def test_never_repeat_themselves(self) -> None:
        asked = questions(situation(person=sam(interests=("sailing", "sailing"))), minutes=90, shared=())

        assert len(set(asked)) == len(asked)
