import type { Drafted, Finding, MessageCheck } from '@/api/types';

export const finding = (over: Partial<Finding> = {}): Finding => ({
  rule: 'message.cliche',
  severity: 'hint',
  field: 'body',
  start: 0,
  end: 0,
  why: 'Everybody writes this.',
  fix: 'Say what you want to know.',
  replacement: null,
  ...over,
});

export const messageCheck = (over: Partial<MessageCheck> = {}): MessageCheck => ({
  findings: [],
  counts: { sentences: 2, words: 14, characters: 70 },
  ask_size: 'question',
  verdict: 'ready',
  max_ask: 'short_call',
  first_touch: true,
  limits: { sentences: 4, words: 100, characters: null },
  ...over,
});

export const drafted = (over: Partial<Drafted> = {}): Drafted => ({
  channel: 'email',
  subject: 'The workshop in Lisbon',
  body: 'Hi Sam,\n\nWe both were at the workshop in Lisbon.',
  blurb: null,
  ask_size: 'question',
  goes_at: '2026-03-10T09:30:00Z',
  check: messageCheck(),
  written_by: 'coach',
  sent_to_model: null,
  model_problem: null,
  ...over,
});
