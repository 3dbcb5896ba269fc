"""The bench of the intent reading looks at the held-out third alone, and says what it found."""

from pathlib import Path

import pytest

from benchmarks import fit_intent, intent
from benchmarks.intent_data import Labelled, read, split

ROWS = [Labelled(f"Could you call me on day {number}?", carries=True) for number in range(30)]
ROWS += [Labelled(f"The house number {number} was old.", carries=False) for number in range(30)]


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "labelled.txt"
    lines = [f"{'Yes' if row.carries else 'No'}\t{row.text}" for row in ROWS]
    path.write_text("\n".join([*lines, lines[0], "Perhaps\tnot a row", "No\t "]), encoding="utf-8")
    return str(path)


class TestRead:
    def test_takes_each_labelled_row_once(self, file: str) -> None:
        assert read([file]) == sorted(ROWS)


class TestSplit:
    def test_holds_the_same_third_out_every_time(self) -> None:
        learned, held_out = split(sorted(ROWS))

        assert (len(learned), len(held_out)) == (40, 20)
        assert (learned, held_out) == split(sorted(ROWS))
        assert not {*learned} & {*held_out}


class TestFit:
    def test_gives_weight_to_what_tells_the_labels_apart(self) -> None:
        features = [fit_intent.features_of(row) for row in ROWS]

        model = fit_intent.fit(features, [row.carries for row in ROWS], penalty=1.0)

        assert model.carries(fit_intent.features_of(Labelled("Could you call me?", carries=True)))
        assert not model.carries(fit_intent.features_of(Labelled("The house was old.", carries=False)))


class TestMain:
    def test_prints_n_accuracy_and_confusion(self, file: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert intent.main([file]) == 0

        said = capsys.readouterr().out
        assert "n 20" in said
        assert "accuracy 1.000" in said
        assert "is an intent" in said

    def test_says_so_where_there_is_nothing_to_read(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert intent.main([]) == 2

        assert "nothing to read" in capsys.readouterr().out
