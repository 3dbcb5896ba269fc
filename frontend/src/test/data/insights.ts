import type { Habit, HabitEvidence, Insights, Rate, ReplyRate, RuleRecord } from '@/api/types';

/** The interval is a rough one: tests that need an exact one give it. */
export const rate = (count: number, of: number, over: Partial<Rate> = {}): Rate => ({
  count,
  of,
  share: of ? count / of : null,
  low: of ? Math.max(0, count / of - 0.1) : 0.05,
  high: of ? Math.min(1, count / of + 0.1) : 0.95,
  too_few: of < 8,
  ...over,
});

export const habitEvidence = (over: Partial<HabitEvidence> = {}): HabitEvidence => ({
  interaction_id: 'int-1',
  promise_id: null,
  event_id: null,
  goal_id: null,
  follow_up_id: null,
  fact: null,
  occurred_at: '2026-03-01T09:00:00Z',
  contact: { id: 'sam', full_name: 'Sam Okafor' },
  rule: 'meeting.next-step',
  text: 'You spoke with Sam on 1 March, and no word followed within a week.',
  ...over,
});

export const habit = (over: Partial<Habit> = {}): Habit => ({
  mistake: 'meetings_as_one_offs',
  number: 4,
  title: 'Meetings as one-offs',
  text: '6 conversations without a thank-you, of 20 conversations.',
  count: 6,
  opportunities: 20,
  rate: rate(6, 20),
  too_few: false,
  trend: { direction: 'better', days: 90, recent: rate(1, 10), before: rate(5, 10) },
  evidence: [habitEvidence()],
  fix: { rule: 'meeting.next-step', text: 'Thank them within 48 hours of the next conversation.' },
  ...over,
});

/** One that never came up. */
const untried = (mistake: Habit['mistake'], number: number, title: string): Habit =>
  habit({
    mistake,
    number,
    title,
    text: 'There were no asks to judge.',
    count: 0,
    opportunities: 0,
    rate: rate(0, 0),
    too_few: true,
    trend: { direction: 'too_few', days: 90, recent: rate(0, 0), before: rate(0, 0) },
    evidence: [],
    fix: { rule: 'ask.too-soon', text: 'Look which rung is open.' },
  });

export const replyRate = (value: string, found: Rate, medianDays: number | null = 2): ReplyRate => ({
  value,
  rate: found,
  median_days: medianDays,
});

export const ruleRecord = (over: Partial<RuleRecord> = {}): RuleRecord => ({
  rule: 'silence.follow-up-once',
  shown: 12,
  fates: { done: 9, snoozed: 1, dismissed: 0, other: 0, passed_over: 0, open: 2 },
  done: rate(9, 10),
  answered: rate(4, 9),
  expected: 0.4,
  rose: rate(1, 9),
  ...over,
});

const stages = (at: string, acquainted: number) => ({
  at,
  trust_stages: { stranger: 10, acquainted, rapport: 4, trusted: 1, ally: 0 },
});

export const insights = (over: Partial<Insights> = {}): Insights => ({
  as_of: '2026-03-10T09:30:00Z',
  from: '2025-09-11T09:30:00Z',
  mistakes: [
    habit(),
    untried('too_much_too_soon', 1, 'Asking for too much too soon'),
    untried('being_robotic', 2, 'Being robotic'),
    untried('missing_easy_wins', 3, 'Missing easy wins'),
    untried('not_tailoring', 5, 'Not tailoring the approach'),
    untried('not_assessing', 6, 'Not assessing in the moment'),
    untried('not_reading_between_the_lines', 7, 'Not reading between the lines'),
    untried('one_sided_relations', 8, 'One-sided relations'),
  ],
  health: {
    contacts: 20,
    never_in_exchange: 10,
    warm: 4,
    cooling: 2,
    cold: 4,
    trust_stages: { stranger: 10, acquainted: 5, rapport: 4, trusted: 1, ally: 0 },
  },
  stages: [stages('2026-02-08T09:30:00Z', 2), stages('2026-03-10T09:30:00Z', 5)],
  losing_warmth: [
    {
      contact: { id: 'sam', full_name: 'Sam Okafor' },
      importance: 4,
      trust_stage: 'rapport',
      warmth: 0.2,
      warmth_before: 0.7,
      last_reciprocated_at: '2025-12-01T09:00:00Z',
    },
  ],
  give_and_take: {
    gives: 1,
    takes: 3,
    owing: [{ contact: { id: 'sam', full_name: 'Sam Okafor' }, gives: 0, takes: 2, balance: -2 }],
    owed: [],
  },
  reply_rates: {
    overall: replyRate('all', rate(47, 54)),
    channel: [replyRate('email', rate(41, 44)), replyRate('linkedin', rate(6, 10))],
    length: [replyRate('not_logged', rate(47, 54))],
    ask_size: [replyRate('none', rate(46, 52)), replyRate('short_call', rate(1, 2))],
    weekday: [replyRate('monday', rate(20, 24)), replyRate('tuesday', rate(27, 30))],
    trust_stage: [replyRate('stranger', rate(0, 1), null)],
  },
  rules: [ruleRecord()],
  least_to_tell: 8,
  complete: true,
  ...over,
});

/** An account of which nothing can be told. contacts: how many people it has. */
export const untold = (contacts: number): Insights =>
  insights({
    mistakes: insights().mistakes.map(({ mistake, number, title }) => untried(mistake, number, title)),
    health: { ...insights().health, contacts, never_in_exchange: contacts, warm: 0, cooling: 0, cold: 0 },
    losing_warmth: [],
    give_and_take: { gives: 0, takes: 0, owing: [], owed: [] },
    reply_rates: {
      overall: replyRate('all', rate(0, 0), null),
      channel: [],
      length: [],
      ask_size: [],
      weekday: [],
      trust_stage: [],
    },
    rules: [],
  });
