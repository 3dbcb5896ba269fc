import type { Evidence, Reason, Step, Today } from '@/api/types';

const evidence = (over: Partial<Evidence> = {}): Evidence => ({
  interaction_id: null,
  promise_id: null,
  event_id: null,
  goal_id: null,
  follow_up_id: null,
  fact: null,
  occurred_at: null,
  ...over,
});

const because = (rule: string, text: string, ...given: Evidence[]): Reason => ({
  rule,
  text,
  evidence: given,
  why: `/playbook#${rule.replace('.', '-')}`,
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
  reply_interval: { low: 0.21, high: 0.5 },
  due_at: null,
  window: { from: '2026-03-10T09:00:00Z', until: '2026-03-13T17:00:00Z', timezone: 'Europe/Berlin' },
  headline: 'Follow up once with Sam, shorter than before',
  reasons: [
    because(
      'silence.follow-up-once',
      'Nine days without an answer to your first email.',
      evidence({ interaction_id: 'int-1', occurred_at: '2026-03-01T09:00:00Z' }),
    ),
  ],
  cautions: [because('silence.stop', 'If this stays unanswered for 14 days, let it go.')],
  via: null,
  message_brief: {
    sentences_at_most: 3,
    open_with: 'The workshop in Lisbon',
    leave_out: ['attachments'],
    goals: [],
    open_promises: [],
  },
  goal_id: null,
  alternatives: [],
  path: [],
  ...over,
});

export const todayOf = (...items: Step[]): Today => ({
  items,
  minutes: items.length * 4,
  done: [],
  next_opens_at: null,
});
