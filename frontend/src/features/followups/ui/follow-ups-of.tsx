import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Contact } from '@/api/types';
import { Button } from '@/ui/button';
import { Card, SectionTitle } from '@/ui/page';
import { Failure, Skeleton } from '@/ui/states';
import { followUpsOfQuery } from '../api/queries';
import { FollowUpRow } from './follow-up-row';

const AddFollowUpDialog = lazy(async () => ({ default: (await import('./add-follow-up-dialog')).AddFollowUpDialog }));

/** The follow-ups with one person, on their page. */
export function FollowUpsOf({ contact }: { contact: Contact }) {
  const [adding, setAdding] = useState(false);
  return (
    <section aria-label="Follow-ups">
      <Card className="grid gap-4">
        <header className="flex min-h-8 items-center justify-between gap-4">
          <SectionTitle>Follow-ups</SectionTitle>
          <Button variant="ghost" size="sm" aria-label="Add a follow-up" onClick={() => setAdding(true)}>
            <Plus aria-hidden="true" />
            Add
          </Button>
        </header>
        <List contactId={contact.id} />
      </Card>
      <Suspense>{adding && <AddFollowUpDialog contact={contact} onClose={() => setAdding(false)} />}</Suspense>
    </section>
  );
}

function List({ contactId }: { contactId: string }) {
  const { data, error, refetch } = useQuery(followUpsOfQuery(contactId));
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-16" />;
  if (data.length === 0) return <p className="text-ink-3">None ahead. The coach plans them when you log something.</p>;
  return (
    <ul>
      {data.map((followUp) => (
        <FollowUpRow key={followUp.id} followUp={followUp} named={false} />
      ))}
    </ul>
  );
}
