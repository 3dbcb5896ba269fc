"""Text folded for comparing, searching and sorting: no case, no accents, no double spaces."""

import re
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

SPACES = re.compile(r"\s+")
LEGAL_FORMS = re.compile(
    r"[\s,.]+(inc|ltd|llc|llp|plc|gmbh|ag|se|sa|s\.a|sas|bv|b\.v|ab|oy|as|kg|co|corp|corporation)\.?$"
)


def fold(text: str) -> str:
    """Return `text` in lower-case ASCII with single spaces."""
    if not text.isascii():
        text = anyascii(text)
    return SPACES.sub(" ", text).strip().lower()


@lru_cache(maxsize=16_384)
def fold_company(company: str) -> str:
    """Return a company's name without its legal form.

    Kept in rows and in the hashes of people who are to be forgotten, which cannot be made anew: so it goes by fewer
    forms than `coach/spellings.py`, and does not grow with it.
    """
    return LEGAL_FORMS.sub("", fold(company))


def fold_url(url: str) -> str:
    """Return a profile's address without scheme, `www.`, query and last slash."""
    address = url.partition("://")[2] or url
    return address.partition("#")[0].partition("?")[0].rstrip("/").lower().removeprefix("www.")


def keys_of(*, full_name: str, company: str | None, emails: Iterable[str], profile_url: str | None) -> set[str]:
    """Return all by which a person is recognised."""
    keys = {f"email:{fold(email)}" for email in emails}
    if profile_url:
        keys.add(f"url:{fold_url(profile_url)}")
    keys.add(f"name:{fold(full_name)}|{fold_company(company or '')}")
    return keys


def search_text_of(*parts: str | None, lists: Iterable[Iterable[str]] = ()) -> str:
    """Return the one folded text in which a contact is searched."""
    words = [part for part in parts if part]
    words += [part for group in lists for part in group]
    return fold(" ".join(words))
