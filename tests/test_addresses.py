"""What of the promises' list of addresses can be seen from the spelling alone, and what passes."""

from ipaddress import ip_address

import pytest

from comity.addresses import AddressRefused, Allowed, check_answers, is_public, read_web_address

IPV4 = """
127.0.0.1 127.0.0.53 127.255.255.254 127.1 127.0.1 2130706433 017700000001 0x7f000001 0x7f.0.0.1 0177.0.0.1 0 0.0.0.0
0.1.2.3 10.0.0.1 10.255.255.255 012.0.0.1 172.16.0.1 172.31.255.255 192.168.0.1 3232235521 169.254.169.254 0xa9fea9fe
2852039166 0251.0376.0251.0376 169.254.170.2 100.64.0.1 100.100.100.200 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1
198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
""".split()  # noqa: SIM905
IPV6 = """
::1 :: 0:0:0:0:0:0:0:1 0000:0000:0000:0000:0000:0000:0000:0001 ::ffff:127.0.0.1 ::ffff:7f00:1 ::FFFF:10.0.0.1
::127.0.0.1 ::ffff:0:127.0.0.1 64:ff9b:: 64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 fc00:: fc00::1
fd00:ec2::254 fdff:ffff::1 fe80:: fe80::1 febf::1 fec0::1 ff00:: ff02::1 ff0e::1 2001:db8:: 2001:db8::1 2001::1
2001:0:7f00:1::1 2001:2::1 2001:10::1 2001:20::1 2002:: 2002:7f00:1:: 2002:a9fe:a9fe::1 3fff::1 5f00::1
2a00:1450:4001:812:0:5efe:127.0.0.1 2a00:1450:4001:812:200:5efe:7f00:1
""".split()  # noqa: SIM905
IPV6_ZONED = ["fe80::1%eth0", "fe80::1%25eth0", "::1%lo", "::1%251", "2606:4700::1111%eth0"]
OTHER_SPELLINGS = """
http://127.0.0.1. http://0x7F.1/ http://0X7F000001 http://127.0.0.1.:80/ http://00000177.0.0.1 http://127.0.0.01
http://127.0.0x1 http://1.1 http://4294967296 http://0x http://0x. http://①②⑦.⓪.⓪.①/ http://１２７.0.0.1/
http://127。0。0。1/ http://127.0.0.1\\@example.com/ http://example.com\\@127.0.0.1/ http://example.com@127.0.0.1/
http://robin:secret@example.com/ http://@example.com/ http://127.0.0.1:80@example.com/ http://example.com:80:81/
http://%31%32%37.0.0.1/ http://127.0.0.1%2f@example.com/ http://[127.0.0.1]/ http://[::1/ http://::1/ http://[::1]]/
http://[::1].example.com/ http://[]/ http:///127.0.0.1/ http:/127.0.0.1 http:127.0.0.1 //127.0.0.1/ 127.0.0.1
http://localhost http://LOCALHOST/ http://localhost. http://api.localhost/ http://db http://metadata
http://host.internal http://metadata.google.internal/ http://printer.local/ http://nas.lan/ http://router.home.arpa/
http://1.0.0.127.in-addr.arpa http://hidden.onion/ http://example..com http://.example.com http://-example.com
http://example-.com ftp://example.com file:///etc/passwd gopher://127.0.0.1:70/ unix:///var/run/docker.sock
data:text/plain,x javascript:alert(1) http+unix://%2Fvar%2Frun http://example.com# http://example.com/#@127.0.0.1
http://example.com:0/ http://example.com:99999/ http://example.com:22/ http://example.com:25/ http://example.com:6667/
http://example.com:5060/ http://example.com:-1/ http://example.com:+80/ http://example.com:８０/ http://exämple.com/
http://ex%61mple.com/ http://example.com%00.evil.com/
""".split()  # noqa: SIM905
SPACED = [
    "",
    " ",
    "http://",
    " http://example.com/",
    "http://example.com/ ",
    "http://exa mple.com/",
    "http://example.com/a b",
    "http://example.com\t/",
    "http://example.com/\r\nX-Injected: 1",
    "http://example.com\n.evil.com/",
    "http://127.0.0.1\t/",
    "http://exa\u00admple.com",
    "http://example.com/" + "a" * 2_000,
    "http://" + "a." * 130 + "com/",
    "http://" + "a" * 64 + ".com/",
]
PUBLIC = [
    "https://example.com",
    "https://example.com/hooks/a?b=c&d=%20e",
    "http://hooks.example.org:8080/in",
    "HTTPS://Example.COM.:8443/x",
    "https://8.8.8.8/",
    "https://172.32.0.1/",
    "https://[2606:4700:4700::1111]/",
    "https://[2a00:1450:4001:0812::200e]:8443/x",
    "https://xn--bcher-kva.example.net/in",
]
EVERYTHING_REFUSED = [
    *(f"http://{one}/" for one in IPV4),
    *(f"https://{one}:8443/hook" for one in IPV4),
    *(f"http://[{one}]/" for one in IPV6 + IPV6_ZONED),
    *(f"http://{one}/" for one in IPV6),
    *OTHER_SPELLINGS,
    *SPACED,
]


class TestReadWebAddress:
    @pytest.mark.parametrize("url", EVERYTHING_REFUSED)
    def test_refuses_whatever_may_lead_inside(self, url: str) -> None:
        with pytest.raises(AddressRefused):
            read_web_address(url, Allowed())

    @pytest.mark.parametrize("url", PUBLIC)
    def test_takes_the_public_internet(self, url: str) -> None:
        assert read_web_address(url, Allowed()).target.startswith("/")

    def test_takes_it_apart_once(self) -> None:
        address = read_web_address("HTTPS://[2A00:1450:4001:0812::200E]:8443?x=/@y", Allowed())

        assert (address.scheme, address.host, address.port) == ("https", "2a00:1450:4001:812::200e", 8443)
        assert address.target == "/?x=/@y"
        assert address.authority == "[2a00:1450:4001:812::200e]:8443"

    def test_takes_what_an_operator_opens_and_no_other_spelling_of_it(self) -> None:
        allowed = Allowed.parse("127.0.0.0/8, hooks.lan,fd00::/8, localhost")

        for url in ("http://127.0.0.1:25/", "http://hooks.lan/", "http://[fd00::1]/", "http://localhost:8000/"):
            assert read_web_address(url, allowed)
        for url in ("http://127.1/", "http://2130706433/", "http://other.lan/", "http://10.0.0.1/", "http://[::1]/"):
            with pytest.raises(AddressRefused):
                read_web_address(url, allowed)


class TestCheckAnswers:
    @pytest.mark.parametrize("inside", ["127.0.0.1", "169.254.169.254", "::1", "::ffff:10.0.0.1", "fe80::1%eth0"])
    def test_refuses_a_name_if_one_of_its_addresses_lies_inside(self, inside: str) -> None:
        for answers in ([inside], ["8.8.8.8", inside], [inside, "2606:4700::1111"]):
            with pytest.raises(AddressRefused):
                check_answers("example.com", answers, Allowed())

    def test_refuses_a_name_that_stands_for_nothing(self) -> None:
        with pytest.raises(AddressRefused):
            check_answers("example.com", [], Allowed())

    def test_lets_a_name_pass_that_an_operator_opened(self) -> None:
        assert check_answers("hooks.lan", ["10.0.0.7"], Allowed.parse("hooks.lan")) == ["10.0.0.7"]
        assert check_answers("example.com", ["10.0.0.7"], Allowed.parse("10.0.0.0/24")) == ["10.0.0.7"]


class TestIsPublic:
    @pytest.mark.parametrize("address", ["1.1.1.1", "9.255.255.255", "11.0.0.0", "126.255.255.255", "223.255.255.255"])
    def test_knows_the_borders(self, address: str) -> None:
        assert is_public(ip_address(address))

    @pytest.mark.parametrize("address", ["168.63.129.16", "100.127.255.255", "172.31.255.255", "192.0.0.255"])
    def test_knows_what_clouds_and_carriers_keep(self, address: str) -> None:
        assert not is_public(ip_address(address))
