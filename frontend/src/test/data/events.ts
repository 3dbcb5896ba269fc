import type {
  Attendee,
  Brief,
  EventPart,
  EventPlan,
  Gathering,
  KeyPerson,
  PlannedTouch,
  Suggestion,
} from '@/api/types';
import { step } from './steps';

const part = (over: Partial<EventPart> = {}): EventPart => ({
  title: 'Roundtable on onboarding',
  kind: 'breakout',
  starts_at: '2026-03-10T10:00:00Z',
  attended: null,
  part: 'breakout',
  ask_attended: false,
  ...over,
});

export const roundtable = part();
export const keynote = part({ title: 'Keynote', kind: 'talk', part: 'formal', starts_at: null });

/** Under way at the moment of the tests. */
export const gathering = (over: Partial<Gathering> = {}): Gathering => ({
  id: 'ev-1',
  version: 1,
  created_at: '2026-02-01T09:00:00Z',
  name: 'Climate meetup',
  starts_at: '2026-03-10T08:00:00Z',
  ends_at: '2026-03-10T17:00:00Z',
  place: 'Berlin',
  url: null,
  attending: true,
  sessions: [],
  ...over,
});

const touch = (over: Partial<PlannedTouch> = {}): PlannedTouch => ({
  action: 'event_before',
  state: 'now',
  ask_size: 'none',
  text: 'Tell Sam that you will be there',
  window: { from: '2026-03-01T09:00:00Z', until: '2026-03-10T08:00:00Z', timezone: 'UTC' },
  done_at: null,
  interaction_id: null,
  step_id: null,
  ...over,
});

export const keyPerson = (over: Partial<KeyPerson> = {}): KeyPerson => ({
  contact: { id: 'sam', full_name: 'Sam Okafor', company: 'Northwind', title: 'Product lead', trust_stage: 'rapport' },
  priority: 2,
  touches: [
    touch(),
    touch({ action: 'event_during', state: 'ahead', text: 'Look for Sam at the roundtable' }),
    touch({ action: 'event_after', state: 'ahead', text: 'Thank Sam within two days' }),
  ],
  held_back: null,
  next_step: step({ action: 'event_before', headline: 'Tell Sam that you will be there' }),
  ...over,
});

export const eventPlan = (over: Partial<EventPlan> = {}): EventPlan => ({
  event: gathering(),
  phase: 'during',
  key_people: [keyPerson()],
  other_attendees: 1,
  suggestions: 1,
  sessions: [roundtable, keynote],
  find_out: null,
  ...over,
});

export const attendee = (over: Partial<Attendee> = {}): Attendee => ({
  event_id: 'ev-1',
  contact_id: 'mei',
  full_name: 'Mei Tanaka',
  company: 'Arbor',
  title: 'Engineering manager',
  added: false,
  ...over,
});

export const suggestion = (over: Partial<Suggestion> = {}): Suggestion => ({
  id: 'sug-1',
  event_id: 'ev-1',
  full_name: 'S. Okafor',
  email: null,
  company: 'Northwind',
  title: null,
  likely_contact_id: 'sam',
  ...over,
});

export const brief = (over: Partial<Brief> = {}): Brief => ({
  contact: { id: 'sam', full_name: 'Sam Okafor', company: 'Northwind', title: 'Product lead', trust_stage: 'rapport' },
  planned: { interaction_id: 'int-ahead', kind: 'call', occurred_at: '2026-03-11T09:00:00Z' },
  minutes: 20,
  goals: ['Learn how they hire'],
  left_open: [
    { goal: 'Hear of the new team', outcome: null, interaction_id: 'int-1', occurred_at: '2026-03-01T09:00:00Z' },
  ],
  known: [{ what: 'Where they work', known: 'Northwind', how: 'Their profile' }],
  find_out: [{ what: 'Where they grew up', known: null, how: 'Their profile' }],
  questions: ['What brought you to Northwind?'],
  commonalities: [],
  open_promises: [{ id: 'vow-1', by: 'me', what: 'Send the case study', due_on: '2026-03-12' }],
  accomplishments: { texts: ['Led the move to the new billing'], when: 'After common ground, never to open with.' },
  signals_to_watch: {
    positive: [{ signal: 'asked_questions', text: 'They ask about you' }],
    negative: [{ signal: 'curt', text: 'Answers get short' }],
  },
  endings: {
    good: { ask_size: 'introduction', action: 'make_ask', text: 'Ask whom else to talk with.', goal_id: null },
    otherwise: { ask_size: 'none', action: null, text: 'Thank them and leave it there.', goal_id: null },
  },
  last_conversation: null,
  ...over,
});
