import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Delivery, Webhook } from '@/api/types';
import { LiveList } from '@/ui/live-list';
import { deliveriesQuery } from '../api/queries';
import { NOTHING, STATUS_LABEL, STATUSES } from '../model/words';
import { DeliveryRow } from './delivery-row';

/** What it was told: what became of it, and when the next try is. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const [status, setStatus] = useState<Delivery['status'] | null>(null);
  const deliveries = useInfiniteQuery(deliveriesQuery(webhook.id, status));
  return (
    <LiveList
      title="Deliveries"
      statuses={STATUSES}
      label={STATUS_LABEL}
      nothing={NOTHING}
      never="It was told nothing yet. A test shows whether it listens."
      shown={status}
      onShow={setStatus}
      list={deliveries}
    >
      {(delivery) => <DeliveryRow key={delivery.id} delivery={delivery} webhook={webhook} />}
    </LiveList>
  );
}
