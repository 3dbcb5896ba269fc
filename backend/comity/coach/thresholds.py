"""Every number of the playbook: with its unit and its reason."""

from dataclasses import dataclass, field
from datetime import time

from comity.coach.words import AskSize, CommonalityKind, Kind, TrustStage


@dataclass(frozen=True, slots=True)
class StageRow:
    """What a stage asks for. span_days: from first to last exchange. momentum: the sum, None where none is needed."""

    exchanges: int
    span_days: int = 0
    conversations: int = 0
    momentum: int | None = None
    promises_hold: bool = False


STAGE_ROWS = {  # trust is earned by repeated, spaced, good contact, and lost by broken promises
    TrustStage.ALLY: (StageRow(8, 365, 6, 4, promises_hold=True),),
    TrustStage.TRUSTED: (StageRow(5, 90, 3, 2, promises_hold=True),),
    TrustStage.RAPPORT: (StageRow(2, 14, 1, 1), StageRow(5, 60)),  # the second: words alone
    TrustStage.ACQUAINTED: (StageRow(1),),
}

LARGEST_ASK = {  # a favour is a loan against trust
    TrustStage.STRANGER: AskSize.SHORT_CALL,
    TrustStage.ACQUAINTED: AskSize.SHORT_CALL,
    TrustStage.RAPPORT: AskSize.INTRODUCTION,
    TrustStage.TRUSTED: AskSize.REFERRAL,
    TrustStage.ALLY: AskSize.SPONSORSHIP,
}

FIRST_HALF_LIFE_DAYS = {  # the richer the first contact, the longer it is remembered
    Kind.MESSAGE: 14.0,
    Kind.EMAIL: 21.0,
    Kind.EVENT: 21.0,
    Kind.CALL: 30.0,
    Kind.VIDEO_CALL: 30.0,
    Kind.MEETING: 45.0,
}

REPLY_PRIOR = {  # share who answer within a week, before any evidence of their own
    TrustStage.STRANGER: 0.25,
    TrustStage.ACQUAINTED: 0.45,
    TrustStage.RAPPORT: 0.60,
    TrustStage.TRUSTED: 0.75,
    TrustStage.ALLY: 0.85,
}

GROUND_WORTH = {  # shares 0..1 of the worth of rarity: what was lived through together opens more than what was chosen
    CommonalityKind.MUTUAL_CONTACT: 1.0,  # somebody who can vouch for both
    CommonalityKind.SCHOOL: 1.0,
    CommonalityKind.EMPLOYER: 0.95,
    CommonalityKind.GROUP: 0.95,
    CommonalityKind.EVENT: 0.9,
    CommonalityKind.INTEREST: 0.9,
    CommonalityKind.PLACE: 0.8,  # many pass through a city
}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The playbook's defaults. Those marked (setting) an account may change."""

    stage_rows: dict[TrustStage, tuple[StageRow, ...]] = field(default_factory=lambda: STAGE_ROWS)
    largest_ask: dict[TrustStage, AskSize] = field(default_factory=lambda: LARGEST_ASK)
    reply_prior: dict[TrustStage, float] = field(default_factory=lambda: REPLY_PRIOR)

    # answers and conversations
    answer_days: int = 90  # days: a word after a whole season is a new beginning, not an answer
    courtesy_days: int = 14  # days: within them a word that answers and asks nothing closes an exchange
    import_expects_days: int = 14  # days: older words of an imported mailbox are history, not debts
    light_minutes: int = 5  # minutes: a hello, not a talk
    light_event_minutes: int = 10  # minutes: at an event a hello takes longer
    substantive_minutes: int = 15  # minutes: from here on they can speak about you in some detail

    # warmth
    first_half_life_days: dict[Kind, float] = field(default_factory=lambda: FIRST_HALF_LIFE_DAYS)
    half_life_growth: float = 1.25  # factor an exchange: spaced repetition is remembered longer
    spacing_days: int = 7  # days: closer together is one contact, not two
    half_life_most_days: float = 365.0  # days: nobody is remembered for ever
    warmth_target: float = 0.5  # share (setting): one half-life of silence is natural, more is neglect
    share_from_warmth: float = 0.25  # share: below it a gift out of nowhere needs a word of explanation first
    cooling_days: int = 30  # days: whoever met or wrote within a month is not cold

    # trust
    lapse_memory_days: int = 365  # days: a broken promise counts for a year
    dormant_half_lives: int = 2  # half-lives without effect on the asks: dormant ties revive fast
    reference_talks: int = 3  # substantive talks: less and they cannot vouch in detail
    reference_days: int = 730  # days: what was said before two years is no longer vivid

    # responsiveness and reciprocity
    answer_within_days: int = 7  # days: what "they answer" means
    prior_strength: float = 4.0  # observations that the prior is worth
    prior_loss_per_rung: float = 0.05  # share: busier people answer less
    prior_least: float = 0.05  # share: nobody is beyond reach
    memory_half_life_days: float = 365.0  # days: old evidence, gifts and debts fade
    owing: float = -2.0  # balance: two favours taken and none given

    # asks
    open_ask_days: int = 60  # days: an ask without an outcome is forgotten by then
    big_ask_rest_days: int = 30  # days: after an introduction or more was asked
    no_memory_days: int = 180  # days: a no stands for half a year
    smaller_ask_days: int = 30  # days: even a smaller rung waits after a no
    give_rest_days: int = 7  # days: a gift with an ask on its heels is a bill
    granted_memory_days: int = 365  # days: within them a granted ask has served the goal
    asks_in_a_row: int = 3  # outbound touches: three asks in a row are a pattern
    wall_rungs: int = 2  # rungs above the owner
    connector_rest_days: int = 30  # days: a connector who was asked lately is not asked again

    # introductions
    agrees_at_rapport: float = 0.7  # share: a favour among people who like each other
    agrees_when_trusted: float = 0.85  # share: a favour among friends
    agrees_as_ally: float = 0.95  # share: hardly a favour
    agrees_when_owed: float = 0.5  # factor: who has given more than they got hesitates
    agrees_when_cold: float = 0.5  # factor at warmth 0: an ask out of nowhere
    connectors_looked_at: int = 16  # ways: the likeliest, of which the log then says who may be asked
    ways_shown: int = 3  # ways: the best few; more is a list, not a choice
    not_now_shown: int = 3  # connectors: who could be asked later
    closeness_of_acquaintance: float = 0.01  # share: nearer than a stranger, and no connector yet
    readiness_at_rest: float = 0.01  # factor: who may not be asked now comes after all who may

    # commonalities
    ground_worth: dict[CommonalityKind, float] = field(default_factory=lambda: GROUND_WORTH)
    unknown_mutual_worth: float = 0.25  # factor: who is in the list and not known yet is no common friend

    # ties that the data shows
    knows_by_thread: float = 0.9  # share: who take part in one conversation know each other
    knows_by_event: float = 0.5  # share, of two alone at an event
    knows_by_company: float = 0.6  # share, of two alone at a company
    members_looked_at: int = 10  # of one company, thread or event: those nearest to the owner; pairs grow by the square

    # promises
    promise_ahead_days: int = 2  # days: time enough to keep it
    promise_mine_days: int = 7  # days: due, where no date was given
    promise_grace_days: int = 7  # days: their promise may be late by a week
    promise_theirs_days: int = 14  # days after it was made, where no date was given
    check_waits_days: int = 14  # days: after the check the deed has a fortnight

    # silence and rest
    silence_days: int = 7  # days: a week to answer the first touch
    second_silence_days: int = 14  # days: and two for the second
    follow_up_until_days: int = 60  # days: later nobody remembers the first message
    let_go_days: int = 180  # days: rest after two silences
    pressing_days: int = 181  # days: for half a year two silences are remembered, and a third may close the door
    doubt_days: int = 21  # days: rest of those who deserve the benefit of the doubt
    doubt_responsiveness: float = 0.3  # share: still likely enough to answer
    doubt_importance: int = 4  # of 5: who matters most
    reply_within_days: int = 2  # days: due, where somebody waits
    reply_days: int = 90  # days: later an answer needs a new beginning
    disinterest_days: int = 90  # days: the door stays open, nobody knocks
    bad_day_days: int = 14  # days: the same, from somebody who trusts the owner

    # conversations
    assess_days: int = 14  # days: later nobody remembers the signals
    thank_days: int = 7  # days: a thank-you after a week is a new message
    thank_hours: int = 48  # hours: the next day is best, the second is fine
    prepare_days: int = 3  # days ahead: time to find things out
    goals_per_meeting: int = 2  # goals: more turn a talk into a form
    engaged: int = 2  # momentum: clearly interested
    disinterested: int = -2  # momentum: clearly not
    engaged_days: int = 30  # days: interest is fresh for a month

    # briefs
    usual_call_minutes: int = 15  # minutes: what a first call takes, where nobody said how long it is
    usual_meeting_minutes: int = 45  # minutes: a coffee
    minutes_a_question: int = 7  # minutes: a question, the answer, and what follows from it
    questions_most: int = 6  # questions: more is an interview
    left_goals_days: int = 365  # days: what was left open a year ago is a new goal
    left_goals_most: int = 4  # goals of earlier talks: two talks' worth
    missing_most: int = 4  # facts to find out beforehand: a quarter of an hour of reading
    accomplishments_most: int = 2  # accomplishments: a third is a pitch

    # easy wins
    occasion_days: int = 14  # days: news grows old
    birthday_days: int = 3  # days before and after
    event_ahead_days: int = 14  # days: time for a word ahead
    key_people: int = 5  # contacts at one event: nobody speaks well with more in a day
    event_behind_days: int = 2  # days: while they still remember faces

    # timing
    new_job_days: int = 60  # days: the first two months belong to the new job
    trouble_days: int = 90  # days: a quarter until the dust settles
    day_opens: time = time(9)  # o'clock at their place
    day_closes: time = time(18)  # o'clock at their place
    window_working_days: int = 3  # working days: long enough to fit in, short enough to act

    # ranking
    goal_factor: float = 1.5  # factor on the importance of whom a goal concerns
    commonality_worth: float = 1.0  # points of value
    connection_worth: float = 1.0  # points of value
    fresh_connection_days: int = 30  # days: they still remember accepting
    newcomers_a_day: int = 2  # contacts: cold outreach is tiring and seldom answered

    # learning
    insight_days: int = 180  # days: half a year of habits, in two halves that can be compared
    trend_days: int = 90  # days: a quarter against the quarter before
    longest_insight_days: int = 366  # days: older habits are those of another person
    least_to_tell: int = 8  # observations: with fewer the 90 % interval is wider than half of the scale
    out_of_balance: float = 1.0  # balance: one favour more on one side, fresh
    messages_read: int = 150  # messages of a quarter: enough for a share to within seven points, and soon read
    characters_read: int = 4_000  # characters of each: what is too long or pitches first shows by then
    mistakes_shown: int = 10  # pieces of evidence: enough to recognise a habit
    people_shown: int = 10  # contacts in a list: more is no longer looked at
    step_days: int = 14  # days in which a shown step is taken up, or passed over
    came_of_it_days: int = 30  # days: what a step does to a relationship shows within a month

    # words
    runners_up: int = 3  # alternatives: more is no longer a choice
    first_sentences: int = 4  # sentences: a stranger grants a glance
    first_words: int = 100  # words: what fits a telephone without scrolling
    later_words: int = 150  # words: a minute of reading
    note_characters: int = 300  # characters: LinkedIn takes no more in an invitation
    inmail_characters: int = 400  # characters: shorter ones are answered more (LinkedIn, 2022)
    text_characters: int = 300  # characters: two text messages
    far_too_long: float = 2.0  # factor on a limit: beyond it nobody reads on
    self_words_ratio: float = 2.0  # "I" to "you": more is a monologue
    self_words_least: int = 3  # words: fewer show nothing yet
    run_words: int = 5  # words: by chance five in a row are seldom the same
    same_share: float = 0.8  # share of its runs: four in five are a copy
    compared_days: int = 90  # days: later nobody compares
    compared_messages: int = 500  # messages: the newest, so that a check stays quick
    compared_characters: int = 1_000_000  # characters: and no more of them than this
    follow_up_sentences: int = 3  # sentences: shorter than the first
    later_sentences: int = 6  # sentences: still one screen of a telephone
    look_again_days: int = 180  # days: when nothing is in sight, look again after half a year


DEFAULTS = Thresholds()
