import type { QueryClient } from '@tanstack/react-query';

/** Where every cached answer lives. Keys begin with the resource. */
export const keys = {
  me: ['me'],
  sessions: ['sessions'],
  tokens: ['tokens'],
  digests: ['digests'],
  calendar: ['calendar'],
  background: ['background'],
  tagIntervals: ['tag-intervals'],
  today: ['today'],
  contacts: ['contacts'],
  contactList: (params: object) => ['contacts', 'list', params],
  contact: (id: string) => ['contacts', 'detail', id],
  goals: ['goals'],
  followUps: ['follow-ups'],
  timesAway: ['follow-ups', 'away'],
  followUpsOf: (contactId: string) => ['follow-ups', 'of', contactId],
  dateRead: (text: string, contactId: string | undefined) => ['date-read', text, contactId],
  imports: ['imports'],
  integrations: ['integrations'],
  integration: (id: string) => ['integrations', 'detail', id],
  webhooks: ['webhooks'],
  webhook: (id: string) => ['webhooks', 'detail', id],
  insights: ['insights'],
  events: ['events'],
  event: (id: string) => ['events', 'detail', id],
  messageCheck: (message: object) => ['message-check', message],
  reading: (note: object) => ['reading', note],
} as const;

/**
 * Something happened with people: what the coach says about them is asked anew. What is on the screen
 * at once (`active`), or nothing before the next screen asks (`none`).
 */
export async function refreshAdvice(client: QueryClient, refetchType: 'active' | 'none' = 'active'): Promise<void> {
  const touched = [keys.today, keys.contacts, keys.followUps, keys.events, keys.insights];
  await Promise.all(touched.map((queryKey) => client.invalidateQueries({ queryKey, refetchType })));
}
