import gzip
from pathlib import Path

from benchmarks.networks import Message, read

DAY = 86_400


class TestRead:
    def test_reads_lines_once_and_in_order(self, tmp_path: Path) -> None:
        file = tmp_path / "some.txt"
        file.write_text(f"# who whom when\nb a {DAY}\na b 0\na b 0\nc c 5\n\n")

        assert read(file) == [Message("a", "b", 0), Message("b", "a", 1)]

    def test_finds_columns_by_their_names_in_a_gzipped_table(self, tmp_path: Path) -> None:
        file = tmp_path / "some.csv.gz"
        file.write_bytes(gzip.compress(f"unix_time,recipient,sender,kind\n{DAY},a,b,to\n{DAY},a,b,cc\n".encode()))

        assert read(file) == [Message("b", "a", 1)]

    def test_takes_the_first_three_columns_where_names_say_nothing(self, tmp_path: Path) -> None:
        file = tmp_path / "some.csv"
        file.write_text(f"x,y,z\na,b,{2 * DAY}.0\n")

        assert read(file) == [Message("a", "b", 2)]
