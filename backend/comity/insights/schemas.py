"""Bodies of `/v1/insights`."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import Field

from comity.coach.insights.give_and_take import Balance, GiveAndTake
from comity.coach.insights.health import Health, Standing
from comity.coach.insights.hit_rates import HitRate
from comity.coach.insights.mistakes import Habit
from comity.coach.insights.moments import Moment
from comity.coach.insights.rates import Rate, ReplyRate
from comity.coach.insights.summary import Insights
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import Mistake, StepFate, Trend, TrustStage
from comity.relationships.schemas import EvidenceOut, evidence_out
from comity.schemas import Out


class RateOut(Out):
    """How many of so many. share: 0..1, null of none; low and high: its 90 % interval. too_few: means little yet."""

    count: int
    of: int
    share: float | None
    low: float
    high: float
    too_few: bool


class NamedContact(Out):
    """Whom it concerns."""

    id: str
    full_name: str


class MistakeEvidence(EvidenceOut):
    """One time that the mistake was made: with whom, when, by which rule, in a sentence."""

    contact: NamedContact | None
    rule: str
    text: str


class TrendOut(Out):
    """Whether a habit moves: the last quarter against the quarter before."""

    direction: Trend
    days: int
    recent: RateOut
    before: RateOut


class FixOut(Out):
    """The one thing to try next, and the rule behind it."""

    rule: str
    text: str


class MistakeOut(Out):
    """One of the eight mistakes. count: how often; opportunities: of how many chances; evidence: the latest ones."""

    mistake: Mistake
    number: int = Field(description="In the playbook's table, 1 to 8.")
    title: str
    text: str
    count: int
    opportunities: int
    rate: RateOut
    too_few: bool
    trend: TrendOut
    evidence: list[MistakeEvidence]
    fix: FixOut


class HealthOut(Out):
    """Counts of contacts, by how warm they are and how far trust reaches."""

    contacts: int
    never_in_exchange: int
    warm: int
    cooling: int
    cold: int
    trust_stages: dict[TrustStage, int]


class StagesOut(Out):
    """How many contacts stood at each trust stage."""

    at: datetime
    trust_stages: dict[TrustStage, int]


class LosingWarmth(Out):
    """Somebody whom the owner is losing. warmth: 0..1, now and a quarter ago."""

    contact: NamedContact
    importance: int
    trust_stage: TrustStage
    warmth: float
    warmth_before: float
    last_reciprocated_at: datetime | None


class BalanceOut(Out):
    """Give and take with one contact: in the period, and the balance of all, old favours fading."""

    contact: NamedContact
    gives: int
    takes: int
    balance: float


class GiveAndTakeOut(Out):
    """Give and take in all. owing: to whom the owner owes; owed: who took more than they gave."""

    gives: int
    takes: int
    owing: list[BalanceOut]
    owed: list[BalanceOut]


class ReplyRateOut(Out):
    """How often one kind of words is answered within a week. median_days: until the answer, where one came."""

    value: str
    rate: RateOut
    median_days: float | None


class ReplyRatesOut(Out):
    """Reply rates: overall, and by what the words were like."""

    overall: ReplyRateOut
    channel: list[ReplyRateOut]
    length: list[ReplyRateOut]
    ask_size: list[ReplyRateOut]
    weekday: list[ReplyRateOut]
    trust_stage: list[ReplyRateOut]


class RuleOut(Out):
    """How the steps of one rule fared. done: of those settled; answered: of those done; rose: the trust stage since.

    expected: the chance of an answer that was named on average, beside which `answered` can be held.
    """

    rule: str
    shown: int
    fates: dict[StepFate, int]
    done: RateOut
    answered: RateOut
    expected: float | None
    rose: RateOut


class InsightsOut(Out):
    """Why the owner's networking works or does not, on their own evidence. The costliest mistake comes first."""

    as_of: datetime
    since: datetime = Field(alias="from")
    mistakes: list[MistakeOut]
    health: HealthOut
    stages: list[StagesOut]
    losing_warmth: list[LosingWarmth]
    give_and_take: GiveAndTakeOut
    reply_rates: ReplyRatesOut
    rules: list[RuleOut]
    least_to_tell: int = Field(description="With fewer observations than this, a rate means little.")
    complete: bool = Field(description="False where there was too much to judge every moment of it.")


def insights_out(found: Insights, names: Mapping[str, str], *, complete: bool) -> InsightsOut:
    """Return insights as a client sees them. names: of the contacts in them."""
    return InsightsOut.model_validate(
        {
            "as_of": found.as_of,
            "from": found.since,
            "mistakes": [_mistake_out(habit, names) for habit in found.habits],
            "health": HealthOut(**_fields(found.health), trust_stages=found.stages[-1].counts),
            "stages": [StagesOut(at=one.at, trust_stages=one.counts) for one in found.stages],
            "losing_warmth": [_losing_out(one, names) for one in found.losing_warmth],
            "give_and_take": _give_and_take_out(found.give_and_take, names),
            "reply_rates": ReplyRatesOut(
                overall=_reply_rate_out(found.overall),
                **{name: [_reply_rate_out(one) for one in rates] for name, rates in found.reply_rates.items()},
            ),
            "rules": [_rule_out(one) for one in found.hit_rates],
            "least_to_tell": DEFAULTS.least_to_tell,
            "complete": complete,
        }
    )


def _fields(health: Health) -> dict[str, int]:
    return {name: getattr(health, name) for name in ("contacts", "never_in_exchange", "warm", "cooling", "cold")}


def _rate_out(rate: Rate) -> RateOut:
    return RateOut(
        count=rate.count,
        of=rate.of,
        share=_rounded(rate.share),
        low=round(rate.low, 3),
        high=round(rate.high, 3),
        too_few=rate.too_few,
    )


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 3)


def _mistake_out(habit: Habit, names: Mapping[str, str]) -> MistakeOut:
    return MistakeOut(
        mistake=habit.mistake,
        number=habit.number,
        title=habit.title,
        text=habit.text,
        count=habit.made.count,
        opportunities=habit.made.of,
        rate=_rate_out(habit.made),
        too_few=habit.made.too_few,
        trend=TrendOut(
            direction=habit.trend,
            days=DEFAULTS.trend_days,
            recent=_rate_out(habit.recent),
            before=_rate_out(habit.before),
        ),
        evidence=[_evidence_out(moment, names) for moment in habit.evidence],
        fix=FixOut.model_validate(habit.fix),
    )


def _evidence_out(moment: Moment, names: Mapping[str, str]) -> MistakeEvidence:
    contact = _contact(moment.contact_id, names) if moment.contact_id else None
    return {**evidence_out(moment.evidence), "contact": contact, "rule": moment.rule, "text": moment.text}


def _contact(contact_id: str, names: Mapping[str, str]) -> NamedContact:
    return NamedContact(id=contact_id, full_name=names.get(contact_id, ""))


def _losing_out(one: Standing, names: Mapping[str, str]) -> LosingWarmth:
    return LosingWarmth(
        contact=_contact(one.contact_id, names),
        importance=one.importance,
        trust_stage=one.stages[-1],
        warmth=round(one.warmth, 3),
        warmth_before=round(one.warmth_before, 3),
        last_reciprocated_at=one.last_exchange_at,
    )


def _give_and_take_out(found: GiveAndTake, names: Mapping[str, str]) -> GiveAndTakeOut:
    return GiveAndTakeOut(
        gives=found.gives,
        takes=found.takes,
        owing=[_balance_out(one, names) for one in found.owing],
        owed=[_balance_out(one, names) for one in found.owed],
    )


def _balance_out(one: Balance, names: Mapping[str, str]) -> BalanceOut:
    contact = _contact(one.contact_id, names)
    return BalanceOut(contact=contact, gives=one.gives, takes=one.takes, balance=round(one.balance, 2))


def _reply_rate_out(one: ReplyRate) -> ReplyRateOut:
    days = None if one.days is None else round(one.days, 1)
    return ReplyRateOut(value=one.value, rate=_rate_out(one.rate), median_days=days)


def _rule_out(one: HitRate) -> RuleOut:
    return RuleOut(
        rule=one.rule,
        shown=one.shown,
        fates=one.fates,
        done=_rate_out(one.done),
        answered=_rate_out(one.answered),
        expected=_rounded(one.expected),
        rose=_rate_out(one.rose),
    )
