import type { Delivery, Webhook, WebhookTopic } from '@/api/types';
import { dayAndTime } from '@/lib/dates';
import { plural } from '@/lib/intl';

export const TOPICS = [
  'next_step.due',
  'follow_up.due',
  'contact.changed',
  'contact.erased',
  'interaction.logged',
  'promise.lapsed',
] as const satisfies readonly WebhookTopic[];

export const TOPIC: Record<WebhookTopic, { label: string; when: string }> = {
  'next_step.due': { label: 'Next step due', when: 'What you owe somebody, or an occasion, comes onto today’s list.' },
  'follow_up.due': { label: 'Follow-up due', when: 'A follow-up comes due.' },
  'contact.changed': { label: 'Contact changed', when: 'Contacts came, changed or went.' },
  'contact.erased': { label: 'Contact erased', when: 'A contact was removed for good.' },
  'interaction.logged': { label: 'Interaction logged', when: 'The log was added to, changed or shortened.' },
  'promise.lapsed': { label: 'Promise lapsed', when: 'A contact’s promise is so long overdue that it is given up.' },
};

const WORDS: Record<string, string> = {
  ...Object.fromEntries(TOPICS.map((topic) => [topic, TOPIC[topic].label])),
  'webhook.test': 'Test',
};

/** "Follow-up due": what was told. */
export const topicOf = ({ event_type }: Delivery): string => WORDS[event_type] ?? event_type;

/** How the owner calls it, or where it leads. */
export const nameOf = ({ description, url }: Pick<Webhook, 'description' | 'url'>): string =>
  description || new URL(url).host;

/** Why nothing is sent, and what ends that. */
export const SILENCE: Record<Webhook['status'], string | null> = {
  active: null,
  paused: 'It is paused: what happens meanwhile is not kept for it, and what waited is sent once you resume it.',
  parked: 'It took nothing for days, so it is called no more. What happens is kept, and sent once you resume it.',
  gone: 'It answered that it is gone for good (410), so it is called no more, and nothing is kept for it.',
};

export const STATUSES = ['waiting', 'delivered', 'parked'] as const satisfies readonly Delivery['status'][];

export const STATUS_LABEL: Record<Delivery['status'], string> = {
  waiting: 'To be sent',
  delivered: 'Delivered',
  parked: 'Parked',
};

/** Where nothing is listed: what would be. */
export const NOTHING: Record<Delivery['status'], string> = {
  waiting: 'Nothing waits to be sent.',
  delivered: 'Nothing was delivered yet.',
  parked: 'Nothing is parked.',
};

/** "2 tries, answered 503, next 10 Mar, 14:05": how it went, and when it goes on. */
export function courseOf({ tries, answered, next_try_at }: Delivery, now: Date): string {
  const next = next_try_at && `next ${dayAndTime(next_try_at, now)}`;
  // One that is sent anew still tells how the last try before ended.
  if (tries === 0) return ['not tried yet', next].filter(Boolean).join(', ');
  return [plural(tries, 'try', 'tries'), answered !== null && `answered ${answered}`, next].filter(Boolean).join(', ');
}
