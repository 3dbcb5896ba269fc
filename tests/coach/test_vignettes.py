from pathlib import Path

import pytest

from tests.coach.play import Vignette, play, read

FILES = sorted((Path(__file__).parents[1] / "vignettes").glob("*.json"))
VIGNETTES = [vignette for path in FILES for vignette in read(path)]


class TestPlay:
    @pytest.mark.parametrize("vignette", VIGNETTES, ids=[vignette["id"] for vignette in VIGNETTES])
    def test_finds_nothing_short(self, vignette: Vignette) -> None:
        assert play(vignette) == []
