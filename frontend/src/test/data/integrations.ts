import { HttpResponse, http } from 'msw';
import type { HookEvent, HookPerson, Integration, IntegrationKind } from '@/api/types';
import { page } from './page';

const KINDS: IntegrationKind[] = [
  {
    kind: 'generic',
    label: 'Any program',
    what: 'A script tells what happened.',
    steps: ['Keep the secret.', 'Post to the address.'],
    replay: 'signed time',
    gives_secret: false,
  },
  {
    kind: 'slack',
    label: 'Slack',
    what: 'Direct messages stand in the log.',
    steps: ['Copy the signing secret to here.'],
    replay: 'signed time',
    gives_secret: true,
  },
];

export const integration = (more: Partial<Integration> = {}): Integration => ({
  id: 'int',
  version: 1,
  created_at: '2026-03-09T09:00:00Z',
  kind: 'generic',
  name: 'My script',
  enabled: true,
  own_addresses: [],
  hook_url: 'http://localhost/v1/hooks/int',
  old_secret_until: null,
  waiting: 2,
  last_received_at: '2026-03-10T09:00:00Z',
  ...more,
});

export const person = (more: Partial<HookPerson> = {}): HookPerson => ({
  place: 0,
  name: 'Sam Okafor',
  email: 'sam@example.com',
  phone: '',
  company: '',
  contact_id: null,
  full_name: null,
  likely: [],
  ...more,
});

export const event = (more: Partial<HookEvent> = {}): HookEvent => ({
  id: 'evt',
  external_id: 'evt_1',
  received_at: '2026-03-10T09:00:00Z',
  status: 'unmatched',
  code: '',
  reason: '',
  kind: 'email',
  direction: 'inbound',
  occurred_at: '2026-03-10T08:59:00Z',
  subject: 'Lunch?',
  people: [person()],
  interaction_id: null,
  can_be_replayed: true,
  ...more,
});

/** What the inbox of the integration holds. */
export const inboxOf = (...events: HookEvent[]) =>
  http.get('*/v1/integrations/int/events', () => HttpResponse.json(page(...events)));

/** An account with one integration, of which one event waits. */
export const integrationHandlers = () => [
  http.get('*/v1/integrations/kinds', () => HttpResponse.json({ kinds: KINDS })),
  http.get('*/v1/integrations/int', () => HttpResponse.json(integration())),
  http.get('*/v1/integrations', () => HttpResponse.json(page(integration()))),
  inboxOf(event()),
];
