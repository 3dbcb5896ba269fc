import type { Commonality, IntroductionRequest, Introductions, TieSuggestion, Timing, Way } from '@/api/types';

export const way = (over: Partial<Way> = {}): Way => ({
  contact_id: 'mei',
  full_name: 'Mei Tanaka',
  path: ['mei', 'sam'],
  probability: 0.54,
  hops: [
    { from_contact_id: null, to_contact_id: 'mei', full_name: 'Mei Tanaka', chance: 0.6, tie_kind: null },
    { from_contact_id: 'mei', to_contact_id: 'sam', full_name: 'Sam Okafor', chance: 0.9, tie_kind: 'colleague' },
  ],
  agreement: { responsiveness: 0.8, trust: 0.75, reciprocity: 1, warmth: 1 },
  load: { open_asks: 0, recent_asks: 0, last_asked_at: null },
  balance: 1,
  disjoint: true,
  wording: {
    subject: 'Would you introduce me to Sam Okafor?',
    body: 'Hi Mei,\n\nWould Sam welcome a word from me?',
    blurb: 'Sam, may I pass on a word from Robin?',
  },
  ...over,
});

export const introductionRequest = (over: Partial<IntroductionRequest> = {}): IntroductionRequest => ({
  interaction_id: 'ask-1',
  connector_id: 'mei',
  full_name: 'Mei Tanaka',
  status: 'asked',
  asked_at: '2026-03-08T09:00:00Z',
  answered_at: null,
  made_at: null,
  thanked_at: null,
  ...over,
});

export const introductions = (over: Partial<Introductions> = {}) => ({
  contact: { id: 'sam', full_name: 'Sam Okafor' },
  behind_wall: false,
  items: [],
  next_cursor: null,
  not_now: [],
  bridges: [],
  advice: '',
  requests: [],
  ...over,
});

export const commonality = (over: Partial<Commonality> = {}): Commonality => ({
  kind: 'interest',
  name: 'rowing',
  shared_by: 2,
  rarity: 0.9,
  worth: 0.9,
  text: 'You and Sam both row.',
  opener: 'I hear that you row: where?',
  known: true,
  contact_id: null,
  event_id: null,
  ...over,
});

export const tieSuggestion = (over: Partial<TieSuggestion> = {}): TieSuggestion => ({
  from_contact_id: 'mei',
  to_contact_id: 'sam',
  kind: 'colleague',
  strength: 0.5,
  people: [
    { id: 'mei', full_name: 'Mei Tanaka' },
    { id: 'sam', full_name: 'Sam Okafor' },
  ],
  why: [{ shared_by: 'company', text: 'Both work at Northwind now.' }],
  ...over,
});

/** One working day of theirs, nine to six in Lisbon; the owner sits an hour further east. */
export const suitingWindow = (day: string): Timing['windows'][number] => ({
  from: `${day}T09:00:00+00:00`,
  until: `${day}T18:00:00+00:00`,
  day,
  owner: { from: `${day}T10:00:00+01:00`, until: `${day}T19:00:00+01:00` },
  talk: { from: `${day}T09:00:00+00:00`, until: `${day}T17:00:00+00:00` },
});

export const hindrance = (over: Partial<Timing['periods'][number]> = {}): Timing['periods'][number] => ({
  rule: 'timing.holiday',
  text: 'It is the weekend where Sam is.',
  why: 'the weekend',
  holds_back: 'everything',
  first_on: '2026-03-14',
  last_on: '2026-03-15',
  from: '2026-03-14T00:00:00+00:00',
  until: '2026-03-16T00:00:00+00:00',
  ...over,
});

/** A week from Tuesday, 10 March: three days that suit, a busy Friday, a weekend. */
export const timing = (over: Partial<Timing> = {}): Timing => ({
  from: '2026-03-10T09:30:00+00:00',
  until: '2026-03-17T09:30:00+00:00',
  timezone: 'Europe/Lisbon',
  owner_timezone: 'Europe/Berlin',
  hours: { rule: 'timing.hours', opens: '09:00:00', closes: '18:00:00' },
  windows: ['2026-03-10', '2026-03-11', '2026-03-12'].map(suitingWindow),
  light_windows: ['2026-03-13', '2026-03-16'].map(suitingWindow),
  periods: [
    hindrance({
      rule: 'timing.busy-season',
      why: 'the closing of the quarter',
      holds_back: 'asks',
      first_on: '2026-03-13',
      last_on: '2026-03-31',
    }),
    hindrance(),
  ],
  ...over,
});
