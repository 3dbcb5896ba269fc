import { useQuery } from '@tanstack/react-query';
import { Check, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Contact, Vow } from '@/api/types';
import { clock } from '@/lib/clock';
import { relativeDay, shortDate } from '@/lib/dates';
import { Button } from '@/ui/button';
import { Section } from '@/ui/section';
import { useToast } from '@/ui/toast';
import { useUndo } from '@/ui/undo';
import { promisesQuery, useChangePromise } from '../api/queries';
import { byParty } from '../model/vows';

const AddPromiseDialog = lazy(async () => ({ default: (await import('./add-promise-dialog')).AddPromiseDialog }));

export function Promises({ contact }: { contact: Contact }) {
  const promises = useQuery(promisesQuery(contact.id));
  const [adding, setAdding] = useState(false);
  const add = (
    <Button variant="ghost" size="sm" onClick={() => setAdding(true)}>
      <Plus aria-hidden="true" />
      Add
    </Button>
  );
  return (
    <Section title="Promises" action={add} query={promises}>
      {(page) => (
        <>
          <PromiseList vows={page.items} />
          <Suspense>{adding && <AddPromiseDialog contact={contact} onClose={() => setAdding(false)} />}</Suspense>
        </>
      )}
    </Section>
  );
}

function PromiseList({ vows }: { vows: Vow[] }) {
  if (vows.length === 0) return <p className="text-ink-3">None yet. What either of you promises is kept here.</p>;
  const { mine, theirs } = byParty(vows);
  return (
    <div className="grid gap-4">
      <Half title="Yours" vows={mine} />
      <Half title="Theirs" vows={theirs} />
    </div>
  );
}

function Half({ title, vows }: { title: string; vows: Vow[] }) {
  if (vows.length === 0) return null;
  return (
    <div className="grid gap-1">
      <h3 className="text-ink-3 text-sm font-medium">{title}</h3>
      <ul className="grid">
        {vows.map((vow) => (
          <PromiseRow key={vow.id} vow={vow} />
        ))}
      </ul>
    </div>
  );
}

const STATUS_WORDS: Record<Vow['status'], string> = {
  open: 'Open',
  kept: 'Kept',
  released: 'Let go',
  lapsed: 'Lapsed',
};

/** How a promise ends by hand: kept, or nobody waits for it any more. */
const CLOSING = { kept: 'Kept', released: 'Let go' };

function PromiseRow({ vow }: { vow: Vow }) {
  const say = useToast();
  const remember = useUndo();
  const change = useChangePromise();
  const failed = (error: Error) => say({ text: messageOf(error), tone: 'failed' });
  const close = (status: 'kept' | 'released') =>
    change
      .mutateAsync({ id: vow.id, status })
      .then(
        () =>
          remember(`${CLOSING[status]}: ${vow.what}`, () =>
            change.mutateAsync({ id: vow.id, status: 'open' }).catch(failed),
          ),
        failed,
      );
  return (
    <li className="border-line flex flex-wrap items-start justify-between gap-x-3 gap-y-1 border-b py-2 last:border-0">
      <span className="min-w-0 flex-1 basis-32">
        <span className="block">{vow.what}</span>
        <span className="text-ink-3 block text-sm">{dueWords(vow)}</span>
      </span>
      {vow.status === 'open' && (
        <span className="flex gap-1">
          <Button size="sm" busy={change.isPending} aria-label={`Kept: ${vow.what}`} onClick={() => close('kept')}>
            <Check aria-hidden="true" />
            {CLOSING.kept}
          </Button>
          <Button
            variant="ghost"
            size="sm"
            busy={change.isPending}
            aria-label={`Let go: ${vow.what}`}
            onClick={() => close('released')}
          >
            {CLOSING.released}
          </Button>
        </span>
      )}
    </li>
  );
}

function dueWords(vow: Vow): string {
  const now = clock.now();
  if (vow.status !== 'open') return STATUS_WORDS[vow.status];
  if (vow.due_on) return `Due ${relativeDay(vow.due_on, now)}`;
  return `Made ${shortDate(vow.made_at, now)}, no date`;
}
