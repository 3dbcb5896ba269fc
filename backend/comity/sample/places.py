"""Where the made-up people live: a city's country, and its zone where that is not the main zone of the country.

Today must be full on any day and at any hour, so some work when most rest. In Caracas Saturday is a working day, and
the studio there keeps its clients' Pacific hours. In New Zealand Monday begins while it is Sunday elsewhere; no country
is given, so no holiday closes it.
"""

from typing import NamedTuple


class Place(NamedTuple):
    """A country, ISO 3166 alpha-2, and an IANA zone; without one it is the country's main zone."""

    country: str | None
    timezone: str | None = None


PLACES = {
    "Accra": Place("GH"),
    "Amman": Place("JO"),
    "Amsterdam": Place("NL"),
    "Athens": Place("GR"),
    "Auckland": Place(None, "Pacific/Auckland"),
    "Barcelona": Place("ES"),
    "Bengaluru": Place("IN"),
    "Berlin": Place("DE"),
    "Bogotá": Place("CO"),
    "Bologna": Place("IT"),
    "Brussels": Place("BE"),
    "Bucharest": Place("RO"),
    "Buenos Aires": Place("AR"),
    "Cairo": Place("EG"),
    "Cape Town": Place("ZA"),
    "Caracas": Place("VE", "America/Los_Angeles"),
    "Casablanca": Place("MA"),
    "Chicago": Place("US", "America/Chicago"),
    "Colombo": Place("LK"),
    "Copenhagen": Place("DK"),
    "Denver": Place("US", "America/Denver"),
    "Dhaka": Place("BD"),
    "Dubai": Place("AE"),
    "Dublin": Place("IE"),
    "Edinburgh": Place("GB"),
    "Hamburg": Place("DE"),
    "Hanoi": Place("VN"),
    "Hong Kong": Place("HK"),
    "Honolulu": Place("US", "Pacific/Honolulu"),
    "Istanbul": Place("TR"),
    "Jakarta": Place("ID"),
    "Kathmandu": Place("NP"),
    "Lagos": Place("NG"),
    "Leeds": Place("GB"),
    "Lima": Place("PE"),
    "Lisbon": Place("PT"),
    "London": Place("GB"),
    "Lyon": Place("FR"),
    "Manila": Place("PH"),
    "Mexico City": Place("MX"),
    "Milan": Place("IT"),
    "Montréal": Place("CA"),
    "Mumbai": Place("IN"),
    "Munich": Place("DE"),
    "Nairobi": Place("KE"),
    "New York": Place("US"),
    "Osaka": Place("JP"),
    "Oslo": Place("NO"),
    "Paris": Place("FR"),
    "Portland": Place("US", "America/Los_Angeles"),
    "Prague": Place("CZ"),
    "Rotterdam": Place("NL"),
    "Santiago": Place("CL"),
    "São Paulo": Place("BR"),
    "Seattle": Place("US", "America/Los_Angeles"),
    "Seoul": Place("KR"),
    "Singapore": Place("SG"),
    "Stockholm": Place("SE"),
    "Taipei": Place("TW"),
    "Tallinn": Place("EE"),
    "Tel Aviv": Place("IL"),
    "Tokyo": Place("JP"),
    "Vancouver": Place("CA", "America/Vancouver"),
    "Vienna": Place("AT"),
    "Warsaw": Place("PL"),
    "Wellington": Place(None, "Pacific/Auckland"),
    "Zurich": Place("CH"),
}
