"""Strong ETags: the version of one row, and what `If-Match` demands of it."""

from comity.errors import Stale


def etag(version: int) -> str:
    """Return the strong tag of a version."""
    return f'"{version}"'


def check_match(if_match: str | None, version: int) -> None:
    """Hold the tag that a client read against the present version; a weak tag never matches.

    Raises Stale.
    """
    if if_match is None or if_match.strip() == "*":
        return
    if etag(version) not in {tag.strip() for tag in if_match.split(",")}:
        raise Stale
