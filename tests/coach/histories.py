"""Made-up histories for properties, and short names for plain values."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from comity.coach.history import (
    Birthday,
    Circumstances,
    Connector,
    Gathering,
    Goal,
    HandMadeFollowUp,
    History,
    Occasion,
    Owner,
    Person,
    PlaceCalendar,
    Promise,
    Touch,
)
from comity.coach.words import (
    Action,
    AskOutcome,
    AskSize,
    Direction,
    Kind,
    OccasionKind,
    Party,
    PromiseStatus,
    Purpose,
    Seniority,
    Signal,
    TieKind,
    TrustStage,
    Urgency,
)

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
_YEAR = 365

moments = st.integers(-2 * _YEAR * 24, 60 * 24).map(lambda hours: NOW + timedelta(hours=hours))
past_moments = st.integers(-2 * _YEAR * 24, 0).map(lambda hours: NOW + timedelta(hours=hours))
days = st.integers(-200, 60).map(lambda count: NOW.date() + timedelta(days=count))


@st.composite
def touches(draw: st.DrawFn, *, at: st.SearchStrategy[datetime] = moments) -> Touch:
    """One interaction of any shape."""
    return Touch(
        id=draw(st.uuids(version=4)).hex,
        occurred_at=draw(at),
        kind=draw(st.sampled_from(Kind)),
        direction=draw(st.sampled_from(Direction)),
        duration_minutes=draw(st.none() | st.integers(1, 90)),
        signals=tuple(draw(st.lists(st.sampled_from(Signal), max_size=3, unique=True))),
        assessed=draw(st.booleans()),
        ask_size=draw(st.sampled_from([AskSize.NONE] * 4 + list(AskSize))),
        ask_outcome=draw(st.none() | st.sampled_from(AskOutcome)),
        gave=draw(st.integers(0, 5)) == 0,
        received=draw(st.integers(0, 5)) == 0,
        purpose=draw(st.none() | st.sampled_from(Purpose)),
        expects_reply=draw(st.sampled_from([None, None, None, True, False])),
        thread_id=draw(st.sampled_from([None, None, "a", "b"])),
        trust_stage=draw(st.none() | st.sampled_from(TrustStage)),
        imported=draw(st.integers(0, 5)) == 0,
    )


@st.composite
def promises(draw: st.DrawFn) -> Promise:
    """One promise of either side."""
    made_at = draw(moments)
    status = draw(st.sampled_from([PromiseStatus.OPEN, PromiseStatus.OPEN, PromiseStatus.KEPT, PromiseStatus.RELEASED]))
    later = made_at + timedelta(days=draw(st.integers(0, 60)))
    return Promise(
        id=draw(st.uuids(version=4)).hex,
        by=draw(st.sampled_from(Party)),
        what="send the article",
        made_at=made_at,
        due_on=draw(st.none() | st.just(later.date())),
        status=status,
        resolved_at=None if status is PromiseStatus.OPEN else later,
    )


@st.composite
def people(draw: st.DrawFn) -> Person:
    """One contact, with few or many facts."""
    return Person(
        id="sam",
        full_name="Sam Okafor",
        seniority=draw(st.none() | st.sampled_from(Seniority)),
        field=draw(st.sampled_from([None, "accounting", "finance", "retail"])),
        importance=draw(st.integers(1, 5)),
        birthday=draw(st.none() | st.builds(Birthday, st.integers(1, 12), st.integers(1, 28))),
        job_started_on=draw(st.none() | days),
        org_trouble_on=draw(st.none() | days),
        connected_on=draw(st.none() | days),
        occasions=tuple(draw(st.lists(st.builds(Occasion, st.sampled_from(OccasionKind), days), max_size=1))),
        how_met=draw(st.sampled_from([None, None, "at a conference"])),
        owner_tie=draw(st.sampled_from([None, None, None, TieKind.FRIEND])),
    )


@st.composite
def gatherings(draw: st.DrawFn) -> Gathering:
    """One event of one day."""
    starts_at = draw(moments)
    return Gathering("dataconf", "DataConf", starts_at, starts_at + timedelta(hours=8))


@st.composite
def histories(draw: st.DrawFn, *, at: st.SearchStrategy[datetime] = moments) -> History:
    """All that is known of one contact."""
    follow_ups = st.builds(HandMadeFollowUp, st.just("f"), moments, st.sampled_from([Action.RECONNECT, Action.THANK]))
    return History(
        person=draw(people()),
        touches=tuple(draw(st.lists(touches(at=at), max_size=10))),
        promises=tuple(draw(st.lists(promises(), max_size=2))),
        follow_ups=tuple(draw(st.lists(follow_ups, max_size=1))),
        gatherings=tuple(draw(st.lists(gatherings(), max_size=1))),
    )


@st.composite
def goals(draw: st.DrawFn) -> Goal:
    """One goal, for this contact or for everybody."""
    return Goal(
        id="goal",
        title="find a mentor",
        ask_size=draw(st.sampled_from(AskSize)),
        urgency=draw(st.sampled_from(Urgency)),
        contact_ids=draw(st.sampled_from([frozenset[str](), frozenset({"sam"})])),
        ends_on=draw(st.none() | days),
    )


@st.composite
def connectors(draw: st.DrawFn) -> Connector:
    """Somebody who knows the contact."""
    history = History(Person("ben", "Ben Ito"), touches=tuple(draw(st.lists(touches(), max_size=6))))
    return Connector(history, draw(st.floats(0.1, 1)), PlaceCalendar("Europe/Berlin", "DE"))


@st.composite
def circumstances(draw: st.DrawFn) -> Circumstances:
    """What stands around a contact."""
    timezone = draw(st.sampled_from(["UTC", "Asia/Tokyo", "America/New_York"]))
    return Circumstances(
        owner=Owner(draw(st.sampled_from(["UTC", "Europe/London"])), draw(st.sampled_from(Seniority))),
        calendar=PlaceCalendar(
            timezone, draw(st.sampled_from([None, "DE", "FR", "AU"])), days_off={date(2026, 4, 6): "x"}
        ),
        goals=tuple(draw(st.lists(goals(), max_size=1))),
        connectors=tuple(draw(st.lists(connectors(), max_size=1))),
    )
