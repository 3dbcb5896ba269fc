"""The owner's events, goals, and who knows whom."""

from comity.coach.words import AskSize, TieKind, Urgency
from comity.sample.telling import Aim, Bond, Gathering

QUIET_METRICS = "Quiet Metrics Evening"
OPEN_DESK = "Open Desk Week"
TIDEWATER = "Tidewater Product Days"
TRAM_DEPOT = "Breakfast at the Old Tram Depot"

GATHERINGS = (
    Gathering(
        QUIET_METRICS,
        days=0.9,
        hours=3,
        place="Online",
        attendees=("Fiona Drummond", "Laura Schiller"),
        parts=(("Four numbers are enough", "talk"), ("Small tables", "breakout")),
    ),
    Gathering(
        OPEN_DESK,
        days=2.1,
        hours=5 * 24,
        place="Online and in eleven cities",
        attendees=("Ines Carvalhal", "Penelope Chow"),
        parts=(("Desk swap", "informal"), ("Soup at one", "lunch")),
    ),
    Gathering(
        TIDEWATER,
        days=-8,
        hours=34,
        place="The Rope Works, Lisbon",
        attendees=("Milagros Tovar", "Sofia Almeida", "Tomás Figueira", "Arjun Mehta"),
        parts=(("What we stopped building", "talk"), ("Prices and courage", "breakout"), ("Boat supper", "dinner")),
    ),
    Gathering(TRAM_DEPOT, days=-12, hours=2, place="The Old Tram Depot"),
)

AIMS = (
    Aim(
        "Hear how five product people choose what not to build",
        AskSize.SHORT_CALL,
        ends=100,
        fields=("product",),
    ),
    Aim(
        "Meet Ingrid Solheim, who built a lamp that lasts thirty years",
        AskSize.SHORT_CALL,
        ends=150,
        urgency=Urgency.HIGH,
        people=("Ingrid Solheim",),
    ),
    Aim(
        "Be introduced to the team behind the savings circles at Palmgrove Pay",
        AskSize.INTRODUCTION,
        ends=60,
        companies=("Palmgrove Pay",),
    ),
)

BONDS = (
    Bond("Bjørn Eriksrud", "Ingrid Solheim", TieKind.COLLEAGUE, 0.9),
    Bond("Nadia Haddad", "Bjørn Eriksrud", TieKind.FRIEND, 0.7),
    Bond("Valentina Uzcátegui", "Andrés Belisario", TieKind.COLLEAGUE, 0.9),
    Bond("Valentina Uzcátegui", "Milagros Tovar", TieKind.COLLEAGUE, 0.8),
    Bond("Valentina Uzcátegui", "Rafael Oquendo", TieKind.COLLEAGUE, 0.8),
    Bond("Sofia Almeida", "Tomás Figueira", TieKind.COLLEAGUE, 0.9),
    Bond("Amara Okonkwo", "Emeka Nwosu", TieKind.FRIEND, 0.8),
    Bond("Jonas Lindqvist", "Erik Johansson", TieKind.CLASSMATE, 0.6),
    Bond("Aroha Ngata", "Wiremu Takerei", TieKind.FRIEND, 0.7),
    Bond("Meera Krishnan", "Vikram Desai", TieKind.COLLEAGUE, 0.5),
    Bond("Elizabeth Osei", "Yasmin Tahir", TieKind.FRIEND, 0.6),
    Bond("Beatriz Salvador", "Ines Carvalhal", TieKind.FRIEND, 0.8),
    Bond(None, "Daniel Weissberg", TieKind.FRIEND, 0.9),
    Bond(None, "Hannah Stein", TieKind.COLLEAGUE, 0.7),
)
