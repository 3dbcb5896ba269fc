"""Web addresses in a text."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from comity.coach.word_lists import each

_CHUNK = re.compile(r"[^\s<>\"'«»“”„]+")
_MAIL = re.compile(r"^[^@\s]{1,64}@[^@\s]{1,253}\.[a-zA-Z]{2,}$")
_HOST = re.compile(r"^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){0,8}\.[a-z]{2,24}(:\d{1,5})?$")
_ENDINGS = each(  # without a scheme only these make an address: "Node.js/React" is none
    "com org net io dev co ai me app edu gov eu de fr uk es it nl ch at be se no dk fi pl pt ie in jp cn br au "
    "nz ca us info biz xyz tech page site online blog cloud ly gl so to be link"
)
_TRAILING = ".,;:!?…*_'’]}。，、！？"
_SCHEMES = ("http://", "https://")
_PROFILES = ("linkedin.com/in/", "linkedin.com/pub/", "xing.com/profile/")


@dataclass(frozen=True, slots=True)
class Link:
    """A web address, as it stands in the text. is_mail: it is somebody's address for mail."""

    start: int
    end: int
    address: str
    is_mail: bool = False


def links_in(text: str) -> list[Link]:
    """Return every web or mail address: with a scheme, with `www.`, or as `host.tld/path`."""
    found = []
    for match in _CHUNK.finditer(text):
        chunk = match[0]
        if "." in chunk:
            link = _link(chunk, match.start())
            if link is not None:
                found.append(link)
    return found


def plain(address: str) -> str:
    """Return an address without scheme, `www.` (or LinkedIn's countries), query and last slash, in lower case."""
    bare = address.partition("://")[2] or address
    host, slash, path = bare.partition("#")[0].partition("?")[0].rstrip("/").casefold().partition("/")
    host = "linkedin.com" if host.endswith(".linkedin.com") else host.removeprefix("www.")
    return host + slash + path


def is_profile(address: str) -> bool:
    """Say whether an address is somebody's profile on a network for work."""
    return plain(address).startswith(_PROFILES)


def _link(chunk: str, start: int) -> Link | None:
    begins = min((at for scheme in _SCHEMES if (at := chunk.lower().find(scheme)) >= 0), default=-1)
    if begins < 0:
        begins = len(chunk) - len(chunk.lstrip("([{*_-–—:"))
    address = _trimmed(chunk[begins:])
    place = start + begins
    if address.lower().startswith(_SCHEMES):
        return Link(place, place + len(address), address) if _has_host(address) else None
    mail = address.lower().removeprefix("mailto:")
    if _MAIL.match(mail) and len(mail) <= 320:
        return Link(place, place + len(address), address, is_mail=True)
    host, slash, _ = address.partition("/")
    ending = host.lower().rpartition(".")[2].partition(":")[0]
    is_known = ending in _ENDINGS or host.lower().startswith("www.")
    is_host = is_known and len(host) <= 253 and _HOST.match(host.lower()) is not None
    if is_host and (slash or host.lower().startswith("www.")):
        return Link(place, place + len(address), address)
    return None


def _trimmed(address: str) -> str:
    """Return an address without what belongs to the sentence around it."""
    return address.rstrip(_TRAILING if "(" in address else _TRAILING + ")")


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False
