import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Webhook } from '@/api/types';
import { clock } from '@/lib/clock';
import { relativeDay } from '@/lib/dates';
import { Card, Page, SectionTitle } from '@/ui/page';
import { webhooksQuery } from '../api/queries';
import { nameOf } from '../model/words';
import { NewWebhook } from './new-webhook';

export function WebhooksScreen() {
  const { data } = useSuspenseQuery(webhooksQuery());
  return (
    <Page title="Webhooks" subtitle="Other programs are told what comes due, and what has changed.">
      <div className="grid gap-6">
        {data.items.length > 0 && (
          <ul className="border-line border-t" aria-label="Your webhooks">
            {data.items.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} />
            ))}
          </ul>
        )}
        <Card className="grid gap-4">
          <SectionTitle>New webhook</SectionTitle>
          <NewWebhook />
        </Card>
      </div>
    </Page>
  );
}

function WebhookRow({ webhook }: { webhook: Webhook }) {
  const told = webhook.last_delivered_at
    ? `told ${relativeDay(webhook.last_delivered_at, clock.now())}`
    : 'not told anything yet';
  const counts = [
    webhook.waiting > 0 && `${webhook.waiting} waiting`,
    webhook.parked > 0 && `${webhook.parked} parked`,
  ].filter(Boolean);
  return (
    <li>
      <Link
        to="/webhooks/$webhookId"
        params={{ webhookId: webhook.id }}
        className="press-row border-line -mx-2 flex min-h-14 items-center justify-between gap-4 border-b px-2 py-2"
      >
        <span className="min-w-0">
          <span className="block truncate font-medium">{nameOf(webhook)}</span>
          <span className="text-ink-3 block truncate text-sm">{webhook.url}</span>
          <span className="text-ink-3 block text-sm">{`${webhook.status}, ${told}`}</span>
        </span>
        {counts.length > 0 && (
          <span className="bg-accent-soft text-accent shrink-0 rounded-full px-3 py-1 text-sm font-medium">
            {counts.join(', ')}
          </span>
        )}
      </Link>
    </li>
  );
}
