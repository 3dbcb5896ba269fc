"""How a table of people is laid out whose columns nobody knows: what parts its cells, and which row is the header."""

from collections import Counter
from collections.abc import Mapping
from typing import BinaryIO, NamedTuple

from comity.contacts.folding import fold
from comity.imports.table import DELIMITERS, Table, find_table, first_lines, rows_as_headers


class Guess(NamedTuple):
    """A layout, and how many of the first rows have as many cells as its header."""

    fitting: int
    width: int
    table: Table


def guess_table(file: BinaryIO) -> Table | None:
    """The layout that the most of the first rows fit; None where no row has two cells.

    Its header is the first of these rows: a title or a note that stands before a table is not as wide.
    """
    head = first_lines(file)
    guesses = [guess for delimiter in DELIMITERS if (guess := _guess(head, delimiter))]
    return max(guesses, key=lambda guess: guess[:2]).table if guesses else None


def find_mapped(file: BinaryIO, mapping: Mapping[str, str]) -> Table | None:
    """The layout whose header has all columns of a mapping; where none has, the likeliest."""
    wanted = set(map(fold, mapping))
    return find_table(file, lambda names: wanted <= set(names)) or guess_table(file)


def _guess(head: list[str], delimiter: str) -> Guess | None:
    rows = [row for row in rows_as_headers(head, delimiter) if len(list(filter(None, row.header))) >= 2]
    if not rows:
        return None
    widths = Counter(len(row.header) for row in rows)
    width, fitting = max(widths.items(), key=lambda item: (item[1], item[0]))
    return Guess(fitting, width, next(row for row in rows if len(row.header) == width))
