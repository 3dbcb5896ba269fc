import type { Webhook, WebhookTopic } from '@/api/types';

/** What the owner chooses of a webhook. */
export interface WebhookForm {
  url: string;
  description: string;
  topics: readonly WebhookTopic[];
}

type Sent = Pick<Webhook, 'url' | 'description' | 'event_types'>;

export const formOf = ({ url, description, event_types }: Sent): WebhookForm => ({
  url,
  description,
  topics: event_types,
});

export const outward = ({ url, description, topics }: WebhookForm): Sent => ({
  url: url.trim(),
  description: description.trim(),
  event_types: [...topics],
});
