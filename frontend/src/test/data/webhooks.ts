import { HttpResponse, http } from 'msw';
import type { Delivery, Webhook } from '@/api/types';
import { page } from './page';

export const webhook = (more: Partial<Webhook> = {}): Webhook => ({
  id: 'hook',
  version: 1,
  created_at: '2026-03-09T09:00:00Z',
  url: 'https://hooks.example.org/comity',
  event_types: ['next_step.due', 'follow_up.due'],
  description: 'My bot',
  active: true,
  status: 'active',
  changed_at: '2026-03-09T09:00:00Z',
  last_delivered_at: null,
  old_secret_until: null,
  waiting: 1,
  parked: 2,
  ...more,
});

export const delivery = (more: Partial<Delivery> = {}): Delivery => ({
  id: 'del',
  event_type: 'follow_up.due',
  created_at: '2026-03-10T09:00:00Z',
  status: 'waiting',
  tries: 2,
  next_try_at: '2026-03-12T09:00:00Z',
  answered: 503,
  fault: '',
  can_be_replayed: true,
  ...more,
});

/** What the webhook was told. */
export const deliveriesOf = (...deliveries: Delivery[]) =>
  http.get('*/v1/webhooks/hook/deliveries', () => HttpResponse.json(page(...deliveries)));

/** An account with one webhook, as it is given, to which one delivery is under way. */
export const webhookHandlers = (one = webhook()) => [
  http.get('*/v1/webhooks/hook', () => HttpResponse.json(one)),
  http.get('*/v1/webhooks', () => HttpResponse.json(page(one))),
  deliveriesOf(delivery()),
];
