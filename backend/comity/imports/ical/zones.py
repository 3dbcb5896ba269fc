"""Time zones as calendar files name them."""

import io
from collections.abc import Mapping
from datetime import tzinfo
from zoneinfo import ZoneInfo

from dateutil.tz import tzical  # type: ignore[import-untyped]
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from comity.imports.ical.components import Component
from comity.schemas import ZONES

BY_LOWER_CASE = {name.lower(): name for name in ZONES}
PROPERTIES_OF_A_PART = ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE")
EARLIEST_RULE = "1600"
LONGEST_RULE = 120


class Zones:
    """What the zones of one file mean.

    A name that everybody knows means what everybody means by it, whatever the file says: a file may be old or lie. Its
    own definition counts for a name of its own.
    """

    def __init__(self, defined: Mapping[str, Component]) -> None:
        self._defined = defined
        self._found: dict[str, tzinfo | None] = {}

    def find(self, name: str) -> tzinfo | None:
        """The zone, None where nobody can tell."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> tzinfo | None:
        if known := known_zone(name):
            return known
        component = self._defined.get(name)
        if component is None:
            return None
        return known_zone(component.text("X-LIC-LOCATION")) or _as_defined(component)


def known_zone(name: str) -> ZoneInfo | None:
    """A zone by its IANA name, by Windows' name, or by a path that ends in its IANA name."""
    name = name.strip().strip('"')
    if name in WINDOWS_TO_OLSON:
        name = WINDOWS_TO_OLSON[name]
    parts = name.split("/")[-3:]
    endings = ("/".join(parts[start:]) for start in range(len(parts)))
    known = next((BY_LOWER_CASE[one.lower()] for one in endings if one.lower() in BY_LOWER_CASE), None)
    return ZoneInfo(known) if known else None


def _as_defined(component: Component) -> tzinfo | None:
    """The zone as the file defines it, rewritten line by line: only yearly rules, which end within moments."""
    lines = ["BEGIN:VTIMEZONE", "TZID:defined"]
    for part in component.parts:
        written = {name: line.value.strip() for name in PROPERTIES_OF_A_PART if (line := part.first(name))}
        values = {name: value.replace(";INTERVAL=1;", ";") for name, value in written.items()}
        if part.name not in {"STANDARD", "DAYLIGHT"} or not _is_plain(values):
            return None
        lines += [f"BEGIN:{part.name}", *(f"{name}:{value}" for name, value in values.items()), f"END:{part.name}"]
    try:
        zone: tzinfo | None = tzical(io.StringIO("\n".join([*lines, "END:VTIMEZONE"]))).get()
    except (ValueError, TypeError, KeyError, OverflowError):
        return None
    return zone


def _is_plain(values: Mapping[str, str]) -> bool:
    rule = values.get("RRULE", "FREQ=YEARLY")
    starts_at = values.get("DTSTART", "")
    is_yearly = rule.startswith("FREQ=YEARLY") and len(rule) <= LONGEST_RULE and "INTERVAL" not in rule
    return is_yearly and starts_at >= EARLIEST_RULE and all(value.isprintable() for value in values.values())
