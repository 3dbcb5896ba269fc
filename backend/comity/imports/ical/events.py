"""One event, or the next few times of one that repeats."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from hashlib import blake2b
from typing import BinaryIO, NamedTuple
from zoneinfo import ZoneInfo

from icalendar import vDDDTypes

from comity.coach.days import DAY
from comity.imports.ical.components import MOST_LINES, Component, read_components
from comity.imports.ical.guests import guests_of, is_declined
from comity.imports.ical.recurrence import BadRule, Budget, Series, times_of
from comity.imports.ical.zones import Zones
from comity.imports.records import LONGEST_NAME, FileOwner, FoundEvent, Refusal
from comity.imports.values import Sieve, clean, web_address, words
from comity.imports.vcard.content_lines import ContentLine
from comity.schemas import EARLIEST, LATEST

LONGEST_UID = 200
LONGEST_EVENT = timedelta(days=366)
MOST_SINGLE_DATES = 1_000  # of one series: what a file adds or takes away
INVITING = frozenset({"", "PUBLISH", "REQUEST"})
PRIVATE = frozenset({"PRIVATE", "CONFIDENTIAL"})
OTHER_COMPONENTS = {"VTODO": "a task", "VJOURNAL": "a note", "VFREEBUSY": "a list of busy times"}


class Unreadable(ValueError):
    """Something without which an event is none. code, reason: as they are shown."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Outline(NamedTuple):
    """What of a file must be known before its first event: its zones, and which times have a record of their own."""

    zones: Zones
    replaced: Mapping[str, list[ContentLine]]


class Span(NamedTuple):
    """When an event takes place, as its file writes it. zone: of the place; is_day: whole days."""

    starts_at: datetime
    lasts: timedelta
    zone: tzinfo
    is_day: bool


def read_events(file: BinaryIO, owner: FileOwner, now: datetime) -> Iterator[FoundEvent | Refusal]:
    """Every event of the file, or the reason why it is none. The file is read twice: first for its zones.

    Of what repeats, the next few times come, each as an event of its own.
    """
    reader = _Reader(_outline(file), owner, now)
    for component in read_components(file):
        yield from reader.read(component)


def _outline(file: BinaryIO) -> Outline:
    zones: dict[str, Component] = {}
    replaced: dict[str, list[ContentLine]] = {}
    for component in read_components(file):
        if component.name == "VTIMEZONE":
            zones.setdefault(component.text("TZID").strip(), component)
        elif component.name == "VEVENT" and (this := component.first("RECURRENCE-ID")):
            replaced.setdefault(component.text("UID").strip(), []).append(this)
    return Outline(Zones(zones), replaced)


class _Reader:
    def __init__(self, outline: Outline, owner: FileOwner, now: datetime) -> None:
        self._outline = outline
        self._owner = owner
        self._now = now
        self._here = ZoneInfo(owner.timezone)
        self._budget = Budget()
        self._method = ""

    def read(self, component: Component) -> Iterator[FoundEvent | Refusal]:
        if component.name == "VCALENDAR":
            self._method = component.text("METHOD").strip().upper()
        elif component.name in OTHER_COMPONENTS:
            reason = f"It is {OTHER_COMPONENTS[component.name]}, not an event."
            yield _refusal(component, "not_an_event", reason, deliberate=True)
        elif component.name == "VEVENT":
            yield from [refusal] if (refusal := self._unwanted(component)) else self._readable(component)

    def _unwanted(self, component: Component) -> Refusal | None:
        too_large = next((broken for broken in component.broken if broken.too_large), None)
        if too_large:
            return _refusal(component, too_large.code, f"Line {too_large.line}: {too_large.reason}")
        if component.is_too_long():
            return _refusal(component, "event_too_long", f"The event has more than {MOST_LINES} lines.")
        if not component.has_end:
            return _refusal(component, "no_end", "The event does not end: the file may be cut off.")
        if self._method not in INVITING:
            reason = "It is an answer or a cancellation, not an invitation: it changes nothing here."
            return _refusal(component, "not_an_invitation", reason, deliberate=True)
        is_private = component.text("CLASS").strip().upper() in PRIVATE
        if is_private and not component.first("ATTENDEE"):
            return _refusal(component, "private", "It is private, and nobody else is invited.", deliberate=True)
        return None if _label(component) else _refusal(component, "no_name", "The event has no name.")

    def _readable(self, component: Component) -> Iterator[FoundEvent | Refusal]:
        try:
            yield from self._events(component)
        except Unreadable as error:
            yield _refusal(component, error.code, error.reason)
        except BadRule as error:
            yield _refusal(component, "repeats", str(error))

    def _events(self, component: Component) -> Iterator[FoundEvent]:
        span = self._span(component)
        event = self._event(component, span)
        uid = _uid(component, event)
        if this := component.first("RECURRENCE-ID"):
            key = f"{uid}|{self._instant(this):%Y%m%dT%H%M%S}"
            yield event._replace(key=key)
        elif component.first("RRULE") or component.first("RDATE"):
            yield from self._repeated(component, span, event, uid)
        else:
            yield event._replace(key=uid)

    def _repeated(self, component: Component, span: Span, event: FoundEvent, uid: str) -> Iterator[FoundEvent]:
        series = self._series(component, span, uid)
        times = times_of(series, now=_at_place(self._now, span.zone), budget=self._budget)
        if not times:
            raise BadRule("It never takes place.")
        is_routine = not event.guests  # nobody to meet, so it is part of the week and no event
        for starts_at in times:
            at = span._replace(starts_at=starts_at)
            starts, ends = _instants(at)
            yield event._replace(
                key=f"{uid}|{starts:%Y%m%dT%H%M%S}",
                starts_at=starts,
                ends_at=ends,
                attending=event.attending and not is_routine,
            )

    def _series(self, component: Component, span: Span, uid: str) -> Series:
        rule = component.text("RRULE").strip()
        until = next((part[6:] for part in rule.upper().split(";") if part.startswith("UNTIL=")), "")
        replaced = self._outline.replaced.get(component.text("UID").strip(), [])
        return Series(
            rule,
            span.starts_at,
            until=self._until(until, span) if until else None,
            extra=self._single(component.all("RDATE"), span),
            left_out=[*self._single(component.all("EXDATE"), span), *self._single(replaced, span)],
        )

    def _until(self, text: str, span: Span) -> datetime:
        moment, zone, is_day = self._moment(text, "", span.zone)
        return datetime.combine(moment.date(), time.max) if is_day else _moved(moment, zone, span.zone)

    def _single(self, lines: list[ContentLine], span: Span) -> list[datetime]:
        """Single dates as wall-clock times at the place; what cannot be read takes nothing away and adds nothing."""
        texts = [(text, line) for line in lines for text in line.value.split(",")][:MOST_SINGLE_DATES]
        self._budget.spend(len(texts))
        found = []
        for text, line in texts:
            with suppress(Unreadable):
                moment, zone, _ = self._moment(text.partition("/")[0], line.parameters.get("TZID", ""), span.zone)
                found.append(_moved(moment, zone, span.zone))
        return found

    def _span(self, component: Component) -> Span:
        start = component.first("DTSTART")
        if start is None:
            raise Unreadable("no_start", "Nobody can tell when it begins.")
        starts_at, zone, is_day = self._moment(start.value, start.parameters.get("TZID", ""), self._here)
        span = Span(starts_at, self._lasts(component, starts_at, zone, is_day=is_day), zone, is_day)
        if span.lasts < timedelta():
            raise Unreadable("ends_before_it_starts", "It ends before it begins.")
        if span.lasts > LONGEST_EVENT:
            raise Unreadable("too_long", "It lasts longer than a year.")
        return span

    def _lasts(self, component: Component, starts_at: datetime, zone: tzinfo, *, is_day: bool) -> timedelta:
        if end := component.first("DTEND"):
            ends_at, end_zone, _ = self._moment(end.value, end.parameters.get("TZID", ""), zone)
            return ends_at - starts_at if is_day else _utc(ends_at, end_zone) - _utc(starts_at, zone)
        if text := component.text("DURATION").strip():
            lasts = _value(text)
            if isinstance(lasts, timedelta):
                return lasts
            raise Unreadable("unreadable_time", f"{text[:40]!r} is no length of time.")
        return DAY if is_day else timedelta()

    def _instant(self, line: ContentLine) -> datetime:
        moment, zone, _ = self._moment(line.value, line.parameters.get("TZID", ""), self._here)
        return _utc(moment, zone)

    def _moment(self, text: str, zone_name: str, otherwise: tzinfo) -> tuple[datetime, tzinfo, bool]:
        """The wall-clock time, its zone, and whether it is a whole day. otherwise: the zone of what names none."""
        value = _value(text.strip())
        zone = otherwise
        is_day = not isinstance(value, datetime)
        if isinstance(value, datetime) and value.tzinfo is not None:
            value, zone = value.replace(tzinfo=None), UTC
        elif zone_name and not is_day:
            zone = self._zone(zone_name)
        if not isinstance(value, date):
            raise Unreadable("unreadable_time", f"{text[:40]!r} is no moment.")
        if not EARLIEST.year < value.year < LATEST.year:
            raise Unreadable("out_of_range", f"It must lie between {EARLIEST.year} and {LATEST.year}.")
        return value if isinstance(value, datetime) else datetime.combine(value, time()), zone, is_day

    def _zone(self, name: str) -> tzinfo:
        zone = self._outline.zones.find(name)
        if zone is None:
            shown = clean(name)[:60]
            raise Unreadable("unknown_zone", f"Nobody knows the time zone {shown!r}, and the file does not say.")
        return zone

    def _event(self, component: Component, span: Span) -> FoundEvent:
        sieve = Sieve()
        guests, unread = guests_of(component, self._owner)
        place = sieve.one("place", component.text("LOCATION"), words)
        url = sieve.one("link", component.text("URL"), web_address)
        is_alone = not (guests or place or url)
        starts_at, ends_at = _instants(span)
        name = _label(component)
        if len(name) > LONGEST_NAME:
            sieve.leave_out("end of the name", name[LONGEST_NAME:])
        if any(line.name == "ATTACH" for line in component.properties):
            unread = (*unread, "attach: attachments are neither fetched nor kept")
        return FoundEvent(
            component.line,
            key="",
            name=name[:LONGEST_NAME].rstrip(),
            starts_at=starts_at,
            ends_at=ends_at,
            place=place,
            url=url,
            attending=not (is_alone and _takes_no_time(component, span)) and not is_declined(component, self._owner),
            is_cancelled=component.text("STATUS").strip().upper() == "CANCELLED",
            guests=guests,
            revision=_revision(component),
            left_out=(*sieve.left_out, *unread),
        )


def _value(text: str) -> object:
    try:
        return vDDDTypes.from_ical(text)  # type: ignore[no-untyped-call]
    except (ValueError, TypeError, OverflowError):
        raise Unreadable("unreadable_time", f"{clean(text)[:40]!r} is no moment.") from None


def _takes_no_time(component: Component, span: Span) -> bool:
    """Say whether something keeps its day free, as a note does, or is the day itself: a holiday, a birthday."""
    is_transparent = component.text("TRANSP").strip().upper() == "TRANSPARENT"
    return is_transparent or (span.is_day and span.lasts <= DAY)


def _instants(span: Span) -> tuple[datetime, datetime]:
    """When it begins and ends. Whole days end by the clock on the wall, all else after so many hours."""
    starts_at = _utc(span.starts_at, span.zone)
    ends_at = _utc(span.starts_at + span.lasts, span.zone) if span.is_day else starts_at + span.lasts
    return starts_at, ends_at


def _utc(moment: datetime, zone: tzinfo) -> datetime:
    return moment.replace(tzinfo=zone).astimezone(UTC)


def _at_place(instant: datetime, zone: tzinfo) -> datetime:
    return instant.astimezone(zone).replace(tzinfo=None)


def _moved(moment: datetime, zone: tzinfo, to: tzinfo) -> datetime:
    """The wall-clock time at another place."""
    return moment if zone is to else _at_place(_utc(moment, zone), to)


def _uid(component: Component, event: FoundEvent) -> str:
    """The event's name in every file: its UID, or where it has none, what it is and when."""
    uid = component.text("UID").strip()
    if uid and len(uid) <= LONGEST_UID and uid.isprintable():
        return f"ical:{uid}"
    told = uid or f"{event.name}|{event.starts_at.isoformat()}"
    return f"ical:{blake2b(told.encode('utf-8', 'backslashreplace'), digest_size=16).hexdigest()}"


def _revision(component: Component) -> str:
    """How new it is: how often it was changed, then when, as text that can be compared."""
    sequence = component.text("SEQUENCE").strip()
    number = int(sequence) if sequence.isascii() and sequence.isdigit() and len(sequence) < 9 else 0
    changed = component.text("LAST-MODIFIED").strip() or component.text("DTSTAMP").strip()
    return f"{number:09d}{changed[:16] if changed.isascii() and changed.isalnum() else ''}"


def _label(component: Component) -> str:
    return clean(component.text("SUMMARY"))


def _refusal(component: Component, code: str, reason: str, *, deliberate: bool = False) -> Refusal:
    return Refusal(component.line, code, reason, _label(component)[:60], deliberate)
