"""Which participant of a message export is the person whose export it is."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from comity.contacts.folding import fold, fold_url
from comity.imports.records import FileOwner, Participant

Conversation = tuple[str, tuple[Participant, ...]]
Presence = dict[str, set[str]]

_key_of_link = lru_cache(maxsize=16_384)(fold_url)
_key_of_name = lru_cache(maxsize=16_384)(fold)


class Owner:
    """The owner, by their profile links, and by name where a row has no link."""

    def __init__(self, links: set[str], names: set[str]) -> None:
        self._links = links
        self._names = names

    def is_known(self) -> bool:
        """Whether anybody was found."""
        return bool(self._links or self._names)

    def is_(self, participant: Participant) -> bool:
        """Whether this participant is the owner."""
        if participant.profile_url:
            return _key_of_link(participant.profile_url) in self._links
        return _key_of_name(participant.name) in self._names


def find_owner(conversations: Iterable[Conversation], told: FileOwner) -> Owner:
    """Find the owner: by their profile link, else by their name, else as the one who takes part everywhere."""
    links: Presence = defaultdict(set)
    names: Presence = defaultdict(set)
    links_by_name: Presence = defaultdict(set)
    for conversation, participants in conversations:
        for participant in participants:
            name = _key_of_name(participant.name)
            names[name].add(conversation)
            if participant.profile_url:
                link = _key_of_link(participant.profile_url)
                links[link].add(conversation)
                links_by_name[name].add(link)
    link, name = fold_url(told.profile_url), fold(told.full_name)
    if link in links:
        return Owner({link}, {name, *_names_of(link, links_by_name)} - {""})
    if name and name in names:
        return Owner(links_by_name[name], {name})
    return _who_is_everywhere(links, names, links_by_name)


def _who_is_everywhere(links: Presence, names: Presence, links_by_name: Presence) -> Owner:
    all_conversations = set[str]().union(*names.values())
    if len(all_conversations) < 2:
        return Owner(set(), set())
    everywhere = [link for link, where in links.items() if where == all_conversations]
    if len(everywhere) == 1:
        return Owner({everywhere[0]}, _names_of(everywhere[0], links_by_name))
    named = [name for name, where in names.items() if name and where == all_conversations]
    return Owner(links_by_name[named[0]], set(named)) if len(named) == 1 else Owner(set(), set())


def _names_of(link: str, links_by_name: Presence) -> set[str]:
    return {name for name, links in links_by_name.items() if link in links}
