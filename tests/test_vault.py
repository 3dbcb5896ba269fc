import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from comity.vault import SecretUnreadable, Vault, is_key, rotated_out
from tests.conftest import MONDAY

OLD, NEW = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="


class TestVault:
    def test_opens_what_it_locked(self, tmp_path: Path) -> None:
        vault = Vault([OLD], data_dir=tmp_path)

        locked = vault.lock("tell nobody")

        assert "tell nobody" not in locked
        assert vault.open(locked) == "tell nobody"
        assert not list(tmp_path.iterdir())

    def test_opens_with_every_key_and_locks_with_the_first(self, tmp_path: Path) -> None:
        locked_before = Vault([OLD], data_dir=tmp_path).lock("a")
        both, new = Vault([NEW, OLD], data_dir=tmp_path), Vault([NEW], data_dir=tmp_path)

        assert both.open(locked_before) == "a"
        assert new.open(both.lock("b")) == "b"
        with pytest.raises(SecretUnreadable):
            new.open(locked_before)

    def test_makes_a_key_that_only_its_owner_reads(self, tmp_path: Path) -> None:
        folder = tmp_path / "data"

        locked = Vault([], data_dir=folder).lock("a")

        assert Vault([], data_dir=folder).open(locked) == "a"
        (file,) = folder.iterdir()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600

    def test_makes_one_key_for_all_who_begin_at_once(self, tmp_path: Path) -> None:
        with ThreadPoolExecutor(8) as pool:
            locked = list(pool.map(lambda _: Vault([], data_dir=tmp_path).lock("a"), range(40)))

        assert {Vault([], data_dir=tmp_path).open(one) for one in locked} == {"a"}


class TestIsKey:
    @pytest.mark.parametrize(("text", "expected"), [(OLD, True), ("", False), ("A" * 44, False), ("ä" * 44, False)])
    def test_knows_one(self, text: str, expected: bool) -> None:
        assert is_key(text) is expected


class TestRotatedOut:
    def test_lets_the_old_ones_count_for_the_overlap(self) -> None:
        first = rotated_out("a", [], overlap=timedelta(hours=24), now=MONDAY)
        second = rotated_out("b", first, overlap=timedelta(hours=1), now=MONDAY)

        assert [(old["secret"], old["until"]) for old in second] == [
            ("b", "2026-03-02T10:00:00+00:00"),
            ("a", "2026-03-02T10:00:00+00:00"),
        ]

    def test_lengthens_none(self) -> None:
        first = rotated_out("a", [], overlap=timedelta(hours=1), now=MONDAY)

        assert rotated_out("b", first, overlap=timedelta(hours=24), now=MONDAY)[1] == first[0]

    def test_ends_all_of_them_at_once_without_an_overlap(self) -> None:
        first = rotated_out("a", [], overlap=timedelta(hours=24), now=MONDAY)

        assert rotated_out("b", first, overlap=timedelta(0), now=MONDAY) == []
