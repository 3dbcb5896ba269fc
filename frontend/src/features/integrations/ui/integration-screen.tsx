import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Integration, IntegrationWithSecret } from '@/api/types';
import { buttonClass } from '@/ui/button';
import { CopyLine } from '@/ui/copyable';
import { Card, Page, SectionTitle } from '@/ui/page';
import { integrationQuery, kindsQuery } from '../api/queries';
import { Deeds } from './deeds';
import { HowTo } from './how-to';
import { Inbox } from './inbox';
import { SecretOnce } from './secret-once';

export function IntegrationScreen({ integrationId }: { integrationId: string }) {
  const { data: integration } = useSuspenseQuery(integrationQuery(integrationId));
  const { data: kinds } = useSuspenseQuery(kindsQuery());
  const label = kinds.find(({ kind }) => kind === integration.kind)?.label;
  return (
    <Page
      title={integration.name}
      subtitle={[label, integration.enabled ? null : 'disabled'].filter(Boolean).join(', ')}
      actions={
        <Link to="/integrations" className={buttonClass('ghost')}>
          All integrations
        </Link>
      }
    >
      <div className="grid gap-8">
        <Inbox integrationId={integrationId} />
        <Connection integration={integration} />
      </div>
    </Page>
  );
}

/** How the other side is connected; a new secret stands here once. */
function Connection({ integration }: { integration: Integration }) {
  const [rotated, setRotated] = useState<IntegrationWithSecret | null>(null);
  return (
    <Card className="grid gap-5">
      <SectionTitle>Connection</SectionTitle>
      {rotated && <SecretOnce made={rotated} />}
      <Deeds integration={integration} onRotated={setRotated} />
      <details open={rotated !== null}>
        <summary className="text-accent min-h-11 cursor-pointer py-2 font-medium md:min-h-8">How to connect it</summary>
        <div className="grid gap-5 pt-3">
          <CopyLine label="Address of this integration" text={integration.hook_url} />
          <HowTo kind={integration.kind} url={integration.hook_url} secret={rotated?.secret ?? null} />
        </div>
      </details>
    </Card>
  );
}
