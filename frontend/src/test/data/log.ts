import type { FollowUp, Goal, Import, ImportRecord, Interaction, Moment, TableLook, Vow } from '@/api/types';

export const interaction = (over: Partial<Interaction> = {}): Interaction => ({
  id: 'int-1',
  version: 1,
  created_at: '2026-03-01T09:00:00Z',
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
  ask_size: 'none',
  ask_outcome: null,
  gave: null,
  received: null,
  purpose: null,
  expects_reply: null,
  goals: [],
  goal_outcomes: [],
  about_contact_id: null,
  event_id: null,
  promise_id: null,
  thread_id: null,
  trust_stage: null,
  ...over,
});

export const moment = (over: Partial<Moment> = {}): Moment => ({
  id: 'int-1',
  type: 'interaction',
  at: '2026-03-01T09:00:00Z',
  title: 'Talked about onboarding.',
  kind: 'call',
  direction: 'mutual',
  by: null,
  interaction: interaction(),
  promise: null,
  event: null,
  ...over,
});

export const vow = (over: Partial<Vow> = {}): Vow => ({
  id: 'vow-1',
  version: 1,
  contact_id: 'sam',
  by: 'me',
  what: 'Send the case study',
  due_on: '2026-03-12',
  made_at: '2026-03-01T09:00:00Z',
  status: 'open',
  resolved_at: null,
  interaction_id: null,
  resolved_by_interaction_id: null,
  ...over,
});

export const goal = (over: Partial<Goal> = {}): Goal => ({
  id: 'goal-1',
  version: 1,
  created_at: '2026-03-01T09:00:00Z',
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
  version: 1,
  created_at: '2026-03-01T09:00:00Z',
  contact_id: 'sam',
  due_at: '2026-03-10T09:00:00Z',
  wanted_at: '2026-03-10T09:00:00Z',
  moved_by: null,
  action: 'follow_up',
  ask_size: 'none',
  note: 'the case study',
  status: 'open',
  origin: 'hand',
  closed_at: null,
  closed_by_interaction_id: null,
  ...over,
});

export const importJob = (over: Partial<Import> = {}): Import => ({
  id: 'imp-1',
  version: 1,
  created_at: '2026-03-10T09:00:00Z',
  file_name: 'Connections.csv',
  event_id: null,
  format: 'linkedin_connections',
  status: 'ready',
  problem: null,
  counts: { created: 312, updated: 4, skipped: 10, refused: 1 },
  progress: { done: 327, total: 327, per_second: 0, seconds_left: null },
  ...over,
});

export const importRecord = (over: Partial<ImportRecord> = {}): ImportRecord => ({
  line: 14,
  file: 'Connections.csv',
  label: '',
  outcome: 'refused',
  code: 'no_name',
  reason: 'No name.',
  left_out: [],
  contact_id: null,
  interaction_id: null,
  event_id: null,
  ...over,
});

export const tableLook = (over: Partial<TableLook> = {}): TableLook => ({
  format: null,
  header_line: 1,
  columns: [
    { name: 'Wer', field: null },
    { name: 'E-Mail', field: 'emails' },
    { name: 'Schuhgröße', field: null },
  ],
  rows: [
    ['Ana Lima', 'ana@example.com', '38'],
    ['Ole Berg', '', '44'],
  ],
  ...over,
});
