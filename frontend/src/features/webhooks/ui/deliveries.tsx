import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Delivery, Webhook } from '@/api/types';
import { Button } from '@/ui/button';
import { ChipChoice } from '@/ui/chip';
import { SectionTitle } from '@/ui/page';
import { Failure, SkeletonList } from '@/ui/states';
import { deliveriesQuery } from '../api/queries';
import { NOTHING, STATUS_LABEL, STATUSES } from '../model/words';
import { DeliveryRow } from './delivery-row';

const EVERYTHING = 'all';
const CHOICES = [EVERYTHING, ...STATUSES] as const;

/** What it was told, live: what became of it, and when the next try is. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const [chosen, setChosen] = useState<(typeof CHOICES)[number]>(EVERYTHING);
  const status = chosen === EVERYTHING ? null : chosen;
  const deliveries = useInfiniteQuery(deliveriesQuery(webhook.id, status));
  const found = deliveries.data?.pages.flatMap((page) => page.items);
  return (
    <section aria-label="Deliveries" className="grid gap-4">
      <SectionTitle>Deliveries</SectionTitle>
      <ChipChoice
        legend="Show"
        hideLegend
        name="status"
        options={CHOICES}
        label={(one) => (one === EVERYTHING ? 'Everything' : STATUS_LABEL[one])}
        value={chosen}
        onChange={setChosen}
      />
      {deliveries.isPending && <SkeletonList rows={3} className="h-14" />}
      {deliveries.isError && !found && <Failure error={deliveries.error} retry={() => void deliveries.refetch()} />}
      {found && <List deliveries={found} webhook={webhook} status={status} />}
      {deliveries.hasNextPage && (
        <Button
          busy={deliveries.isFetchingNextPage}
          className="justify-self-start"
          onClick={() => void deliveries.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </section>
  );
}

interface ListProps {
  deliveries: Delivery[];
  webhook: Webhook;
  status: Delivery['status'] | null;
}

function List({ deliveries, webhook, status }: ListProps) {
  if (deliveries.length === 0) {
    return (
      <p className="text-ink-2">
        {status ? NOTHING[status] : 'It was told nothing yet. A test shows whether it listens.'}
      </p>
    );
  }
  return (
    <ul className="border-line border-t">
      {deliveries.map((delivery) => (
        <DeliveryRow key={delivery.id} delivery={delivery} webhook={webhook} />
      ))}
    </ul>
  );
}
