import { HttpResponse, http } from 'msw';
import type { EventPlan } from '@/api/types';
import { attendee, eventPlan, suggestion } from './data/events';
import { interaction } from './data/log';
import { page } from './data/page';
import { server } from './server';

/** A talk with Mei at the event. */
export const talk = interaction({
  id: 'talk-1',
  kind: 'event',
  event_id: 'ev-1',
  summary: null,
  signals: [],
  contact_ids: ['mei'],
});

export const servePlan = (over: Partial<EventPlan> = {}) =>
  server.use(http.get('*/v1/events/ev-1/plan', () => HttpResponse.json(eventPlan(over))));

/** One event with Sam and Mei on its list, and one name that may be Sam. */
export function serveEvent() {
  const sam = attendee({ contact_id: 'sam', full_name: 'Sam Okafor' });
  server.use(
    http.get('*/v1/events/ev-1/attendees', () => HttpResponse.json(page(sam, attendee()))),
    http.get('*/v1/events/ev-1/suggestions', () => HttpResponse.json(page(suggestion()))),
    http.get('*/v1/interactions', () => HttpResponse.json(page())),
  );
  servePlan();
}

/** Answers, and keeps what was sent. */
export function recorder() {
  const sent: unknown[] = [];
  const answer =
    (body: object, status = 200) =>
    async ({ request }: { request: Request }) => {
      sent.push(await request.json());
      return HttpResponse.json(body, { status });
    };
  return { sent, answer };
}
