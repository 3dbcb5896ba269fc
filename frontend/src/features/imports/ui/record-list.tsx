import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ImportRecord } from '@/api/types';
import { Button } from '@/ui/button';
import { SectionTitle } from '@/ui/page';
import { Failure, SkeletonList } from '@/ui/states';
import { recordsQuery } from '../api/queries';

interface Props {
  importId: string;
  /** Only what came out so. */
  outcome: ImportRecord['outcome'];
  title: string;
  lead?: string;
  children: (records: ImportRecord[]) => ReactNode;
}

/** The records that came out in one way, twenty at first. */
export function RecordList({ importId, outcome, title, lead, children }: Props) {
  const records = useInfiniteQuery(recordsQuery(importId, outcome));
  return (
    <section aria-label={title} className="grid gap-3">
      <SectionTitle>{title}</SectionTitle>
      {lead && <p className="text-ink-2">{lead}</p>}
      {records.isPending && <SkeletonList rows={2} className="h-10" />}
      {records.isError && <Failure error={records.error} retry={() => void records.refetch()} />}
      {records.data && children(records.data.pages.flatMap((page) => page.items))}
      {records.hasNextPage && (
        <Button
          busy={records.isFetchingNextPage}
          className="justify-self-start"
          onClick={() => void records.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </section>
  );
}

/** Two records of one line differ by what became of them. */
export const keyOf = ({ file, line, code, label }: ImportRecord): string => `${file} ${line} ${code} ${label}`;
