import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Webhook, WebhookWithSecret } from '@/api/types';
import { buttonClass } from '@/ui/button';
import { CopyLine } from '@/ui/copyable';
import { Card, Page, SectionTitle } from '@/ui/page';
import { webhookQuery } from '../api/queries';
import { nameOf, SILENCE, TOPIC } from '../model/words';
import { Deeds } from './deeds';
import { Deliveries } from './deliveries';
import { SecretOnce } from './secret-once';

export function WebhookScreen({ webhookId }: { webhookId: string }) {
  const { data: webhook } = useSuspenseQuery(webhookQuery(webhookId));
  return (
    <Page
      title={nameOf(webhook)}
      subtitle={webhook.status}
      actions={
        <Link to="/webhooks" className={buttonClass('ghost')}>
          All webhooks
        </Link>
      }
    >
      <div className="grid gap-8">
        <Connection webhook={webhook} />
        <Deliveries webhook={webhook} />
      </div>
    </Page>
  );
}

/** Where it leads and what it is told; a new secret stands here once. */
function Connection({ webhook }: { webhook: Webhook }) {
  const [rotated, setRotated] = useState<WebhookWithSecret | null>(null);
  const silence = SILENCE[webhook.status];
  return (
    <Card className="grid gap-5">
      <SectionTitle>Connection</SectionTitle>
      {silence && <p className="bg-hold-soft text-hold rounded-md p-3">{silence}</p>}
      {rotated && <SecretOnce made={rotated} />}
      <CopyLine label="Address" text={webhook.url} />
      <div className="grid gap-1.5">
        <p className="text-sm font-medium">It is told</p>
        <ul className="flex flex-wrap gap-2">
          {webhook.event_types.map((topic) => (
            <li key={topic} className="bg-sunken text-ink-2 rounded-full px-3 py-1 text-sm">
              {TOPIC[topic].label}
            </li>
          ))}
        </ul>
      </div>
      <Deeds webhook={webhook} onRotated={setRotated} />
    </Card>
  );
}
