import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Integration } from '@/api/types';
import { clock } from '@/lib/clock';
import { relativeDay } from '@/lib/dates';
import { plural } from '@/lib/intl';
import { Card, Page, SectionTitle } from '@/ui/page';
import { integrationsQuery, kindsQuery } from '../api/queries';
import { NewIntegration } from './new-integration';

export function IntegrationsScreen() {
  const { data } = useSuspenseQuery(integrationsQuery());
  return (
    <Page title="Integrations" subtitle="Other programs tell what happened, and it stands in the log.">
      <div className="grid gap-6">
        {data.items.length > 0 && (
          <ul className="border-line border-t" aria-label="Your integrations">
            {data.items.map((integration) => (
              <IntegrationRow key={integration.id} integration={integration} />
            ))}
          </ul>
        )}
        <Card className="grid gap-4">
          <SectionTitle>New integration</SectionTitle>
          <NewIntegration />
        </Card>
      </div>
    </Page>
  );
}

function IntegrationRow({ integration }: { integration: Integration }) {
  const { data: kinds } = useSuspenseQuery(kindsQuery());
  const label = kinds.find(({ kind }) => kind === integration.kind)?.label ?? integration.kind;
  const heard = integration.last_received_at
    ? `heard ${relativeDay(integration.last_received_at, clock.now())}`
    : 'not heard yet';
  return (
    <li>
      <Link
        to="/integrations/$integrationId"
        params={{ integrationId: integration.id }}
        className="press-row border-line -mx-2 flex min-h-14 items-center justify-between gap-4 border-b px-2 py-2"
      >
        <span className="min-w-0">
          <span className="block truncate font-medium">{integration.name}</span>
          <span className="text-ink-3 block text-sm">{`${label}, ${integration.enabled ? heard : 'disabled'}`}</span>
        </span>
        {integration.waiting > 0 && (
          <span className="bg-accent-soft text-accent shrink-0 rounded-full px-3 py-1 text-sm font-medium">
            {`${plural(integration.waiting, 'event')} waiting`}
          </span>
        )}
      </Link>
    </li>
  );
}
