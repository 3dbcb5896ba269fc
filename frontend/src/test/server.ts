import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { insights } from './data/insights';
import { introductions, timing } from './data/introductions';
import { moment, reading, vow } from './data/log';
import { messageCheck } from './data/outreach';
import { page } from './data/page';
import { account, background, contact, digests, relationship, row } from './data/people';
import { step, todayOf } from './data/steps';

/** One signed-in account that knows Sam. A test overrides what it is about. */
const handlers = [
  http.get('*/v1/me', () => HttpResponse.json(account())),
  http.get('*/v1/me/digest', () => HttpResponse.json(digests())),
  http.get('*/v1/me/background', () => HttpResponse.json(background())),
  http.get('*/v1/me/calendar', () => problem(404, 'There is no such calendar.')),
  http.get('*/v1/me/keep-in-touch', () => HttpResponse.json({ tags: [] })),
  http.patch('*/v1/me', async ({ request }) => HttpResponse.json({ ...account(), ...Object(await request.json()) })),
  http.get('*/v1/next-steps', () => HttpResponse.json(todayOf(step()))),
  http.get('*/v1/contacts', () => HttpResponse.json(page(row()))),
  http.get('*/v1/contacts/:id', () => HttpResponse.json(contact())),
  http.get('*/v1/contacts/:id/relationship', () => HttpResponse.json(relationship())),
  http.get('*/v1/contacts/:id/next-step', () => HttpResponse.json(step())),
  http.get('*/v1/contacts/:id/introductions', () => HttpResponse.json(introductions())),
  http.get('*/v1/contacts/:id/timing', () => HttpResponse.json(timing())),
  http.get('*/v1/contacts/:id/commonalities', () => HttpResponse.json({ ...page(), opener: '', contacts: 1 })),
  http.get('*/v1/ties/suggestions', () => HttpResponse.json(page())),
  http.get('*/v1/contacts/:id/timeline', () => HttpResponse.json(page(moment()))),
  http.post('*/v1/interactions/read-signals', () => HttpResponse.json(reading())),
  http.post('*/v1/outreach/check', () => HttpResponse.json(messageCheck())),
  http.get('*/v1/promises', () => HttpResponse.json(page(vow()))),
  http.get('*/v1/imports', () => HttpResponse.json(page())),
  http.get('*/v1/goals', () => HttpResponse.json(page())),
  http.get('*/v1/events', () => HttpResponse.json(page())),
  http.get('*/v1/follow-ups', () => HttpResponse.json(page())),
  http.get('*/v1/follow-ups/shift', () => HttpResponse.json(page())),
  http.get('*/v1/insights', () => HttpResponse.json(insights())),
  http.get('*/v1/auth/sessions', () => HttpResponse.json(page())),
  http.get('*/v1/tokens', () => HttpResponse.json(page())),
];

export const server = setupServer(...handlers);

/** What the server says when it refuses. */
export function problem(status: number, detail: string, errors: { pointer: string; detail: string }[] = []) {
  return HttpResponse.json(
    { type: 'about:blank', title: 'Refused', status, detail, errors },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );
}
