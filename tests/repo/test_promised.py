from tests.promised import PROMISES, Noted, page

SHORT = "tests/test_jobs.py::TestX::test_y[sqlite-short]"
LONG = "tests/test_jobs.py::TestX::test_y[sqlite-long]"


def line(noted: Noted, name: str = "P5") -> str:
    return next(line for line in page(noted) if line.startswith(f"| {name} |"))


class TestPage:
    def test_says_what_was_not_run(self) -> None:
        assert line({}) == f"| P5 | {PROMISES['P5']} | not run | |"

    def test_shows_the_figure_of_the_long_form_where_that_was_run(self) -> None:
        short = {"promises": ["P5"], "kept": True, "figure": "10 rollbacks", "seconds": 1}
        both = {SHORT: short, LONG: short | {"figure": "10,000 rollbacks"}}

        assert "sqlite: 10 rollbacks (short form)" in line({SHORT: short})
        assert "sqlite: 10,000 rollbacks |" in line(both)
        assert "tests/test_jobs.py::TestX::test_y`" in line(both)

    def test_does_not_hide_a_broken_one(self) -> None:
        assert "**broken**" in line({SHORT: {"promises": ["P5"], "kept": False, "seconds": 1}})
