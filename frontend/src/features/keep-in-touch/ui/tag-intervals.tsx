import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { messageOf } from '@/api/problem';
import type { KeepInTouch, TagInTouch } from '@/api/types';
import { Button } from '@/ui/button';
import { Failure, Skeleton } from '@/ui/states';
import { useToast } from '@/ui/toast';
import { useUndo } from '@/ui/undo';
import { tagIntervalsQuery, tagIsBorneQuery, useSetTagIntervals } from '../api/queries';
import { intervalWords, withTag } from '../model/interval';
import { IntervalDialog } from './interval-dialog';
import { NewTagInterval } from './new-tag-interval';

/** How often to be in touch with those who bear a tag. */
export function TagIntervals() {
  const { data, error, refetch } = useQuery(tagIntervalsQuery());
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-24" />;
  return (
    <>
      {data.length > 0 && (
        <ul className="grid">
          {data.map((one) => (
            <TagRow key={one.tag} one={one} all={data} />
          ))}
        </ul>
      )}
      <NewTagInterval all={data} />
    </>
  );
}

function TagRow({ one, all }: { one: TagInTouch; all: TagInTouch[] }) {
  const set = useSetTagIntervals();
  const say = useToast();
  const remember = useUndo();
  const [asking, setAsking] = useState(false);
  const { data: isBorne } = useQuery(tagIsBorneQuery(one.tag));
  const change = (interval: KeepInTouch | null) =>
    set.mutateAsync(withTag(all, one.tag, interval)).then(
      () => {
        setAsking(false);
        const said = interval ? intervalWords(interval) : 'no interval any more.';
        remember(`${one.tag}: ${said}`, () => set.mutate(all));
      },
      (error) => !asking && say({ text: messageOf(error), tone: 'failed' }),
    );
  return (
    <li className="border-line flex min-h-12 flex-wrap items-center justify-between gap-x-4 border-b py-2 last:border-0">
      <span className="min-w-0">
        <Link to="/people" search={{ tag: one.tag }} className="font-medium underline-offset-4 hover:underline">
          {one.tag}
        </Link>
        <span className="text-ink-3 block text-sm">
          {intervalWords(one)}
          {isBorne === false && ' Nobody bears this tag yet.'}
        </span>
      </span>
      <span className="flex gap-1">
        <Button size="sm" variant="ghost" aria-label={`Change ${one.tag}`} onClick={() => setAsking(true)}>
          Change
        </Button>
        <Button size="sm" variant="ghost" aria-label={`Remove ${one.tag}`} onClick={() => change(null)}>
          Remove
        </Button>
      </span>
      {asking && (
        <IntervalDialog
          title={one.tag}
          description="Everybody who bears this tag, and has no interval of their own."
          interval={one}
          without={null}
          busy={set.isPending}
          error={set.error}
          onSet={change}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
