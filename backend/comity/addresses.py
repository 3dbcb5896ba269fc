"""Which addresses are the public internet's, and which web addresses somebody may have us call.

The networks are written out, from the registries of special-purpose addresses (IANA, RFC 6890 and later): the flags of
`ipaddress` know neither what is embedded in an address nor what clouds keep for themselves.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from comity.errors import Refused

IpAddress = IPv4Address | IPv6Address
IpNetwork = IPv4Network | IPv6Network

CLOSED_IPV4 = [
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared by a carrier's customers; a cloud's metadata, too
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # public to look at, but a cloud's own
        "169.254.0.0/16",  # link-local: metadata of most clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # multicast tunnels
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
]
OPEN_IPV6 = IPv6Network("2000::/3")  # global unicast; loopback, mapped, NAT64, private and the like lie outside
CLOSED_IPV6 = [
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments: Teredo, which embeds an IPv4 address, benchmarks, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, which embeds an IPv4 address
        "2620:4f:8000::/48",  # AS112
        "3ffe::/16",  # 6bone, long gone
        "3fff::/20",  # documentation
    )
]
ISATAP = frozenset({0x00005EFE, 0x02005EFE})  # before an embedded IPv4 address, in any network

CLOSED_NAMES = ("localhost", "local", "localdomain", "internal", "intranet", "private", "corp", "home", "lan", "arpa")
RESERVED_NAMES = ("test", "invalid", "onion", "alt")
DEFAULT_PORTS = {"http": 80, "https": 443}
LOWEST_FREE_PORT = 1024  # below it other protocols listen
OTHERS_PORTS = frozenset(  # above it, those that browsers refuse too: Fetch standard, "bad port"
    {1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080}
)
LONGEST_URL = 2_000
LONGEST_NAME = 253

_URL = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9a-f:.]+\]|[0-9a-z._-]+)(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<target>(?:/[!$-;=?-\[\]_a-z~|%]*)?(?:\?[!$-;=?-\[\]_a-z~|%]*)?)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?!-)[0-9a-z_-]{1,63}(?<!-)")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


class AddressRefused(Refused):
    """This address may not be called."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What an operator opens beside the public internet: names of hosts, and networks."""

    names: frozenset[str] = frozenset()
    networks: tuple[IpNetwork, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Allowed":
        """Read names, addresses and networks, separated by commas.

        Raises ValueError.
        """
        names, networks = set(), []
        for one in filter(None, (part.strip().lower() for part in text.split(","))):
            if re.fullmatch(r"[0-9.]+(/[0-9]+)?|[0-9a-f]*:[0-9a-f:.]*(/[0-9]+)?", one):
                networks.append(ip_network(one))
            elif all(map(_LABEL.fullmatch, one.split("."))):
                names.add(one)
            else:
                raise ValueError(f"{one} is neither a name nor a network")
        return cls(frozenset(names), tuple(networks))

    def has(self, address: IpAddress) -> bool:
        """Whether an address lies in one of the networks."""
        return any(address in network for network in self.networks if network.version == address.version)


NOTHING = Allowed()


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A web address, taken apart once: what was checked is what is called. host: a name, or a plain address."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port, as the head of a request names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"


def is_public(address: IpAddress) -> bool:
    """Whether an address belongs to the public internet."""
    if isinstance(address, IPv4Address):
        return not _lies_in(address, CLOSED_IPV4)
    embeds = (int(address) >> 32 & 0xFFFFFFFF) in ISATAP
    return address.scope_id is None and address in OPEN_IPV6 and not embeds and not _lies_in(address, CLOSED_IPV6)


def _lies_in(address: IpAddress, networks: Iterable[IpNetwork]) -> bool:
    return any(address in network for network in networks)


def read_web_address(url: str, allowed: Allowed) -> WebAddress:
    """Take a web address apart that somebody would have us call. What its name stands for is checked at the call.

    One spelling is taken of each thing: an IPv4 address as four plain numbers, nothing that is not ASCII, no user, no
    zone, no fragment. Raises AddressRefused.
    """
    found = _URL.fullmatch(url) if len(url) <= LONGEST_URL else None
    if found is None:
        raise AddressRefused("It must be written like https://example.org/path, in ASCII, without user or fragment.")
    scheme, host = found["scheme"].lower(), found["host"].lower()
    port = int(found["port"]) if found["port"] else DEFAULT_PORTS[scheme]
    if host.startswith("["):
        host, is_allowed = _check_literal(_ipv6(host[1:-1]), allowed)
    elif _ends_in_number(host):
        host, is_allowed = _check_literal(_ipv4(host), allowed)
    else:
        host, is_allowed = _check_name(host.removesuffix("."), allowed)
    if not (0 < port <= 0xFFFF and (is_allowed or _is_usual(port))):
        raise AddressRefused(f"Port {port} is not one that webhooks are sent to.")
    target = found["target"]
    return WebAddress(scheme, host, port, target if target.startswith("/") else f"/{target}")


def check_answers(host: str, addresses: Iterable[str], allowed: Allowed) -> list[str]:
    """Return the addresses that a name stands for, if each of them may be called.

    Raises AddressRefused.
    """
    found = [ip_address(one) for one in addresses]
    refused = [] if host in allowed.names else [one for one in found if not is_public(one) and not allowed.has(one)]
    if refused or not found:
        raise AddressRefused("Its name does not stand for public addresses alone.")
    return [str(one) for one in found]


def _check_literal(address: IpAddress, allowed: Allowed) -> tuple[str, bool]:
    is_allowed = allowed.has(address)
    if not is_allowed and not is_public(address):
        raise AddressRefused("It is not on the public internet.")
    return str(address), is_allowed


def _check_name(name: str, allowed: Allowed) -> tuple[str, bool]:
    labels = name.split(".")
    if len(name) > LONGEST_NAME or not all(map(_LABEL.fullmatch, labels)):
        raise AddressRefused("Its host is no name of the internet.")
    if name in allowed.names:
        return name, True
    if len(labels) == 1 or labels[-1] in {*CLOSED_NAMES, *RESERVED_NAMES}:
        raise AddressRefused("Its host is no name of the public internet.")
    return name, False


def _ends_in_number(host: str) -> bool:
    """Whether a host is read as an IPv4 address, in whatever spelling (URL standard, "ends in a number")."""
    return bool(_NUMBER.fullmatch(host.removesuffix(".").rsplit(".", 1)[-1]))


def _ipv4(host: str) -> IPv4Address:
    try:
        return IPv4Address(host)
    except ValueError:
        raise AddressRefused("An IPv4 address is written as four plain numbers.") from None


def _ipv6(host: str) -> IPv6Address:
    try:
        return IPv6Address(host)
    except ValueError:
        raise AddressRefused("It is no IPv6 address.") from None


def _is_usual(port: int) -> bool:
    return port in DEFAULT_PORTS.values() or (port >= LOWEST_FREE_PORT and port not in OTHERS_PORTS)
