import type {
  Account,
  Contact,
  ContactRow,
  FollowUp,
  Goal,
  Import,
  Interaction,
  Relationship,
  Step,
  TimelineItem,
  Today,
  Vow,
} from '@/api/types';

/** Made-up answers of the server, typed by its contract. Each takes what a test wants different. */

/** The moment at which every test happens: a Tuesday morning. */
export const NOW = new Date('2026-03-10T09:30:00Z');

export const account = (over: Partial<Account> = {}): Account => ({
  id: 'acc-1',
  email: 'robin@example.com',
  full_name: 'Robin Vale',
  timezone: 'UTC',
  seniority: 'mid',
  field: null,
  headline: null,
  profile_url: null,
  daily_touches: 5,
  working_hours: { from: '09:00', until: '18:00' },
  locale: null,
  theme: 'light',
  single_key_shortcuts: true,
  ...over,
});

export const row = (over: Partial<ContactRow> = {}): ContactRow => ({
  id: 'sam',
  full_name: 'Sam Okafor',
  company: 'Northwind',
  title: 'Product lead',
  tags: [],
  trust_stage: 'rapport',
  warmth: 0.7,
  last_contact_at: '2026-03-01T09:00:00Z',
  importance: 3,
  ...over,
});

export const contact = (over: Partial<Contact> = {}): Contact => ({
  id: 'sam',
  created_at: '2026-01-01T00:00:00Z',
  full_name: 'Sam Okafor',
  emails: ['sam@example.com'],
  phones: [],
  company: 'Northwind',
  title: 'Product lead',
  seniority: 'senior',
  field: 'product',
  location: 'Berlin',
  country: 'DE',
  timezone: 'Europe/Berlin',
  profile_url: null,
  tags: [],
  importance: 3,
  birthday: null,
  job_started_on: null,
  connected_on: null,
  needs: [],
  how_met: 'A workshop in Lisbon',
  interests: ['climbing'],
  schools: [],
  employers: [],
  notes: null,
  do_not_contact: false,
  inferred: ['seniority'],
  ...over,
});

export const relationship = (over: Partial<Relationship> = {}): Relationship => ({
  trust_stage: 'rapport',
  effective_stage: 'rapport',
  warmth: 0.7,
  half_life_days: 40,
  responsiveness: { mean: 0.6, low: 0.4, high: 0.8 },
  ball: 'theirs',
  unanswered: 1,
  reciprocity: 0,
  reliability: null,
  momentum: 2,
  max_ask: 'introduction',
  last_reciprocated_at: '2026-03-01T09:00:00Z',
  evidence: [],
  ...over,
});

export const step = (over: Partial<Step> = {}): Step => ({
  id: 'step-sam',
  contact: { id: 'sam', full_name: 'Sam Okafor', company: 'Northwind', title: 'Product lead', trust_stage: 'rapport' },
  action: 'follow_up',
  channel: 'email',
  ask_size: 'short_call',
  max_ask: 'introduction',
  obligation: false,
  priority: 3.1,
  reply_probability: 0.34,
  window: { from: '2026-03-10T09:00:00Z', until: '2026-03-13T17:00:00Z', timezone: 'Europe/Berlin' },
  headline: 'Follow up once with Sam, shorter than before',
  reasons: [
    {
      rule: 'silence.follow-up-once',
      text: 'Nine days without an answer to your first email.',
      evidence: [{ interaction_id: 'int-1', occurred_at: '2026-03-01T09:00:00Z' }],
    },
  ],
  cautions: [{ rule: 'silence.stop', text: 'If this stays unanswered for 14 days, let it go.' }],
  via: null,
  message_brief: { sentences_at_most: 3, open_with: 'The workshop in Lisbon', leave_out: ['attachments'] },
  alternatives: [],
  path: null,
  ...over,
});

export const todayOf = (...items: Step[]): Today => ({ items, minutes: items.length * 4, daily_touches: 5 });

export const interaction = (over: Partial<Interaction> = {}): Interaction => ({
  id: 'int-1',
  source: 'manual',
  effects: [],
  contact_ids: ['sam'],
  kind: 'call',
  direction: 'mutual',
  occurred_at: '2026-03-01T09:00:00Z',
  duration_minutes: 20,
  channel: 'phone',
  subject: null,
  summary: 'Talked about onboarding.',
  body: null,
  signals: ['offered_help'],
  assessed: true,
  ask_size: null,
  ask_outcome: null,
  gave: null,
  received: null,
  purpose: null,
  expects_reply: null,
  goals: [],
  event_id: null,
  promise_id: null,
  ...over,
});

export const timelineItem = (over: Partial<TimelineItem> = {}): TimelineItem => ({
  id: 'tl-1',
  type: 'interaction',
  at: '2026-03-01T09:00:00Z',
  title: null,
  interaction: interaction(),
  promise: null,
  ...over,
});

export const vow = (over: Partial<Vow> = {}): Vow => ({
  id: 'vow-1',
  contact_id: 'sam',
  by: 'me',
  what: 'Send the case study',
  due_on: '2026-03-12',
  made_at: '2026-03-01T09:00:00Z',
  status: 'open',
  resolved_at: null,
  interaction_id: null,
  ...over,
});

export const goal = (over: Partial<Goal> = {}): Goal => ({
  id: 'goal-1',
  title: 'A product role in climate tech',
  ask_size: 'referral',
  urgency: 'normal',
  companies: ['Northwind'],
  fields: [],
  contact_ids: [],
  ends_on: null,
  ...over,
});

export const followUp = (over: Partial<FollowUp> = {}): FollowUp => ({
  id: 'fu-1',
  contact_id: 'sam',
  contact: row(),
  due_at: '2026-03-10T09:00:00Z',
  action: 'follow_up',
  note: 'the case study',
  status: 'open',
  origin: 'hand',
  ...over,
});

export const importJob = (over: Partial<Import> = {}): Import => ({
  id: 'imp-1',
  status: 'ready',
  file_name: 'Connections.csv',
  format: 'linkedin-connections',
  counts: { created: 312, updated: 4, skipped: 10, refused: 1 },
  progress: { done: 327, total: 327, per_second: null, seconds_left: null },
  created_at: '2026-03-10T09:00:00Z',
  detail: null,
  ...over,
});

export const page = <T>(...items: T[]): { items: T[]; next_cursor: string | null } => ({ items, next_cursor: null });
